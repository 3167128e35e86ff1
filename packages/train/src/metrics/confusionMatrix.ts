/**
 * Which classes are taken for which.
 */
import { type Dim, ShapeError, type Tensor } from '@cotangent/core';
import { axesOf, checkTensor, P } from '@cotangent/core/primitives';
import { labeled, type Labeled } from './labeled.ts';

/**
 * How often each class (row) is taken for each (column): `[...B, C], [...B] -> [C, C]` as i32.
 *
 * The diagonal counts what is right. Scores are logits or probabilities; of equal ones the first counts. Labels that name no class are
 * not counted. `confusionMatrix(labels)` waits for the scores. Throws `ShapeError` when labels do not have the leading axes of the scores
 * and `DTypeError` when they are no integers, which the compiler refuses with the same words.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { confusionMatrix } from '@cotangent/train';
 *
 * const logits = tensor([[2, 1], [0, 3], [5, 4], [1, 0]]);
 * assert.deepEqual(confusionMatrix(logits, tensor([0, 1, 1, 0], 'i32')).toNested(), [[2, 0], [1, 1]]);
 * ```
 */
export const confusionMatrix: Labeled<'confusionMatrix', 'matrix'> = labeled('confusionMatrix', (predicted, labels, classes) => {
  const pair = [labels, predicted].map((index) => P.reshape(index, [...axesOf(index), 1]));
  return P.scatterAdd(P.fill(0, [classes, classes], 'i32'), P.concatenate(pair, labels.rank), P.fill(1, axesOf(labels), 'i32'), {
    offset: [],
    collapsed: [0, 1],
    operandBatch: [],
    indicesBatch: [],
    indexMap: [0, 1],
    sliceSizes: [1, 1],
  });
});

const corner = 'true \\ predicted';

/**
 * A confusion matrix as a table in text: a row for each class, a column for what it was taken for, a dot for never.
 *
 * Classes are called by their numbers, or by the names given.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { tensor } from '@cotangent/core';
 * import { showConfusionMatrix } from '@cotangent/train';
 *
 * const table = showConfusionMatrix(tensor([[12, 0], [1, 11]], 'i32'), ['cat', 'dog']);
 * assert.equal(table, [
 *   'true \\ predicted  cat  dog',
 *   '             cat   12    ·',
 *   '             dog    1   11',
 * ].join('\n'));
 * ```
 */
export const showConfusionMatrix = <C extends Dim>(matrix: Tensor<[C, C], 'i32'>, names?: readonly string[]): string => {
  const { rank, shape, sizes } = checkTensor('showConfusionMatrix', matrix);
  const [rows = 0, columns = 0] = sizes;
  if (rank !== 2 || rows !== columns) {
    throw new ShapeError(
      `showConfusionMatrix: the matrix is [${shape.join(', ')}], not square: write showConfusionMatrix(confusionMatrix(scores, labels))`,
    );
  }
  const counts = matrix.toArray();
  const nameOf = (index: number): string => String(names?.[index] ?? index);
  const cellOf = (row: number, column: number): string => {
    const count = counts[row * columns + column] ?? 0;
    return count === 0 ? '·' : String(count);
  };
  const table = [
    [corner, ...Array.from({ length: columns }, (_, column) => nameOf(column))],
    ...Array.from({ length: rows }, (_, row) => [
      nameOf(row),
      ...Array.from({ length: columns }, (_, column) => cellOf(row, column)),
    ]),
  ];
  const widths = Array.from({ length: columns + 1 }, (_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  return table.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n');
};
