/**
 * What checking may cost: budgets of type instantiations for each kind of call, the first one and further ones, and for whole networks.
 */

/** A kind of call. Each of its calls has types of its own, as calls in a program do, so that nothing is remembered from the one before. */
export interface CostRow {
  readonly name: string;
  /** The operands of the i-th call, as parameters. */
  readonly operands: (i: number) => string;
  /** The i-th call. */
  readonly call: (i: number) => string;
  /** Instantiations for one more call. */
  readonly budget: number;
  /** Instantiations for the first call in a program, which pays for what later ones share. One row of each family has them. */
  readonly first?: number;
}

/** A program, and the budget of instantiations for the whole of it, its imports included. */
export interface ProgramRow {
  readonly name: string;
  readonly program: string;
  readonly budget: number;
  /** Whether the compiler takes declarations on trust (it does, if nothing is said). Its own default is not to. */
  readonly skipLibCheck?: boolean;
}

/** What calls and programs are written with. */
export const preamble = `
import * as T from '@cotangent/core';
import type { Tensor } from '@cotangent/core';
import * as G from '@cotangent/grad';
import * as N from '@cotangent/nn';
import * as R from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';
interface Affine<I extends number> { readonly weight: Tensor<[I, 10]>; readonly bias: Tensor<[10]> }
`;

/** A tree of ten tensors. */
const tenTensors = (i: number): string =>
  `{ ${Array.from({ length: 5 }, (_, k) => `readonly l${k}: { readonly w: Tensor<[${i + k}, ${i}]>; readonly b: Tensor<[${i + k}]> }`).join('; ')} }`;

