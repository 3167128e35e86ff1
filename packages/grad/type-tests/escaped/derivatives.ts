import type { Tensor } from '@cotangent/core';
import { grad, jacobianForward, jacobianReverse, jvp, vjp } from '@cotangent/grad';
import { counted, loss, params, whole, x } from '../functions.ts';

grad(loss, { argument: 2 })(params, x);
jacobianReverse(counted)(whole);
jacobianForward(counted)(whole);
jacobianReverse((a: Tensor<[3]>) => ({ a, positive: whole }))(x);
jvp(counted, [whole], [whole]);
vjp(counted, whole);
