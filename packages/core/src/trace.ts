/**
 * Tracing: from a function of tensors to a program.
 */
import { checkFunction } from './checkFunction.ts';
import { type Axes, checkAxes } from './dim.ts';
import { checkDType, type DType } from './dtype.ts';
import { TraceError } from './errors.ts';
import * as P from './primitives/builders.ts';
import { type Program, program } from './program.ts';
import { showProgram } from './showProgram.ts';
import { type Expression, type Tensor, typed } from './tensor.ts';
import { refuseUnusedConditions, type TraceScope, traceScope } from './traceScope.ts';
import { type Flat, flattenTree, type Structure, unflattenTree } from './tree.ts';
import type { ShapeArgument, ShapeOf } from './shape/argument.ts';
import type { DTypeOr, OtherDType } from './shape/optional.ts';
import type { TreeArguments, TreeOnly } from './treeChecks.ts';

/** A traced function: its program, and the trees that its inputs and outputs form. */
export interface Traced {
  readonly program: Program;
  readonly inputs: Structure;
  readonly outputs: Structure;
  readonly toString: () => string;
}

/**
 * A tensor without a value, to trace functions with: `[...S]`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { dim, spec } from '@cotangent/core';
 *
 * const x = spec([dim('batch', 32), 784]);
 * assert.deepEqual(x.shape, ['batch', 784]);
 * assert.throws(() => x.toArray(), /has no value yet/);
 * ```
 */
export const spec = <const S extends readonly unknown[], D extends DType = 'f32'>(
  shape: ShapeArgument<'spec', S>,
  dtype: DTypeOr<OtherDType<'spec'>, D>,
): Tensor<ShapeOf<S>, NoInfer<D>> => {
  // ShapeArgument<S> is S, or a message in its place that the compiler refuses.
  const axes = checkAxes('spec', shape as Axes);
  return typed(P.input('spec', axes, checkDType('spec', dtype ?? 'f32'), traceScope('spec')));
};

/** Fresh inputs in place of the tensors of a list. */
export const placeholders = (leaves: readonly Expression[], paths: readonly string[], scope: TraceScope): readonly Expression[] =>
  leaves.map((leaf, index) => P.input(paths[index] ?? `${index}`, leaf.axes, leaf.dtype, scope));

/**
 * Runs a traced function, whose result must be a tree of tensors, closes its scope, and refuses conditions left unused.
 *
 * Every transformation runs its function through here. `call` gets no arguments: make them with the scope beforehand.
 */
export const callTraced = (scope: TraceScope, call: () => unknown): Flat => {
  try {
    const result = call();
    if (result instanceof Promise) throw new TraceError(`${scope.name}: the function is async: return tensors, not a Promise`);
    const flat = flattenTree(result, 'result', scope.name);
    refuseUnusedConditions(scope, flat.leaves);
    return flat;
  } finally {
    scope.close();
  }
};

/**
 * Runs a function once on tensors without values and keeps what it computes as a program.
 *
 * `trace(f)(...arguments)`: arguments are trees of tensors, of which only shapes and dtypes matter; `spec` makes such tensors.
 * Throws `TraceError` when the function reads a value or leaves a condition unused, `TreeError` when it returns anything but tensors.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { multiply, spec, tanh, type Tensor, trace } from '@cotangent/core';
 *
 * const traced = trace((x: Tensor<[2]>) => multiply(tanh(x), 3))(spec([2]));
 * assert.equal(traced.program.equations.at(-1)?.primitive, 'multiply');
 * console.log(String(traced));
 * ```
 */
export const trace =
  <A extends readonly unknown[], const R, Z extends 0 = 0>(
    f: (...args: TreeArguments<'trace', A, Z>) => TreeOnly<'trace', R, Z>,
  ) =>
  (...args: A): Traced => {
    checkFunction('trace', f);
    const scope = traceScope('trace');
    const { leaves, paths, structure } = flattenTree(args, 'arguments', 'trace');
    const inputs = placeholders(leaves, paths, scope);
    // The checks give the function's type back; the structure of the arguments, filled with tensors of their shapes, has their type.
    const call = f as (...args: A) => R;
    const outputs = callTraced(scope, () => call(...(unflattenTree(structure, inputs) as A)));
    const traced = program(inputs, outputs.leaves);
    const toString = (): string => showProgram(traced);
    return Object.freeze({
      program: traced,
      inputs: structure,
      outputs: outputs.structure,
      toString,
      [Symbol.for('nodejs.util.inspect.custom')]: toString,
    });
  };
