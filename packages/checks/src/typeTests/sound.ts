/**
 * Every public function, called with arguments that may be one of several, or of which nothing is known: the compiler refuses the call, or the
 * tensors in its result are whole ones. A size of a union type would pass for each of its members, and a shape that is `never` for all shapes.
 */
import type { Diagnostic } from '../typescript.ts';

/** What calls are made of. */
const operands = {
  x: 'Tensor<[3, 4]>',
  either: 'Tensor<[3, 4]> | Tensor<[4, 4]>',
  ranks: 'Tensor<[3]> | Tensor<[3, 3]>',
  squares: 'Tensor<[3, 3]> | Tensor<[4, 4]>',
  images: 'Tensor<[2, 3, 8, 8]> | Tensor<[2, 3, 9, 9]>',
  kernels: 'Tensor<[5, 3, 2, 2]> | Tensor<[5, 3, 3, 3]>',
  whole: "Tensor<[3], 'i32'> | Tensor<[4], 'i32'>",
  flags: "Tensor<[3, 4], 'bool'> | Tensor<[4, 4], 'bool'>",
  number: 'Tensor<[2, 3, 4]> | number',
  axis: '0 | 1',
  size: '2 | 3',
  sizes: '[2] | [3]',
  lists: '[2] | [2, 3]',
  record: '{ a: Tensor<[3, 4]> | Tensor<[4, 4]> }',
  layer: 'N.Layer<N.None, N.None, [4], [3]> | N.Layer<N.None, N.None, [4], [4]>',
  anything: 'ReturnType<typeof JSON.parse>',
} as const;

/** What every function is called with. */
const ofAll: readonly (readonly string[])[] = [
  ...[
    'either',
    'ranks',
    'squares',
    'images',
    'kernels',
    'whole',
    'flags',
    'number',
    'size',
    'lists',
    'record',
    'layer',
    'anything',
  ].map((one) => [one]),
  ...['either', 'squares', 'flags', 'whole', 'number', 'lists', 'layer', 'anything'].flatMap((one) => [
    [one, one],
    [one, 'x'],
    ['x', one],
    [one, '0'],
    ['0', one],
  ]),
  ...['axis', 'size', 'sizes', 'lists'].map((one) => ['x', one]),
  ...['either', 'anything'].flatMap((one) => [
    [one, 'x', '0'],
    ['x', one, '0'],
    ['x', 'x', one],
    ['T.key(0)', one],
    ['T.key(0)', one, '{ min: 0, max: 2 }'],
    [`[x, ${one}]`],
    [`[${one}, ${one}]`],
  ]),
  ...['axis', 'size', 'sizes', 'anything'].flatMap((one) => [
    ['x', `[${one}]`],
    ['x', `[${one}, 2]`],
    ['x', '2', one],
    ['x', one, '0'],
    ['T.key(0)', `[${one}]`],
    [`[${one}]`, '1'],
    [`[${one}, 2]`],
  ]),
];

/** What some functions are called with besides. */
const ofSome: readonly string[] = [
  "T.einsum('ij->ji', either)",
  "T.einsum('ij,ij->', either, either)",
  "T.einsum('ij,jk->ik', T.ones([2, 3]), squares)",
  "T.einsum('...i->...', either)",
  "T.einsum('...->...', ranks)",
  "T.einsum('ii->', squares)",
  'T.einsum(anything, either)',
  "T.rearrange(either, 'a b -> b a')",
  "T.rearrange(either, '... b -> b ...')",
  "T.rearrange(either, 'a (b c) -> a b c', { b: 2 })",
  "T.reduce(either, 'a b -> a', 'sum')",
  "T.reduce(x, flag ? 'a b -> a' : 'a b -> b', 'sum')",
  "T.repeat(either, 'a b -> a b c', { c: 2 })",
  'T.repeat(either, 2, 0)',
  'T.repeat(x, size, 0)',
  'T.repeat(x, 2, axis)',
  'T.conv(images, T.ones([5, 3, 2, 2]))',
  'T.conv(T.ones([2, 3, 8, 8]), kernels)',
  'T.conv(images, kernels, { stride: 2 })',
  'T.conv(T.ones([2, 3, 8, 8]), T.ones([5, 3, 2, 2]), { stride: [1, size] })',
  'T.maxPool(x, [size], { stride: 1 })',
  'T.maxPool(x, sizes, { stride: 1 })',
  'T.maxPool(x, [2], { stride: size })',
  'T.maxPool(x, [2], { padding: [size] })',
  'T.maxPool(x, [2], { padding: [[0, size]] })',
  'T.maxPool(either, [2])',
  "T.reduceWindow(either, 'sum', [2])",
  "T.reduceWindow(x, 'sum', [size])",
  "T.reduceWindow(x, 'sum', sizes)",
  "T.reduceWindow(x, 'sum', anything, { stride: 1 })",
  'T.sum(either, 0, { keepDims: true })',
  'T.sum(x, anything, { keepDims: true })',
  'T.clip(x, number, 1)',
  'T.clip(x, 0, number)',
  'T.where(flags, x, 0)',
  "T.where(T.ones([3, 4], 'bool'), number, x)",
  "T.where(T.ones([3, 4], 'bool'), x, number)",
  "T.where(T.ones([3, 4], 'bool'), number, 1)",
  'T.concatenate([x, x], axis)',
  'T.concatenate(flag ? [x, x] : [x])',
  'T.stack([x, x], axis)',
  'T.stack(flag ? [x, x] : [x])',
  'T.splitAxis(x, [size, 1])',
  'T.splitAxis(x, flag ? 1 : 3)',
  'T.slice(x, [[0, size]])',
  'T.slice(x, flag ? [0] : [null, 0])',
  'T.pad(x, [[0, size], [0, 0]])',
  'T.tile(x, [size, 1])',
  'T.tensor(flag ? [1] : [1, 2])',
  'T.tensor([flag ? [1] : [1, 2]])',
  'T.tensor(flag ? 1 : [1])',
  'T.scan((c, r) => [c, r], T.scalar(0), either)',
  'T.scan((c, r) => [c, r], T.scalar(0), record)',
  'T.scan((c, r) => [c, r], T.scalar(0), squares)',
  'T.scan((c, r) => [c, r], either, x)',
  'T.scan((c, r) => [c, either], T.scalar(0), x)',
  'G.grad((a: typeof either) => T.scalar(1))(either)',
  'G.valueAndGrad((a: typeof either) => T.scalar(1))(either)',
  'G.vmap((a: Tensor<[4]>) => a)(either)',
  'G.vmap((a: Tensor<[3]> | Tensor<[4]>) => a)(x)',
  'G.vmap((a: Tensor<[4]>) => either)(x)',
  'G.vmap((a: Tensor<[4]>) => a, { in: axis })(x)',
  'G.jvp((a: typeof either) => a, [either], [either])',
  'G.vjp((a: typeof either) => a, either)',
  'G.jacobianForward((a: Tensor<[3]>) => either)(T.ones([3]))',
  'G.jacobianReverse((a: typeof either) => a)(either)',
  'G.hessian((a: typeof either) => T.scalar(1))(either)',
  'G.linearize((a: typeof either) => a, either)',
  'G.jacobianReverse((a: Tensor<[3]>) => T.sum(a, anything))(T.ones([3]))',
  'N.dense(size, 4)',
  'N.dense(2, size)',
  'N.repeat(size, N.dense(3, 3))',
  'N.residual(layer)',
  "N.softmaxCrossEntropy(either, T.ones([3], 'i32'))",
  'R.batches(x, size)',
  'R.batches(either, 1)',
  'R.trainTestSplit(either, { test: 1 })',
  "R.accuracy(either, T.ones([3], 'i32'))",
  'R.applyUpdates({ w: either }, { w: either })',
];

