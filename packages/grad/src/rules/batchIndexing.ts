/**
 * Batching of contractions and of reading and writing at indices.
 */
import { axesOf, P } from '@cotangent/core/primitives';
import { after, allBatched, movedToFront, one } from './lead.ts';
import { at, type BatchRule } from './site.ts';

/** A batch axis of both operands runs along; a batch axis of one is a free axis of it, put in front afterward. */
export const batchDotGeneral: BatchRule<'dotGeneral'> = ({ operands, batched, attributes: { contract, batch } }) => {
  const [x, y] = [at(operands, 0), at(operands, 1)];
  const [left, right] = [batched[0] === true, batched[1] === true];
  const places = (pair: readonly [readonly number[], readonly number[]]): readonly [readonly number[], readonly number[]] => [
    left ? after(pair[0]) : pair[0],
    right ? after(pair[1]) : pair[1],
  ];
  const [contracted, [leftBatch, rightBatch]] = [places(contract), places(batch)];
  if (left && right)
    return one(
      P.dotGeneral(x, y, {
        contract: contracted,
        batch: [
          [0, ...leftBatch],
          [0, ...rightBatch],
        ],
      }),
    );
  const product = P.dotGeneral(x, y, { contract: contracted, batch: [leftBatch, rightBatch] });
  return one(movedToFront(product, left ? leftBatch.length : x.rank - contracted[0].length));
};

/**
 * A batch of operands under the same indices: slices take the batch axis whole. A batch of indices: one more axis of them.
 * Both: the axes run together.
 */
export const batchGather: BatchRule<'gather'> = ({
  operands: [operand, indices],
  batched: [inOperand, inIndices],
  attributes,
}) => {
  const [x, index] = [at([operand], 0), at([indices], 0)];
  const { offset, collapsed, operandBatch, indicesBatch, indexMap, sliceSizes } = attributes;
  const shifted = { collapsed: after(collapsed), indexMap: after(indexMap) };
  if (inOperand !== true)
    return one(P.gather(x, index, { ...attributes, offset: after(offset), indicesBatch: after(indicesBatch) }));
  if (inIndices !== true) {
    return one(
      P.gather(x, index, {
        ...shifted,
        offset: [0, ...after(offset)],
        operandBatch: after(operandBatch),
        indicesBatch,
        sliceSizes: [at(x.sizes, 0), ...sliceSizes],
      }),
    );
  }
  return one(
    P.gather(x, index, {
      ...shifted,
      offset: after(offset),
      operandBatch: [0, ...after(operandBatch)],
      indicesBatch: [0, ...after(indicesBatch)],
      sliceSizes: [1, ...sliceSizes],
    }),
  );
};

/** As `gather`, with operand and updates both batched. */
export const batchScatterAdd: BatchRule<'scatterAdd'> = ({ operands, batched, axis, attributes }) => {
  const all = allBatched({ tensors: operands, batched }, axis);
  const [x, updates] = [at(all, 0), at(all, 2)];
  const { offset, collapsed, operandBatch, indicesBatch, indexMap, sliceSizes } = attributes;
  const shifted = { collapsed: after(collapsed), indexMap: after(indexMap) };
  if (batched[1] !== true) {
    const axes = {
      ...shifted,
      offset: [0, ...after(offset)],
      operandBatch: after(operandBatch),
      indicesBatch,
      sliceSizes: [at(x.sizes, 0), ...sliceSizes],
    };
    return one(P.scatterAdd(x, at(operands, 1), updates, axes));
  }
  const axes = {
    ...shifted,
    offset: after(offset),
    operandBatch: [0, ...after(operandBatch)],
    indicesBatch: [0, ...after(indicesBatch)],
    sliceSizes: [1, ...sliceSizes],
  };
  return one(P.scatterAdd(x, at(operands, 1), updates, axes));
};

const edges = (numbers: readonly number[]): readonly number[] => [0, ...numbers];

/** A padding value of its own for each member goes where the padding is. */
export const batchPad: BatchRule<'pad'> = ({ operands, batched, axis, attributes: { low, high, interior } }) => {
  const value = at(operands, 1);
  const x = at(allBatched({ tensors: operands, batched }, axis), 0);
  const padded = (operand: typeof x, by: typeof x): typeof x => P.pad(operand, by, edges(low), edges(high), edges(interior));
  if (batched[1] !== true) return one(padded(x, value));
  const inside = padded(P.fill(1, axesOf(x), 'bool'), P.scalar(0, 'bool'));
  const moved = padded(x, P.scalar(0, x.dtype));
  return one(P.select(inside, moved, P.broadcastInDim(value, axesOf(moved), [0])));
};
