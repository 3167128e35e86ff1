/**
 * Gradients that are wrong, each in its own way: the checker must refuse all of them.
 */
import type { AnyTensor } from '@cotangent/core';
import { equationOf, P } from '@cotangent/core/primitives';
import { customJvp, customVjp } from '@cotangent/grad';
import { awayFrom, between, distinct, type GradientOptions, type GradientReport, nonzero, real } from '@cotangent/grad/testing';
import * as fc from 'fast-check';
import { type Transformations, transformations } from '../src/testing/check/transformations.ts';
import { loop, of } from './cases.ts';

const numeric = ['directional derivative', 'jacobian'] as const;

type One = (x: AnyTensor) => AnyTensor;
type Two = (x: AnyTensor, y: AnyTensor) => AnyTensor;

/** A wrong gradient, where it is looked at, and which check finds it. */
export interface WrongGradient {
  readonly f: (...inputs: readonly AnyTensor[]) => unknown;
  readonly inputs: fc.Arbitrary<readonly AnyTensor[]>;
  readonly found: readonly GradientReport['check'][];
  readonly order?: number;
  readonly options?: GradientOptions;
  readonly by?: Transformations;
}

const times = (x: AnyTensor, factor: number): AnyTensor => P.multiply(x, P.fillLike(x, factor));
const transposed = (x: AnyTensor): AnyTensor => P.transpose(x, [1, 0]);
const matmul: Two = (x, y) => P.dotGeneral(x, y, { contract: [[1], [0]], batch: [[], []] });
const oneMinusSquare: One = (y) => P.subtract(P.fillLike(y, 1), P.multiply(y, y));
const constant = (shape: readonly number[], ...values: readonly number[]): AnyTensor =>
  P.constant(Float64Array.from(values), shape, 'f64');

const vector = of([3]);
const pair = fc.tuple(of([3], nonzero), of([3], nonzero));
const square = of([2, 2], nonzero);

/** A function of one tensor whose tangent is `t derivative(x, y)`. */
const byJvp = (
  f: One,
  derivative: Two,
  inputs: fc.Arbitrary<AnyTensor> = vector,
  found: readonly GradientReport['check'][] = numeric,
): WrongGradient => ({
  f: customJvp(f, ([x], [t]) => P.multiply(t, derivative(x, f(x)))) as WrongGradient['f'],
  inputs: fc.tuple(inputs),
  found,
});

/** A function of one tensor whose pullback of `c` is `backward(c, x, y)`. */
const byVjp = (
  f: One,
  backward: (c: AnyTensor, x: AnyTensor, y: AnyTensor) => AnyTensor,
  found: readonly GradientReport['check'][] = numeric,
  inputs: fc.Arbitrary<AnyTensor> = vector,
): WrongGradient => ({
  f: customVjp(
    f,
    (x) => {
      const y = f(x);
      return [y, [x, y] as const];
    },
    ([x, y], c) => [backward(c, x, y)],
  ) as WrongGradient['f'],
  inputs: fc.tuple(inputs),
  found,
  options: { forward: false },
});

/** A function of two tensors whose pullback of `c` is `backward(c, x, y)`. */
const ofTwo = (
  f: Two,
  backward: (c: AnyTensor, x: AnyTensor, y: AnyTensor) => readonly AnyTensor[],
  found: readonly GradientReport['check'][] = numeric,
  inputs: fc.Arbitrary<readonly AnyTensor[]> = pair,
): WrongGradient => ({
  f: customVjp(
    f,
    (x, y) => [f(x, y), [x, y] as const],
    // Also lists of the wrong length, which only the checker can find out about.
    ([x, y], c) => backward(c, x, y) as [AnyTensor, AnyTensor],
  ) as WrongGradient['f'],
  inputs,
  found,
  options: { forward: false },
});

/** A right function, seen through transformations that are wrong. */
const through = (
  by: Partial<Transformations>,
  found: readonly GradientReport['check'][],
  f: (...inputs: readonly AnyTensor[]) => unknown = (x) => P.sin(x),
): WrongGradient => ({ f, inputs: fc.tuple(vector), found, by: { ...transformations, ...by } });

/** A pullback that uses the argument of the latest call of the function in place of its own. */
const stale = (): WrongGradient => {
  let latest: AnyTensor | undefined;
  return {
    f: customVjp(
      (x: AnyTensor): AnyTensor => P.sin(x),
      (x) => {
        latest = x;
        return [P.sin(x), x];
      },
      (x, c) => [P.multiply(c, P.cos(latest ?? x))],
    ) as WrongGradient['f'],
    inputs: fc.tuple(vector),
    found: ['purity'],
    options: { forward: false },
  };
};

