/**
 * Shapes of layers: sizes as arguments, the messages that name them, and the checks at run time.
 */
import { type AnyTensor, type Axis, DTypeError, type Dim, type Dimension, type Shape, ShapeError } from '@cotangent/core';
import { type Box, checkAxis, checkTensor, type DimArgument, type WhichSize } from '@cotangent/core/primitives';

/** A size as an argument of `F`: one literal or token from `dim`, or why it is refused. Of a type parameter that may be any number it says `_Why`. */
export type Size<F extends string, A, What extends string = 'the width', _Why extends string = WhichSize<F>> = [A] extends [
  `${bigint}`,
]
  ? `${F}: ${What} is the string "${A}", not a number: write ${A}`
  : DimArgument<F, A, _Why, What>;

/** An axis, and throws `ShapeError` for what is none; for a number in quotes that it is one. */
export const checkSize = (what: string, axis: unknown): Axis => {
  if (typeof axis === 'string' && /^(0|-?[1-9]\d*)$/.test(axis))
    throw new ShapeError(`${what} is the string "${axis}", not a number: write ${axis}`);
  return checkAxis(what, axis);
};

/** The dimension that a size stands for. */
export type DimOf<A> = A extends number ? A : A extends Dimension<infer N extends Dim> ? N : never;

/** Whether two types are the same. The compiler knows it of generic ones only when both are worked out before they are compared. */
export type Same<A, B> = Box<A> extends Box<B> ? true : false;

/** Why nothing that takes a shape follows a layer of which the compiler knows none. */
export type UnknownBefore<Takes extends string> =
  `${Takes}, but the shape before it is not known: say it in the type of the layer, Layer<P, S, In, Out>`;

/** A shape as messages print it. */
export const show = (shape: Shape): string => `[${shape.join(', ')}]`;

/** A shape, and the sizes of its names. */
type Sized = Pick<AnyTensor, 'shape' | 'sizes'>;

/** A shape with the sizes of its names: `[batch=32, 10]`. */
const showSizes = ({ shape, sizes }: Sized): string =>
  `[${shape.map((name, index) => (typeof name === 'number' ? `${name}` : `${name}=${sizes[index] ?? 0}`)).join(', ')}]`;

/** Two shapes as messages print them: by their names, and by the sizes behind them where only those differ. */
export const showBoth = (a: Sized, b: Sized): readonly [string, string] =>
  show(a.shape) === show(b.shape) ? [showSizes(a), showSizes(b)] : [show(a.shape), show(b.shape)];

/** Whether two shapes are the same: the same names and the same sizes. */
export const sameShape = (a: Sized, b: Sized): boolean => showSizes(a) === showSizes(b);

/** Throws unless a tensor ends in the shape of `input` and has its dtype: leading dimensions are free. */
export const checkInput = (operation: string, input: AnyTensor, x: AnyTensor): void => {
  checkTensor(operation, x);
  if (x.dtype !== input.dtype) throw new DTypeError(`${operation}: takes ${input.dtype}, got ${x.dtype}: convert it first`);
  const lead = x.rank - input.rank;
  const fits = input.shape.every((name, axis) => x.shape[lead + axis] === name && x.sizes[lead + axis] === input.sizes[axis]);
  if (fits) return;
  const named = input.shape.every((name, axis) => x.shape[lead + axis] === name);
  throw new ShapeError(
    named
      ? `${operation}: takes ${showSizes(input).replace('[', '[..., ')}, got ${showSizes(x)}`
      : `${operation}: takes [${['...', ...input.shape].join(', ')}], got ${show(x.shape)}`,
  );
};
