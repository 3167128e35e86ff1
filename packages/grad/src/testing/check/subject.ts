/**
 * What is checked: a function of lists of `f64` tensors at a point, with its derivatives as maps of vectors.
 */
import { type AnyTensor, evaluate } from '@cotangent/core';
import { product, type Space, spaceOf } from './space.ts';
import type { Transformations } from './transformations.ts';
import { weights } from './random.ts';

/** A function of float tensors and of others, which have no derivatives, to float tensors. */
export type Call = (floats: readonly AnyTensor[], fixed: readonly AnyTensor[]) => readonly AnyTensor[];

/** Arguments of a call. */
export interface Arguments {
  readonly floats: Float64Array;
  readonly fixed: readonly AnyTensor[];
}

/** A function at a point. */
export interface Subject {
  /** 1 for the function itself, 2 for its gradient. */
  readonly order: number;
  readonly call: Call;
  readonly from: Space;
  readonly to: Space;
  readonly at: Arguments;
  readonly value: Float64Array;
  /** Further points of the same shapes, to batch with. */
  readonly examples: readonly Arguments[];
  readonly transformations: Transformations;
}

/** The value of a subject's function at a vector in place of its point. */
export const valueOf = ({ call, from, to, at: { fixed } }: Subject, floats: Float64Array): Float64Array =>
  to.toVector(call(from.toTensors(floats), fixed));

/** `vjp` at a vector: the value, and the pullback, both as lists of tensors. */
export const pulled = (
  { call, from, at: { fixed }, transformations: { vjp } }: Subject,
  floats: Float64Array,
): readonly [value: readonly AnyTensor[], pullback: (cotangents: readonly AnyTensor[]) => readonly AnyTensor[]] =>
  vjp((leaves) => call(leaves, fixed), from.toTensors(floats));

/** `jvp` at the point along a direction, as lists of tensors. */
export const pushed = (
  { call, from, at: { floats, fixed }, transformations: { jvp } }: Subject,
  direction: Float64Array,
): readonly [value: readonly AnyTensor[], tangents: readonly AnyTensor[]] =>
  jvp((leaves) => call(leaves, fixed), from.toTensors(floats), from.toTensors(direction));

/** `J' w` at the point. */
export const pullback = (subject: Subject): ((cotangent: Float64Array) => Float64Array) => {
  const [, pull] = pulled(subject, subject.at.floats);
  return (cotangent) => subject.from.toVector(pull(subject.to.toTensors(cotangent)));
};

/** `J v` at the point. */
export const pushforward = (subject: Subject, direction: Float64Array): Float64Array =>
  subject.to.toVector(pushed(subject, direction)[1]);

/** The function of a point and a cotangent that gives `J' w`, as a subject of the next order. */
export const gradientOf = (subject: Subject, seed: number): Subject => {
  const { call, from, to, at, transformations } = subject;
  const inner = from.paths.length;
  const cotangents = { ...to, paths: to.paths.map((path) => `the cotangent of ${path}`) };
  const joined = product(from, cotangents);
  const extend = ({ floats, fixed }: Arguments, salt: number): Arguments => ({
    floats: Float64Array.of(...floats, ...weights(seed + salt, to.size)),
    fixed,
  });
  const gradient: Call = (leaves, fixed) => {
    const [, pull] = transformations.vjp((floats) => call(floats, fixed), leaves.slice(0, inner));
    return pull(leaves.slice(inner));
  };
  const here = extend(at, 0);
  const outputs = evaluate(gradient(joined.toTensors(here.floats), here.fixed));
  const result = spaceOf(
    from.paths.map((path) => `the gradient in ${path}`),
    outputs,
  );
  return {
    order: subject.order + 1,
    call: gradient,
    from: joined,
    to: result,
    at: here,
    value: result.toVector(outputs),
    examples: subject.examples.map((example, index) => extend(example, index + 1)),
    transformations,
  };
};