// prettier-ignore
export const costRows: readonly CostRow[] = [
  { name: 'matmul', budget: 40, first: 230,
    operands: (i) => `x: Tensor<['batch', ${i}]>, w: Tensor<[${i}, ${i + 100}]>`, call: () => 'T.matmul(x, w)' },
  { name: 'matmul + bias + relu', budget: 100, first: 1_650,
    operands: (i) => `x: Tensor<['batch', ${i}]>, w: Tensor<[${i}, ${i + 100}]>, b: Tensor<[${i + 100}]>`,
    call: () => 'N.relu(T.add(T.matmul(x, w), b))' },
  { name: 'matmul of batches of matrices', budget: 50,
    operands: (i) => `x: Tensor<['batch', 8, ${i}, 64]>, w: Tensor<['batch', 8, 64, ${i}]>`, call: () => 'T.matmul(x, w)' },
  { name: 'matmul + bias + relu, of rank 3', budget: 105,
    operands: (i) => `x: Tensor<['batch', 'time', ${i}]>, w: Tensor<[${i}, ${i + 100}]>, b: Tensor<[${i + 100}]>`,
    call: () => 'N.relu(T.add(T.matmul(x, w), b))' },
  { name: 'matmul + bias + tanh', budget: 125,
    operands: (i) => `x: Tensor<['batch', ${i}]>, w: Tensor<[${i}, ${i + 100}]>, b: Tensor<[${i + 100}]>`,
    call: () => 'T.tanh(T.add(T.matmul(x, w), b))' },
  { name: 'matmul, data-last', budget: 210,
    operands: (i) => `x: Tensor<['batch', ${i}]>, w: Tensor<[${i}, ${i + 100}]>`, call: () => 'T.matmul(w)(x)' },
  { name: 'matmul in a pipe', budget: 245,
    operands: (i) => `x: Tensor<['batch', ${i}]>, w: Tensor<[${i}, ${i + 100}]>`, call: () => 'pipe(x, T.matmul(w))' },
  { name: 'matmul + bias + relu in a pipe', budget: 525, first: 3_000,
    operands: (i) => `x: Tensor<['batch', ${i}]>, w: Tensor<[${i}, ${i + 100}]>, b: Tensor<[${i + 100}]>`,
    call: () => 'pipe(x, T.matmul(w), T.add(b), N.relu)' },
  { name: 'matmul + bias + relu, any leading dims', budget: 120, operands: () => '',
    call: (i) => `<B extends T.Shape>(x: Tensor<[...B, ${i}]>, w: Tensor<[${i}, ${i + 100}]>, b: Tensor<[${i + 100}]>) => N.relu(T.add(T.matmul(x, w), b))` },
  { name: 'attention, any leading dims and length', budget: 610, operands: () => '',
    call: (i) => `<B extends T.Shape, L extends T.Dim>(q: Tensor<[...B, L, ${i}]>, k: Tensor<[...B, L, ${i}]>, v: Tensor<[...B, L, ${i}]>) => T.matmul(T.softmax(T.matmul(q, T.swapAxes(k, -1, -2))), v)` },
  { name: 'add, same shape', budget: 75, first: 1_400, operands: (i) => `x: Tensor<['batch', ${i}]>`, call: () => 'T.add(x, x)' },
  { name: 'add, broadcast', budget: 45,
    operands: (i) => `x: Tensor<['batch', 'time', ${i}]>, y: Tensor<[${i}]>`, call: () => 'T.add(x, y)' },
  { name: 'add, a number', budget: 35, operands: (i) => `x: Tensor<['batch', ${i}]>`, call: () => 'T.add(x, 1)' },
  { name: 'add, data-last', budget: 240,
    operands: (i) => `x: Tensor<['batch', ${i}]>, b: Tensor<[${i}]>`, call: () => 'T.add(b)(x)' },
  { name: 'add, a number, in a pipe', budget: 45, operands: (i) => `x: Tensor<['batch', ${i}]>`, call: () => 'pipe(x, T.add(1))' },
  { name: 'sum, an axis', budget: 115, first: 2_200, operands: (i) => `x: Tensor<['batch', ${i}, 10]>`, call: () => 'T.sum(x, 1)' },
  { name: 'sum, two axes', budget: 105, operands: (i) => `x: Tensor<['batch', ${i}, 10]>`, call: () => 'T.sum(x, [0, -1])' },
  { name: 'sum, an axis of five', budget: 142,
    operands: (i) => `x: Tensor<['batch', ${i}, 10, 7, ${i + 1}]>`, call: () => 'T.sum(x, 2)' },
  { name: 'sum, a list of one axis', budget: 112, operands: (i) => `x: Tensor<['batch', ${i}, 10]>`, call: () => 'T.sum(x, [1])' },
  { name: 'sum, dims kept', budget: 115,
    operands: (i) => `x: Tensor<['batch', ${i}, 10]>`, call: () => 'T.sum(x, -1, { keepDims: true })' },
  { name: 'sum in a pipe', budget: 140, operands: (i) => `x: Tensor<['batch', ${i}, 10]>`, call: () => 'pipe(x, T.sum(1))' },
  { name: 'softmax', budget: 27, operands: (i) => `x: Tensor<['batch', ${i}]>`, call: () => 'T.softmax(x)' },
  { name: 'softmax in a pipe', budget: 105, first: 690, operands: (i) => `x: Tensor<['batch', ${i}]>`, call: () => 'pipe(x, T.softmax())' },
  { name: 'exp in a pipe', budget: 35, operands: (i) => `x: Tensor<['batch', ${i}]>`, call: () => 'pipe(x, T.exp)' },
  { name: 'einsum, attention scores', budget: 280, first: 2_500,
    operands: (i) => `q: Tensor<['batch', ${i}, 12, 64]>, k: Tensor<['batch', ${i + 1}, 12, 64]>`,
    call: () => `T.einsum('bqhd,bkhd->bhqk', q, k)` },
  { name: 'einsum, matmul', budget: 220,
    operands: (i) => `x: Tensor<['batch', ${i}]>, y: Tensor<[${i}, 10]>`, call: () => `T.einsum('ij,jk->ik', x, y)` },
  { name: 'einsum, ellipsis', budget: 360,
    operands: (i) => `x: Tensor<['batch', ${i}]>, y: Tensor<[${i}, 10]>`, call: () => `T.einsum('...i,io->...o', x, y)` },
  { name: 'einsum, ellipses', budget: 390,
    operands: (i) => `q: Tensor<['batch', 12, ${i}, 64]>, k: Tensor<['batch', 12, ${i + 1}, 64]>`, call: () => `T.einsum('...qd,...kd->...qk', q, k)` },
  { name: 'einsum, ellipses and three letters each', budget: 430,
    operands: (i) => `q: Tensor<['batch', ${i}, 12, 64]>, k: Tensor<['batch', ${i + 1}, 12, 64]>`, call: () => `T.einsum('...qhd,...khd->...hqk', q, k)` },
  { name: 'einsum, three operands', budget: 260,
    operands: (i) => `x: Tensor<['batch', ${i}]>, y: Tensor<[${i}, ${i + 1}]>, z: Tensor<[${i + 1}, 7]>`, call: () => `T.einsum('bi,ij,jk->bk', x, y, z)` },
  { name: 'einsum, three operands, ellipses', budget: 500, first: 5_000,
    operands: (i) => `q: Tensor<['batch', 12, ${i}, 64]>, k: Tensor<['batch', 1, ${i + 1}, 64]>, v: Tensor<['batch', 1, ${i + 1}, 32]>`,
    call: () => `T.einsum('...qd,...kd,...kv->...qv', q, k, v)` },
  { name: 'einsum, four operands', budget: 390,
    operands: (i) => `x: Tensor<['batch', ${i}]>, y: Tensor<[${i}, ${i + 1}]>, z: Tensor<[${i + 1}, 7]>, u: Tensor<[7, ${i + 2}]>`,
    call: () => `T.einsum('bi,ij,jk,kl->bl', x, y, z, u)` },
  { name: 'rearrange, a move', budget: 320,
    operands: (i) => `x: Tensor<['batch', ${i}, 3]>`, call: () => `T.rearrange(x, 'b h w -> w h b')` },
  { name: 'rearrange, heads', budget: 405, first: 6_700,
    operands: (i) => `x: Tensor<['batch', ${i}, 768]>`, call: () => `T.rearrange(x, 'b t (h d) -> b h t d', { h: 12 })` },
  { name: 'rearrange, heads, leading dims', budget: 430,
    operands: (i) => `x: Tensor<['batch', ${i}, 768]>`, call: () => `T.rearrange(x, '... t (h d) -> ... h t d', { h: 12 })` },
  { name: 'rearrange, a split', budget: 605,
    operands: (i) => `x: Tensor<['batch', ${12 * i}]>`, call: () => `T.rearrange(x, 'b (h d) -> b h d', { h: 12 })` },
  { name: 'rearrange, a merge', budget: 590,
    operands: (i) => `x: Tensor<['batch', ${i}, 28]>`, call: () => `T.rearrange(x, 'b h w -> b (h w)')` },
  { name: 'reduce, pooling', budget: 530, first: 6_550,
    operands: (i) => `x: Tensor<['batch', ${2 * i}, 28]>`, call: () => `T.reduce(x, 'b (h 2) (w 2) -> b h w', 'max')` },
  { name: 'repeat', budget: 395, first: 3_600,
    operands: (i) => `x: Tensor<['batch', ${i}]>`, call: () => `T.repeat(x, 'b c -> b r c', { r: 3 })` },
  { name: 'concatenate', budget: 325, first: 2_050,
    operands: (i) => `x: Tensor<['batch', ${i}]>, y: Tensor<['batch', ${i + 5}]>`, call: () => 'T.concatenate([x, y], 1)' },
  { name: 'concatenate, named', budget: 220,
    operands: (i) => `x: Tensor<['batch', ${i}]>, y: Tensor<['rest', ${i}]>`, call: () => 'T.concatenate([x, y], 0)' },
  { name: 'concatenate, three names', budget: 430,
    operands: (i) => `x: Tensor<['a${i}', 3]>, y: Tensor<['b${i}', 3]>, z: Tensor<['c${i}', 3]>`, call: () => 'T.concatenate([x, y, z], 0)' },
  { name: 'concatenate, four tensors', budget: 610,
    operands: (i) => `a: Tensor<['batch', ${i}]>, b: Tensor<['batch', ${i + 1}]>, c: Tensor<['batch', ${i + 2}]>, d: Tensor<['batch', ${i + 3}]>`,
    call: () => 'T.concatenate([a, b, c, d], 1)' },
  { name: 'reshape, one dim in two', budget: 275,
    operands: (i) => `x: Tensor<[${i}, 784]>`, call: (i) => `T.reshape(x, [${i}, 28, 28])` },
  { name: 'reshape, one dim inferred', budget: 235, operands: (i) => `x: Tensor<[${i}, 28, 28]>`, call: () => 'T.reshape(x, [-1, 784])' },
  { name: 'reshape, mixed factors', budget: 410,
    operands: (i) => `x: Tensor<[32, ${i}, 6]>`, call: (i) => `T.reshape(x, [${i}, 32, 6])` },
  { name: 'reshape, named', budget: 445, first: 4_400,
    operands: (i) => `x: Tensor<['batch', ${i}, 768]>`, call: (i) => `T.reshape(x, [x.dim(0), ${i}, 12, 64])` },
  { name: 'reshape, heads merged', budget: 780,
    operands: (i) => `x: Tensor<['batch', ${i + 1}, ${i}, 64]>`, call: (i) => `T.reshape(x, [x.dim(0), ${i + 1}, ${64 * i}])` },
  { name: 'reshape, large', budget: 325,
    operands: (i) => `x: Tensor<[${1_000_000 + i}, 600]>`, call: (i) => `T.reshape(x, [600, ${1_000_000 + i}])` },
  { name: 'reshape, five dims', budget: 587, first: 5_870,
    operands: (i) => `x: Tensor<['batch', ${i}, 12, 64, 9]>`, call: (i) => `T.reshape(x, [x.dim(0), 36, ${i}, 192])` },
  { name: 'reshape, factors that share none', budget: 1_815,
    operands: (i) => `x: Tensor<[${2 * i}, ${3 * (i + 1)}, 35]>`, call: (i) => `T.reshape(x, [${6 * i}, ${35 * (i + 1)}])` },
  { name: 'reshape, patches', budget: 890,
    operands: (i) => `x: Tensor<['batch', 3, ${16 * i}, ${16 * i}]>`, call: (i) => `T.reshape(x, [x.dim(0), 3, ${i}, 16, ${i}, 16])` },
  { name: 'reshape, patches merged', budget: 882,
    operands: (i) => `x: Tensor<['batch', 3, ${i}, 16, ${i}, 16]>`, call: (i) => `T.reshape(x, [x.dim(0), 3, ${16 * i}, ${16 * i}])` },
  { name: 'reshape, a quotient inferred', budget: 875, operands: (i) => `x: Tensor<['batch', ${2 * i}, 30, 35]>`, call: () => 'T.reshape(x, [-1, 42])' },
  { name: 'reshape in a pipe', budget: 430, first: 2_710, operands: (i) => `x: Tensor<[${i}, 784]>`, call: (i) => `pipe(x, T.reshape([${i}, 28, 28]))` },
  { name: 'reshape, as an argument', budget: 305, first: 4_300,
    operands: (i) => `x: Tensor<[${i}, 784]>`, call: (i) => `T.exp(T.reshape(x, [${i}, 28, 28]))` },
  { name: 'flatten', budget: 340, first: 2_250, operands: (i) => `x: Tensor<['batch', ${i}, 28]>`, call: () => 'T.flatten(x, 1)' },
  { name: 'transpose', budget: 80, first: 2_300, operands: (i) => `x: Tensor<['batch', ${i}, 768]>`, call: () => 'T.transpose(x, [0, 2, 1])' },
  { name: 'transpose in a pipe', budget: 105, operands: (i) => `x: Tensor<['batch', ${i}, 768]>`, call: () => 'pipe(x, T.transpose([0, 2, 1]))' },
  { name: 'expandDims', budget: 85, first: 1_800, operands: (i) => `x: Tensor<['batch', ${i}]>`, call: () => 'T.expandDims(x, 1)' },
  { name: 'squeeze', budget: 165, first: 1_720, operands: (i) => `x: Tensor<['batch', 1, ${i}]>`, call: () => 'T.squeeze(x, 1)' },
  { name: 'stack', budget: 185, first: 970,
    operands: (i) => `x: Tensor<['batch', ${i}]>, y: Tensor<['batch', ${i}]>`, call: () => 'T.stack([x, y])' },
  { name: 'split', budget: 260, first: 2_400, operands: (i) => `x: Tensor<['batch', ${i}, 768]>`, call: () => 'T.splitAxis(x, 3, 2)' },
  { name: 'slice', budget: 380, first: 6_290,
    operands: (i) => `x: Tensor<['batch', ${i}, 768]>`, call: () => 'T.slice(x, [null, [1, null], [0, 100]])' },
  { name: 'pad', budget: 270, first: 2_170, operands: (i) => `x: Tensor<['batch', ${i}]>`, call: () => 'T.pad(x, [[0, 0], [1, 1]])' },
  { name: 'take', budget: 90, first: 1_230,
    operands: (i) => `x: Tensor<[${i}, 64]>, at: Tensor<['batch', 'time'], 'i32'>`, call: () => 'T.take(x, at, 0)' },
  { name: 'conv', budget: 300, first: 2_050,
    operands: (i) => `x: Tensor<['batch', 3, ${i}, ${i + 7}]>, k: Tensor<[64, 3, 3, 3]>`, call: () => 'T.conv(x, k)' },
  { name: 'conv, same', budget: 180,
    operands: (i) => `x: Tensor<['batch', ${i}, 32, 32]>, k: Tensor<[64, ${i}, 3, 3]>`, call: () => `T.conv(x, k, { padding: 'same' })` },
  { name: 'conv, strided and padded', budget: 410, first: 4_550,
    operands: (i) => `x: Tensor<['batch', 3, ${i}, ${i + 7}]>, k: Tensor<[64, 3, 7, 7]>`, call: () => 'T.conv(x, k, { stride: 2, padding: 3 })' },
  { name: 'conv, in groups', budget: 455,
    operands: (i) => `x: Tensor<['batch', ${4 * i}, 32]>, k: Tensor<[${8 * i}, ${i}, 3]>`, call: () => 'T.conv(x, k, { groups: 4 })' },
  { name: 'conv, named', budget: 200,
    operands: (i) => `x: Tensor<['batch', ${i}, 'height', 'width']>, k: Tensor<[64, ${i}, 3, 3]>`, call: () => 'T.conv(x, k)' },
  { name: 'conv, named, strided and padded', budget: 400,
    operands: (i) => `x: Tensor<['batch', 3, 'h${i}', 'w${i}']>, k: Tensor<[64, 3, 3, 3]>`, call: () => 'T.conv(x, k, { stride: 2, padding: 1 })' },
  { name: 'conv, three dims, lists', budget: 850, first: 7_990,
    operands: (i) => `x: Tensor<['batch', 4, ${i}, ${i + 7}, ${i + 13}]>, k: Tensor<[64, 4, 3, 5, 7]>`,
    call: () => 'T.conv(x, k, { stride: [1, 2, 3], padding: [[1, 2], 0, [3, 3]], dilation: [1, 2, 1] })' },
  { name: 'conv in a pipe', budget: 555,
    operands: (i) => `x: Tensor<['batch', 8, ${i}, ${i + 3}]>, k: Tensor<[4, 8, 3, 3]>`, call: () => 'pipe(x, T.conv(k, { padding: 1 }))' },
  { name: 'maxPool', budget: 310, first: 3_150, operands: (i) => `x: Tensor<['batch', 3, ${i}, ${i + 7}]>`, call: () => 'T.maxPool(x, [2, 2])' },
  { name: 'averagePool, that overlaps', budget: 400, first: 4_400,
    operands: (i) => `x: Tensor<['batch', 3, ${i}, ${i + 7}]>`, call: () => 'T.averagePool(x, [3, 3], { stride: 2, padding: 1 })' },
  { name: 'scan', budget: 360, first: 4_650,
    operands: (i) => `h: Tensor<['batch', ${i}]>, xs: Tensor<['time', 'batch', ${i}]>`,
    call: () => 'T.scan((c, x) => [T.add(c, x), T.sum(x, 1)], h, xs)[1].shape' },
  { name: 'vmap', budget: 265, first: 1_900,
    operands: (i) => `f: (x: Tensor<[${i}]>, y: Tensor<[${i}, 3]>) => Tensor<[3]>, x: Tensor<['batch', ${i}]>, y: Tensor<['batch', ${i}, 3]>`,
    call: () => 'G.vmap(f)(x, y).shape' },
  { name: 'grad', budget: 55, first: 820,
    operands: (i) => `f: (p: Affine<${i}>, x: Tensor<['batch', ${i}]>) => Tensor<[]>, p: Affine<${i}>, x: Tensor<['batch', ${i}]>`,
    call: () => 'G.grad(f)(p, x).weight.shape' },
  { name: 'grad, ten tensors', budget: 35,
    operands: (i) => `f: (p: ${tenTensors(i)}) => Tensor<[]>`, call: () => 'G.grad(f)' },
  { name: 'grad, ten tensors in interfaces', budget: 360,
    operands: (i) => `f: (p: { readonly layers: readonly [${Array.from({ length: 5 }, (_, k) => `Affine<${i + k}>`).join(', ')}] }) => Tensor<[]>`, call: () => 'G.grad(f)' },
  { name: 'jacobian', budget: 100, first: 895,
    operands: (i) => `f: (p: Affine<${i}>) => Tensor<[${i}]>, p: Affine<${i}>`,
    call: () => 'G.jacobianReverse(f)(p).weight.shape' },
  { name: 'hessian', budget: 115, first: 1_020,
    operands: (i) => `f: (p: Affine<${i}>) => Tensor<[]>, p: Affine<${i}>`,
    call: () => 'G.hessian(f)(p).weight.bias.shape' },
  { name: 'makeStep', budget: 135, first: 1_460,
    operands: (i) => `f: (p: Affine<${i}>, s: {}, x: Tensor<['batch', ${i}]>) => Tensor<[]>, s: R.Transformation<R.Adam>`,
    call: () => 'R.makeStep({ loss: f, optimizer: s })' },
  { name: 'applyUpdates', budget: 100, first: 650, operands: (i) => `p: Affine<${i}>`, call: () => 'R.applyUpdates(p, p).weight.shape' },
  { name: 'batches', budget: 290, first: 3_230,
    operands: (i) => `data: { readonly x: Tensor<[60, ${i}]>; readonly y: Tensor<[60], 'i32'> }`, call: () => 'R.batches(data, 10)' },
  { name: 'layer', budget: 40, operands: () => '', call: (i) => `N.dense(${i}, ${i + 1})` },
  { name: 'layer, named', budget: 200, first: 530,
    operands: (i) => `m: N.Layer<N.None, N.None, [${i}], [${i}]>`, call: (i) => `pipe(m, N.dense('l${i}', ${i + 1}))` },
  { name: 'layer, named, and relu', budget: 245,
    operands: (i) => `m: N.Layer<N.None, N.None, [${i}], [${i}]>`, call: (i) => `pipe(m, N.dense('l${i}', ${i + 1}), N.relu)` },
  { name: 'layer, applied', budget: 145, first: 245,
    operands: (i) => `m: N.Layer<Affine<${i}>, N.None, [${i}], [10]>, p: Affine<${i}>, x: Tensor<['batch', ${i}]>`,
    call: () => 'm.apply(p, {}, N.evaluation)(x)' },
];

