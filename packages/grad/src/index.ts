/**
 * Derivatives as pure functions over tensor expressions.
 */
export { stopGradient } from '@cotangent/core';
export { customJvp, customVjp } from './custom.ts';
export { type ArgumentOption, type AuxiliaryOption, grad, type Grad, valueAndGrad, type ValueAndGrad } from './grad.ts';
export { hessian, hvp, type Jacobian, jacobianForward, jacobianReverse } from './jacobian.ts';
export { jvp } from './jvp.ts';
export { linearize, linearTranspose } from './linear.ts';
export { vjp } from './vjp.ts';
export { vmap, type VmapOptions } from './vmap.ts';
export type { OneBatch } from './vmapMisfit.ts';
export type { Batch, BatchArguments, BatchAxes, Batched, Vmapped } from './vmapTypes.ts';
