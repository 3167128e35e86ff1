/**
 * Layers and tensors for type tests.
 */
import { dim, type AnyDimension, key, ones, tanh, type Tensor, zeros } from '@cotangent/core';
import { dense, evaluation, input, relu } from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';

export const model = pipe(input(784), dense('hidden', 128), relu, dense('out', 10));
export const { params, state } = model.init(key(0));
export const x: Tensor<['batch', 784]> = zeros([dim('batch', 2), 784]);
export const whole: Tensor<[2], 'i32'> = ones([2], 'i32');
export const size: number = 3;
/** What a layer gives: its output and its state. */
export const given = model.apply(params, state, evaluation)(x);
/** A size of which the types do not know the name. */
export const token: AnyDimension = dim('batch', 2);

/** One of two values, of which the types do not tell; it is the first. */
export const either = <const A, const B>(first: A, _second: B): A | B => first;

/** A function of tensors that has the name of an activation. */
export const tanhOfCore = tanh;
