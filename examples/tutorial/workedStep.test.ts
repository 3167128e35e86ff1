/**
 * Each formula of the worked step, evaluated as it is printed: by JavaScript, with the numbers that stand in the tables.
 */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { workedStep } from './workedStep.ts';

const inputs = { A: 1, B: 0, target: 1, w1: 0.3, w2: 0.5, b1: 0.1, w3: 0.2, w4: 0.4, b2: 0.6 };
const lines = workedStep().flatMap((section) => section.lines);
const σ = (z: number): number => 1 / (1 + Math.exp(-z));

const evaluate = (formula: string): unknown =>
  runInNewContext(formula.replaceAll("σ'", 'slope').replaceAll('·', '*').replaceAll('²', '**2'), {
    ...inputs,
    ...Object.fromEntries(lines.map(({ symbol, exact }) => [symbol, exact])),
    σ,
    slope: (z: number) => σ(z) * (1 - σ(z)),
  });

describe('the worked step', () => {
  it('has a line for each quantity', () => {
    expect(lines.map(({ symbol }) => symbol).join(' ')).toBe(
      "z_h1 a_h1 z_h2 a_h2 z_o a_o loss δ_o δ_h1 δ_h2 δ_w3 δ_w4 δ_b2 δ_w1 δ_w2 δ_b1 w3' w4' b2' w1' w2' b1'",
    );
  });

  it.each(lines.map(({ symbol, formula, exact }) => [symbol, formula, exact] as const))('%s is %s', (_, formula, exact) =>
    expect(evaluate(formula)).toBeCloseTo(exact, 14),
  );

  it('has derivatives that differences confirm', () => {
    const differences = lines.filter(({ difference }) => difference !== undefined);
    expect(differences.length).toBe(9);
    for (const { exact, difference } of differences) expect(difference).toBeCloseTo(exact, 10);
  });
});
