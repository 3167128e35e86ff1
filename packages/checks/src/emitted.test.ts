/**
 * What users export can be written down in declarations: functions that wait for their tensor, training steps, and sizes of type parameters. Otherwise a
 * compiler that emits declarations says `The inferred type of 'relu6' cannot be named`.
 */
import { expect, test } from 'vitest';
import { withProject } from './declarations.ts';
import { diagnose, typescript6, typescript7 } from './typescript.ts';

const waiting: readonly string[] = [
  'T.add(T.ones([3]))',
  'T.less(0)',
  "T.logicalAnd(T.ones([3], 'bool'))",
  'T.atan2(T.ones([3]))',
  'T.shiftLeft(1)',
  'T.matmul(T.ones([3, 4]))',
  'T.dot(T.ones([3]))',
  'T.outer(T.ones([3]))',
  'T.sum(0)',
  'T.mean()',
  'T.argMax(0)',
  'T.softmax()',
  'T.argSort(0)',
  'T.reshape([2, 3])',
  'T.transpose([1, 0])',
  'T.transpose()',
  'T.swapAxes(0, 1)',
  'T.moveAxis(0, 1)',
  'T.expandDims(0)',
  'T.squeeze(0)',
  'T.broadcastTo([2, 3])',
  'T.reverse(0)',
  'T.roll(1, 0)',
  'T.tile([1, 2])',
  'T.slice([[0, 2]])',
  'T.clip(0, 6)',
  'T.tril(1)',
  'T.refine([2, 3])',
  'T.conv(T.ones([8, 3, 3]))',
  'T.conv(T.ones([8, 3, 3]), { stride: 2 })',
  'T.maxPool([2, 2])',
  'T.averagePool([2, 2], { stride: 1, includePadding: false })',
  "T.reduceWindow('sum', [2, 2])",
  "T.rearrange('a b -> b a')",
  "T.rearrange('a (b c) -> b a c', { b: 2 })",
  "T.reduce('a b -> b', 'mean')",
  'T.repeat(2, 0)',
  "T.repeat('a -> a b', { b: 2 })",
  "R.accuracy(T.ones([3], 'i32'))",
  'R.makeStep({ loss: (w: Tensor<[3]>) => T.sum(w), optimizer: R.sgd({ rate: 1 }) })',
  '<Q extends Tree>(loss: (w: Tensor<[3]>, state: {}, batch: Q) => Tensor<[]>) => R.makeStep({ loss, optimizer: R.sgd({ rate: 1 }) })',
];

const generic: readonly string[] = [
  "(x: Tensor<[B, C, 4]>) => T.rearrange(x, 'b t c -> (b t) c')",
  '(x: Tensor<[B, C, 4]>) => T.flatten(x)',
  '(x: Tensor<[B, 4]>, y: Tensor<[C, 4]>) => T.concatenate([x, y])',
  '(x: Tensor<[B, 4]>) => T.concatenate([T.ones([1, 4]), x])',
  '(x: Tensor<[B, 4]>) => T.pad(x, [[1, 1], [0, 0]])',
  '(x: Tensor<[2, B]>) => T.flatten(x)',
  '(x: Tensor<[B, C]>) => T.slice(x, [null, [1, null]])',
  '(x: Tensor<[B, 4]>) => T.slice(x, [-1])',
  "(x: Tensor<[2, B, 3]>) => T.rearrange(x, 'a b c -> (a b c)')",
  "(x: Tensor<['n', B]>) => T.reshape(x, [-1])",
  '(x: Tensor<[2, B]>) => T.tile(x, [2, 3])',
  "(x: Tensor<[...S, 2, 3]>) => T.rearrange(x, '... a b -> (... a b)')",
];

const program = [
  "import * as T from '@cotangent/core';",
  "import type { Dim, Shape, Tensor, Tree } from '@cotangent/core';",
  "import * as R from '@cotangent/train';",
  ...[...waiting, ...generic.map((body) => `<B extends Dim, C extends Dim, S extends Shape>${body}`)].map(
    (code, index) => `export const value${index} = ${code};`,
  ),
].join('\n');

test.each([typescript7, typescript6])('what is exported has names, in $name', { timeout: 120_000 }, async (compiler) => {
  const found = await withProject({ 'program.ts': program }, (folder) => diagnose(folder, compiler), { declaration: true });
  expect(found.map(({ line, message }) => `${program.split('\n')[line - 1]}: ${message}`)).toEqual([]);
});

test('what has none is found', { timeout: 120_000 }, async () => {
  // What is refused has a type all the same, of parts that nobody else may name.
  const unnamed = `import type { Shape, Tensor } from '@cotangent/core';
export const token = <S extends Shape>(x: Tensor<S>) => x.dim(0);`;
  const found = await withProject({ 'program.ts': unnamed }, (folder) => diagnose(folder), { declaration: true });
  expect(found.map(({ message }) => message).join('\n')).toContain("The inferred type of 'token' cannot be named");
});
