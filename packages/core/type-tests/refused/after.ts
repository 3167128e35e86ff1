/** What is done with what a refused call would have made: of that the sentence of the call has been said, and no other one follows. */
import {
  add,
  argMax,
  averagePool,
  broadcastTo,
  clip,
  concatenate,
  conv,
  cumulativeSum,
  diagonal,
  dim,
  einsum,
  expandDims,
  flatten,
  greater,
  logSumExp,
  matmul,
  max,
  maxPool,
  mean,
  moveAxis,
  multiply,
  norm,
  outer,
  pad,
  rearrange,
  reduce,
  reduceWindow,
  repeat,
  reshape,
  reverse,
  scalar,
  scan,
  sigmoid,
  slice,
  softmax,
  sort,
  splitAxis,
  squeeze,
  sum,
  swapAxes,
  take,
  takeAlongAxis,
  tile,
  transpose,
  tril,
  where,
  zeros,
  type Tensor,
} from '@cotangent/core';
import { t } from '../tensors.ts';

const [x, y, rows] = [t([2, 3]), t([4, 5]), t([3], 'i32')];
export const a: Tensor<[3]> = sum(matmul(x, y), 0);
export const b: Tensor<[3]> = max(matmul(x, y), [0, 2]);
export const c: Tensor<[1, 1]> = mean(matmul(x, y), [0, 1], { keepDims: true });
export const d: Tensor<[3], 'i32'> = argMax(matmul(x, y), 1);
export const e: Tensor<[3]> = cumulativeSum(matmul(x, y), 4);
export const f: Tensor<[3]> = softmax(matmul(x, y), 4);
export const g: Tensor<[3]> = sort(matmul(x, y), 4);
export const h: Tensor<[3]> = norm(matmul(x, y), 4);
export const i: Tensor<[3]> = logSumExp(matmul(x, y), 4);
export const j: Tensor<[3]> = slice(matmul(x, y), [0, 7]);
export const k: Tensor<[3]> = tile(matmul(x, y), [2, 1, 1]);
export const l: Tensor<[3]> = pad(matmul(x, y), [[1, 1]]);
export const m: Tensor<[3]> = repeat(matmul(x, y), 2, 4);
export const n: Tensor<[3]> = reverse(matmul(x, y), 4);
export const o: Tensor<[3]> = transpose(matmul(x, y));
export const p: Tensor<[3]> = transpose(matmul(x, y), [2, 0, 1]);
export const q: Tensor<[3]> = swapAxes(matmul(x, y), 0, 4);
export const r: Tensor<[3]> = moveAxis(matmul(x, y), 0, 4);
export const s: Tensor<[3]> = squeeze(matmul(x, y));
export const u: Tensor<[3]> = squeeze(matmul(x, y), 4);
export const v: Tensor<[3]> = flatten(matmul(x, y), 2);
export const w: Tensor<[3]> = reshape(matmul(x, y), [3, -1]);
export const aa: Tensor<[3]> = take(matmul(x, y), rows, 4);
export const bb = take(x, argMax(matmul(x, y), 1), 0);
export const cc: Tensor<[3]> = takeAlongAxis(matmul(x, y), rows, 4);
export const dd: Tensor<[3]> = diagonal(matmul(x, y));
export const ee: Tensor<[3]> = tril(matmul(x, y));
export const ff: Tensor<[3]> = maxPool(matmul(x, y), [2, 2]);
export const gg: Tensor<[3]> = averagePool(matmul(x, y), [2], { stride: 1 });
export const hh: Tensor<[3]> = reduceWindow(matmul(x, y), 'max', [2, 2]);
export const ii: Tensor<[3]> = conv(matmul(x, y), t([4, 3, 3, 3]));
export const jj: Tensor<[3]> = conv(x, matmul(x, y));
export const kk: Tensor<[3]> = rearrange(matmul(x, y), 'a b c -> c b a');
export const ll: Tensor<[3]> = reduce(matmul(x, y), 'a b -> a', 'sum');
export const mm: Tensor<[3]> = einsum('ij,jk->ik', matmul(x, y), y);
export const nn: Tensor<[3]> = outer(matmul(x, y), x);
export const oo: Tensor<[3]> = matmul(x, matmul(x, y));
export const pp: Tensor<[2, 3]> = add(x, matmul(x, y));
export const qq: Tensor<[2, 3]> = where(greater(x, 0), x, matmul(x, y));
export const rr: Tensor<[3]> = clip(matmul(x, y), 0, 1);
export const ss: Tensor<[3]> = concatenate([matmul(x, y), x], 4);
export const tt: Tensor<[3]> = splitAxis(matmul(x, y), 2, 4)[0];
export const uu: Tensor<[3]> = splitAxis(matmul(x, y), [1, 1], 4)[1];
export const vv: Tensor<[3]> = broadcastTo(matmul(x, y), [3]);
export const ww = expandDims(matmul(x, y), 4);
export const xx: number = matmul(x, y).toNested()[0];
export const yy = matmul(x, y).dim(4);
export const zz: Tensor<[3]> = reshape(slice(transpose(matmul(x, y)), [0]), [7]);

// Parts of a cell and of attention, a loop that is refused for its step or for what it runs over, and tokens.
const [gates, scores, mask] = [t(['b', 64]), t(['b', 7, 7]), t([7, 7], 'bool')];
const [i64, k63] = [t(['b', 16]), t(['b', 63, 7])];
export const ab: Tensor<[3]> = add(sigmoid(splitAxis(add(gates, matmul(i64, t([15, 64]))), 4, 1)[0]), i64);
export const ac: Tensor<[3]> = splitAxis(matmul(x, y), [1, 2], 1)[0];
export const ad: Tensor<[3]> = einsum('bij,bjd->bid', softmax(where(mask, matmul(scores, k63), -1e9)), scores);
export const ae: Tensor<[3]> = multiply(softmax(matmul(x, y)), 2);
export const af: Tensor<[3]> = sum(add(scan((c, r) => [add(c, r), r], scalar(0), scalar(1))[1], 1), 0);
export const ag: Tensor<[4, 3]> = add(scan((c, r) => [matmul(x, y), r], scalar(0), t([3]))[1], t([4, 3]));
export const ah: Tensor<[3]> = reshape(x, [dim('negative', -3), -1]);
export const aj: Tensor<[3]> = reshape(x, [dim('2*batch' as const, 3), 2]);
export const ak: Tensor<[3]> = add(zeros([x.dim(4), 6]), t([5, 6]));
export const al: Tensor<[3]> = reshape(zeros([2, x.dim(4)]), [7]);
export const am: Tensor<[3]> = broadcastTo(x, [x.dim(4), 7]);
export const an: Tensor<[3]> = splitAxis(x, [x.dim(4), 2], 0)[1];
export const ao: Tensor<[3]> = rearrange(x, '(a b) c -> a b c', { a: x.dim(4) });
export const ap: Tensor<[3]> = tile(x, [x.dim(4), 2]);
