/**
 * Generic bodies that make one tensor of another: every function that gives a shape made of type parameters, followed by every function that takes
 * one. What the compiler lets pass has a shape: one that is `any` would pass for every other.
 */

/** Tensors that bodies are given, by the name of a parameter. */
const given = {
  x: 'Tensor<[B, 6]>',
  w: 'Tensor<[B, C, 6]>',
  s: 'Tensor<[...S, 6]>',
  f: 'Tensor<[2, ...S]>',
  v: 'Tensor<[B]>',
  u: 'Tensor<S>',
} as const;

/** What makes a tensor whose shape is made of type parameters. */
export const producers: readonly string[] = [
  'x',
  'w',
  'T.flatten(x)',
  'T.flatten(w)',
  'T.flatten(w, 1)',
  'T.flatten(s)',
  'T.flatten(u)',
  'T.flatten(f)',
  'T.flatten(v)',
  'pipe(x, T.flatten)',
  'T.reshape(x, [-1])',
  'T.reshape(w, [-1])',
  'T.reshape(w, [-1, 6])',
  'T.reshape(w, [-1, 3])',
  'T.reshape(x, [x.dim(0), 3, 2])',
  'pipe(w, T.reshape([-1]))',
  "T.rearrange(x, 'a b -> (a b)')",
  "T.rearrange(x, 'a b -> b a')",
  "T.rearrange(w, 'a b c -> (a b) c')",
  "T.rearrange(w, 'a b c -> c (b a)')",
  "T.rearrange(s, '... a -> a ...')",
  "T.rearrange(s, '... a -> (... a)')",
  "T.rearrange(x, 'a (b c) -> (a c) b', { c: 2 })",
  "T.reduce(w, 'a b c -> (a b)', 'sum')",
  "T.repeat(x, 'a b -> (a r) b', { r: 2 })",
  'T.repeat(x, 2, 0)',
  'T.tile(x, [2, 1])',
  'T.tile(x, [x.dim(0), 1])',
  'T.pad(x, [[1, 1], [0, 0]])',
  'T.pad(x, [[1, 0], [0, 2]])',
  'T.slice(x, [[1, null]])',
  'T.slice(x, [[0, -1]])',
  'T.slice(x, [0])',
  'T.slice(f, [0])',
  'T.slice(f, [[0, 1]])',
  'T.slice(x, [[null, null, 1]])',
  'T.slice(x, [[0, null, 2]])',
  'T.slice(x, [[1, null, 3]])',
  'T.concatenate([T.slice(x, [[0, null, 2]]), T.slice(x, [[1, null, 2]])])',
  'T.concatenate([x, x])',
  'T.concatenate([x, T.ones([1, 6])])',
  'T.concatenate([w, w], 1)',
  'T.stack([x, x])',
  'T.stack([s, s], -1)',
  'T.splitAxis(x, 2, 1)[0]',
  'T.splitAxis(x, 1)[0]',
  'T.splitAxis(T.tile(x, [4, 1]), 2)[1]',
  'T.splitAxis(T.concatenate([x, x]), 2)[0]',
  'T.slice(T.tile(x, [2, 1]), [[0, null, 2]])',
  'T.expandDims(x, 1)',
  'T.expandDims(s, -1)',
  'T.transpose(x)',
  'T.transpose(w, [1, 0, 2])',
  'T.swapAxes(w, 0, 1)',
  'T.moveAxis(w, 0, -1)',
  'T.sum(w, 1)',
  'T.sum(w, [0, 2])',
  'T.sum(w, 0, { keepDims: true })',
  'T.sum(s, -1)',
  'T.mean(x, 0)',
  'T.softmax(x)',
  'T.broadcastTo(v, [6, v.dim(0)])',
  'T.matmul(x, T.transpose(x))',
  'T.matmul(w, T.ones([6, 3]))',
  'T.matmul(s, T.ones([6, 3]))',
  'T.outer(v, v)',
  "T.einsum('ij,kj->ik', x, x)",
  "T.einsum('...i->...', s)",
  "T.einsum('ijk->kji', w)",
  "T.conv(w, T.ones([4, w.dim(1), 3]), { padding: 'same' })",
  "T.maxPool(w, [3], { padding: 'same', stride: 1 })",
  'T.averagePool(T.transpose(x), [3], { padding: [[2, 0]], stride: 1 })',
  "T.conv(T.transpose(x), T.ones([4, 6, 3]), { padding: 'same', stride: 2 })",
  'T.conv(T.transpose(x), T.ones([4, 6, 3]), { padding: 1, stride: 2 })',
  "T.maxPool(x, [2, 2], { padding: 'same' })",
  "T.averagePool(v, [3], { padding: 'same', stride: 2 })",
  "T.maxPool(T.maxPool(v, [2], { padding: 'same' }), [3], { padding: 'same' })",
  "T.reduceWindow(T.pad(x, [[3, 0], [0, 0]]), 'sum', [2, 1])",
  "T.take(x, T.tensor([0, 1], 'i32'), 0)",
  "T.oneHot(T.convert(v, 'i32'), 3)",
  'T.zeros([x.dim(0), 2])',
  'T.zerosLike(x)',
  'T.tril(x)',
  'T.add(x, T.ones([6]))',
  'T.where(T.less(x, 0), x, 0)',
  'N.relu(x)',
  'N.dense(6, 3).apply(N.dense(6, 3).init(T.key(0)).params, {}, N.evaluation)(x)[0]',
  'G.vmap((row: Tensor<[6]>) => T.exp(row))(x)',
  'G.grad((y: Tensor<[B, 6]>) => T.sum(y))(x)',
  'G.hessian((y: Tensor<[B]>) => T.sum(T.exp(y)))(v)',
];

