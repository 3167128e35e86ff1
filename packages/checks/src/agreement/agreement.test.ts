/**
 * What the compiler says of a call is what running it says: both accept it and give the result one type, or both refuse it in the same
 * words of ours. What run time throws is a `ShapeError`, a `DTypeError`, a `TreeError` or, of a number out of range, a `RangeError`.
 */
import * as core from '@cotangent/core';
import * as gradient from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as training from '@cotangent/train';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodies, instances } from './bodies.ts';
import { calls } from './calls.ts';
import { functions } from './functions.ts';
import { instantiate } from './instantiation.ts';
import { rows } from './rows.ts';
import { undrawn } from './undrawn.ts';
import { judge } from './verdicts.ts';
import { walks } from './walks.ts';

const anySeed = (): number => Math.floor(Math.random() * 2 ** 31);

/** The same calls in every run, so that a change is judged by what it changes; `AGREEMENT_SEED` draws those of another seed, or of `random`. */
const { AGREEMENT_SEED } = process.env;
const seeds = AGREEMENT_SEED === undefined ? [1, 2] : [AGREEMENT_SEED === 'random' ? anySeed() : Number(AGREEMENT_SEED)];
const numRuns = Number(process.env['AGREEMENT_CALLS'] ?? 1200);

/** Eight calls each. */
const chains = Math.ceil(numRuns / 16);

const generics = fc.record({ body: bodies, instances: fc.array(instances, { minLength: 4, maxLength: 4 }) });

describe.each(seeds)('AGREEMENT_SEED=%i', { timeout: 120_000 }, (seed) => {
  test('of random calls', async () => {
    const drawn = [...new Set(fc.sample(calls, { numRuns, seed }))];
    const { accepted, refused, disagreements } = await judge(drawn);
    expect(disagreements, `AGREEMENT_SEED=${seed} draws these again`).toEqual([]);
    expect([accepted > drawn.length / 4, refused > drawn.length / 4], `${accepted} of ${drawn.length} accepted`).toEqual([
      true,
      true,
    ]);
  });

  test('of chains of random calls', async () => {
    const drawn = [...new Set(fc.sample(walks, { numRuns: chains, seed }).flat())];
    const { accepted, disagreements } = await judge(drawn);
    expect(disagreements, `AGREEMENT_SEED=${seed} draws these again`).toEqual([]);
    expect(accepted, `${accepted} of ${drawn.length} accepted`).toBeGreaterThan(drawn.length / 4);
  });

  test('of generic functions, whatever their type parameters stand for', async () => {
    const drawn = fc.sample(generics, { numRuns: Math.ceil(numRuns / 3), seed });
    const { compiled, disagreements } = await instantiate(drawn);
    expect(disagreements, `AGREEMENT_SEED=${seed} draws these again`).toEqual([]);
    expect(compiled, `${compiled} of ${drawn.length} compile`).toBeGreaterThan(drawn.length / 4);
  });
});

const packages: readonly (readonly [letter: string, names: object])[] = [
  ['', core],
  ['G.', gradient],
  ['N.', nn],
  ['R.', training],
];

test('calls of every function are drawn', () => {
  const names = new RegExp(String.raw`(?:\b[GNR]\.|^)\w+`, 'g');
  const others = [calls, functions].flatMap((some) => fc.sample(some, { numRuns: 4000, seed: 1 }));
  const drawn = new Set([...rows.flatMap((row) => row.names), ...others.flatMap((call) => call.match(names) ?? [])]);
  const all = packages.flatMap(([letter, exported]) =>
    Object.entries(exported).flatMap(([name, value]) => (typeof value === 'function' ? [`${letter}${name}`] : [])),
  );
  expect(all.filter((name) => !drawn.has(name)).toSorted()).toEqual(undrawn.flatMap(({ functions: names }) => names).toSorted());
});
