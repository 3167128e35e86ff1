/**
 * Dimensions and shapes to draw calls from: sizes, names, and arithmetic on names.
 */
import { type AnyTensor, type Axis, concatenate, conv, flatten, maxPool, slice, zeros } from '@cotangent/core';
import * as fc from 'fast-check';
import { named } from '../../../core/type-tests/tensors.ts';

export type Dim = number | string;

/** Dimensions, ones and names among them more often than they come by chance. Products of them are sizes. */
export const modest: fc.Arbitrary<Dim> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Dim>(2, 3, 4, 5, 6, 12) },
  { weight: 2, arbitrary: fc.constant<Dim>(1) },
  { weight: 1, arbitrary: fc.constant<Dim>(0) },
  { weight: 3, arbitrary: fc.constantFrom<Dim>('n', 'm') },
  { weight: 2, arbitrary: fc.constantFrom<Dim>('2*n', 'm*n', 'n+1', 'm+n', 'n-1', '2*m+3') },
  { weight: 1, arbitrary: fc.constantFrom<Dim>('floor(n/2)', '2*floor(n/2)', 'floor((n+1)/2)', 'floor(n/4)', 'floor(m/3)+1') },
);

/** Dimensions, large ones too. */
export const dims: fc.Arbitrary<Dim> = fc.oneof(
  { weight: 15, arbitrary: modest },
  { weight: 1, arbitrary: fc.constantFrom<Dim>(1000, 46341, 999999937, 1000000000) },
);

/** Shapes of `from` to `to` dimensions. */
export const shapesOf = (from: number, to: number): fc.Arbitrary<readonly Dim[]> =>
  fc.array(dims, { minLength: from, maxLength: to });

/** Any shape. */
export const shapes: fc.Arbitrary<readonly Dim[]> = shapesOf(0, 4);

/** Shapes with an axis. */
export const someAxes: fc.Arbitrary<readonly Dim[]> = shapesOf(1, 4);

const vector = (axis: Axis): AnyTensor => zeros([axis] as never);

/** Without types, which these tensors do not have. */
const cut: (x: AnyTensor, ranges: unknown) => AnyTensor = slice;
const join: (xs: readonly AnyTensor[]) => AnyTensor = concatenate as never;
const flat: (x: AnyTensor) => AnyTensor = flatten as never;
const slid: (x: AnyTensor, kernel: AnyTensor) => AnyTensor = conv as never;
const pool: (x: AnyTensor, window: readonly number[]) => AnyTensor = maxPool as never;

const product = (axes: readonly Axis[]): Axis => flat(zeros(axes as never)).dim(0);

const sum = (axes: readonly Axis[]): Axis => join(axes.map(vector)).dim(0);

/** How often a window as long as the second goes into the first. */
const places = (axis: Axis, window: Axis): Axis => slid(zeros([1, 1, axis] as never), zeros([1, 1, window] as never)).dim(2);

const difference = (axis: Axis, less: Axis): Axis =>
  less === 0
    ? axis
    : cut(vector(typeof less === 'number' ? axis : places(axis, less)), [[0, typeof less === 'number' ? -less : -1]]).dim(0);

/** Windows side by side, as many as there is room for. */
const quotient = (axis: Axis, divisor: number): Axis => pool(vector(axis), [divisor]).dim(0);

/** A text cut before the signs that are in no parentheses. */
const cutBefore = (text: string, signs: string): readonly string[] => {
  const parts = [''];
  let depth = 0;
  for (const letter of text) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (depth === 0 && signs.includes(letter)) parts.push('');
    parts.push(`${parts.pop()}${letter}`);
  }
  return parts;
};

const factorOf = (text: string): Axis => {
  const [, whole, divisor] = /^floor\((.+)\/(\d+)\)$/.exec(text) ?? [];
  if (whole !== undefined) return quotient(axisOf(whole.replace(/^\((.+)\)$/, '$1')), Number(divisor));
  return /^\d/.test(text) ? Number(text) : named(text);
};

const term = (text: string): Axis => product(cutBefore(text, '*').map((factor) => factorOf(factor.replace(/^\*/, ''))));

/** The axis that a dimension stands for: any of the texts in which sums of products are written, with quotients in them, such as `'2*floor(n/2)+1'`. */
export const axisOf = (dim: Dim): Axis => {
  if (typeof dim === 'number') return dim;
  const terms = cutBefore(dim, '+-').filter((one) => one !== '');
  const more = terms.filter((one) => !one.startsWith('-')).map((one) => term(one.replace(/^\+/, '')));
  const less = terms.filter((one) => one.startsWith('-')).map((one) => term(one.replace(/^-/, '')));
  return difference(sum(more), less.length === 0 ? 0 : sum(less));
};

const nameOf = (axis: Axis): Dim => (typeof axis === 'number' ? axis : axis.name);

/** The product of dimensions: `'2*n'` of 2 and `'n'`. */
export const productOf = (shape: readonly Dim[]): Dim => {
  const [only] = shape;
  return shape.length === 1 && only !== undefined ? only : nameOf(product(shape.map(axisOf)));
};

/** The sum of dimensions: `'n+2'` of 2 and `'n'`. */
export const sumOf = (shape: readonly Dim[]): Dim => nameOf(sum(shape.map(axisOf)));
