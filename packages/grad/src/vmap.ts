/**
 * `vmap`: a function of one example made into a function of a batch.
 */
import { type AnyTensor, type Axis, flattenTree, ShapeError, type Structure, TreeError } from '@cotangent/core';
import {
  checkBehind,
  checkKnown,
  agree,
  axesOf,
  byPath,
  callTraced,
  type Decided,
  type Expression,
  expressionOf,
  type Optional,
  type OptionsOf,
  P,
  pathTo,
  type SecondCall,
  sizesApart,
  traceScope,
  type TraceScope,
  type TreeArguments,
} from '@cotangent/core/primitives';
import { asCalled, rebuilt } from './differentiation.ts';
import { movedFromFront, movedToFront, repeated } from './rules/lead.ts';
import { programFrom } from './rules/programs.ts';
import { at } from './rules/site.ts';
import { runBatch } from './runBatch.ts';
import type { BatchResult } from './types.ts';
import type { BatchAxes, InAxes, OutAxes, Vmapped } from './vmapTypes.ts';

/** Where the batch axis is in the arguments and in the result; 0 where left out. */
export interface VmapOptions<I, O> {
  /** One position for all arguments, or a list with an entry an argument: a position, `null`, or a tree of these. */
  readonly in?: I;
  readonly out?: O;
}

/** Options, given as `G`, of which none may be missing that makes a difference. */
type GivenAxes<I, O, G> = VmapOptions<I, O> &
  ([I, O] extends [0, 0] ? unknown : Decided<'vmap', 'in', I, 0, G> & Decided<'vmap', 'out', O, 0, G>);

type Entry = number | null;

const isList = (axes: BatchAxes): axes is readonly BatchAxes[] => Array.isArray(axes);

/** The batch axis of each leaf of a structure. */
const spread = (structure: Structure, axes: BatchAxes | undefined, path: string): readonly Entry[] => {
  if (axes === null || typeof axes === 'number') return Array.from({ length: countLeaves(structure) }, () => axes);
  if (structure.kind === 'leaf' || axes === undefined) throw new TreeError(`vmap: ${path} needs a batch axis: a number, or null`);
  if (structure.kind === 'array') {
    if (!isList(axes) || axes.length !== structure.items.length)
      throw new TreeError(
        `vmap: ${path} needs a list of ${structure.items.length} batch axes: a number or null for each, ${listBut(structure.items.length, 1, null, 0)}`,
      );
    return structure.items.flatMap((item, index) => spread(item, axes[index], `${path}[${index}]`));
  }
  if (isList(axes)) throw new TreeError(`vmap: ${path} is a record and needs a record of batch axes`);
  const extra = Object.keys(axes).find((name) => !structure.names.includes(name));
  if (extra !== undefined) throw new TreeError(`vmap: ${path} has no field '${extra}', and the batch axes have one`);
  return structure.names.flatMap((name, index) => spread(at(structure.items, index), axes[name], pathTo(path, name)));
};

/** A list of batch axes as messages print it, one of them another. */
const listBut = (length: number, index: number, entry: Entry, others: Entry): string =>
  `[${Array.from({ length }, (_, at_) => `${at_ === index ? entry : others}`).join(', ')}]`;

const countLeaves = (structure: Structure): number =>
  structure.kind === 'leaf' ? 1 : structure.items.reduce((count, item) => count + countLeaves(item), 0);

const position = (axis: number, rank: number, what: string): number => {
  const found = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(axis) || found < 0 || found >= rank)
    throw new ShapeError(`vmap: ${what} has no axis ${axis}: its rank is ${rank}`);
  return found;
};

/** As the types print it; with the size of a name where that alone tells two axes apart. */
const showAxis = (axis: Axis, other: Axis): string =>
  typeof axis === 'number'
    ? `${axis}`
    : typeof other === 'object' && axis.name === other.name
      ? `${axis.name}=${axis.size}`
      : `${axis.name}`;

/** A batch axis, and where it is. */
interface Place {
  readonly path: string;
  readonly axis: Axis;
}

const argumentAt = (path: string): number => Number(/^arguments\[(\d+)\]/.exec(path)?.[1]);

/** The argument that is no batch, as it seems: its own axes differ, or have sizes where those of another have a name. */
const unbatched = (one: Place, other: Place): Place | undefined =>
  argumentAt(one.path) === argumentAt(other.path)
    ? one
    : [one, other].find(
        ({ axis }) => typeof axis === 'number' && (typeof one.axis === 'object' || typeof other.axis === 'object'),
      );

/** How to share it. */
const sharing = (place: Place | undefined, into: BatchAxes, count: number): string => {
  if (place === undefined || typeof into !== 'number' || count === 1) return '';
  const index = argumentAt(place.path);
  return `: where all examples share arguments[${index}], write { in: ${listBut(count, index, null, into)} }`;
};

/** The one batch axis of all arguments, of which there are `count`. */
const commonAxis = (axes: readonly (Axis | undefined)[], paths: readonly string[], into: BatchAxes, count: number): Axis => {
  const first = axes.findIndex((axis) => axis !== undefined);
  const chosen = axes[first];
  if (chosen === undefined) throw new ShapeError('vmap: no argument has a batch axis: call the function itself');
  axes.forEach((axis, index) => {
    if (axis === undefined || agree(axis, chosen)) return;
    const one = { path: at(paths, first), axis: chosen, shown: showAxis(chosen, axis) };
    const other = { path: at(paths, index), axis, shown: showAxis(axis, chosen) };
    const said = [one, other].toSorted(byPath).map(({ path, shown }) => `${shown} in ${path}`);
    throw new ShapeError(
      `vmap: batch axes differ, ${said.join(' and ')}${sharing(unbatched(one, other), into, count)}${sizesApart([chosen], [axis])}`,
    );
  });
  return chosen;
};

