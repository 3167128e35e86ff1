/** What only run time finds: states of a whole run that hold more, batches of which the loss knows nothing, boundaries that fall. */
import { ones, sum, type Tensor } from '@cotangent/core';
import { adam, constant, joinSchedules, makeStep, piecewise } from '@cotangent/train';
import { plain, vector, vectorStart } from '../model.ts';

makeStep({ loss: (p: Tensor<[2]>) => sum(p), optimizer: plain })(
  { ...vectorStart, optimizer: adam({ rate: 1 }).init(vector) },
  ones([]),
);
makeStep({ loss: (p: Tensor<[2]>, _s: {}, _x: unknown) => sum(p), optimizer: plain })(vectorStart, 3);
joinSchedules([constant(1), constant(0.5), constant(0.1)], [20, 10]);
piecewise({ values: [1, 0.5, 0.25], boundaries: [20, 10] });
