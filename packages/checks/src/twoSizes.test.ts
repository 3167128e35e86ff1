/**
 * Two sizes behind one name, which only run time can see: every public function that finds them says so under its own name, and not under that of
 * a primitive or of a function that it is made of.
 */
import * as core from '@cotangent/core';
import * as grad from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as training from '@cotangent/train';
import { describe, expect, test } from 'vitest';

const [three, four] = [core.dim('n', 3), core.dim('n', 4)];

const tensors = (['f32', 'i32', 'bool'] as const).flatMap((dtype) => [
  core.zeros([three], dtype),
  core.zeros([four], dtype),
  core.zeros([three, 1], dtype),
  core.zeros([four, 1], dtype),
  core.zeros([2, three], dtype),
  core.zeros([2, four], dtype),
]);

/** Shapes, sizes and lists of tensors in which two sizes meet. */
const [left = core.scalar(0), right = core.scalar(0)] = tensors;
const others: readonly unknown[] = [core.key(0), [three, four], [left, right], [four, 1], four, 'i,j->ij', 'a -> a b', 0.5];

const behind: readonly (readonly unknown[])[] = [[], [0], [1], [right], [[three, four]], [{ max: 3 }], [{ b: four }]];

/** What a call says, if it is about two sizes. */
const said = (f: (...given: readonly unknown[]) => unknown, given: readonly unknown[]): string | undefined => {
  try {
    f(...given);
    return undefined;
  } catch (error) {
    return error instanceof Error && error.message.includes("two sizes of 'n'") ? error.message : undefined;
  }
};

const pool = [...tensors, ...others];
const calls = [
  ...pool.flatMap((first) => pool.flatMap((second) => behind.map((rest) => [first, second, ...rest]))),
  ...pool.flatMap((first) => behind.map((rest) => [first, ...rest])),
];

const isFunction = (value: unknown): value is (...given: readonly unknown[]) => unknown => typeof value === 'function';

const functionsOf = (library: object): readonly (readonly [string, (...given: readonly unknown[]) => unknown])[] =>
  Object.entries(library).flatMap(([name, value]) => (isFunction(value) && !/^[A-Z]/.test(name) ? [[name, value] as const] : []));

const functions = [...functionsOf(core), ...functionsOf(nn.initializers), ...functionsOf(nn), ...functionsOf(training)];

describe('two sizes behind one name', () => {
  const found = new Map(functions.map(([name, f]) => [name, new Set(calls.flatMap((given) => said(f, given) ?? []))] as const));

  test.each([...found])('%s says so under its own name', (name, messages) => {
    expect([...messages].filter((message) => !message.startsWith(`${name}: `))).toEqual([]);
  });

  test('these functions find them', () => {
    expect([...found].flatMap(([name, messages]) => (messages.size > 0 ? [name] : []))).toMatchInlineSnapshot(`
      [
        "full",
        "fromArray",
        "fromNested",
        "tensorCodec",
        "getBooleanAlgebra",
        "getProductMonoid",
        "getRing",
        "getSumMonoid",
        "bernoulli",
        "randint",
        "normal",
        "truncatedNormal",
        "bits",
        "uniform",
        "spec",
        "add",
        "subtract",
        "multiply",
        "divide",
        "remainder",
        "power",
        "maximum",
        "minimum",
        "atan2",
        "logAddExp",
        "where",
        "clip",
        "equal",
        "notEqual",
        "less",
        "lessEqual",
        "greater",
        "greaterEqual",
        "take",
        "takeAlongAxis",
        "oneHot",
        "concatenate",
        "stack",
        "matmul",
        "dot",
        "outer",
        "einsum",
        "logicalAnd",
        "logicalOr",
        "logicalXor",
        "bitwiseAnd",
        "bitwiseOr",
        "bitwiseXor",
        "shiftLeft",
        "shiftRightLogical",
        "shiftRightArithmetic",
        "refine",
        "reshape",
        "broadcastTo",
        "tile",
        "input",
        "binaryCrossEntropy",
        "binaryCrossEntropyWithLogits",
        "huber",
        "meanAbsoluteError",
        "meanSquaredError",
        "softmaxCrossEntropy",
        "softmaxCrossEntropyOneHot",
        "applyUpdates",
        "batches",
        "trainTestSplit",
        "accuracy",
        "confusionMatrix",
      ]
    `);
  });
});

// What is refused as unlike says, besides, where each size was named.
const [threeRows, fourRows] = [core.zeros([three, 2]), core.zeros([four, 2])];
const [threeLabels, fourLabels] = [core.zeros([three], 'i32'), core.zeros([four], 'i32')];

describe('two sizes behind one name in trees, batches and losses', () => {
  test.each<readonly [string, () => unknown]>([
    ['vmap', () => grad.vmap((x: core.Tensor<[2]>, y: core.Tensor<[2]>) => core.add(x, y))(threeRows, fourRows)],
    ['scan', () => core.scan((c, x) => [core.add(c, x.a), x.b], core.zeros([2]), { a: threeRows, b: fourRows })],
    ['scan', () => core.scan((_, x: core.Tensor<[2]>) => [fourRows, x], threeRows, core.zeros([5, 2]))],
    ['jvp', () => grad.jvp((x: core.Tensor<['n', 2]>) => core.exp(x), [threeRows], [fourRows])],
    ['mapTree', () => core.mapTree((a, b) => core.add(a, b), { w: threeRows }, { w: fourRows })],
    ['meanSquaredError', () => nn.meanSquaredError(threeRows, fourRows)],
    ['softmaxCrossEntropy', () => nn.softmaxCrossEntropy(threeRows, fourLabels)],
    ['accuracy', () => training.accuracy(fourRows, threeLabels)],
    ['batches', () => training.batches({ x: threeRows, y: fourLabels }, core.dim('batch', 1))],
  ])('%s says where each was named', (name, call) => {
    expect(call).toThrow(
      new RegExp(`^${name}: .*: two sizes of 'n', [34] \\(from .*\\) and [34] \\(from .*\\): one name stands for one size$`),
    );
  });
});