/** A pullback that gives less each time it is called. */
const forgetful = (): WrongGradient => {
  let calls = 0;
  return byVjp(P.sin, (c, x) => times(P.multiply(c, P.cos(x)), 1 / ++calls), ['purity']);
};

/** Writes into the value of a tensor, which nothing but the graph itself should see. */
const overwrite = (tensor: AnyTensor | undefined): void => {
  const attributes = tensor === undefined ? {} : equationOf(tensor).attributes;
  if ('value' in attributes) attributes.value[0] = 7;
};

/** The first tensor of a stack. */
const first: One = (stacked) => {
  const zeros = stacked.sizes.map(() => 0);
  return P.reshape(
    P.slice(
      stacked,
      zeros,
      [1, ...stacked.sizes.slice(1)],
      zeros.map(() => 1),
    ),
    stacked.sizes.slice(1),
  );
};

/** What `f` gives for the first of some examples, as often as there are examples. */
const allLikeFirst = (
  f: (tensors: readonly AnyTensor[]) => readonly AnyTensor[],
  stacked: readonly AnyTensor[],
): readonly AnyTensor[] => {
  const count = stacked[0]?.sizes[0] ?? 0;
  return f(stacked.map(first)).map((y) =>
    P.broadcastInDim(
      y,
      [count, ...y.sizes],
      y.sizes.map((_, axis) => axis + 1),
    ),
  );
};

