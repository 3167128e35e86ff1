import { InternalError } from '@cotangent/core';
import { expressionOf, P } from '@cotangent/core/primitives';
import { describe, expect, test } from 'vitest';
import { equationsBuilt, tensor } from '../../test/checkRule.ts';
import { programFrom, substitute } from './programs.ts';
import { at } from './site.ts';

const old = P.sin(tensor([1, 2], [2]));
const x = P.negate(tensor([3, 4], [2]));
const y = P.exp(x);
const z = P.add(y, old);

describe('programFrom', () => {
  test('leaves out what is older than every input', () => {
    const { equations } = programFrom([x], [z, old]);
    expect(equations.map(({ primitive }) => primitive)).toEqual(['exp', 'add']);
    expect(programFrom([x, old], [z, old]).equations.map(({ primitive }) => primitive)).toEqual(['exp', 'add']);
    expect(programFrom([y], [z]).equations).toEqual([z.equation]);
    expect(programFrom([], [z]).equations).toEqual([]);
    expect(programFrom([old], [z]).equations.map(({ primitive }) => primitive)).toEqual(['constant', 'negate', 'exp', 'add']);
  });
});

describe('substitute', () => {
  test('builds again only what depends on another input', () => {
    const w = P.cos(old);
    const program = programFrom([old, x], [z, w, x]);
    expect(substitute(program, [old, x])).toEqual([z, w, x]);
    expect(equationsBuilt(() => substitute(program, [old, x]))).toBe(0);
    expect(equationsBuilt(() => substitute(program, [old, y]))).toBe(2);
    const [sum, same, other] = substitute(program, [old, y]).map(expressionOf);
    expect(sum?.equation.operands[0]?.equation.operands[0]).toBe(y);
    expect(same).toBe(w);
    expect(other).toBe(y);
  });
});

test('a rule that misses an item says so', () => {
  expect(() => at([1], 1)).toThrow(new InternalError('a derivative rule misses item 1 of 1'));
  expect(at([1, 0], 1)).toBe(0);
});
