/**
 * Loops: `scan` against the same steps written out.
 */
import { type AnyTensor, scan, type Tensor } from '@cotangent/core';
import { axesOf, P } from '@cotangent/core/primitives';
import { describe, expect, test } from 'vitest';
import { grad } from '../grad.ts';
import { check, expectClose, tensor, values } from './checkRule.test.ts';

type Step = (carry: readonly AnyTensor[], slices: readonly AnyTensor[]) => readonly [readonly AnyTensor[], readonly AnyTensor[]];
type Loop = (
  step: Step,
  init: readonly AnyTensor[],
  xs: readonly AnyTensor[],
  reverse?: boolean,
) => readonly [readonly AnyTensor[], readonly AnyTensor[]];

// The types of scan are for tensors of known shapes.
const looped = ((step, init, xs, reverse = false) => scan(step as never, init, xs, { reverse })) as Loop;

const row = (x: AnyTensor, index: number): AnyTensor => {
  const rest = x.sizes.slice(1);
  const zeros = rest.map(() => 0);
  return P.reshape(
    P.slice(
      x,
      [index, ...zeros],
      [index + 1, ...rest],
      x.sizes.map(() => 1),
    ),
    axesOf(x).slice(1),
  );
};

const unrolled: Loop = (step, init, xs, reverse = false) => {
  const length = xs[0]?.sizes[0] ?? 0;
  const order = Array.from({ length }, (_, index) => (reverse ? length - 1 - index : index));
  const found: (readonly AnyTensor[])[] = [];
  let carry = init;
  for (const index of order) {
    const [next, ys] = step(
      carry,
      xs.map((x) => row(x, index)),
    );
    carry = next;
    found[index] = ys;
  }
  const count = found[0]?.length ?? 0;
  return [
    carry,
    Array.from({ length: count }, (_, at) =>
      P.concatenate(
        found.map((ys) => P.reshape(ys[at] as AnyTensor, [1, ...axesOf(ys[at] as AnyTensor)])),
        0,
      ),
    ),
  ];
};

const get = (xs: readonly AnyTensor[], index: number): AnyTensor => xs[index] as AnyTensor;

/** A recurrent cell that closes over its weights. */
const cell =
  (weights: AnyTensor): Step =>
  (carry, slices) => {
    const [h, s] = [get(carry, 0), get(slices, 0)];
    const product = P.dotGeneral(h, weights, { contract: [[0], [0]], batch: [[], []] });
    const next = P.tanh(P.add(product, P.multiply(s, P.sin(weightRow(weights)))));
    return [[next], [P.multiply(next, h)]];
  };

const weightRow = (weights: AnyTensor): AnyTensor => row(weights, 0);

const flat = ([carry, ys]: readonly [readonly AnyTensor[], readonly AnyTensor[]]): AnyTensor =>
  P.concatenate(
    [...carry, ...ys].map((x) => P.reshape(x, [x.size])),
    0,
  );

const weights = tensor([0.5, -0.25, 0.75, 1], [2, 2]);
const init = tensor([0.25, -0.5], [2]);
const xs = tensor([1, -0.5, 0.5, 0.75, -1, 0.25], [3, 2]);

describe('scan', () => {
  const recurrent = (loop: Loop, reverse: boolean) => (w: AnyTensor, h: AnyTensor, s: AnyTensor) =>
    flat(loop(cell(w), [h], [s], reverse));

  test.each([false, true])('equals its unrolled self in value, reverse %s', (reverse) => {
    expectClose(
      values(recurrent(looped, reverse)(weights, init, xs)),
      values(recurrent(unrolled, reverse)(weights, init, xs)),
      1e-15,
      'value',
    );
  });

  test.each([false, true])('first and second derivatives and batches, reverse %s', (reverse) => {
    check(recurrent(looped, reverse), weights, init, xs);
    check(recurrent(unrolled, reverse), weights, init, xs);
  });

  test('in one of constants, carry and slices at a time', () => {
    check((w) => recurrent(looped, false)(w, init, xs), weights);
    check((h) => recurrent(looped, false)(weights, h, xs), init);
    check((s) => recurrent(looped, false)(weights, init, s), xs);
  });

  test('a carry that becomes variable only in a later step', () => {
    const delayed: Step = (carry, slices) => [
      [get(slices, 0), get(carry, 0), get(carry, 1)],
      [P.multiply(get(carry, 2), get(carry, 1))],
    ];
    const f = (loop: Loop) => (s: AnyTensor) => flat(loop(delayed, [init, init, init], [s]));
    check(f(looped), tensor([1, -0.5, 0.5, 0.75, -1, 0.25, 2, 3], [4, 2]));
  });

  test('carries and slices of whole numbers, constants of no interest, outputs without derivative', () => {
    const counting: Step = (carry, slices) => {
      const count = P.add(get(carry, 1), P.scalar(1, 'i32'));
      const factor = P.convert(P.add(count, get(slices, 1)), 'f64');
      const next = P.multiply(P.sin(get(carry, 0)), P.broadcastInDim(factor, [2], []));
      return [
        [P.add(next, get(slices, 0)), count],
        [next, count, P.stopGradient(next)],
      ];
    };
    const labels = P.constant(Int32Array.from([2, 0, 1]), [3], 'i32');
    const f = (h: AnyTensor, s: AnyTensor): AnyTensor => {
      const [[last], [ys]] = looped(counting, [h, P.scalar(0, 'i32')], [s, labels]) as readonly [
        readonly [AnyTensor],
        readonly [AnyTensor],
      ];
      return flat([[last], [ys]]);
    };
    check(f, init, xs);
  });

  test('loops in loops', () => {
    const inner =
      (w: AnyTensor, h: AnyTensor): Step =>
      (carry, slices) => {
        const next = P.add(P.sin(P.multiply(get(carry, 0), get(slices, 0))), P.multiply(h, w));
        return [[next], [next]];
      };
    const outer =
      (w: AnyTensor, s: AnyTensor): Step =>
      (carry, slices) => {
        const [[last], [ys]] = looped(inner(w, get(slices, 0)), [get(carry, 0)], [s]) as readonly [
          readonly [AnyTensor],
          readonly [AnyTensor],
        ];
        return [[P.tanh(last)], [P.reduceSum(ys, [0])]];
      };
    const small = tensor([0.5, -0.25], [2]);
    const steps = tensor([1, -0.5, 0.5, 0.75], [2, 2]);
    check((w, h, s) => flat(looped(outer(w, s), [h], [P.cos(s)])), small, init, steps);
  });

  test('of no step', () => {
    check((h) => flat(looped(cell(weights), [P.multiply(h, h)], [P.fill(0, [0, 2], 'f64')])), init);
  });

  test('a third derivative', () => {
    const f =
      (loop: Loop) =>
      (h: AnyTensor): AnyTensor => {
        const [[last]] = loop(
          (carry, slices) => [[P.sin(P.multiply(get(carry, 0), get(slices, 0)))], []],
          [h],
          [tensor([1.5, 0.5, 2], [3])],
        ) as [[AnyTensor], []];
        return last;
      };
    type Scalar = (x: Tensor<[], 'f64'>) => Tensor<[], 'f64'>;
    const third = (loop: Loop) => grad(grad(grad(f(loop) as unknown as Scalar)));
    const at = tensor([0.75], []) as Tensor<[], 'f64'>;
    expectClose(values(third(looped)(at)), values(third(unrolled)(at)), 1e-12, 'third derivative');
    expect(third(looped)(at).item()).not.toBe(0);
  });
});
