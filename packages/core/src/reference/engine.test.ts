import { describe, expect, it } from 'vitest';
import { InternalError } from '../errors.ts';
import * as P from '../primitives/builders.ts';
import { program } from '../program.ts';
import type { Expression } from '../tensor.ts';
import { traceScope } from '../traceScope.ts';
import { referenceEngine } from './engine.ts';

const scope = traceScope('test');
const input = (size: number): Expression => P.input('x', [size], 'f32', scope);
const values = (...xs: number[]): Float32Array => Float32Array.from(xs);

describe('referenceEngine', () => {
  it('evaluates a chain of 100 000 nodes', () => {
    let x: Expression = P.scalar(0, 'f64');
    const one = P.scalar(1, 'f64');
    for (let i = 0; i < 100_000; i++) x = P.add(x, one);
    expect(x.item()).toBe(100_000);
  });

  it('computes the same bits each time and leaves its inputs alone', () => {
    const [x, y] = [input(3), input(3)];
    const run = referenceEngine.compile(program([x, y], [P.exp(P.multiply(x, y)), P.subtract(x, y)]));
    const given = [values(0.1, 0.2, 0.3), values(3, 2, 1)];
    const first = run(given);
    expect(run(given)).toEqual(first);
    expect(given).toEqual([values(0.1, 0.2, 0.3), values(3, 2, 1)]);
  });

  it('gives inputs back, more than once too', () => {
    const x = input(2);
    const y = P.negate(x);
    const run = referenceEngine.compile(program([x], [x, y, x, y]));
    expect(run([values(1, 2)])).toEqual([values(1, 2), values(-1, -2), values(1, 2), values(-1, -2)]);
  });

  it('takes any tensor for an input, and its given value for its own', () => {
    const [x, carry, slice] = [input(1), input(1), input(1)];
    const body = program([carry, slice], [P.add(carry, slice), slice]);
    const xs = P.reshape(x, [1, 1]);
    const [last, ys] = P.scan([x, xs], { program: body, constants: 0, carry: 1, length: 1, reverse: false });
    if (last === undefined || ys === undefined) return expect.fail();
    const sum = P.add(last, P.reshape(ys, [1]));
    const run = referenceEngine.compile(program([x, last], [sum]));
    expect(run([values(1), values(10)])).toEqual([values(11)]);
  });

  it('has constants inside', () => {
    const x = input(2);
    const run = referenceEngine.compile(program([x], [P.multiply(x, P.fill(3, [2], 'f32'))]));
    expect(run([values(1, 2)])).toEqual([values(3, 6)]);
  });

  it('refuses a program that is not closed, and missing inputs', () => {
    const x = input(2);
    const open = (): unknown => referenceEngine.compile({ inputs: [], equations: [], outputs: [x] });
    expect(open).toThrow(InternalError);
    expect(open).toThrow(/not closed, the output of an equation 'input' is missing/);
    const run = referenceEngine.compile(program([x], [P.negate(x)]));
    expect(() => run([])).toThrow(InternalError);
    expect(() => run([])).toThrow(/slot 0 has no value/);
  });
});
