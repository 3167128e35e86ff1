import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InternalError, TraceError } from '../errors.ts';
import * as P from '../primitives/builders.ts';
import { program } from '../program.ts';
import type { Expression } from '../tensor.ts';
import { traceScope } from '../traceScope.ts';
import { referenceEngine } from './engine.ts';

const scope = traceScope('test');
const input = (sizes: readonly number[]): Expression => P.input('x', sizes, 'f64', scope);
const vector = (values: readonly number[], sizes: readonly number[] = [values.length]): Expression =>
  P.constant(Float64Array.from(values), sizes, 'f64');

/** carry' = carry * factor + sum(x), y = carry' - x. */
const horner = (xs: Expression, init: Expression, factor: Expression, reverse: boolean): readonly Expression[] => {
  const [a, carry, x] = [input([]), input([]), input([2])];
  const next = P.add(P.multiply(carry, a), P.reduceSum(x, [0]));
  const body = program([a, carry, x], [next, P.subtract(P.broadcastInDim(next, [2], []), x)]);
  return P.scan([factor, init, xs], { program: body, constants: 1, carry: 1, length: xs.sizes[0] ?? 0, reverse });
};

describe('scan', () => {
  it('is the loop it stands for, from either end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { maxLength: 6 }),
        fc.boolean(),
        (rows, reverse) => {
          const [last, ys] = horner(vector(rows.flat(), [rows.length, 2]), vector([5], []), vector([3], []), reverse);
          let carry = 5;
          const expected: (readonly number[])[] = [];
          for (const [p, q] of reverse ? rows.toReversed() : rows) {
            carry = carry * 3 + p + q;
            expected.push([carry - p, carry - q]);
          }
          expect(last?.item()).toBe(carry);
          expect([...(ys?.toArray() ?? [])]).toEqual((reverse ? expected.toReversed() : expected).flat());
        },
      ),
    );
  });

  it('stacks every output in its own place', () => {
    const [a, b, x] = [input([]), input([]), input([])];
    const body = program([a, b, x], [P.add(a, x), P.multiply(b, x), P.negate(x), P.broadcastInDim(x, [2], [])]);
    const attributes = { program: body, constants: 0, carry: 2, length: 2, reverse: false };
    const outputs = P.scan([vector([0], []), vector([1], []), vector([3, 4])], attributes);
    expect(outputs.map((output) => [...output.toArray()])).toEqual([[7], [12], [-3, -4], [3, 3, 4, 4]]);
  });

  it('keeps what it is given when a step passes it on', () => {
    const [carry, x] = [input([2]), input([2])];
    const body = program([carry, x], [x, carry]);
    const xs = vector([1, 2, 3, 4], [2, 2]);
    const [last, shifted] = P.scan([vector([0, 0]), xs], { program: body, constants: 0, carry: 1, length: 2, reverse: false });
    expect([...(last?.toArray() ?? [])]).toEqual([3, 4]);
    expect([...(shifted?.toArray() ?? [])]).toEqual([0, 0, 1, 2]);
  });
});

describe('custom rules', () => {
  const x = input([2]);
  const square = program([x], [P.multiply(x, x)]);
  const never = (): never => expect.fail('a rule ran');

  it('compute their function', () => {
    const [byJvp] = P.customJvp([vector([2, 3])], { name: 'square', program: square, captured: 0, rule: never });
    const [byVjp] = P.customVjp([vector([2, 3])], {
      name: 'square',
      program: square,
      captured: 0,
      forward: never,
      backward: never,
    });
    expect([...(byJvp?.toArray() ?? [])]).toEqual([4, 9]);
    expect([...(byVjp?.toArray() ?? [])]).toEqual([4, 9]);
  });

  it('refuse the tangent of a customVjp, and say what to do', () => {
    const outputs = [{ axes: [2], dtype: 'f64' }] as const;
    const [tangent] = P.customTangent([vector([1, 1])], { name: 'square', outputs, backward: never });
    expect(() => tangent?.toArray()).toThrow(TraceError);
    expect(() => tangent?.toArray()).toThrow(/square: .* forward mode.*customJvp/);
  });
});

describe('inputs', () => {
  it('have no value of their own', () => {
    const x = input([2]);
    const compile = (): unknown => referenceEngine.compile(program([], [P.negate(x)]));
    expect(compile).toThrow(InternalError);
    expect(compile).toThrow(/'x' is an input without a value/);
  });
});