const layers = Array.from({ length: 200 }, (_, i) => i + 10);

/** What is done with a network: begun, applied, differentiated, trained, its parameters read. `last` is where the last layer's are. */
const used = (last: string): string => `
const { params, state } = network.init(T.key(0));
const loss = (p: typeof params, s: typeof state, { x }: { readonly x: Tensor<['batch', 10]> }, mode: N.Mode) =>
  T.sum(network.apply(p, s, mode)(x)[0]);
export const slope = G.grad((p: typeof params) => loss(p, state, { x: T.ones([T.dim('batch', 3), 10]) }, N.evaluation))(params)${last}.weight;
const optimizer = R.adamW({ rate: 0.001 });
const start = R.initialState({ params, state, optimizer, key: T.key(0) });
export const end = R.fold(R.makeStep({ loss, optimizer }))(start, [])[0].params${last}.weight;`;

// prettier-ignore
export const programRows: readonly ProgramRow[] = [
  { name: 'import alone', budget: 1_000, program: 'export const all = [T, G, N, R, pipe];' },
  { name: 'import alone, declarations checked', budget: 20_000, skipLibCheck: false, program: 'export const all = [T, G, N, R, pipe];' },
  { name: '60 choices and sums in a function generic in a dtype', budget: 30_000,
    program: `export const steps = <D extends T.Numeric>(m: Tensor<[3], 'bool'>, l0: Tensor<[3], D>, y: Tensor<[3], D>): Tensor<[3], D> => {
${Array.from({ length: 60 }, (_, i) => `  const l${i + 1} = T.where(m, T.add(l${i}, y), y);`).join('\n')}
  return l60;
};` },
  { name: '200 layers in sequence, trained', budget: 100_000,
    program: `const network = N.sequential(${layers.map((i) => `N.dense(${i}, ${i + 1})`).join(', ')});${used('[199]')}` },
  { name: '200 named layers, trained', budget: 100_000,
    program: [
      'const l9 = N.input(10);',
      ...layers.map((i) => `const l${i} = pipe(l${i - 1}, N.dense('layer${i}', ${i + 1}), N.relu);`),
      `const network = l209;${used('.layer209')}`,
    ].join('\n') },
];
