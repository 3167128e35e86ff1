/**
 * The transpose of every primitive that is linear in some operands, or why there is none.
 *
 * A linear map `y = L x` has the transpose `L'` with `<y', L x> = <L' y', x>` for all cotangents `y'`.
 */
import type { AnyTensor } from '@cotangent/core';
import { axesOf, P, type Primitive } from '@cotangent/core/primitives';
import { zerosLike } from './arithmetic.ts';
import { transposeCustomTangent } from './custom.ts';
import { transposeDotGeneral } from './dotGeneral.ts';
import { notLinear, refuseBoth } from './notLinear.ts';
import { transposeScan } from './scanTranspose.ts';
import { transposeConv, transposeWindowSum } from './sliding.ts';
import { at, type NotLinear, type Tangent, type TransposeRule } from './site.ts';

/** `y = L x` with the transpose `transposed(y')`; further operands are indices. */
const linear =
  <K extends Primitive>(
    transposed: (cotangent: AnyTensor, x: AnyTensor, site: Parameters<TransposeRule<K>>[0]) => AnyTensor,
  ): TransposeRule<K> =>
  (site) => [transposed(at(site.cotangents, 0), at(site.operands, 0), site)];

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index);

const inverse = (permutation: readonly number[]): readonly number[] =>
  range(permutation.length).map((axis) => permutation.indexOf(axis));

/** Sums over the axes that were made or stretched, and puts the others back in the operand's order. */
const broadcastInDim: TransposeRule<'broadcastInDim'> = linear((cotangent, x, { attributes: { axes } }) => {
  const came = new Map(axes.map((axis, from) => [axis, from]));
  const sizes = new Map(axes.map((axis, from) => [axis, x.sizes[from]]));
  const stretched = (axis: number): boolean => sizes.get(axis) !== cotangent.sizes[axis];
  const summed = range(cotangent.rank).filter(stretched);
  const left = range(cotangent.rank).filter((axis) => !stretched(axis));
  const order = left.map((axis) => came.get(axis) ?? 0);
  const total = summed.length === 0 ? cotangent : P.reduceSum(cotangent, summed);
  const ranks = order.toSorted((a, b) => a - b).map((from) => order.indexOf(from));
  const ordered = isIdentity(ranks) ? total : P.transpose(total, ranks);
  return ordered.rank === x.rank ? ordered : P.reshape(ordered, axesOf(x));
});

const isIdentity = (permutation: readonly number[]): boolean => permutation.every((axis, index) => axis === index);

const negated = (numbers: readonly number[]): readonly number[] => numbers.map((n) => -n);

/** Where the operand's elements, and not the padding, stand in the result. */
const paddedMask = (x: AnyTensor, { low, high, interior }: Parameters<TransposeRule<'pad'>>[0]['attributes']): AnyTensor =>
  P.pad(P.fill(1, axesOf(x), 'bool'), P.scalar(0, 'bool'), low, high, interior);

/** Takes the edges off, or puts zeros back where they were cropped; skips the interior. The padding value gets the rest. */
const pad: TransposeRule<'pad'> = ({ operands, linear: [inOperand, inValue], cotangents, attributes }) => {
  const [x, cotangent] = [at(operands, 0), at(cotangents, 0)];
  const { low, high, interior } = attributes;
  const zero = P.scalar(0, cotangent.dtype);
  const trimmed = (): AnyTensor => {
    const edges = P.pad(
      cotangent,
      zero,
      negated(low),
      negated(high),
      interior.map(() => 0),
    );
    return interior.every((n) => n === 0)
      ? edges
      : P.slice(
          edges,
          interior.map(() => 0),
          edges.sizes,
          interior.map((n) => n + 1),
        );
  };
  const rest = (): AnyTensor =>
    P.reduceSum(P.select(paddedMask(x, attributes), zerosLike(cotangent), cotangent), range(cotangent.rank));
  return [inOperand === true ? trimmed() : undefined, inValue === true ? rest() : undefined];
};

/** Puts elements back to where they were taken from, zeros between and around. */
const slice: TransposeRule<'slice'> = linear((cotangent, x, { attributes: { start, stride } }) => {
  const end = (axis: number): number => at(start, axis) + Math.max(0, 1 + (at(cotangent.sizes, axis) - 1) * at(stride, axis));
  const high = x.sizes.map((size, axis) => size - end(axis));
  return P.pad(
    cotangent,
    P.scalar(0, x.dtype),
    start,
    high,
    stride.map((step) => step - 1),
  );
});

/** To each linear operand its own part. */
const concatenate: TransposeRule<'concatenate'> = ({ operands, linear: isLinear, cotangents, attributes: { axis } }) => {
  const cotangent = at(cotangents, 0);
  let from = 0;
  return operands.map((x, index): Tangent => {
    const start = x.sizes.map((_, at_) => (at_ === axis ? from : 0));
    from += at(x.sizes, axis);
    const limit = x.sizes.map((size, at_) => (at_ === axis ? from : size));
    return isLinear[index] === true
      ? P.slice(
          cotangent,
          start,
          limit,
          x.sizes.map(() => 1),
        )
      : undefined;
  });
};

