/**
 * What every arbitrary must hold, after fast-check's own tests of its arbitraries.
 */
import * as fc from 'fast-check';
import { expect } from 'vitest';

/** What an arbitrary promises about its values. */
export interface ArbitraryAssertions<T> {
  /** Whether a value is one that the arbitrary may give. */
  readonly isCorrect: (value: T) => boolean;
  /** What shrinking lessens, or leaves as it is. */
  readonly sizeOf: (value: T) => number;
  /** A text that is equal for equal values. */
  readonly show: (value: T) => string;
}

/** The values of a seed. */
const drawn = <T>(arbitrary: fc.Arbitrary<T>, seed: number): readonly T[] => fc.sample(arbitrary, { seed, numRuns: 20 });

/** The same seed gives the same values, and different seeds give different ones. */
const sameSeedSameValues = <T>(arbitrary: fc.Arbitrary<T>, { show }: ArbitraryAssertions<T>): void => {
  for (const seed of [1, 2, 3]) expect(drawn(arbitrary, seed).map(show)).toEqual(drawn(arbitrary, seed).map(show));
  expect(drawn(arbitrary, 1).map(show)).not.toEqual(drawn(arbitrary, 2).map(show));
};

/** Every value is right, and so is every value that shrinking passes through. */
const rightAlsoWhenShrunk = <T>(arbitrary: fc.Arbitrary<T>, { isCorrect }: ArbitraryAssertions<T>): void => {
  fc.assert(fc.property(arbitrary, isCorrect), { numRuns: 200 });
  const seen: boolean[] = [];
  const refuseAll = fc.property(arbitrary, (value) => {
    seen.push(isCorrect(value));
    return false;
  });
  expect(fc.check(refuseAll, { seed: 4 }).failed).toBe(true);
  expect(seen).not.toContain(false);
};

/** A counterexample of more than the smallest size shrinks to one of the smallest size. */
const shrinkable = <T>(arbitrary: fc.Arbitrary<T>, { sizeOf }: ArbitraryAssertions<T>): void => {
  const smallest = Math.min(...fc.sample(arbitrary, { seed: 5, numRuns: 500 }).map(sizeOf));
  const refuseAll = fc.property<[T]>(arbitrary, () => false);
  const { counterexample }: fc.RunDetails<[T]> = fc.check(refuseAll, { seed: 6 });
  if (counterexample === null) throw new Error('nothing was refused');
  expect(sizeOf(counterexample[0])).toBeLessThanOrEqual(smallest);
};

/** Holds an arbitrary to its promises. */
export const assertArbitrary = <T>(arbitrary: fc.Arbitrary<T>, assertions: ArbitraryAssertions<T>): void => {
  sameSeedSameValues(arbitrary, assertions);
  rightAlsoWhenShrunk(arbitrary, assertions);
  shrinkable(arbitrary, assertions);
};
