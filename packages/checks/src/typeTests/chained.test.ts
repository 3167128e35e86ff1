import { expect, test } from 'vitest';
import { withProject } from '../declarations.ts';
import { diagnose } from '../typescript.ts';
import { bodiesIn, type Body, consumers, pairings, producers, programOf } from './chained.ts';

/** The bodies that have diagnostics. */
const refused = (bodies: readonly Body[]): Promise<ReadonlySet<Body>> =>
  withProject({ 'program.ts': programOf(bodies) }, async (folder) =>
    bodiesIn(
      bodies,
      (await diagnose(folder)).map(({ line }) => line),
    ),
  );

const bodiesOf = (codes: readonly string[]): readonly Body[] =>
  producers.flatMap((producer) => codes.map((code) => ({ producer, code })));

const shown = ({ producer, code }: Body): string => `y = ${producer}: ${code}`;

test('what is made of type parameters is of one shape, which is that of itself', { timeout: 240_000 }, async () => {
  expect([...(await refused(bodiesOf(['T.add(y, y)'])))].map(shown)).toEqual([]);
});

test('what is made of that, and lets itself be made, has a shape', { timeout: 480_000 }, async () => {
  const bodies = bodiesOf(consumers.map((code) => `const made = ${code}; const none: { readonly impossible: 1 } = made.shape`));
  const found = await refused(bodies);
  expect(bodies.filter((body) => !found.has(body)).map(shown)).toEqual([]);
});

test('two that are made alike are one', { timeout: 240_000 }, async () => {
  const alike = pairings.map((code) => code.replaceAll(/\bz\b/g, 'y'));
  expect([...(await refused(bodiesOf(alike)))].map(shown)).toEqual([]);
});

test('two that are made of different type parameters are two', { timeout: 480_000 }, async () => {
  const differ = await refused(bodiesOf(['const same: typeof y = z']));
  const different = new Set([...differ].map(({ producer }) => producer));
  expect(different.size).toBeGreaterThan(50);
  const bodies = bodiesOf(pairings).filter(({ producer }) => different.has(producer));
  const found = await refused(bodies);
  expect(bodies.filter((body) => !found.has(body)).map(shown)).toEqual([]);
});
