/**
 * The arithmetic that derivative formulas are written in: primitives with numbers in the shape and dtype of their operand.
 */
import type { AnyTensor } from '@cotangent/core';
import { axesOf, P } from '@cotangent/core/primitives';
import type { Tangent } from './site.ts';

/** `c x` */
export const scale = (x: AnyTensor, c: number): AnyTensor => P.multiply(x, P.fillLike(x, c));

/** `x + c` */
export const shift = (x: AnyTensor, c: number): AnyTensor => P.add(x, P.fillLike(x, c));

/** `1 - x` */
const oneMinus = (x: AnyTensor): AnyTensor => P.subtract(P.fillLike(x, 1), x);

/** `c / x` */
export const over = (c: number, x: AnyTensor): AnyTensor => P.divide(P.fillLike(x, c), x);

/** `x^2` */
export const square = (x: AnyTensor): AnyTensor => P.multiply(x, x);

/** `(1 - x) (1 + x)`, which is `1 - x^2` without its rounding error near `x = +-1`. */
export const oneMinusSquare = (x: AnyTensor): AnyTensor => P.multiply(oneMinus(x), shift(x, 1));

/** Zeros of the shape and dtype of a tensor. */
export const zerosLike = (x: AnyTensor): AnyTensor => P.fill(0, axesOf(x), x.dtype);

/** A tangent as a tensor. */
export const instantiate = (tangent: Tangent, like: AnyTensor): AnyTensor => tangent ?? zerosLike(like);

/** The sum of two tangents. */
export const sum = (x: Tangent, y: Tangent): Tangent => (x === undefined ? y : y === undefined ? x : P.add(x, y));
