/**
 * Short forms of gradient cases that many rows of the tables share.
 */
import { type AnyTensor, type DType, scan, type Tensor } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import {
  awayFrom,
  type Domain,
  type GradientCase,
  gradientCase,
  type GradientOptions,
  nonzero,
  real,
  shapes,
  tensors,
} from '@cotangent/grad/testing';
import * as fc from 'fast-check';

type Shaped = Tensor<number[], 'f64'>;
type One = (x: Shaped) => unknown;
type Two = (x: Shaped, y: Shaped) => unknown;

/** Tensors of a fixed shape. */
export const of = <D extends DType = 'f64'>(shape: readonly number[], domain?: Domain<D>): fc.Arbitrary<Tensor<number[], D>> =>
  tensors(shape, domain);

/** Tensors of all small shapes. */
const anyShape = shapes({ maxRank: 2, maxSize: 3 });

/** A function of one tensor of any shape. */
export const unary = (f: One, domain: Domain<'f64'> = real): GradientCase =>
  gradientCase(f, fc.tuple(anyShape.chain((shape) => of(shape, domain))));

/** A function of one tensor of a given shape. */
export const on = (
  shape: readonly number[],
  f: One,
  domain: Domain<'f64'> = real,
  options: GradientOptions<[Shaped]> = {},
): GradientCase => gradientCase(f, fc.tuple(of(shape, domain)), options);

/** A function of two tensors of one shape, which is any. */
export const binary = (f: Two, left: Domain<'f64'> = real, right: Domain<'f64'> = real): GradientCase =>
  gradientCase(
    f,
    anyShape.chain((shape) => fc.tuple(of(shape, left), of(shape, right))),
  );

/** Pairs of equal shape whose elements differ by 1/4 at least. */
export const apart: fc.Arbitrary<[AnyTensor, AnyTensor]> = anyShape
  .chain((shape) => fc.tuple(of(shape), of(shape, nonzero)))
  .map(([x, distance]) => [x, P.add(x, distance)]);

/** Pairs `x, y` of equal shape whose quotient is 1/8 at least away from whole numbers. */
export const notDivisible: fc.Arbitrary<[AnyTensor, AnyTensor]> = anyShape
  .chain((shape) => fc.tuple(of(shape, awayFrom(-3, -2, -1, 0, 1, 2, 3)), of(shape, nonzero)))
  .map(([quotient, y]) => [P.multiply(quotient, y), y]);

type Step<C> = (carry: C, x: AnyTensor) => readonly [carry: C, y: unknown];

/** `scan` of tensors whose shapes the compiler does not know. */
export const loop = <C>(step: Step<C>, carry: C, xs: unknown, options: { readonly reverse?: boolean } = {}): unknown =>
  // A slice of xs, a tensor or a list of them, is what the step takes; its callers see to it.
  (scan as unknown as (step: Step<C>, carry: C, xs: unknown, options: { readonly reverse?: boolean }) => unknown)(
    step,
    carry,
    xs,
    options,
  );
