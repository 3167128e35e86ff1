/**
 * What the compiler says of a call is what running it says: both accept it and give the result one type, or both refuse it in the same
 * words of ours. What run time throws is a `ShapeError`, a `DTypeError` or a `TreeError`.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calls } from './calls.ts';
import { judge } from './verdicts.ts';

/** The same calls in every run, so that a change is judged by what it changes; `AGREEMENT_SEED=random` draws others. */
const { AGREEMENT_SEED = '1' } = process.env;
const seed = AGREEMENT_SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(AGREEMENT_SEED);
const numRuns = Number(process.env['AGREEMENT_CALLS'] ?? 1200);

test(`of random calls: AGREEMENT_SEED=${seed}`, { timeout: 120_000 }, async () => {
  const drawn = [...new Set(fc.sample(calls, { numRuns, seed }))];
  const { accepted, refused, disagreements } = await judge(drawn);
  expect(disagreements, `AGREEMENT_SEED=${seed} draws these calls again`).toEqual([]);
  expect([accepted > drawn.length / 4, refused > drawn.length / 4], `${accepted} of ${drawn.length} accepted`).toEqual([
    true,
    true,
  ]);
});