/** Calls that are taken though their results are no whole tensors, and why. */
export const excepted: ReadonlyMap<RegExp, string> = new Map([
  [/^T\.\w+\((0|anything), anything\)$/, 'an `any` beside a number, or beside another one, is taken for a number, too'],
  [
    /^N\.(parallel|sequential)\((layer|layer, layer|anything|anything, anything)\)$/,
    'layers that may be one of several give one of several shapes',
  ],
]);

/** Calls of functions, by the name under which programs have their package. */
export const callsOf = (functions: Readonly<Record<string, readonly string[]>>): readonly string[] => [
  ...Object.entries(functions).flatMap(([alias, names]) =>
    names.flatMap((name) => ofAll.map((given) => `${alias}.${name}(${given.join(', ')})`)),
  ),
  ...ofSome,
];

const head = `
import * as T from '@cotangent/core';
import type { Tensor } from '@cotangent/core';
import * as G from '@cotangent/grad';
import * as N from '@cotangent/nn';
import * as R from '@cotangent/train';

declare const flag: boolean;
${Object.entries(operands)
  .map(([name, type]) => `declare const ${name}: ${type};`)
  .join('\n')}

type Several<T, U = T> = T extends unknown ? (U extends T ? never : true) : never;
type OpenDim<D> = [D] extends [never] ? 'never' : string extends D ? never : number extends D ? never : [Several<D>] extends [never] ? never : D;
type OpenShape<S> = [S] extends [never]
  ? 'never'
  : [Several<S>] extends [never]
    ? S extends readonly unknown[]
      ? { [I in keyof S]: OpenDim<S[I]> }[number]
      : never
    : S;
type Open<T, Depth extends readonly 0[] = []> = 0 extends 1 & T
  ? never
  : Depth['length'] extends 4
    ? never
    : T extends { readonly shape: infer S; readonly dtype: infer D; readonly rank: number }
      ? OpenShape<S> | ([D] extends [never] ? 'never' : never)
      : T extends { readonly output: infer O; readonly input: infer I }
        ? Open<O, [...Depth, 0]> | Open<I, [...Depth, 0]>
        : T extends (...given: never) => unknown
          ? never
          : T extends readonly unknown[]
            ? Open<T[number], [...Depth, 0]>
            : T extends object
              ? { [K in keyof T]-?: Open<T[K], [...Depth, 0]> }[keyof T]
              : never;
declare const sound: <T>(made: T, open: [Open<T>] extends [never] ? true : Open<T>) => void;
`;

const first = head.split('\n').length;

/** A program with a call in each line; `wrap` puts it into a statement. */
export const programOf = (calls: readonly string[], wrap: (call: string) => string): string =>
  [head, ...calls.map(wrap)].join('\n');

/** The calls that diagnostics are about. */
export const callsIn = (calls: readonly string[], diagnostics: readonly Diagnostic[]): ReadonlySet<string> =>
  new Set(diagnostics.flatMap(({ line }) => calls[line - first - 1] ?? []));