/** One example's input in place of a batch of them; what is not batched stays. */
const example = (leaf: AnyTensor, axis: number | undefined, path: string, scope: TraceScope): Expression =>
  axis === undefined
    ? expressionOf(leaf)
    : P.input(
        path,
        axesOf(leaf).filter((_, index) => index !== axis),
        leaf.dtype,
        scope,
      );

const output = (x: AnyTensor, isBatched: boolean, entry: Entry, axis: Axis, path: string): AnyTensor => {
  if (entry !== null)
    return movedFromFront(isBatched ? x : repeated(x, axis), position(entry, isBatched ? x.rank : x.rank + 1, path));
  if (isBatched) throw new ShapeError(`vmap: ${path} varies over the batch, so its batch axis cannot be null`);
  return x;
};

const runVmap = (
  f: (...args: readonly unknown[]) => unknown,
  args: readonly unknown[],
  into: BatchAxes,
  out: BatchAxes,
): unknown => {
  const { leaves, paths, structure } = flattenTree(args, 'arguments', 'vmap');
  const entries = spread(structure, into, 'arguments');
  const positions = leaves.map((leaf, index) => {
    const entry = entries[index] ?? null;
    return entry === null ? undefined : position(entry, leaf.rank, at(paths, index));
  });
  const axis = commonAxis(
    leaves.map((leaf, index) => (positions[index] === undefined ? undefined : axesOf(leaf)[positions[index]])),
    paths,
    into,
    args.length,
  );
  const scope = traceScope('vmap');
  const inputs = leaves.map((leaf, index) => example(leaf, positions[index], at(paths, index), scope));
  const result = callTraced(scope, () => f(...rebuilt<readonly unknown[]>(structure, inputs)));
  const placed = inputs.flatMap((input, index) =>
    positions[index] === undefined ? [] : [{ input, batch: movedToFront(at(leaves, index), positions[index]) }],
  );
  const batch = { tensors: placed.map(({ batch: x }) => x), batched: placed.map(() => true) };
  const results = runBatch(
    programFrom(
      placed.map(({ input }) => input),
      result.leaves,
    ),
    batch,
    axis,
  );
  const outs = spread(result.structure, out, 'result');
  return rebuilt(
    result.structure,
    results.tensors.map((x, index) =>
      output(x, results.batched[index] === true, outs[index] ?? null, axis, at(result.paths, index)),
    ),
  );
};

const isAxes = (given: unknown): given is BatchAxes =>
  given === null ||
  typeof given === 'number' ||
  (typeof given === 'object' && Object.values(given).every((entry) => isAxes(entry)));

/** Batch axes that are given; `null` is not left out. */
const axes = (name: string, given: unknown): BatchAxes => {
  if (given === undefined) return 0;
  if (isAxes(given)) return given;
  throw new TreeError(`vmap: option ${name} is neither a batch axis, a number or null, nor a list or record of these`);
};

/**
 * A function of a batch of examples from a function of one: `f: (...args) -> result` to `([N, ...args]) -> [N, ...result]`.
 *
 * The function runs once, on one example's shapes, and its expression is rewritten for the whole batch; what does not depend
 * on the batch is computed once. Arguments and results are trees. `in` and `out` say where the batch axis is: a position,
 * `null` for what all examples share, or a list or record of these that follows the tree. `N` may be a name or a size.
 * Throws `ShapeError` when batch axes differ or are missing, `TreeError` when `in` or `out` does not fit its tree.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, sum, tensor, type Tensor } from '@cotangent/core';
 * import { vmap } from '@cotangent/grad';
 *
 * const dot = (x: Tensor<[2]>, y: Tensor<[2]>) => sum(multiply(x, y));
 * const products = vmap(dot, { in: [0, null] })(tensor([[1, 0], [0, 1], [1, 1]]), tensor([3, 4]));
 * assert.deepEqual(products.toNested(), [3, 4, 7]);
 * ```
 */
export const vmap = <
  A extends readonly unknown[],
  const R,
  const I extends BatchAxes = 0,
  const O extends BatchAxes = 0,
  Z extends 0 = 0,
  G = {},
>(
  f: (...args: TreeArguments<'vmap', A, Z>) => BatchResult<A, R, Z>,
  options: Optional<OptionsOf<'vmap', G, GivenAxes<InAxes<A, I>, OutAxes<R, O>, G>>, G>,
  ...more: readonly SecondCall<'vmap'>[]
): Vmapped<A, R, I, O> => {
  checkBehind('vmap', [options, ...more]);
  // What is an argument is refused above.
  const given = (options ?? {}) as VmapOptions<InAxes<A, I>, OutAxes<R, O>>;
  checkKnown('vmap', ['in', 'out'], given);
  const called = asCalled<readonly unknown[]>('vmap', f);
  // The function runs on arguments of type A; its result R gets the batch axis that the type says, or a ShapeError is thrown.
  const into = axes('in', given.in);
  const out = axes('out', given.out);
  return ((...args: readonly unknown[]) => runVmap(called, args, into, out)) as never;
};
