/**
 * Forward derivatives of reductions.
 */
import type { AnyTensor } from '@cotangent/core';
import { axesOf, P, type Reduction } from '@cotangent/core/primitives';
import { zerosLike } from './arithmetic.ts';
import { at, type JvpRule, type NotDifferentiable } from './site.ts';

const kept = (rank: number, axes: readonly number[]): readonly number[] =>
  Array.from({ length: rank }, (_, axis) => axis).filter((axis) => !axes.includes(axis));

/** `[...kept, n]`: the reduced axes put last and made one. */
const gathered = (x: AnyTensor, axes: readonly number[]): AnyTensor => {
  const keep = kept(x.rank, axes);
  const shape = axesOf(x);
  const last = P.transpose(x, [...keep, ...axes]);
  return P.reshape(last, [...keep.map((axis) => at(shape, axis)), axes.reduce((size, axis) => size * at(x.sizes, axis), 1)]);
};

/** The last axis moved by `distance` places, toward its end when positive, ones coming in. */
const shifted = (x: AnyTensor, distance: number): AnyTensor => {
  const edge = (last: number): readonly number[] => x.sizes.map((_, axis) => (axis === x.rank - 1 ? last : 0));
  return P.pad(x, P.scalar(1, x.dtype), edge(distance), edge(-distance), edge(0));
};

/** Products of all elements before each one (after each one, for `direction = -1`) on the last axis, in log2 n steps (Hillis & Steele 1986). */
const exclusiveProducts = (x: AnyTensor, direction: 1 | -1): AnyTensor => {
  const size = at(x.sizes, x.rank - 1);
  let products = shifted(x, direction);
  for (let distance = 1; distance < size - 1; distance *= 2)
    products = P.multiply(products, shifted(products, direction * distance));
  return products;
};

/** Along the last axis, for each element the product of the others: no division, so zeros do no harm. */
const productOfOthers = (x: AnyTensor): AnyTensor => P.multiply(exclusiveProducts(x, 1), exclusiveProducts(x, -1));

/** `sum_i t_i prod_{j != i} x_j` */
const reduceProd: JvpRule<'reduceProd'> = ({ primals, tangents, outputs, attributes: { axes } }) => {
  const others = productOfOthers(gathered(at(primals, 0), axes));
  const t = gathered(at(tangents, 0), axes);
  return { outputs, tangents: [P.reduceSum(P.multiply(t, others), [t.rank - 1])] };
};

/**
 * The mean of the tangents of all elements that are extreme, so that ties share equally.
 *
 * A result of NaN comes from no element in particular: all are chosen and their number is NaN, so both modes give NaN, as in JAX.
 */
const extreme: JvpRule<'reduceMax' | 'reduceMin'> = ({ primals, tangents, outputs, attributes: { axes } }) => {
  const [x, y, t] = [at(primals, 0), at(outputs, 0), at(tangents, 0)];
  const isNaN = P.notEqual(y, y);
  const extremes = P.equal(x, P.spreadBack(y, x, axes));
  const count = P.select(isNaN, P.fillLike(y, Number.NaN), P.reduceSum(P.convert(extremes, x.dtype), axes));
  const chosen = P.or(extremes, P.spreadBack(isNaN, x, axes));
  return { outputs, tangents: [P.divide(P.reduceSum(P.select(chosen, t, zerosLike(t)), axes), count)] };
};

const boolean: NotDifferentiable = 'not differentiable: boolean valued';

/** The rows of the reductions. */
export const reductions: { readonly [K in Reduction]: JvpRule<K> | NotDifferentiable } = {
  reduceSum: ({ tangents, outputs, attributes: { axes } }) => ({ outputs, tangents: [P.reduceSum(at(tangents, 0), axes)] }),
  reduceProd,
  reduceMax: extreme,
  reduceMin: extreme,
  reduceAnd: boolean,
  reduceOr: boolean,
};
