/**
 * Axes split, merged, moved, reduced and repeated.
 *
 * A tensor is split into atoms, the axes that the words of a pattern name; these are reduced, repeated and put in order, then merged
 * as the right of the pattern says. Steps that change nothing are left out.
 */
import { describe } from '../../decodeError.ts';
import { type Axis, checkAxes, checkAxis, sizeOf } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { productOfAxes } from '../../dims/polynomials.ts';
import type { ReductionKind } from '../../shape/rearranging.ts';
import { type AnyTensor, type Expression, expressionOf } from '../../tensor.ts';
import { asCondition } from '../../traceScope.ts';
import { checkAxisNumber } from './axes.ts';
import { needBooleans, needFloats, needNumbers } from './dtypes.ts';
import { type Atom, checkPattern, type Reading, readPattern, refuseTensor, type Sizes } from './reading.ts';
import { mean } from './reductions.ts';
import { renamed, repeat as repeatAlong } from './shaping.ts';

type Reduce = (x: AnyTensor, axes: readonly number[]) => Expression;

const axesOfAtoms = (atoms: readonly Atom[]): readonly Axis[] => atoms.map(({ axis }) => axis);

/** Atoms of size 1 hold no elements apart: they come and go by reshaping. */
const isWide = ({ axis }: Atom): boolean => sizeOf(axis) !== 1;

const without = (atoms: readonly Atom[], others: readonly Atom[]): readonly Atom[] =>
  atoms.filter((atom) => !others.includes(atom));

/** The atoms of a tensor, with a step that has not been taken: `x` has their elements in their order. */
interface Split {
  readonly x: Expression;
  readonly atoms: readonly Atom[];
}

const split = ({ x, atoms }: Split): Expression => renamed(x, axesOfAtoms(atoms));

/** Without the atoms that the result lacks. */
const reduced = (given: Split, right: readonly Atom[], reduce: Reduce): Split => {
  const lost = without(given.atoms, right);
  if (!lost.some(isWide)) return given;
  const axes = lost.map((atom) => given.atoms.indexOf(atom));
  return { x: reduce(split(given), axes), atoms: without(given.atoms, lost) };
};

/** With the atoms in the order of the result, and those that only the result has. */
const ordered = (given: Split, right: readonly Atom[]): Split => {
  const added = without(right, given.atoms);
  const atoms = [...(added.some(isWide) ? right : without(right, added)), ...without(given.atoms, right)];
  if (added.some(isWide)) {
    const axes = given.atoms.map((atom) => atoms.indexOf(atom));
    return { x: P.broadcastInDim(split(given), axesOfAtoms(atoms), axes), atoms };
  }
  const inOrder = given.atoms.filter(isWide).every((atom, index) => atom === atoms.filter(isWide)[index]);
  if (inOrder) return { x: given.x, atoms };
  const permutation = atoms.map((atom) => given.atoms.indexOf(atom));
  return { x: P.transpose(split(given), permutation), atoms };
};

/** The axes of the result, into which atoms are merged. */
const mergedAxes = (operation: string, right: Reading['right']): readonly Axis[] =>
  checkAxes(
    operation,
    right.map((atoms) => productOfAxes(axesOfAtoms(atoms))),
  );

const rearranging = (operation: 'rearrange' | 'repeat', x: AnyTensor, pattern: string, sizes?: Sizes): Expression => {
  const { left, right } = readPattern(operation, x, pattern, sizes);
  const axes = mergedAxes(operation, right);
  return renamed(ordered({ x: expressionOf(x), atoms: left }, right.flat()).x, axes);
};

/** `rearrange(x, 'b (h w) c -> b h w c', { h: 2 })`. */
export const rearrange = (x: AnyTensor, pattern: string, sizes?: Sizes): Expression =>
  rearranging('rearrange', x, pattern, sizes);

/** A reduction and the dtypes that it takes. */
interface Kind {
  readonly needs: (operation: string, x: AnyTensor) => void;
  readonly reduce: Reduce;
}

const kinds: Readonly<Record<ReductionKind, Kind>> = {
  sum: { needs: needNumbers, reduce: P.reduceSum },
  mean: { needs: needFloats, reduce: mean },
  max: { needs: needNumbers, reduce: P.reduceMax },
  min: { needs: needNumbers, reduce: P.reduceMin },
  prod: { needs: needNumbers, reduce: P.reduceProd },
  any: { needs: needBooleans, reduce: P.reduceOr },
  all: { needs: needBooleans, reduce: P.reduceAnd },
};

const isKind = (kind: ReductionKind): boolean => Object.hasOwn(kinds, kind);

const kindOf = (kind: ReductionKind): Kind => {
  if (isKind(kind)) return kinds[kind];
  const given = typeof kind === 'string' ? `'${kind}'` : 'missing';
  throw new ShapeError(`reduce: the kind is ${given}, not one of ${Object.keys(kinds).join(', ')}`);
};

/** Checks what waits for a tensor to reduce. */
export const checkReduction = (pattern: string, kind: ReductionKind, sizes?: Sizes): void => {
  refuseTensor('reduce', kind);
  checkPattern('reduce', pattern, sizes);
  kindOf(kind);
};

/** `reduce(x, 'b c (h 2) (w 2) -> b c h w', 'max')`. */
export const reduce = (x: AnyTensor, pattern: string, kind: ReductionKind, sizes?: Sizes): Expression => {
  // In the compiler's order: the dtype that a kind asks for, the pattern, then whether there is such a kind.
  if (isKind(kind)) kinds[kind].needs(`reduce: '${kind}'`, x);
  const { left, right } = readPattern('reduce', x, pattern, sizes);
  const combine = kindOf(kind).reduce;
  const wanted = right.flat();
  const axes = mergedAxes('reduce', right);
  const result = renamed(ordered(reduced({ x: expressionOf(x), atoms: left }, wanted, combine), wanted).x, axes);
  return result.dtype === 'bool' ? asCondition(result) : result;
};

/** Checks that a count comes with an axis, and a pattern with sizes or none. */
const checkForm = (count: number | string, axis?: number | Sizes): void => {
  if (typeof count === 'number') {
    if (axis === undefined || typeof axis === 'object') throw new ShapeError('repeat: the axis is missing');
    checkAxisNumber('repeat', axis);
    return;
  }
  const found: unknown = count;
  if (found !== undefined && typeof found !== 'string')
    throw new ShapeError(`repeat: expected a count or a pattern, found ${describe(found)}`);
  if (typeof axis === 'number') throw new ShapeError(`repeat: ${axis} where the sizes should be: write them as { r: ${axis} }`);
  checkPattern('repeat', count, axis);
};

/** Checks what waits for a tensor to repeat. */
export const checkRepetition = (count: number | string, axis?: number | Sizes): void => {
  checkForm(count, axis);
  if (typeof count === 'number') checkAxis('repeat: the count', count);
};

/** `repeat(x, 2, 0)`, or `repeat(x, 'h w -> h (w r)', { r: 3 })`. */
export const repeat = (x: AnyTensor, count: number | string, axis?: number | Sizes): Expression => {
  checkForm(count, axis);
  // A count comes with an axis and a pattern with sizes, as has just been checked.
  return typeof count === 'number'
    ? repeatAlong(x, count, axis as number)
    : rearranging('repeat', x, count, axis as Sizes | undefined);
};
