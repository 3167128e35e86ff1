/**
 * Loops: `scan` against the same steps written out.
 */
import { type AnyTensor, scan, type Tensor } from '@cotangent/core';
import { axesOf, type Equation, expressionOf, isEquation, P, program, typed } from '@cotangent/core/primitives';
import { describe, expect, test } from 'vitest';
import { grad } from '../grad.ts';
import { jvp } from '../jvp.ts';
import { vjp } from '../vjp.ts';
import { vmap } from '../vmap.ts';
import { check, equationsBuilt, expectClose, tensor, values } from '../../test/checkRule.ts';

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
    const f = (h: AnyTensor, s: AnyTensor) => flat(looped(delayed, [h, init, h], [s]));
    check(f, init, tensor([1, -0.5, 0.5, 0.75, -1, 0.25, 2, 3], [4, 2]));
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

  test('values that vary, whose tangents are zero', () => {
    const stepped: Step = (carry, slices) => {
      const [h, floored, s] = [get(carry, 0), get(carry, 1), get(slices, 1)];
      const next = P.floor(P.add(h, s));
      return [
        [P.multiply(P.add(h, floored), s), next],
        [P.add(floored, get(slices, 0)), next, P.multiply(s, s)],
      ];
    };
    const f = (h: AnyTensor, unused: AnyTensor, s: AnyTensor): AnyTensor => {
      const [carry, [ys, , squares]] = looped(stepped, [h, h], [P.floor(unused), s]) as readonly [
        readonly AnyTensor[],
        readonly [AnyTensor, AnyTensor, AnyTensor],
      ];
      return flat([carry, [ys, squares]]);
    };
    check(f, init, P.add(xs, P.fillLike(xs, 0.15)), P.add(xs, P.fillLike(xs, 0.1)));
    const onlyFloors: Step = (carry, slices) => [[P.floor(get(carry, 0))], [P.sign(get(slices, 0))]];
    check((h, s) => flat(looped(onlyFloors, [P.floor(h)], [s])), init, xs);
  });

  test('some stacked inputs that have no part in the tangent', () => {
    const picky: Step = (carry, slices) => [
      [P.multiply(get(carry, 0), get(slices, 1))],
      [P.add(P.stopGradient(get(slices, 0)), get(slices, 2))],
    ];
    const [value, pullback] = vjp(
      (h: AnyTensor, a: AnyTensor, b: AnyTensor, c: AnyTensor) => flat(looped(picky, [h], [a, b, c])),
      init,
      xs,
      xs,
      xs,
    );
    const [h, a, b, c] = pullback(P.fillLike(value, 1)).map(values);
    expect(a).toEqual([0, 0, 0, 0, 0, 0]);
    expect(c).toEqual([1, 1, 1, 1, 1, 1]);
    expectClose(h ?? [], [1 * 0.5 * -1, -0.5 * 0.75 * 0.25], 1e-15, 'carry');
    expectClose((b ?? []).slice(0, 2), [0.25 * 0.5 * -1, -0.5 * 0.75 * 0.25], 1e-15, 'slices');
  });

  test('constants of their own for each member of a batch', () => {
    const f = (w: AnyTensor, h: AnyTensor, s: AnyTensor): AnyTensor => {
      const many = vmap((one: Tensor<[2, 2], 'f64'>) => recurrent(looped, false)(one, h, s) as Tensor<[8], 'f64'>);
      return many(typed(P.concatenate([P.reshape(w, [1, 2, 2]), P.reshape(P.sin(w), [1, 2, 2])], 0)));
    };
    check(f, weights, init, xs);
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

  describe('does no more than it must', () => {
    /** The loops that the tangent of a loop consists of, the tangent loop last. */
    const loops = (f: (x: AnyTensor) => AnyTensor, at: AnyTensor): readonly Equation<'scan'>[] => {
      const [value, tangent] = jvp(f, [at], [at]);
      return program([], [value, tangent].map(expressionOf)).equations.filter((equation) => isEquation(equation, 'scan'));
    };

    test('a linear body needs no residuals, so the loop stays as it is', () => {
      const made: AnyTensor[] = [];
      const f = (h: AnyTensor): AnyTensor => {
        const [carry] = looped((before, slices) => [[P.add(get(before, 0), get(slices, 0))], []], [h], [xs]);
        made.push(...carry);
        return P.negate(get(carry, 0));
      };
      const [primal, tangent, ...others] = loops(f, init);
      expect(primal?.outputs).toEqual(made);
      expect(primal?.outputs[0]).toBe(made[0]);
      expect(others).toEqual([]);
      expect(primal?.outputs.length).toBe(1);
      expect(tangent?.operands.length).toBe(1);
    });

    test('what is the same in every step is computed outside, slices are not stacked again', () => {
      const step: Step = (carry, slices) => [
        [P.multiply(P.multiply(get(carry, 0), P.sin(weightRow(weights))), get(slices, 0))],
        [],
      ];
      const [primal, tangent] = loops((h) => flat(looped(step, [h], [xs])), init);
      expect(primal?.outputs.length).toBe(1);
      // The sine, the tangent of the carry, the slices.
      expect(tangent?.operands.length).toBe(3);
      expect(tangent?.operands.at(-1)).toBe(xs);
      expect(tangent?.attributes.program.equations.map(({ primitive }) => primitive).filter((name) => name === 'sin')).toEqual(
        [],
      );
    });

    test('carries whose tangent is zero are not carried', () => {
      const step: Step = (carry) => {
        const [h] = carry as readonly [AnyTensor];
        const count = P.convert(P.reduceSum(h, [0]), 'i32');
        return [[P.sin(h), P.stopGradient(h), P.add(P.convert(P.add(get(carry, 2), count), 'i32'), count)], []];
      };
      const f = (h: AnyTensor): AnyTensor => {
        const [carry] = looped(step, [h, init, P.scalar(0, 'i32')], [xs]);
        return flat([carry.slice(0, 2), []]);
      };
      const tangent = loops(f, init).at(-1);
      expect(tangent?.attributes.carry).toBe(1);
      expect(tangent?.outputs.length).toBe(1);
    });

    test('a loop without tangents gets none', () => {
      const f = (s: AnyTensor): AnyTensor => flat(looped((carry, slices) => [carry, [P.floor(get(slices, 0))]], [init], [s]));
      expect(loops(f, xs).length).toBe(1);
      const [ran, differentiated] = [() => f(xs), () => jvp(f, [xs], [xs])].map(equationsBuilt);
      // A variable, the tangent of a slice, and zeros of two equations for the result's.
      expect((differentiated ?? 0) - (ran ?? 0)).toBe(4);
    });
  });
});

test('any number of carries: a shift register of 12 000', () => {
  const rest = Array.from({ length: 12_000 }, () => P.scalar(0, 'f64'));
  const steps = P.fill(0, [3], 'f64');
  // Every carry is what the one before it was, so what depends on the first is found in as many steps as there are carries.
  const shifted = (x: AnyTensor): AnyTensor => {
    const [carry] = looped((register) => [[get(register, 0), ...register.slice(0, -1)], []], [x, ...rest], [steps]);
    return P.add(get(carry, 2), get(carry, 11_999));
  };
  expect(values(vjp(shifted, P.scalar(2, 'f64'))[1](P.scalar(1, 'f64'))[0] as AnyTensor)).toEqual([1]);
});
