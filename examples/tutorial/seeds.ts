/**
 * How often XOR is learnt: many starts trained side by side, as one network with one more axis.
 */
import { compile, dim, key, type Key, splitStacked } from '@cotangent/core';
import { vmap } from '@cotangent/grad';
import { foldObserved, type Observer, repeat } from '@cotangent/train';
import { examples, predictions, start, trainingStep } from './xor.ts';

/** How many starts there are, and how they ended. */
export interface Tally {
  readonly starts: number;
  /** All four predictions round to the right answer. */
  readonly solved: number;
  /** How many starts have 4, 3, 2, 1, 0 right answers. */
  readonly byRightAnswers: readonly number[];
}

const starts = dim('start', 100);

/** Rows of four predictions, each counted against the answers of XOR. */
const rightAnswers = (rounded: ArrayLike<number>): readonly number[] => {
  const answers = examples.y.toArray();
  return Array.from(
    { length: starts.size },
    (_, row) => answers.filter((answer, index) => answer === rounded[row * 4 + index]).length,
  );
};

/** Trains 100 networks from keys split from the seed's, with the same step as one, lifted by `vmap`. */
export const trainManyStarts = (seed: number, epochs: number, rate: number, observer: Observer): Tally => {
  const states = vmap((from: Key) => start(from, rate))(splitStacked(key(seed), starts));
  const lifted = vmap(trainingStep(rate), { in: [0, null] });
  const step = compile((state: typeof states, batch: typeof examples) => lifted(state, batch));
  const [{ params }] = foldObserved(step, observer)(states, repeat(epochs, examples))();
  const counts = rightAnswers(vmap(predictions)(params).toArray().map(Math.round));
  const byRightAnswers = [4, 3, 2, 1, 0].map((right) => counts.filter((count) => count === right).length);
  return { starts: starts.size, solved: byRightAnswers[0] ?? 0, byRightAnswers };
};
