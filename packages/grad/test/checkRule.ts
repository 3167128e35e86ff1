/**
 * How the rules' tests check a function: against finite differences, its transpose, its second derivative and its batches.
 */
import { assert } from 'vitest';
import type { AnyTensor } from '@cotangent/core';
import { axesOf, P } from '@cotangent/core/primitives';
import { jvp } from '../src/jvp.ts';
import { vjp } from '../src/vjp.ts';
import { vmap } from '../src/vmap.ts';

export type Differentiable = (...xs: AnyTensor[]) => AnyTensor;
type Values = readonly number[];

export const tensor = (values: Values, sizes: readonly number[]): AnyTensor =>
  P.constant(Float64Array.from(values), sizes, 'f64');
export const values = (x: AnyTensor): Values => Array.from(x.toArray());
const like = (x: AnyTensor, elements: Values): AnyTensor => P.constant(Float64Array.from(elements), axesOf(x), 'f64');

/** A direction that differs in every element, of about unit size: the fractional parts of multiples of the golden ratio. */
const direction = (x: AnyTensor, seed: number): AnyTensor =>
  like(
    x,
    Array.from({ length: x.size }, (_, index) => ((((index + 1 + 7 * seed) * 0.618_033_988_749_894_8) % 1) - 0.5) * 2),
  );

const along = (xs: readonly AnyTensor[], vs: readonly AnyTensor[], step: number): readonly AnyTensor[] =>
  xs.map((x, index) => {
    const v = vs[index];
    assert.isDefined(v);
    return like(
      x,
      values(x).map((element, at) => element + step * (values(v)[at] ?? 0)),
    );
  });

/** The derivative of `f` along `vs` by Richardson's extrapolation of central differences. */
const numeric = (f: (xs: readonly AnyTensor[]) => Values, xs: readonly AnyTensor[], vs: readonly AnyTensor[]): Values => {
  const central = (h: number): Values => {
    const [plus, minus] = [f(along(xs, vs, h)), f(along(xs, vs, -h))];
    return plus.map((y, index) => (y - (minus[index] ?? Number.NaN)) / (2 * h));
  };
  const [coarse, fine] = [central(2 ** -10), central(2 ** -11)];
  return fine.map((d, index) => (4 * d - (coarse[index] ?? Number.NaN)) / 3);
};

export const expectClose = (actual: Values, expected: Values, tolerance: number, what: string): void => {
  assert.equal(actual.length, expected.length, what);
  actual.forEach((a, index) => {
    const b = expected[index] ?? Number.NaN;
    const bound = tolerance * Math.max(1, Math.abs(a), Math.abs(b));
    assert.ok(Math.abs(a - b) <= bound, `${what}: element ${index} is ${a}, not ${b}`);
  });
};

const dot = (xs: readonly AnyTensor[], ys: readonly AnyTensor[]): number =>
  xs.reduce((sum, x, index) => {
    const y = ys[index];
    assert.isDefined(y);
    return sum + values(x).reduce((total, element, at) => total + element * (values(y)[at] ?? 0), 0);
  }, 0);

const directions = (xs: readonly AnyTensor[], seed: number): readonly AnyTensor[] =>
  xs.map((x, index) => direction(x, seed + index));

const checkFirstOrder = (f: Differentiable, xs: readonly AnyTensor[], what: string): void => {
  const vs = directions(xs, 1);
  const [value, tangent] = jvp(f, xs, vs);
  expectClose(values(value), values(f(...xs)), 0, `${what}: value under jvp`);
  expectClose(
    values(tangent),
    numeric((at) => values(f(...at)), xs, vs),
    1e-8,
    `${what}: jvp`,
  );
  const [same, pullback] = vjp(f, ...xs);
  expectClose(values(same), values(value), 0, `${what}: value under vjp`);
  const w = direction(value, 5);
  const pulled = pullback(w);
  pulled.forEach((cotangent, index) => assert.deepEqual(cotangent.sizes, xs[index]?.sizes));
  expectClose([dot([tangent], [w])], [dot(vs, pulled)], 1e-11, `${what}: <Jv, w> = <v, J'w>`);
};

/** The gradient of `<w, f(x)>`, which is a function again, must pass the same checks. */
const pulledBack = (f: Differentiable): Differentiable[] => {
  const gradient = (...xs: AnyTensor[]): readonly AnyTensor[] => {
    const [value, pullback] = vjp(f, ...xs);
    return pullback(direction(value, 3));
  };
  return [
    (...xs) =>
      P.concatenate(
        gradient(...xs).map((x) => P.reshape(x, [x.size])),
        0,
      ),
  ];
};

const stack = (xs: readonly AnyTensor[]): AnyTensor =>
  P.concatenate(
    xs.map((x) => P.reshape(x, [1, ...axesOf(x)])),
    0,
  );

type Batch = (f: Differentiable, options: { readonly in: readonly (number | null)[] }) => Differentiable;
// The types of vmap are for tensors of known shapes.
const batch = vmap as unknown as Batch;

/** Batching over each operand alone and over all together gives what a loop gives. */
const checkBatches = (f: Differentiable, xs: readonly AnyTensor[], what: string): void => {
  const examples = [0, 1, 2].map((example) => along(xs, directions(xs, example), 2 ** -6));
  const patterns = [
    xs.map(() => 0),
    ...(xs.length > 1 ? xs.map((_, index) => xs.map((__, other) => (other === index ? 0 : null))) : []),
  ];
  for (const pattern of patterns) {
    const args = xs.map((x, index) => (pattern[index] === 0 ? stack(examples.map((example) => example[index] ?? x)) : x));
    const looped = examples.flatMap((example) =>
      values(f(...xs.map((x, index) => (pattern[index] === 0 ? (example[index] ?? x) : x)))),
    );
    const batched = batch(f, { in: pattern })(...args);
    expectClose(values(batched), looped, 1e-13, `${what}: vmap in ${JSON.stringify(pattern)}`);
  }
};

export const check = (f: Differentiable, ...xs: readonly AnyTensor[]): void => {
  checkFirstOrder(f, xs, 'first order');
  checkBatches(f, xs, 'first order');
  for (const gradient of pulledBack(f)) {
    checkFirstOrder(gradient, xs, 'second order');
    checkBatches(gradient, xs, 'second order');
  }
};

/** How many equations a function builds. */
export const equationsBuilt = (run: () => unknown): number => {
  const next = (): number => P.scalar(0, 'f64').equation.id;
  const before = next();
  run();
  return next() - before - 1;
};
