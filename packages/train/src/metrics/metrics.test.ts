import { compile, dim, key, normal, randint, tensor, type Tensor, zeros } from '@cotangent/core';
import * as fc from 'fast-check';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, it, test } from 'vitest';
import { accuracy } from './accuracy.ts';
import { confusionMatrix, showConfusionMatrix } from './confusionMatrix.ts';

describe('accuracy and confusionMatrix', () => {
  it('are what counting by hand gives', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 30 }), (seed, count) => {
        const examples = dim('examples', count);
        const scores = normal(key(seed), [examples, 4]);
        const labels = randint(key(seed + 1), [examples], { min: 0, max: 4 });
        const predicted = scores.toNested().map((row) => row.indexOf(Math.max(...row)));
        const wanted = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
        [...labels.toArray()].forEach((label, index) => {
          const row = wanted[label];
          if (row !== undefined) row[predicted[index] ?? -1] = (row[predicted[index] ?? -1] ?? 0) + 1;
        });
        expect(confusionMatrix(scores, labels).toNested()).toEqual(wanted);
        const right = wanted.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
        expect(accuracy(scores, labels).item()).toBe(Math.fround(right / count));
      }),
    );
  });

  it('take any leading axes, wait for scores, and are parts of compiled programs', () => {
    const scores = tensor([
      [
        [1, 0],
        [0, 1],
      ],
      [
        [2, 3],
        [5, 4],
      ],
    ]);
    const labels = tensor(
      [
        [0, 1],
        [0, 1],
      ],
      'u32',
    );
    expect(accuracy(scores, labels).item()).toBe(0.5);
    expect(pipe(scores, confusionMatrix(labels)).toNested()).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(compile((x: Tensor<[2, 2, 2]>) => pipe(x, accuracy(labels)))(scores).item()).toBe(0.5);
    const matrix: Tensor<['class', 'class'], 'i32'> = confusionMatrix(zeros([3, dim('class', 5)]), tensor([0, 1, 2], 'i32'));
    expect(matrix.shape).toEqual(['class', 'class']);
  });

  it('do not count labels that name no class', () => {
    const scores = tensor([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    const labels = tensor([0, 7, -1], 'i32');
    expect([confusionMatrix(scores, labels).toNested(), accuracy(scores, labels).item()]).toEqual([
      [
        [1, 0],
        [0, 0],
      ],
      Math.fround(1 / 3),
    ]);
  });

  it('say the sizes of a name where only these differ', () => {
    const [scores, labels] = [zeros([dim('n', 3), 4]), zeros([dim('n', 5)], 'i32')];
    expect(() => accuracy(scores, labels)).toThrow('accuracy: scores [n, 4] need labels [n=3], got [n=5]');
    expect(() => confusionMatrix(scores, labels)).toThrow('confusionMatrix: scores [n, 4] need labels [n=3], got [n=5]');
  });

  it('refuse what does not fit, in the same words at compile time and at run time', () => {
    const scores = tensor([
      [1, 0],
      [0, 1],
    ]);
    // @ts-expect-error accuracy: scores [2, 2] need labels [2], got [3]
    expect(() => accuracy(scores, tensor([0, 1, 1], 'i32'))).toThrow('accuracy: scores [2, 2] need labels [2], got [3]');
    // @ts-expect-error accuracy: labels are whole numbers, got f32: convert them to i32
    expect(() => accuracy(scores, tensor([0, 1]))).toThrow('accuracy: labels are whole numbers, got f32: convert them to i32');
    // @ts-expect-error confusionMatrix: scores [2, 2] need labels [2], got [2, 1]
    expect(() => confusionMatrix(scores, tensor([[0], [1]], 'i32'))).toThrow(
      'confusionMatrix: scores [2, 2] need labels [2], got [2, 1]',
    );
  });
});

describe('showConfusionMatrix', () => {
  it('lines up wide counts and names', () => {
    const matrix = tensor(
      [
        [1234, 0, 5],
        [0, 88, 0],
        [1, 0, 7],
      ],
      'i32',
    );
    expect(`\n${showConfusionMatrix(matrix)}`).toMatchInlineSnapshot(`
      "
      true \\ predicted     0   1  2
                     0  1234   ·  5
                     1     ·  88  ·
                     2     1   ·  7"
    `);
    expect(`\n${showConfusionMatrix(matrix, ['zero', 'one', 'twenty'])}`).toMatchInlineSnapshot(`
      "
      true \\ predicted  zero  one  twenty
                  zero  1234    ·       5
                   one     ·   88       ·
                twenty     1    ·       7"
    `);
  });
});

test.each([accuracy, confusionMatrix])('what stands in the place of labels is no tensor: %o', (measure) => {
  // The types refuse it; this is how a JavaScript user gets here.
  const f = measure as unknown as (scores: unknown, labels: unknown) => unknown;
  for (const labels of [undefined, 3, {}]) expect(() => f(zeros([2, 3]), labels)).toThrow(/^\w+: expected a tensor, got /);
});
