/**
 * Functions with derivatives that their authors define.
 */
import { type AnyTensor, flattenTree, TreeError } from '@cotangent/core';
import {
  flattenAlike,
  callTraced,
  closedProgram,
  type Expression,
  P,
  placeholders,
  type Program,
  traceScope,
  type TreeArguments,
  type TreeOnly,
} from '@cotangent/core/primitives';
import { asCalled, rebuilt, runOnVariables } from './differentiation.ts';

type Flat = ReturnType<typeof flattenTree>;

/** A call of a custom function: what it is called with, and what it computes. */
interface Call {
  readonly name: string;
  readonly args: Flat;
  readonly result: Flat;
  readonly captured: readonly Expression[];
  readonly program: Program;
}

const callCustom = <A extends readonly unknown[]>(operation: string, f: (...args: never) => unknown, args: A): Call => {
  const flat = flattenTree(args, 'arguments', operation);
  const scope = traceScope(operation);
  const inputs = placeholders(flat.leaves, flat.paths, scope);
  const result = callTraced(scope, () => asCalled<A>(operation, f)(...rebuilt<A>(flat.structure, inputs)));
  return { name: f.name === '' ? 'a function' : f.name, args: flat, result, ...closedProgram(inputs, result.leaves) };
};

const isPair = (value: unknown): value is readonly [unknown, unknown] => Array.isArray(value) && value.length === 2;

/** Runs a user's rule as any user's function is run: on nodes of its own, with unused conditions refused. */
const runRule = <T>(operation: string, leaves: readonly AnyTensor[], call: (leaves: readonly AnyTensor[]) => T): T => {
  const { result } = runOnVariables(operation, leaves, call);
  return rebuilt<T>(result.structure, result.leaves);
};

/**
 * A function with its own forward derivative: `rule(primals, tangents)` is the tangent of `f(...primals)`.
 *
 * The rule must be linear in the tangents and is itself differentiated, transposed and batched, so one rule serves forward and
 * reverse mode and every order. Use it where the derivative that follows from the function's own steps is unstable or slow.
 * Throws `TraceError` when the function closes over a value that is being differentiated, and `TreeError` or `ShapeError` when the
 * rule's result is not like the function's.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { divide, exp, log, add, multiply, tensor, type Tensor } from '@cotangent/core';
 * import { customJvp, grad } from '@cotangent/grad';
 *
 * // log(1 + e^x), whose own derivative e^x / (1 + e^x) would be inf / inf for large x.
 * const softplus = customJvp(
 *   (x: Tensor<[]>) => log(add(1, exp(x))),
 *   ([x], [t]) => multiply(t, divide(1, add(1, exp(multiply(x, -1))))),
 * );
 * assert.equal(grad(softplus)(tensor(1000)).item(), 1);
 * ```
 */
export const customJvp =
  <A extends readonly unknown[], const R, Z extends 0 = 0>(
    f: (...args: TreeArguments<'customJvp', A, Z>) => TreeOnly<'customJvp', R, Z>,
    rule: (primals: NoInfer<A>, tangents: NoInfer<A>) => NoInfer<R>,
  ): ((...args: A) => R) =>
  (...args) => {
    const { name, args: given, result, captured, program } = callCustom('customJvp', f, args);
    const tree = (leaves: readonly AnyTensor[]): A => rebuilt<A>(given.structure, leaves);
    const outputs = P.customJvp([...captured, ...given.leaves], {
      name,
      program,
      captured: captured.length,
      rule: (primals, tangents) => {
        const tangent = runRule('customJvp', [...primals, ...tangents], (leaves) =>
          rule(tree(leaves.slice(0, primals.length)), tree(leaves.slice(primals.length))),
        );
        return flattenAlike('customJvp', result, tangent, 'tangent');
      },
    });
    return rebuilt(result.structure, outputs);
  };

/**
 * A function with its own pullback.
 *
 * `forward(...args)` gives `[result, residuals]`, residuals being any tree; `backward(residuals, cotangent)` gives the cotangents
 * of all arguments, as a list. Reverse mode of any order and `vmap` follow; forward mode does not (use `customJvp`), and says so.
 * Throws `TraceError` when the function closes over a value that is being differentiated, and `TreeError` or `ShapeError` when
 * `forward` or `backward` gives trees that do not fit.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { clip, tensor, type Tensor } from '@cotangent/core';
 * import { customVjp, grad } from '@cotangent/grad';
 *
 * // The identity, whose gradient is kept between -1 and 1.
 * const clipGradient = customVjp(
 *   (x: Tensor<[]>) => x,
 *   (x) => [x, []],
 *   (_, cotangent) => [clip(cotangent, -1, 1)],
 * );
 * assert.equal(grad((x: Tensor<[]>) => clipGradient(x))(tensor(3)).item(), 1);
 * ```
 */
export const customVjp =
  <A extends readonly unknown[], const R, const S, Z extends 0 = 0>(
    f: (...args: TreeArguments<'customVjp', A, Z>) => TreeOnly<'customVjp', R, Z>,
    forward: (...args: NoInfer<A>) => readonly [result: NoInfer<R>, residuals: TreeOnly<'customVjp', S, Z, 'result[1]'>],
    backward: (residuals: NoInfer<S>, cotangent: NoInfer<R>) => readonly [...A],
  ): ((...args: A) => R) =>
  (...args) => {
    const { name, args: given, result, captured, program } = callCustom('customVjp', f, args);
    const run = (primals: readonly AnyTensor[]): readonly [readonly AnyTensor[], Flat] => {
      const pair: unknown = runRule('customVjp', primals, (leaves) => forward(...rebuilt<A>(given.structure, leaves)));
      if (!isPair(pair))
        throw new TreeError('customVjp: forward gives a pair [result, residuals], or [result, []] when nothing is kept');
      const [value, residuals] = pair;
      return [flattenAlike('customVjp', result, value, 'value'), flattenTree(residuals, 'residuals', 'customVjp')];
    };
    // What a residual tree looks like depends on the code of `forward` alone, so one run tells.
    const { structure } = run(given.leaves)[1];
    const outputs = P.customVjp([...captured, ...given.leaves], {
      name,
      program,
      captured: captured.length,
      forward: (primals) => {
        const [values, residuals] = run(primals);
        return [values, residuals.leaves];
      },
      backward: (residuals, cotangents) => {
        const pulled = runRule('customVjp', [...residuals, ...cotangents], (leaves) =>
          backward(
            rebuilt<S>(structure, leaves.slice(0, residuals.length)),
            rebuilt<R>(result.structure, leaves.slice(residuals.length)),
          ),
        );
        return flattenAlike('customVjp', given, pulled, 'cotangents');
      },
    });
    return rebuilt(result.structure, outputs);
  };