/** Slices that lie outside were not written, so nothing comes back from there, where `gather` reads NaN. */
const scatterAdd: TransposeRule<'scatterAdd'> = ({ operands, linear: [, , inUpdates], cotangents, attributes }) => {
  const [cotangent, indices] = [at(cotangents, 0), at(operands, 1)];
  const updates = (): AnyTensor => {
    const read = P.gather(cotangent, indices, attributes);
    const inside = P.gather(P.fill(1, axesOf(cotangent), 'bool'), indices, attributes);
    return P.select(inside, read, zerosLike(read));
  };
  return [cotangent, undefined, inUpdates === true ? updates() : undefined];
};

const nonlinear: NotLinear = 'not linear: transpose its tangent';
const whole: NotLinear = 'not linear: integer or boolean valued';
const constant: NotLinear = 'not linear: it has no operands';

/** One row a primitive. */
export const transposeRules: { readonly [K in Primitive]: TransposeRule<K> | NotLinear } = {
  constant,
  input: constant,
  iota: constant,
  variable: ({ cotangents }) => cotangents,
  stopGradient: 'not linear: a constant to every derivative',

  negate: linear((cotangent) => P.negate(cotangent)),
  add: ({ cotangents: [cotangent] }) => [cotangent, cotangent],
  subtract: ({ cotangents, linear: [, right] }) => [cotangents[0], right === true ? P.negate(at(cotangents, 0)) : undefined],
  /** Linear in one operand at a time: `c y`, `x c` */
  multiply: ({ operands, linear: [left, right], cotangents }) => {
    refuseBoth('multiply', left, right);
    const [x, y, cotangent] = [at(operands, 0), at(operands, 1), at(cotangents, 0)];
    return [left === true ? P.multiply(cotangent, y) : undefined, right === true ? P.multiply(x, cotangent) : undefined];
  },
  /** Linear in the numerator: `c / y` */
  divide: ({ operands, linear: [, inDenominator], cotangents }) => {
    if (inDenominator === true) throw notLinear('divide', 'its denominator varies');
    return [P.divide(at(cotangents, 0), at(operands, 1))];
  },
  /** To the branch that was taken. */
  select: ({ operands, linear: [, onTrue, onFalse], cotangents }) => {
    const [condition, cotangent] = [at(operands, 0), at(cotangents, 0)];
    const zeros = zerosLike(cotangent);
    return [
      undefined,
      onTrue === true ? P.select(condition, cotangent, zeros) : undefined,
      onFalse === true ? P.select(condition, zeros, cotangent) : undefined,
    ];
  },
  convert: linear((cotangent, x) => P.convert(cotangent, x.dtype)),

  broadcastInDim,
  reshape: linear((cotangent, x) => P.reshape(cotangent, axesOf(x))),
  transpose: linear((cotangent, _, { attributes: { permutation } }) => P.transpose(cotangent, inverse(permutation))),
  reverse: linear((cotangent, _, { attributes: { axes } }) => P.reverse(cotangent, axes)),
  pad,
  slice,
  concatenate,
  dotGeneral: transposeDotGeneral,
  conv: transposeConv,
  reduceWindowSum: transposeWindowSum,
  reduceSum: linear((cotangent, x, { attributes: { axes } }) => P.spreadBack(cotangent, x, axes)),
  /** Sums from the other end. */
  cumulativeSum: linear((cotangent, _, { attributes: { axis, reverse } }) => P.cumulativeSum(cotangent, axis, !reverse)),
  gather: linear((cotangent, x, { operands, attributes }) => P.scatterAdd(zerosLike(x), at(operands, 1), cotangent, attributes)),
  scatterAdd,

  abs: nonlinear,
  exp: nonlinear,
  expm1: nonlinear,
  log: nonlinear,
  log1p: nonlinear,
  sqrt: nonlinear,
  rsqrt: nonlinear,
  cbrt: nonlinear,
  sin: nonlinear,
  cos: nonlinear,
  tan: nonlinear,
  asin: nonlinear,
  acos: nonlinear,
  atan: nonlinear,
  sinh: nonlinear,
  cosh: nonlinear,
  tanh: nonlinear,
  asinh: nonlinear,
  acosh: nonlinear,
  atanh: nonlinear,
  logistic: nonlinear,
  erf: nonlinear,
  erfInv: nonlinear,
  sign: nonlinear,
  floor: nonlinear,
  ceil: nonlinear,
  round: nonlinear,
  remainder: nonlinear,
  power: nonlinear,
  maximum: nonlinear,
  minimum: nonlinear,
  atan2: nonlinear,
  reduceProd: nonlinear,
  reduceMax: nonlinear,
  reduceMin: nonlinear,
  reduceWindowMax: nonlinear,
  reduceWindowMin: nonlinear,
  not: whole,
  and: whole,
  or: whole,
  xor: whole,
  shiftLeft: whole,
  shiftRightLogical: whole,
  shiftRightArithmetic: whole,
  equal: whole,
  notEqual: whole,
  less: whole,
  lessEqual: whole,
  greater: whole,
  greaterEqual: whole,
  reduceAnd: whole,
  reduceOr: whole,
  argMax: whole,
  argMin: whole,
  argSort: whole,
  windowArgMax: whole,
  windowArgMin: whole,
  threefry: whole,
  customJvp: nonlinear,
  customVjp: nonlinear,

  scan: transposeScan,
  customTangent: transposeCustomTangent,
};
