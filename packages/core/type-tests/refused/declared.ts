/** A result type that is written down: a wrong call is refused for its argument, and not for its result as well, nor for what is done with that. */
import {
  add,
  arange,
  bernoulli,
  bits,
  broadcastTo,
  concatenate,
  conv,
  dot,
  einsum,
  expandDims,
  eye,
  flatten,
  full,
  greater,
  key,
  linspace,
  matmul,
  maxPool,
  mean,
  moveAxis,
  normal,
  oneHot,
  ones,
  outer,
  pad,
  randint,
  rearrange,
  reduce,
  repeat,
  reshape,
  slice,
  splitAxis,
  squeeze,
  stack,
  sum,
  swapAxes,
  tile,
  transpose,
  truncatedNormal,
  uniform,
  where,
  zeros,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

const [x, y, z, image] = [t([2, 3]), t([4, 5]), t([3]), t([1, 3, 8, 8])];
export const a: Tensor<[3]> = sum(x, 5);
export const b: Tensor<[3]> = mean(x, [0, 0]);
export const c: Tensor<[7]> = reshape(x, [7]);
export const d: Tensor<[3, 2]> = transpose(x, [0, 0]);
export const e: Tensor<[2, 3, 1]> = expandDims(x, 5);
export const f: Tensor<[6, 4]> = concatenate([x, y], 0);
export const g: Tensor<[2, 2, 3]> = stack([x, y], 0);
export const h: Tensor<[2, 5]> = einsum('ij,jk->ik', x, y);
export const i: Tensor<[7, 3]> = slice(x, [[0, 7]]);
export const j: Tensor<[4, 2]> = pad(x, [
  [1, 1],
  [-1, 0],
]);
export const k: Tensor<[1, 4, 6, 6]> = conv(image, t([4, 2, 3, 3]));
export const l: Tensor<[1, 3, 4, 4]> = maxPool(image, [9, 9]);
export const m: Tensor<[1, 3, 4, 4]> = maxPool(image, [2, 2], { stride: 0 });
export const n: Tensor<[2, 5]> = matmul(x, y);
export const o: Tensor<[3]> = squeeze(x, 0);
export const p: Tensor<[4, 3]> = tile(x, [2]);
export const q: Tensor<[3, 2]> = rearrange(x, 'a b c -> c b a');
export const r: Tensor<[3]> = reduce(x, 'a b -> c', 'sum');
export const s: Tensor<[2, 3]> = swapAxes(x, 0, 4);
export const u: Tensor<[4, 5]> = where(greater(x, 0), y, x);
export const v: Tensor<[2, 5]> = outer(x, y);
export const w: Tensor<[]> = dot(z, t([4]));
export const aa: Tensor<[4, 3]> = repeat(x, 2, 5);
export const bb: Tensor<[3, 2]> = moveAxis(x, 5, 0);
export const cc: Tensor<[6]> = flatten(x, 4);
export const dd: Tensor<[1, 4, 6, 6]> = conv(image, t([4, 3, 3, 3]), { stride: 0 });
export const nn: Tensor<[2]> = zeros([2.5]);
export const oo: Tensor<[2]> = ones([-1]);
export const pp: Tensor<[2]> = full(['n'], 1);
export const qq: Tensor<[2]> = uniform(key(0), [2.5]);
export const rr: Tensor<[2]> = normal(key(0), [2.5]);
export const ss: Tensor<[2]> = truncatedNormal(key(0), [2.5]);
export const tt: Tensor<[2], 'u32'> = bits(key(0), [2.5]);
export const uu: Tensor<[2], 'bool'> = bernoulli(key(0), 0.5, [2.5]);
export const vv: Tensor<[2], 'i32'> = randint(key(0), [2.5], { max: 3 });
export const ww: Tensor<[2]> = broadcastTo(z, [2.5]);
export const xx: Tensor<[2]> = arange(2.5);
export const yy: Tensor<[2]> = linspace(0, 1, 2.5);
export const zz: Tensor<[2, 2]> = eye(2.5);
export const ab: Tensor<[3, 2]> = oneHot(t([3], 'i32'), -1);

// Each of these is one error: that of the inner call.
export const ee = matmul(reshape(x, [7]), t([7, 2]));
export const ff = matmul(t([2, 7]), reshape(x, [7]));
export const gg = matmul(sum(x, 5), t([3, 2]));
export const hh = rearrange(concatenate([x, y], 0), 'a b -> (a b)');
export const ii = squeeze(sum(x, 5), 0);
export const jj = dot(sum(x, 5), z);
export const kk = concatenate([concatenate([x, y], 0), x], 0);
export const ll = concatenate([x, concatenate([x, y], 0)], 0);
export const mm = add(splitAxis(x, 2, 1)[0], splitAxis(x, 3, 1)[1]);
