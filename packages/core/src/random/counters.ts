/**
 * Random words for the elements of a shape: Threefry-2x32 (Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", 2011)
 * of a key and a counter.
 *
 * The counter of an element is its position in row-major order, as two words, most significant first: the layout of JAX's
 * partitionable mode. So an element's bits do not depend on how many others there are.
 */
import { type Axes, checkAxes, elements, showAxes, sizesOf } from '../dim.ts';
import { ShapeError } from '../errors.ts';
import * as P from '../primitives/builders.ts';
import type { AnyTensor } from '../tensor.ts';

/** The counters `(0, 0), (0, 1), ...`: `[count, 2]`. A tensor has fewer than 2^32 elements, so the first word stays 0. */
const counters = (count: number): AnyTensor => {
  const shape = [count, 2];
  return P.multiply(P.iota(shape, 0, 'u32'), P.iota(shape, 1, 'u32'));
};

/** Checks that there are as many counters as elements are drawn; throws `ShapeError` when there are not. */
export const checkCounted = (operation: string, axes: Axes): Axes => {
  const count = elements(sizesOf(axes));
  if (count < 2 ** 31) return axes;
  throw new ShapeError(`${operation}: ${showAxes(axes)} has ${count} elements, more than 2^31 - 1`);
};

/** Checks a shape that random numbers are drawn for, and puts it into canonical form. */
export const checkDrawn = (operation: string, axes: Axes): Axes => checkCounted(operation, checkAxes(operation, axes));

/** Both words of the first `count` counters: `[2] -> [count, 2]`. */
export const wordPairs = (key: AnyTensor, count: number): AnyTensor =>
  P.threefry(P.broadcastInDim(key, [count, 2], [1]), counters(count));

const column = (pairs: AnyTensor, index: number, shape: Axes): AnyTensor =>
  P.reshape(P.slice(pairs, [0, index], [pairs.sizes[0] ?? 0, index + 1], [1, 1]), shape);

/** Two random words for each element of a shape: `[2] -> [...S], [...S]`. */
export const twoWords = (key: AnyTensor, shape: Axes): readonly [high: AnyTensor, low: AnyTensor] => {
  const pairs = wordPairs(key, elements(sizesOf(shape)));
  return [column(pairs, 0, shape), column(pairs, 1, shape)];
};

/** A random word for each element of a shape: `[2] -> [...S]`, the exclusive or of the two that Threefry makes. */
export const words = (key: AnyTensor, shape: Axes): AnyTensor => P.xor(...twoWords(key, shape));
