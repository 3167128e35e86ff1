/** Arguments and options that may be missing, where that makes another type. */
import {
  argMax,
  concatenate,
  flatten,
  full,
  key,
  normal,
  ones,
  randint,
  rearrange,
  reduce,
  repeat,
  split,
  splitAxis,
  squeeze,
  stack,
  sum,
  truncatedNormal,
  uniform,
  variance,
  type Key,
  type Tensor,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

const x = t([3, 4]);
const seed = key(0);
declare const perhaps: {
  readonly first: 0 | undefined;
  readonly second: 1 | undefined;
  readonly three: 3 | undefined;
  readonly double: 'f64' | undefined;
  readonly kept: { readonly keepDims: true } | undefined;
  readonly drawn: { readonly dtype: 'f64' } | undefined;
  readonly halves: { readonly h: 2 } | undefined;
};
declare const keeping: { readonly keepDims?: true };
declare const either: { readonly keepDims?: boolean };
declare const drawing: { readonly dtype?: 'f64' };
declare const counting: { readonly max: number; readonly dtype?: 'u32' };
declare const halving: { readonly h?: 2 };

concatenate([x, x], perhaps.second);
stack([x, x], perhaps.second);
splitAxis(x, 2, perhaps.second);
flatten(x, perhaps.second);
sum(x, perhaps.first);
argMax(x, perhaps.first);
pipe(x, sum(perhaps.first));
squeeze(t([1, 3, 1]), perhaps.first);
sum(x, 0, keeping);
sum(x, 0, perhaps.kept);
sum(x, 0, either);
argMax(x, 0, keeping);
variance(x, 0, { ...keeping, correction: 1 });
uniform(seed, [3], drawing);
uniform(seed, [3], perhaps.drawn);
normal(seed, [3], drawing);
truncatedNormal(seed, [3], drawing);
randint(seed, [3], counting);
rearrange(x, 'a (h b) -> a h b', halving);
rearrange(x, 'a (h b) -> a h b', perhaps.halves);
rearrange(x, 'a (h b) -> a h b', { h: perhaps.three });
pipe(x, rearrange('a (h b) -> a h b', halving));
reduce(x, 'a (h b) -> a h', 'sum', halving);
repeat(x, 'a b -> a b h', halving);
repeat(x, 'a b -> a b h', perhaps.halves);

// What is known of these is too little to be what is asked for here.
export const doubled: Tensor<[3], 'f64'> = ones([3], perhaps.double);
export const filled: Tensor<[3], 'f64'> = full([3], 1, perhaps.double);
export const keys: readonly [Key, Key, Key] = split(seed, perhaps.three);
