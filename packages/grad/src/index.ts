/**
 * Derivatives as pure functions over tensor expressions.
 */
export { type ArgumentOption, type AuxiliaryOption, grad, type Grad, valueAndGrad, type ValueAndGrad } from './grad.ts';
