/** A loss that is declared apart, whose result is not `as const`: of what is a list to the checker nobody knows what stands where. */
import { sum, type Tensor } from '@cotangent/core';
import { makeStep } from '@cotangent/train';
import { plain } from '../model.ts';

const apart = (p: Tensor<[2]>, state: {}) => [sum(p), { state, metrics: { p } }];

makeStep({ loss: apart, optimizer: plain });