/** What takes a tensor `y`, and gives a tensor or several. */
export const consumers: readonly string[] = [
  'T.add(y, y)',
  'T.add(y, T.ones([6]))',
  'T.multiply(y, T.ones([7]))',
  'T.maximum(T.ones([3, 1]), y)',
  'T.where(T.less(y, 0), y, T.ones([7]))',
  'T.clip(y, 0, T.ones([7]))',
  'T.concatenate([y, T.ones([1])])',
  'T.concatenate([y, T.ones([1, 6])])',
  'T.concatenate([y, y], -1)',
  'T.stack([y, y])',
  'T.stack([y, T.ones([7])])',
  'T.matmul(y, T.ones([6, 2]))',
  'T.matmul(T.ones([2, 6]), y)',
  'T.matmul(y, y)',
  'T.dot(y, y)',
  'T.outer(y, y)',
  "T.einsum('i->', y)",
  "T.einsum('ij->ji', y)",
  "T.einsum('ii->i', y)",
  "T.einsum('...i,...i->...', y, y)",
  "T.einsum('...i,...j->...ij', y, y)",
  "T.einsum('i,i->i', y, T.ones([7]))",
  'T.sum(y, 0)',
  'T.sum(y, -1)',
  'T.sum(y, [0, 1])',
  'T.mean(y, 0, { keepDims: true })',
  'T.max(y, -1, { keepDims: true })',
  'T.argMax(y, 0)',
  'T.norm(y, 0)',
  'T.softmax(y)',
  'T.softmax(y, 0)',
  'T.cumulativeSum(y, 0)',
  'T.sort(y)',
  'T.flatten(y)',
  'T.flatten(y, 1)',
  'T.reshape(y, [-1])',
  'T.reshape(y, [-1, 2])',
  'T.reshape(y, [7])',
  'T.transpose(y)',
  'T.transpose(y, [1, 0])',
  'T.swapAxes(y, 0, 1)',
  'T.moveAxis(y, 0, -1)',
  'T.squeeze(y, 0)',
  'T.squeeze(y)',
  'T.expandDims(y, 0)',
  'T.expandDims(y, -1)',
  'T.broadcastTo(y, [2, 6])',
  'T.broadcastTo(y, [3, y.dim(0)])',
  'T.slice(y, [0])',
  "T.take(T.ones([10, 4]), T.convert(y, 'i32'), 0)",
  'T.slice(y, [[1, null]])',
  'T.slice(y, [[2, null]])',
  'T.slice(y, [null, [0, -1]])',
  'T.slice(y, [[0, null, 2]])',
  'T.slice(y, [null, [1, null, 2]])',
  'T.pad(y, [[1, 1]])',
  'T.pad(y, [[1, 1], [0, 0]])',
  'T.tile(y, [2])',
  'T.tile(y, [2, 1])',
  'T.repeat(y, 2, 0)',
  'T.reverse(y, 0)',
  'T.roll(y, 1, 0)',
  'T.splitAxis(y, 2)[0]',
  'T.splitAxis(y, 1)[0]',
  'T.splitAxis(y, [1, 2])[1]',
  'T.splitAxis(y, 2, -1)[0]',
  "T.rearrange(y, 'a b -> b a')",
  "T.rearrange(y, 'a -> a 1')",
  "T.rearrange(y, '... a -> ... (a) 1')",
  "T.rearrange(y, '... a -> a ...')",
  "T.rearrange(y, '(a b) -> a b', { a: 2 })",
  "T.rearrange(y, '(a b) c -> a b c', { a: 2 })",
  "T.reduce(y, '... a -> ...', 'mean')",
  "T.reduce(y, 'a b -> a', 'sum')",
  "T.repeat(y, 'a -> a r', { r: 2 })",
  "T.repeat(y, '... a -> ... (a r)', { r: 2 })",
  'T.maxPool(y, [2])',
  "T.maxPool(y, [3], { padding: 'same', stride: 1 })",
  "T.averagePool(y, [3], { padding: 'same', stride: 1 })",
  "T.maxPool(y, [3], { padding: 'same' })",
  "T.reduceWindow(y, 'sum', [2])",
  "T.conv(y, T.ones([4, 6, 3]), { padding: 'same', stride: 2 })",
  'T.conv(y, T.ones([4, 6, 1]))',
  "T.take(y, T.tensor([0], 'i32'), 0)",
  "T.takeAlongAxis(y, T.tensor([0], 'i32'), 0)",
  "T.oneHot(T.convert(y, 'i32'), 3)",
  'T.tril(y)',
  'T.diagonal(y)',
  'T.ones([y.dim(0), 3])',
  'T.permutation(T.key(0), y)',
  'N.relu(y)',
  'N.softmax(y)',
  'N.meanSquaredError(y, T.ones([7]))',
  "N.softmaxCrossEntropy(y, T.tensor([0, 1], 'i32'))",
  'N.dense(6, 3).apply(N.dense(6, 3).init(T.key(0)).params, {}, N.evaluation)(y)[0]',
  'G.vmap((row: Tensor<[6]>) => T.exp(row))(y)',
  'G.grad((z: Tensor<[7]>) => T.sum(z))(y)',
  'R.applyUpdates(y, T.ones([7]))',
  "R.accuracy(y, T.tensor([0, 1], 'i32'))",
  'pipe(y, T.sum(0))',
  'pipe(y, T.flatten)',
  'pipe(y, T.reshape([-1, 2]))',
  "pipe(y, T.rearrange('... a -> a ...'))",
  'pipe(y, T.matmul(T.ones([6, 2])))',
  'pipe(y, T.add(T.ones([7])))',
];

