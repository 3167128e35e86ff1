import { describe, expect, it } from 'vitest';
import * as P from '../primitives/builders.ts';
import { program } from '../program.ts';
import { traceScope } from '../traceScope.ts';
import { plan } from './plan.ts';

const x = P.input('x', [2], 'f32', traceScope('test'));

describe('plan', () => {
  it('lets go of each value after the last equation that needs it, but of no output', () => {
    const square = P.multiply(x, x);
    const sine = P.sin(square);
    const sum = P.add(square, sine);
    const { equations, outputs } = plan(program([x], [sum, sine]));
    expect(equations.map(({ reads, writes, frees }) => ({ reads, writes, frees }))).toEqual([
      { reads: [0, 0], writes: [1], frees: [0] },
      { reads: [1], writes: [2], frees: [] },
      { reads: [1, 2], writes: [3], frees: [1] },
    ]);
    expect(outputs).toEqual([3, 2]);
  });

  it('lets go at once of what nobody reads', () => {
    const body = program([x], [x, P.negate(x)]);
    const [, negated] = P.customJvp([x], { name: 'pair', program: body, captured: 0, rule: () => [] });
    if (negated === undefined) return expect.fail();
    const { equations } = plan(program([x], [negated]));
    expect(equations[0]?.frees).toEqual([0, 1]);
  });
});
