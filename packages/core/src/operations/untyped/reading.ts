/**
 * What patterns of axes say of tensors, with the messages of `shape/rearranging.ts`.
 */
import { describe } from '../../decodeError.ts';
import { agree, type Axes, type Axis, checkAxis, nameOf, showAxes, showShape, sizeOf } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import type { PatternFunction, Token, Word } from '../../shape/patternWords.ts';
import { divideAxes, productOfAxes } from '../../dims/polynomials.ts';
import { type AnyTensor, axesOf, isTensor } from '../../tensor.ts';
import { ellipsis, type Pattern, parsePattern, unknownIn, wordsOf } from './pattern.ts';

/** Sizes of axes by name. */
export type Sizes = Readonly<Record<string, Axis>>;

/** An axis that a word stands for. */
export interface Atom {
  readonly name: Word;
  readonly axis: Axis;
}

/** The atoms that a tensor splits into, and those that each axis of the result is merged of. */
export interface Reading {
  readonly left: readonly Atom[];
  readonly right: readonly (readonly Atom[])[];
}

/** A pattern, the sizes that are given with it, and the tensor that it is read for. */
interface Context {
  readonly operation: PatternFunction;
  readonly pattern: string;
  readonly sizes: ReadonlyMap<string, Axis>;
  readonly x: AnyTensor;
}

/** A token of the left and the axes that it stands for, the first of which messages count as `shown`. */
interface Placed {
  readonly token: Token;
  readonly axes: Axes;
  readonly shown: number;
}

const refuse = ({ operation, pattern }: Context, reason: string): never => {
  throw new ShapeError(`${operation}: '${pattern}'${reason}`);
};

/** The tokens with the axes that they stand for: an ellipsis for any number, another token for one. */
const place = (context: Context, tokens: readonly Token[]): readonly Placed[] => {
  const axes = axesOf(context.x);
  const shape = showShape(context.x.shape);
  const at = tokens.indexOf(ellipsis);
  const count = at < 0 ? tokens.length : tokens.length - 1;
  if (at < 0 && count !== axes.length) refuse(context, ` and ${shape} differ in rank: ${count} vs ${axes.length}`);
  if (count > axes.length) refuse(context, ` names more axes than ${shape} has`);
  return tokens.map((token, index) => {
    if (index === at) return { token, shown: index, axes: axes.slice(at, at + axes.length - count) };
    const shown = at < 0 || index < at ? index : index - tokens.length;
    return { token, shown, axes: axes.slice(shown).slice(0, 1) };
  });
};

/** The axes that words stand for whose sizes are known. */
const known = ({ sizes }: Context, token: Token): readonly Atom[] =>
  wordsOf(token).flatMap((name): readonly Atom[] => {
    const axis = typeof name === 'number' ? name : sizes.get(name);
    return axis === undefined ? [] : [{ name, axis }];
  });

/** Words with their sizes: `h=5`, `(h=5 w=2)`, or 1 when there are none. */
const showAtoms = (atoms: readonly Atom[], show: (axis: Axis) => string): string => {
  const words = atoms.map(({ name, axis }) => (typeof name === 'number' ? show(axis) : `${name}=${show(axis)}`));
  return words.length === 0 ? '1' : words.length === 1 ? words.join('') : `(${words.join(' ')})`;
};

const refuseAxis = (context: Context, { axes, shown }: Placed, show: (axis: Axis) => string, reason: string): never =>
  refuse(context, `: axis ${shown} of ${showShape(context.x.shape)} is ${axes.map(show).join('')}, ${reason}`);

/** Checks that an axis is the product of its words. Sizes are shown when the names are the same. */
const checkProduct = (context: Context, placed: Placed): void => {
  const [axis = 1] = placed.axes;
  const atoms = known(context, placed.token);
  const wanted = productOfAxes(atoms.map((atom) => atom.axis));
  if (agree(axis, wanted)) return;
  const show = (one: Axis): string => (nameOf(axis) === nameOf(wanted) ? showAxes([one]).slice(1, -1) : `${nameOf(one)}`);
  refuseAxis(context, placed, show, `not ${showAtoms(atoms, show)}`);
};

