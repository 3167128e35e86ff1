import { describe, expect, it } from 'vitest';
import { dim } from './dim.ts';
import { ShapeError, TreeError } from './errors.ts';
import * as P from './primitives/builders.ts';
import { zeros } from './constructors.ts';
import { scan } from './scan.ts';
import { type AnyTensor, type Tensor, typed } from './tensor.ts';

type Scalar_ = Tensor<[]>;
const number = (value: number): Scalar_ => typed(P.scalar(value, 'f32'));
const list = (...values: number[]): Tensor<['time']> =>
  typed(P.constant(Float32Array.from(values), [dim('time', values.length)], 'f32'));
const add = (x: AnyTensor, y: AnyTensor): Scalar_ => typed(P.add(x, y));

describe('scan', () => {
  it('carries and stacks', () => {
    const [last, sums] = scan((carry, x) => [add(carry, x), add(carry, x)] as const, number(0), list(1, 2, 3));
    expect(last.item()).toBe(6);
    expect(sums.toNested()).toEqual([1, 3, 6]);
    expect(sums.shape).toEqual(['time']);
  });

  it('runs from the end in reverse, with results in the order of xs', () => {
    const [, sums] = scan((carry, x) => [add(carry, x), add(carry, x)] as const, number(0), list(1, 2, 3), { reverse: true });
    expect(sums.toNested()).toEqual([6, 5, 3]);
  });

  it('takes trees, closures, scans in scans, and length 0', () => {
    const rate = number(2);
    const [state, ys] = scan(
      (carry, { a, b }) => {
        const [inner] = scan((total, x) => [add(total, x), x] as const, a, list(10, 20));
        return [{ sum: add(carry.sum, P.multiply(inner, rate)) }, { b, seen: [carry.sum] }] as const;
      },
      { sum: number(0) },
      { a: list(1, 2), b: list(3, 4) },
    );
    expect(state.sum.item()).toBe(2 * (31 + 32));
    expect(ys.b.toNested()).toEqual([3, 4]);
    expect(ys.seen[0]?.toNested()).toEqual([0, 62]);
    const [kept, none] = scan((carry, x) => [carry, x] as const, number(7), list());
    expect([kept.item(), none.toNested()]).toEqual([7, []]);
  });

  it('lets the step give its carry or a constant as it is', () => {
    const [carry, ys] = scan((c) => [c, number(5)] as const, number(1), list(1, 2));
    expect([carry.item(), ys.toNested()]).toEqual([1, [5, 5]]);
  });

  it('refuses what does not fit, and says where', () => {
    // The types refuse these too; the casts are how a JavaScript user gets here.
    const wrong = (step: unknown, init: unknown, xs: unknown): unknown =>
      scan(step as (carry: unknown, x: unknown) => readonly [unknown, unknown], init, xs);
    expect(() => wrong(() => 0, number(0), { a: list(1), b: list(1, 2) })).toThrow(
      'scan: leading axes differ, xs.a is [time=1] and xs.b is [time=2]: 1 vs 2',
    );
    expect(() => wrong(() => 0, number(0), { b: list(1), a: zeros([1]) })).toThrow(
      'scan: leading axes differ, xs.a is [1] and xs.b is [time]: 1 vs time',
    );
    expect(() => wrong((c: unknown) => [zeros([1]), c], list(1), list(1))).toThrow(
      "scan: the step's carry is f32[1], not f32[time] as carry",
    );
    expect(() => wrong(() => 0, number(0), number(1))).toThrow(ShapeError);
    expect(() => wrong(() => 0, number(0), { a: list(1), b: number(1) })).toThrow(
      'scan: xs.b is f32[], which has no leading axis',
    );
    expect(() => wrong(() => 0, number(0), {})).toThrow('scan: xs holds no tensor');
    expect(() => wrong(() => 0, number(0), list(1))).toThrow('scan: a step gives a pair [carry, y]');
    expect(() => wrong((c: unknown) => [c], number(0), list(1))).toThrow('scan: a step gives a pair [carry, y]');
    expect(() => wrong((c: unknown) => [list(1, 2), c], { h: number(0) }, list(1))).toThrow(TreeError);
    expect(() => wrong((c: unknown) => [list(1, 2), c], list(1), list(1))).toThrow(
      "scan: the step's carry is f32[time=2], not f32[time=1] as carry",
    );
    expect(() => wrong(() => [{ h: list(1, 2) }, []], { h: number(0) }, list(1))).toThrow(
      "scan: the step's carry.h is f32[time], not f32[] as carry.h",
    );
  });
});
