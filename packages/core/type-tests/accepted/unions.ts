/**
 * Near misses of arguments that may be one of several: results that are one of several whole tensors, operands of which it makes no difference
 * whether they are tensors or numbers, and type parameters, which are one.
 */
import {
  add,
  atan2,
  clip,
  conv,
  einsum,
  less,
  maxPool,
  multiply,
  rearrange,
  reduce,
  scan,
  scalar,
  tensor,
  where,
  type Dim,
  type Numeric,
  type Shape,
  type Tensor,
  type Tree,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

type Either = Tensor<[3, 4]> | Tensor<[4, 4]>;

// One whole tensor for each.
export const turned = (u: Either): Tensor<[4, 3]> | Tensor<[4, 4]> => rearrange(u, 'a b -> b a');
export const reduced = (u: Either): Tensor<[3]> | Tensor<[4]> => reduce(u, 'a b -> a', 'sum');
export const pooled = (u: Either): Tensor<[3, 2]> | Tensor<[4, 2]> => maxPool(u, [2]);
export const windows = (k: Tensor<[5, 3, 2]> | Tensor<[5, 3, 3]>): Tensor<[5, 7]> | Tensor<[5, 6]> => conv(t([3, 8]), k);
export const slices = (u: Tensor<[3, 4]> | Tensor<[3, 5]>): readonly [Tensor<[]>, Tensor<[3, 4]> | Tensor<[3, 5]>] =>
  scan((carry, x) => [carry, x], scalar(0), u);
export const results = (u: Either) => scan((carry) => [carry, u], scalar(0), t([3]))[1];
export const data = (flag: boolean): Tensor<[2]> => tensor(flag ? [1, 2] : [3, 4]);

// A tensor or a number, where the result has the shape of the other operand.
type Operand = Tensor<[3, 4]> | number;
type Factor = Tensor<[]> | number;
export const scaled = <S extends Shape>(x: Tensor<S>, factor: Factor): Tensor<S> => multiply(x, factor);
export const scaling = <S extends Shape>(x: Tensor<S>, factor: Factor): Tensor<S> => multiply(factor, x);
export const shifted = <S extends Shape>(x: Tensor<S>, by: Tensor<S> | number): Tensor<S> => add(x, by);
export const scaledLater = (factor: Factor): Tensor<[3, 4]> => multiply(factor)(t([3, 4]));
export const sum = (a: Operand): Tensor<[3, 4]> => add(t([3, 4]), a);
export const sumOf = (a: Operand): Tensor<[3, 4]> => add(a, t([3, 4]));
export const smaller = (a: Operand): Tensor<[3, 4], 'bool'> => less(a, t([3, 4]));
export const chosen = (a: Operand): Tensor<[3, 4]> => where(t([3, 4], 'bool'), t([4]), a);
export const clipped = (a: Operand): Tensor<[3, 4]> => clip(t([3, 4]), a, a);

// Type parameters.
export const product = <B extends Shape, D extends Numeric>(
  x: Tensor<[...B, 3], D>,
  w: Tensor<[3, 4], D>,
): Tensor<[...B, 4], D> => einsum('...i,ij->...j', x, w);
export const squares = <B extends Dim>(x: Tensor<[B, B]>): Tensor<[]> => einsum('ii->', x);
export const halves = <B extends Shape>(x: Tensor<[...B, 8]>): Tensor<[...B, 4]> => maxPool(x, [2]);
export const loop = <C extends Tree, B extends Dim>(carry: C, x: Tensor<[B, 3]>): readonly [C, Tensor<[B, 3]>] =>
  scan((c, row) => [c, row], carry, x);
export const twice = <C extends Tree>(carry: C, x: Tensor<[3]>) => scan((c, row) => [c, row], { a: carry, b: x }, x);
export const doubled = <D extends Numeric>(x: Tensor<[3], D>): Tensor<[3], D> => multiply(2, x);
export const bounded = <P extends Tensor<[3]>>(x: P): readonly Tensor<[3]>[] => [
  atan2(x, x),
  atan2(1, x),
  add(1, x),
  clip(x, x, x),
];
export const least = <P extends Tensor<[3]>>(x: P): Tensor<[2, 3], 'bool'> => less(t([2, 3]), x);
export const oneOf = <P extends Tensor<[3]>>(x: P): Tensor<[3]> => where(less(x, 0), x, x);
export const numeral = <K extends number>(k: K): readonly Tensor<[3]>[] => [
  add(t([3]), k),
  atan2(k, t([3])),
  pipe(t([3]), add(k)),
];
