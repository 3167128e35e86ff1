import * as fc from 'fast-check';
import { concatAll } from 'fp-ts/lib/Monoid.js';
import { describe, expect, it } from 'vitest';
import { foldObserved } from '../step/foldObserved.ts';
import { collect } from './collect.ts';
import { every, getObserverMonoid, type Observer, observers, silent } from './observer.ts';

const step = (sum: number, x: number): readonly [number, number] => [sum + x, sum + x];

/** An observer that signs what it saw in a common book. */
const signing =
  (book: string[], name: string): Observer =>
  (event) =>
  () =>
    void book.push(`${name} ${event._tag} ${event.step}`);

const seenBy = (make: (book: string[]) => Observer): readonly string[] => {
  const book: string[] = [];
  foldObserved(step, make(book))(0, [1, 2])();
  return book;
};

describe('observers', () => {
  it('are a monoid, as far as their effects can tell', () => {
    const { concat, empty } = getObserverMonoid<unknown, unknown>();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => (book: string[]) => signing(book, name));
    if (a === undefined || b === undefined || c === undefined) throw new Error('unreachable');
    const all = seenBy((book) => observers(a(book), b(book), c(book)));
    expect(seenBy((book) => concat(concat(a(book), b(book)), c(book)))).toEqual(all);
    expect(seenBy((book) => concat(a(book), concat(b(book), c(book))))).toEqual(all);
    expect(seenBy((book) => concatAll({ concat, empty })([a(book), b(book), c(book)]))).toEqual(all);
    expect(seenBy((book) => concat(empty, a(book)))).toEqual(seenBy(a));
    expect(seenBy((book) => concat(a(book), empty))).toEqual(seenBy(a));
    expect(seenBy(() => silent)).toEqual([]);
  });

  it('do nothing before their effect runs', () => {
    const book: string[] = [];
    const effect = signing(book, 'a')({ _tag: 'Started', step: 0, total: 1, state: {} });
    expect(book).toEqual([]);
    effect();
    expect(book).toEqual(['a Started 0']);
  });

  it('see one step in so many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(30), (period, length) => {
        const book: string[] = [];
        foldObserved(step, every(period, signing(book, 'a')))(
          0,
          Array.from({ length }, () => 1),
        )();
        const steps = Array.from({ length }, (_, index) => index + 1).filter((number) => number % period === 0);
        expect(book).toEqual(['a Started 0', ...steps.map((number) => `a Stepped ${number}`), `a Finished ${length}`]);
      }),
    );
  });

  it('refuse a period that is none', () =>
    expect(() => every(Number('0'), silent)).toThrow('every: period is 0, expected a whole number of at least 1'));
});

describe('collect', () => {
  it('gives a copy, and starts anew with each run', () => {
    const sums = collect((sum: number) => sum);
    foldObserved(step, sums.observer)(0, [1, 2, 3])();
    (sums.values() as number[]).push(99);
    expect(sums.values()).toEqual([1, 3, 6]);
    foldObserved(step, sums.observer)(0, [5])();
    expect(sums.values()).toEqual([5]);
  });
});
