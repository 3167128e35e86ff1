/**
 * What every transformation does with the trees of a user's function: take them apart, run the function, check, put together.
 */
import { type AnyTensor, type Flat, ShapeError, type Structure, TreeError, unflattenTree } from '@cotangent/core';
import { callTraced, checkFunction, type Expression, P, traceScope } from '@cotangent/core/primitives';
import { isDifferentiable } from './rules/site.ts';

/** Throws `TreeError` when a tree has a tensor that is no float. */
export const refuseNonFloats = (operation: string, { leaves, paths }: Flat, what: string, advice: string): void => {
  leaves.forEach((leaf, index) => {
    if (isDifferentiable(leaf)) return;
    throw new TreeError(`${operation}: ${paths[index] ?? ''} is ${leaf.dtype}: only f32 and f64 tensors have ${what}; ${advice}`);
  });
};

/** Throws `ShapeError` unless a function's result is a scalar float. */
export const refuseNonScalar = (operation: string, { leaves, structure }: Flat): void => {
  const [value] = leaves;
  if (structure.kind !== 'leaf' || value === undefined)
    throw new ShapeError(
      `${operation}: the function returns no tensor: return a scalar, or a pair for valueAndGrad(f, { auxiliary: true })`,
    );
  if (value.rank > 0) {
    throw new ShapeError(
      `${operation}: the function returns a tensor of shape [${value.shape.join(', ')}], not a scalar: take its sum or mean first`,
    );
  }
  if (!isDifferentiable(value)) {
    throw new ShapeError(
      `${operation}: the function returns ${value.dtype}, and only f32 and f64 have gradients: convert it first`,
    );
  }
};

/** A function run on fresh nodes in place of its arguments' tensors. */
export interface Run {
  readonly inputs: readonly Expression[];
  readonly result: Flat;
}

/** Runs a function on variables of given values: nodes of their own, so that derivatives inside derivatives stay apart. */
export const runOnVariables = (
  operation: string,
  leaves: readonly AnyTensor[],
  call: (variables: readonly Expression[]) => unknown,
): Run => {
  const scope = traceScope(operation);
  const inputs = leaves.map((leaf) => P.variable(leaf, scope));
  return { inputs, result: callTraced(scope, () => call(inputs)) };
};

/** A function as it is called, with arguments of the types that its own have been checked to be. */
export const asCalled = <A extends readonly unknown[]>(operation: string, f: unknown): ((...args: A) => unknown) => {
  checkFunction(operation, f);
  // The checks of a function's type give its parameters back, or refuse it.
  return f as (...args: A) => unknown;
};

/** The same at primals. Throws `TreeError` when it fails for want of one; what it does without is not known before. */
export const atPrimals =
  <A extends readonly unknown[]>(operation: string, f: unknown): ((...args: A) => unknown) =>
  (...args) => {
    const call = asCalled<A>(operation, f);
    try {
      return call(...args);
    } catch (error) {
      if (call.length <= args.length || !/undefined/.test(String(error))) throw error;
      const lengths = `primals is a list of ${args.length}, and the function takes ${call.length}`;
      throw new TreeError(`${operation}: ${lengths}`, { cause: error });
    }
  };

/** A tree of the type that a structure was taken from, with other tensors of the same shapes and dtypes. */
export const rebuilt = <T>(structure: Structure, leaves: readonly AnyTensor[]): T =>
  // T is the type of the tree that the structure was taken from; the callers keep shapes and dtypes.
  unflattenTree(structure, leaves) as T;