/** What takes two tensors of one shape, `y` and `z`. */
export const pairings: readonly string[] = [
  'T.stack([y, z])',
  'N.meanSquaredError(y, z)',
  'N.binaryCrossEntropy(y, z)',
  'R.applyUpdates(y, z)',
  'R.applyUpdates({ w: y }, { w: z })',
  'G.jvp((a: typeof y) => T.exp(a), [y], [z])',
  'T.subtract(y, z)',
  'T.where(T.less(y, 0), y, z)',
  "N.softmaxCrossEntropy(T.expandDims(y, -1), T.convert(z, 'i32'))",
  "R.accuracy(T.expandDims(y, -1), T.convert(z, 'i32'))",
];

const typeParameters = ['B', 'C', 'S'];

/** Code of the same tensors with other type parameters. */
const other = (code: string): string => code.replaceAll(/\b([BCSxwsfvu])\b/g, '$1_');

const parameters = Object.entries(given)
  .flatMap(([name, type]) => [`${name}: ${type}`, `${name}_: ${other(type)}`])
  .join(', ');

const bounds = typeParameters
  .flatMap((name) => [name, `${name}_`])
  .map((name) => `${name} extends ${name.startsWith('S') ? 'Shape' : 'Dim'}`)
  .join(', ');

const imports = [
  "import * as T from '@cotangent/core';",
  "import * as G from '@cotangent/grad';",
  "import * as N from '@cotangent/nn';",
  "import * as R from '@cotangent/train';",
  "import type { Dim, Shape, Tensor } from '@cotangent/core';",
  "import { pipe } from 'fp-ts/lib/function.js';",
];

/** What a producer makes, and code about that: `y`, and `z`, which it makes of other tensors. */
export interface Body {
  readonly producer: string;
  readonly code: string;
}

/** A program of bodies, a line each. */
export const programOf = (bodies: readonly Body[]): string =>
  [
    ...imports,
    ...bodies.map(
      ({ producer, code }, index) =>
        `export const body${index} = <${bounds}>(${parameters}) => { const [y, z] = [${producer}, ${other(producer)}] as const; ${code}; };`,
    ),
  ].join('\n');

/** The bodies in lines of a program. */
export const bodiesIn = (bodies: readonly Body[], lines: readonly number[]): ReadonlySet<Body> =>
  new Set(lines.flatMap((line) => bodies[line - 1 - imports.length] ?? []));
