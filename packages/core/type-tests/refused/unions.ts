import {
  add,
  atan2,
  averagePool,
  bitwiseAnd,
  clip,
  conv,
  einsum,
  less,
  maxPool,
  reduceWindow,
  scan,
  scalar,
  tensor,
  where,
  type Tensor,
} from '@cotangent/core';

import { t } from '../tensors.ts';

// A tensor of one of several shapes.
type Either = Tensor<[3, 4]> | Tensor<[4, 4]>;
type Square = Tensor<[3, 3]> | Tensor<[4, 4]>;
type Ranks = Tensor<[3]> | Tensor<[3, 3]>;
export const turned = (u: Either) => einsum('ij->ji', u);
export const summed = (u: Either, v: Either) => einsum('ij,ij->', u, v);
export const trace = (u: Square) => einsum('ii->', u);
export const leading = (u: Either) => einsum('...i->...', u);
export const ranks = (u: Ranks) => einsum('...->...', u);
export const second = (u: Either) => einsum('ij,kj->ik', t([2, 4]), u);
export const steps = (u: Either) => scan((carry, x) => [carry, x], scalar(0), u);
export const named = (u: Either) => scan((carry, x) => [carry, x], scalar(0), { a: u });
export const carried = (u: Either) => scan((carry, x) => [carry, x], u, t([3]));
export const exchanged = (u: Either, v: Either) => scan((_: Either, x: Tensor<[]>) => [v, x] as const, u, t([3]));
export const held = (u: Either) => scan((carry, x) => [carry, x], { a: u }, t([3]));
export const perhaps = (carry: { a: Tensor<[3]>; b?: Tensor<[3]> }) => scan((c, x) => [c, x], carry, t([3]));

// Windows, options and data that are one of several.
const flag: boolean = t([1]).size > 0;
maxPool(t([8]), [flag ? 2 : 3]);
maxPool(t([8]), flag ? [2] : [3]);
maxPool(t([8]), [flag ? 2 : 3], { stride: 1 });
maxPool(t([8]), [2], { padding: [flag ? 0 : 1] });
maxPool(t([8]), [2], { padding: [[0, flag ? 0 : 1]] });
maxPool([flag ? 2 : 3]);
averagePool(t([8]), [flag ? 2 : 3]);
averagePool(t([8]), flag ? [2] : [3]);
reduceWindow(t([8]), 'sum', [flag ? 2 : 3]);
reduceWindow(t([8]), 'sum', flag ? [2] : [3]);
conv(t([3, 8]), t([2, 3, 2]), { stride: [flag ? 1 : 2] });
tensor(flag ? [1] : [1, 2]);
tensor(flag ? 1 : [1]);
tensor(flag ? [[1]] : [[1], [2]]);

// A tensor or a number.
type Operand = Tensor<[3, 4]> | number;
type Larger = Tensor<[2, 3, 4]> | number;
export const numbers = (a: Operand) => add(a, 1);
export const either = (a: Operand) => add(a, a);
export const beside = (a: Operand) => add(1, a);
export const angle = (a: Operand) => atan2(a, 1);
export const bits = (a: Tensor<[3], 'i32'> | number) => bitwiseAnd(a, 1);
export const compared = (a: Operand) => less(a, 1);
export const stretched = (a: Larger) => add(t([3, 4]), a);
export const stretching = (a: Larger) => add(a, t([3, 4]));
export const smaller = (a: Larger) => less(t([3, 4]), a);
export const chosen = (a: Operand) => where(t([3, 4], 'bool'), a, 1);
export const chosenFrom = (a: Larger) => where(t([3, 4], 'bool'), a, t([4]));
export const otherwise = (a: Larger) => where(t([3, 4], 'bool'), t([4]), a);
export const clipped = (a: Larger) => clip(t([3, 4]), a, 1);
export const clippedBelow = (a: Larger) => clip(t([3, 4]), 0, a);