export const wrongGradients: Readonly<Record<string, WrongGradient>> = {
  'a factor of 2.001': byJvp(
    (x) => P.multiply(x, x),
    (x) => times(x, 2.001),
    of([3], nonzero),
  ),
  'a factor of 2.001 in a pullback': byVjp(
    (x) => P.multiply(x, x),
    (c, x) => times(P.multiply(c, x), 2.001),
    undefined,
    of([3], nonzero),
  ),
  'a wrong sign': byJvp(P.cos, P.sin, of([3], between(0.5, 2.5))),
  'a derivative of zero': byJvp(P.sin, (x) => P.fillLike(x, 0), of([3], between(-1, 1))),
  'a missing chain factor': byJvp(
    (x) => P.sin(times(x, 3)),
    (x) => P.cos(times(x, 3)),
    of([3], between(-0.25, 0.25)),
  ),
  'the derivative at the output in place of the input': byJvp(
    P.logistic,
    (_, y) => P.multiply(P.logistic(y), P.subtract(P.fillLike(y, 1), P.logistic(y))),
    of([3], nonzero),
  ),
  'a quotient rule without the square': {
    f: customJvp(P.divide as Two, ([x, y], [s, t]) =>
      P.subtract(P.divide(s, y), P.divide(P.multiply(t, x), y)),
    ) as WrongGradient['f'],
    inputs: fc.tuple(of([3], nonzero), of([3], between(1.25, 3))),
    found: numeric,
  },
  'a dropped term of the product rule': {
    f: customJvp(P.multiply as Two, ([, y], [s]) => P.multiply(s, y)) as WrongGradient['f'],
    inputs: pair,
    found: numeric,
  },
  'a small number against division by zero': byJvp(
    P.log,
    (x) => P.divide(P.fillLike(x, 1), P.add(x, P.fillLike(x, 1e-6))),
    of([3], between(0.25, 1)),
  ),
  'a derivative rounded to float32': byJvp(P.exp, (_, y) => P.convert(P.convert(y, 'f32'), 'f64'), of([7], nonzero)),
  'the absolute value of the derivative': byJvp(P.sin, (x) => P.abs(P.cos(x)), of([3], between(1.75, 2.5))),
  'wrong for large values only': byJvp(
    P.exp,
    (x, y) => P.select(P.greater(x, P.fillLike(x, 2)), P.fillLike(x, 1), y),
    of([3], between(2.25, 3)),
  ),
  'wrong at one element': byVjp(
    P.tanh,
    (c, _, y) => P.multiply(P.multiply(c, oneMinusSquare(y)), constant([2, 3], 1, 1, 1, 1, 1, 1.01)),
    undefined,
    of([2, 3]),
  ),
  'no derivative through one factor': {
    f: (x) => P.multiply(x, P.stopGradient(x)),
    inputs: fc.tuple(of([3], nonzero)),
    found: numeric,
  },
  'the swapped cotangents of two operands': ofTwo(P.multiply, (c, x, y) => [P.multiply(c, x), P.multiply(c, y)]),
  'a product that is not transposed': ofTwo(
    matmul,
    (c, x, y) => [matmul(c, y), matmul(transposed(x), c)],
    undefined,
    fc.tuple(square, fc.constant(constant([2, 2], 1, 2, 0.5, -1))),
  ),
  'a product in the wrong order': ofTwo(
    matmul,
    (c, x, y) => [matmul(c, transposed(y)), matmul(c, transposed(x))],
    undefined,
    fc.tuple(square, square),
  ),
  'a slice put back off by one': byVjp(
    (x) => P.slice(x, [1], [3], [1]),
    (c) => P.pad(c, P.scalar(0, 'f64'), [0], [2], [0]),
    undefined,
    of([4]),
  ),
  'a forgotten sum over broadcast rows': byVjp(
    (x) => P.broadcastInDim(x, [2, 3], [1]),
    (c) => P.reshape(P.slice(c, [0, 0], [1, 3], [1, 1]), [3]),
  ),
  'a sum spread along the wrong axis': byVjp(
    (x) => P.reduceSum(x, [0]),
    (c) => P.broadcastInDim(c, [3, 3], [0]),
    undefined,
    of([3, 3]),
  ),
  'a mean without its count': byVjp(
    (x) => times(P.reduceSum(x, [0]), 1 / 3),
    (c) => P.broadcastInDim(c, [3], []),
  ),
  'a maximum that all elements share': byVjp(
    (x) => P.reduceMax(x, [0]),
    (c) => P.broadcastInDim(times(c, 1 / 3), [3], []),
    undefined,
    of([3], distinct),
  ),
  'two uses of an argument, of which one overwrites the other': byVjp(
    (x) => P.concatenate([x, x], 0),
    (c) => P.slice(c, [3], [6], [1]),
  ),
  'running sums summed from the same end': byVjp(
    (x) => P.cumulativeSum(x, 0, false),
    (c) => P.cumulativeSum(c, 0, false),
  ),
  'a softmax without its sum': byVjp(
    (x) => P.divide(P.exp(x), P.broadcastInDim(P.reduceSum(P.exp(x), [0]), [3], [])),
    (c, _, y) => P.multiply(c, P.multiply(y, P.subtract(P.fillLike(y, 1), y))),
  ),
  'a branch without a derivative': byVjp(
    (x) => P.select(P.greater(x, P.fillLike(x, 0)), P.multiply(x, x), times(x, 3)),
    (c, x) => P.select(P.greater(x, P.fillLike(x, 0)), P.multiply(c, times(x, 2)), P.fillLike(x, 0)),
    undefined,
    of([3], between(-2, -0.25)),
  ),
  'a loop whose carry has no tangent': {
    f: (init, xs) =>
      loop(
        (carry: AnyTensor, x) => {
          const next = customJvp(P.multiply as Two, ([c], [, t]) => P.multiply(c, t))(carry, x);
          return [next, next];
        },
        init,
        xs,
      ),
    inputs: fc.tuple(of([2], nonzero), of([3, 2], nonzero)),
    found: numeric,
  },
  'a slope beside a kink that lies on neither side': byJvp(
    (x) => P.maximum(x, P.fillLike(x, 0)),
    (x) => P.select(P.equal(x, P.fillLike(x, 0)), P.fillLike(x, 7), P.convert(P.greater(x, P.fillLike(x, 0)), 'f64')),
    fc.constant(constant([3], 0, 1, -1)),
  ),

  'a second derivative of zero': {
    ...byVjp(P.tanh, (c, _, y) => P.multiply(c, P.stopGradient(oneMinusSquare(y))), undefined, of([3], nonzero)),
    order: 2,
  },
  'a second derivative of half the size': {
    ...byJvp(P.exp, (x) => P.exp(P.add(times(x, 0.5), P.stopGradient(times(x, 0.5)))), of([3], nonzero)),
    order: 2,
  },
  'a second derivative that lacks the other operand': {
    ...ofTwo(
      (x, y) => P.multiply(P.multiply(x, x), y),
      (c, x, y) => [P.multiply(c, times(P.multiply(x, P.stopGradient(y)), 2)), P.multiply(c, P.multiply(x, x))],
    ),
    order: 2,
  },
  'a pullback without derivative in its cotangent': {
    ...byVjp(P.sin, (c, x) => P.multiply(P.stopGradient(c), P.cos(x)), undefined, of([3], between(-1, 1))),
    order: 2,
  },
  'a Hessian that is not symmetric': {
    ...ofTwo(
      (x, y) => P.multiply(P.multiply(x, x), y),
      (c, x, y) => [P.multiply(c, times(P.multiply(x, P.stopGradient(y)), 2)), P.multiply(c, P.multiply(x, x))],
      ['symmetry'],
    ),
    options: { forward: false, directions: 0, jacobian: 0 },
    order: 2,
  },
  'a third derivative of zero': {
    ...byJvp(
      P.sin,
      (x) =>
        customJvp(
          (y: AnyTensor): AnyTensor => P.cos(y),
          ([y], [t]) => P.multiply(t, P.stopGradient(P.negate(P.sin(y)))),
        )(x),
      of([3], between(0.25, 1)),
    ),
    options: { order: 3 },
    order: 3,
  },

  'a pullback that is not linear': byVjp(
    P.sin,
    (c, x) => P.multiply(P.multiply(c, P.abs(c)), P.cos(x)),
    ['linearity'],
    of([3], between(-1, 1)),
  ),
  'a pullback cut off at 1': byVjp(
    P.sin,
    (c, x) => P.multiply(P.minimum(c, P.fillLike(c, 1)), P.cos(x)),
    ['linearity'],
    of([3], between(-1, 1)),
  ),
  'a pullback with an offset': byVjp(P.sin, (c, x) => P.add(P.multiply(c, P.cos(x)), P.fillLike(x, 1e-3)), ['linearity']),
  'a stale residual': stale(),
  'a pullback that changes from call to call': forgetful(),
  'a forward pass of another value': {
    ...byVjp(P.sin, (c, x) => P.multiply(c, P.cos(x)), ['primal']),
    f: customVjp(
      (x: AnyTensor): AnyTensor => P.sin(x),
      (x) => [P.add(P.sin(x), P.fillLike(x, 1e-12)), x],
      (x, c) => [P.multiply(c, P.cos(x))],
    ) as WrongGradient['f'],
  },
  'a cotangent of another dtype': byVjp(P.sin, (c) => P.convert(c, 'f32'), ['structure']),
  'a cotangent of another shape': byVjp(
    (x) => P.broadcastInDim(x, [2, 3], [1]),
    (c) => c,
    ['structure'],
  ),
  'a missing cotangent': ofTwo(P.multiply, (c, _, y) => [P.multiply(c, y)], ['structure']),

  'a cotangent that vjp gives in another dtype': through(
    {
      vjp: (f, primals) => {
        const [value, pull] = transformations.vjp(f, primals);
        return [value, (c) => pull(c).map((x) => P.convert(x, 'f32'))];
      },
    },
    ['structure'],
  ),
  'a tangent that jvp gives in another shape': through(
    {
      jvp: (f, primals, tangents) => {
        const [value, pushed] = transformations.jvp(f, primals, tangents);
        return [value, pushed.map((x) => P.reshape(x, [1, ...x.sizes]))];
      },
    },
    ['structure'],
  ),
  'an input that is overwritten': through(
    {
      vjp: (f, primals) => {
        const [value, pull] = transformations.vjp(f, primals);
        return [
          value,
          (c) => {
            overwrite(primals[0]);
            return pull(c);
          },
        ];
      },
    },
    ['purity'],
    (x) => times(x, 2),
  ),
  'a forward mode that differs from reverse mode': through(
    {
      jvp: (f, primals, tangents) => {
        const [value, pushed] = transformations.jvp(f, primals, tangents);
        return [value, pushed.map((x) => times(x, 1.001))];
      },
    },
    ['transpose'],
  ),
  'a batch of which every example is the first': through({ vmap: (f) => (stacked) => allLikeFirst(f, stacked) }, ['batching']),
  'a batch in reverse order': through(
    {
      vmap: (f) => (stacked) =>
        transformations
          .vmap(f)(stacked)
          .map((y) => P.reverse(y, [0])),
    },
    ['batching'],
  ),
  'a batch without its axis': through(
    {
      vmap: (f) => (stacked) =>
        transformations
          .vmap(f)(stacked)
          .map((y) => P.reduceSum(y, [0])),
    },
    ['batching'],
  ),
  'values of no use': {
    f: (x) => P.log(P.negate(P.abs(x))),
    inputs: fc.tuple(of([3], awayFrom(0))),
    found: ['evaluation'],
  },
  'a result in float32': { f: (x) => P.convert(x, 'f32'), inputs: fc.tuple(of([3], real)), found: ['evaluation'] },
  'no result to differentiate': {
    f: (x) => P.less(x, x),
    inputs: fc.tuple(vector),
    found: ['evaluation'],
  },
  'a point on a kink': { f: (x) => P.abs(x), inputs: fc.constant([constant([1], 0)]), found: ['kinks'] },
};
