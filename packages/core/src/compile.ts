/**
 * `compile`: functions of tensors that are traced once for each shape of arguments and then run by an engine.
 * `evaluate`: trees of tensors computed together.
 */
import { checkFunction } from './checkFunction.ts';
import { agree } from './dim.ts';
import { checkBehind, type OptionsOf, type SecondCall } from './misplaced.ts';
import type { Engine, Executable } from './engine.ts';
import { evaluateAll, knownValue, runChecked } from './evaluate.ts';
import * as P from './primitives/builders.ts';
import { closedProgram } from './program.ts';
import { referenceEngine } from './reference/engine.ts';
import type { Expression } from './tensor.ts';
import { callTraced, placeholders } from './trace.ts';
import { traceScope } from './traceScope.ts';
import { flattenTree, showStructure, type Structure, unflattenTree } from './tree.ts';
import type { TypedArray } from './dtype.ts';
import type { TreeArguments, TreeArgument, TreeOnly } from './treeChecks.ts';
import { checkKnown } from './operations/untyped/options.ts';

/** How a function is compiled. */
export interface CompileOptions {
  /** What runs it; the reference engine when left out. */
  readonly engine?: Engine;
  /** How many different shapes of arguments are kept; 64 when left out. The least recently used goes first. */
  readonly cacheSize?: number;
}

interface Entry {
  readonly structure: string;
  readonly inputs: readonly Expression[];
  readonly captured: readonly TypedArray[];
  readonly run: Executable;
  readonly outputs: readonly Expression[];
  readonly result: Structure;
}

/** A value that is known, as a tensor without a past. */
const literal = (value: TypedArray, like: Expression): Expression => P.constant(value, like.axes, like.dtype);

const sameAxes = (a: Expression, b: Expression): boolean =>
  a.dtype === b.dtype &&
  a.axes.length === b.axes.length &&
  a.axes.every((axis, index) => {
    const other = b.axes[index];
    return axis === other || (other !== undefined && agree(axis, other));
  });

const fits = (entry: Entry, structure: string, leaves: readonly Expression[]): boolean =>
  entry.structure === structure &&
  entry.inputs.every((input, index) => leaves[index] !== undefined && sameAxes(input, leaves[index]));

const valuesOf = (tensors: readonly Expression[], engine: Engine): readonly TypedArray[] => {
  evaluateAll(tensors, 'compile', engine);
  return tensors.map(knownValue);
};

/** Whether a tensor depends on an argument of a function that is being traced or differentiated now. */
const isTraced = ({ scope }: Expression): boolean => scope?.isOpen() ?? false;

/**
 * A function that computes the same, faster: traced once for each structure, shapes and dtypes of its arguments, then run as a whole.
 *
 * Its arguments and result are trees of tensors. What else the function closes over, tensors too, is read once, when it is traced: a variable
 * that is assigned later keeps its old value here, and has no derivative. Pass what changes as an argument. Called while something else is traced or differentiated it is the function itself, so derivatives pass through it.
 * Throws what tracing throws: `TraceError` when the function reads a value or leaves a condition unused.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { compile, multiply, sum, tensor, type Tensor } from '@cotangent/core';
 *
 * const squares = compile((x: Tensor<[3]>) => sum(multiply(x, x)));
 * assert.equal(squares(tensor([1, 2, 3])).item(), 14);
 * ```
 */
export const compile = <A extends readonly unknown[], const R, Z extends 0 = 0, G = undefined>(
  f: (...args: TreeArguments<'compile', A, Z>) => TreeOnly<'compile', R, Z>,
  options?: OptionsOf<'compile', G, CompileOptions>,
  ...more: readonly SecondCall<'compile'>[]
): ((...args: A) => R) => {
  checkBehind('compile', [options, ...more]);
  // What is an argument is refused above.
  const given: CompileOptions = (options ?? {}) as CompileOptions;
  checkKnown('compile', ['engine', 'cacheSize'], given);
  const { engine = referenceEngine, cacheSize = 64 } = given;
  if (!Number.isInteger(cacheSize) || cacheSize < 1)
    throw new RangeError(`compile: cacheSize is ${cacheSize}, not a whole number of at least 1`);
  const cache: Entry[] = [];
  checkFunction('compile', f);
  // The checks give the function's type back.
  const plain = f as (...args: A) => R;

  const build = (structure: Structure, leaves: readonly Expression[], paths: readonly string[]): Entry | undefined => {
    const scope = traceScope('compile');
    const inputs = placeholders(leaves, paths, scope);
    // The structure of the arguments, filled with tensors of their shapes and dtypes, has their type.
    const outputs = callTraced(scope, () => plain(...(unflattenTree(structure, inputs) as A)));
    const { captured, program } = closedProgram(inputs, outputs.leaves);
    if (captured.some(isTraced)) return undefined;
    return {
      structure: showStructure(structure),
      inputs,
      captured: valuesOf(captured, engine),
      run: engine.compile(program),
      outputs: outputs.leaves,
      result: outputs.structure,
    };
  };

  const find = (structure: Structure, leaves: readonly Expression[], paths: readonly string[]): Entry | undefined => {
    const text = showStructure(structure);
    const index = cache.findIndex((entry) => fits(entry, text, leaves));
    const entry = index < 0 ? build(structure, leaves, paths) : cache[index];
    if (entry === undefined || index === 0) return entry;
    if (index > 0) cache.splice(index, 1);
    cache.unshift(entry);
    cache.length = Math.min(cache.length, cacheSize);
    return entry;
  };

  return (...args) => {
    const { leaves, paths, structure } = flattenTree(args, 'arguments', 'compile');
    if (leaves.some(isTraced)) return plain(...args);
    const entry = find(structure, leaves, paths);
    if (entry === undefined) return plain(...args);
    const values = runChecked(engine, entry.run, entry.outputs, [...entry.captured, ...valuesOf(leaves, engine)]);
    // runChecked has found a value for every output.
    const results = entry.outputs.map((output, index) => literal(values[index] as TypedArray, output));
    // The traced function returned a tree of this structure, shapes and dtypes: an R.
    return unflattenTree(entry.result, results) as R;
  };
};

/**
 * The same tree with every tensor computed, all of them together, and cut off from what it was computed from.
 *
 * Tensors that depend on an argument of a function being traced or differentiated stay as they are, so that derivatives pass.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { add, evaluate, ones } from '@cotangent/core';
 *
 * const { x } = evaluate({ x: add(ones([2]), 1) });
 * assert.deepEqual(x.toNested(), [2, 2]);
 * ```
 */
export const evaluate = <const T, Z extends 0 = 0>(
  tree: TreeArgument<'evaluate', T, Z, 'tree'>,
  options: { readonly engine?: Engine } = {},
): T => {
  checkKnown('evaluate', ['engine'], options);
  const { leaves, structure } = flattenTree(tree, 'tree', 'evaluate');
  evaluateAll(
    leaves.filter((leaf) => !isTraced(leaf)),
    'evaluate',
    options.engine,
  );
  // Every leaf keeps its shape and dtype.
  return unflattenTree(
    structure,
    leaves.map((leaf) => (isTraced(leaf) ? leaf : literal(knownValue(leaf), leaf))),
  ) as T;
};