/** What is left of an axis that is split into others. */
const quotient = (context: Context, placed: Placed): Axis => {
  const [axis = 1] = placed.axes;
  const atoms = known(context, placed.token);
  if (atoms.length === 0) return axis;
  const divisor = productOfAxes(atoms.map((atom) => atom.axis));
  const show = (one: Axis): string => `${nameOf(one)}`;
  return (
    (sizeOf(divisor) === 0 ? undefined : divideAxes(axis, divisor)) ??
    refuseAxis(context, placed, show, `which ${showAtoms(atoms, show)} does not divide`)
  );
};

/** The atoms of each token on the left. */
const leftAtoms = (context: Context, tokens: readonly Token[]): readonly (readonly Atom[])[] => {
  const isOpen = (token: Token): boolean => unknownIn(token, [...context.sizes.keys()]).length > 0;
  const placed = place(context, tokens);
  for (const one of placed) if (!isOpen(one.token)) checkProduct(context, one);
  return placed.map((one) => {
    if (one.token === ellipsis) return one.axes.map((axis) => ({ name: ellipsis, axis }));
    const rest = isOpen(one.token) ? quotient(context, one) : 1;
    return wordsOf(one.token).map((name) => ({
      name,
      axis: typeof name === 'number' ? name : (context.sizes.get(name) ?? rest),
    }));
  });
};

/** The atoms of each axis of the result: those of the left, and what is repeated. */
const rightAtoms = ({ sizes }: Context, tokens: readonly Token[], left: readonly Atom[]): readonly (readonly Atom[])[] => {
  const atomsOf = (name: Word): readonly Atom[] => {
    const found = left.filter((atom) => atom.name === name);
    return typeof name === 'string' && (found.length > 0 || name === ellipsis)
      ? found
      : [{ name, axis: typeof name === 'number' ? name : (sizes.get(name) ?? 1) }];
  };
  return tokens.flatMap((token) =>
    token === ellipsis ? atomsOf(token).map((atom) => [atom]) : [wordsOf(token).flatMap(atomsOf)],
  );
};

/** Throws `ShapeError` for a tensor that stands behind its pattern. */
export const refuseTensor = (operation: PatternFunction, given: unknown): void => {
  if (isTensor(given)) throw new ShapeError(`${operation}: a pattern before its tensor: write the tensor first`);
};

/** Checks the text of a pattern and the sizes that are given. Throws `ShapeError` when they make no sense. */
export const checkPattern = (
  operation: PatternFunction,
  pattern: string,
  given: Sizes = {},
): { readonly sizes: ReadonlyMap<string, Axis>; readonly tokens: Pattern } => {
  if (typeof pattern !== 'string') throw new ShapeError(`${operation}: the pattern is missing: write it as 'h w -> w h'`);
  refuseTensor(operation, given);
  if (typeof given === 'string') throw new ShapeError(`${operation}: two patterns: write the tensor first`);
  if (typeof given !== 'object' || Object.is(given, null))
    throw new ShapeError(`${operation}: expected sizes by name, found ${describe(given)}: write them as { h: 2 }`);
  const sizes = new Map(
    Object.entries(given).map(([name, size]) => [name, checkAxis(`${operation}: the size of '${name}'`, size)] as const),
  );
  return { sizes, tokens: parsePattern(operation, pattern, [...sizes.keys()]) };
};

/** Reads a pattern for a tensor. Throws `ShapeError` when they, or the sizes that are given, do not fit each other. */
export const readPattern = (operation: PatternFunction, x: AnyTensor, pattern: string, given?: Sizes): Reading => {
  const { sizes, tokens } = checkPattern(operation, pattern, given);
  const context = { operation, pattern, sizes, x };
  const left = leftAtoms(context, tokens.left).flat();
  return { left, right: rightAtoms(context, tokens.right, left) };
};
