/**
 * `scan`: a loop with carried state and stacked outputs, as one primitive with a sub-program.
 */
import { flattenAlike } from './alike.ts';
import { checkFunction } from './checkFunction.ts';
import { TreeError } from './errors.ts';
import { leadingAxis } from './leadingAxis.ts';
import * as P from './primitives/builders.ts';
import { closedProgram } from './program.ts';
import { callTraced, placeholders } from './trace.ts';
import { traceScope } from './traceScope.ts';
import type { Carry, NextCarry, Pair, Steppable } from './scanTypes.ts';
import { flattenTree, unflattenTree } from './tree.ts';
import type { Co, Dim, NoResult } from './shape/dims.ts';
import type { Tensor } from './tensor.ts';
import type { TreeOnly } from './treeChecks.ts';
import type { LeadingDim, Stacked, Unstacked } from './treeTypes.ts';
import { checkKnown } from './operations/untyped/options.ts';

/** How many steps there are; of an `any`, which has parts without end, that is not known. */
type Steps<X> = 0 extends 1 & X ? Dim : LeadingDim<X>;

/** What is stacked. Where the call is refused, the checker infers nothing of a step: it may be one tensor, or a tree of them. */
type Outputs<Y, X, Z> = [Z, Co<Skipped<Y>>] extends [0, Co<1>]
  ? Tensor<NoResult, NoResult> & Readonly<Record<string, NoResult>>
  : Stacked<Y, Steps<X>>;

/** 1 of an `unknown`; of type parameters the question whether this is 1 is a definite no. */
type Skipped<Y> = 0 extends 1 & Y ? 0 : Co<unknown> extends Co<Y> ? 1 : 0;

const checkPair = (result: unknown): readonly [next: unknown, y: unknown] => {
  if (Array.isArray(result) && result.length === 2) return result as unknown as readonly [unknown, unknown];
  throw new TreeError('scan: a step gives a pair [carry, y], or [carry, {}] when there is nothing to stack');
};

/**
 * Runs `step` over the leading axis of `xs`, carrying state along and stacking what each step gives out.
 *
 * `step: (carry, x) -> [carry, y]`, `xs: [N, ...X]` -> `[carry, ys: [N, ...Y]]`, all of them trees. Tensors that the step closes over
 * are constants of the loop. With `reverse` it runs from the last slice to the first; `ys` stay in the order of `xs`.
 * Throws `ShapeError` when leading axes differ or the carry changes its shape, `TreeError` when it changes its structure.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { add, scan, scalar, tensor } from '@cotangent/core';
 *
 * const [total, sums] = scan((carry, x) => [add(carry, x), add(carry, x)], scalar(0), tensor([1, 2, 3]));
 * assert.equal(total.item(), 6);
 * assert.deepEqual(sums.toNested(), [1, 3, 6]);
 * ```
 */
export const scan = <const C, const X, const Y, const N, Z extends 0 = 0>(
  step: (
    carry: C,
    x: Unstacked<X>,
  ) => Pair<
    'scan: a step gives a pair [carry, y], or [carry, {}] when there is nothing to stack',
    NextCarry<N, C>,
    TreeOnly<'scan', Y, Z, 'result[1]'>
  >,
  init: Carry<'scan: cannot tell whether the carry holds tensors: bound its type, <P extends Tree>', C, Z>,
  xs: Steppable<'scan', 'xs', X>,
  options: { readonly reverse?: boolean } = {},
): readonly [carry: C, ys: Outputs<Y, X, Z>] => {
  checkKnown('scan', ['reverse'], options);
  checkFunction('scan', step);
  const scope = traceScope('scan');
  const [carry, inputs] = [flattenTree(init, 'carry', 'scan'), flattenTree(xs, 'xs', 'scan')];
  const length = leadingAxis('scan', inputs);
  const carryIn = placeholders(carry.leaves, carry.paths, scope);
  const slices = inputs.leaves.map((leaf, index) => P.input(inputs.paths[index] ?? 'xs', leaf.axes.slice(1), leaf.dtype, scope));
  const traced = callTraced(scope, () => {
    // Inputs of the same structure, shapes and dtypes as the carry and as one slice of xs.
    const pair: unknown = step(
      unflattenTree(carry.structure, carryIn) as C,
      unflattenTree(inputs.structure, slices) as Unstacked<X>,
    );
    const [next, y] = checkPair(pair);
    return [flattenAlike('scan', carry, next, "the step's carry"), y];
  });
  const stacked = traced.structure.kind === 'array' ? traced.structure.items[1] : undefined;
  const { captured, program } = closedProgram([...carryIn, ...slices], traced.leaves);
  const outputs = P.scan([...captured, ...carry.leaves, ...inputs.leaves], {
    program,
    constants: captured.length,
    carry: carry.leaves.length,
    length,
    reverse: options.reverse ?? false,
  });
  // The primitive's shape rule gives the carry back as it was and puts the leading axis before each stacked output.
  return Object.freeze([
    unflattenTree(carry.structure, outputs.slice(0, carry.leaves.length)),
    unflattenTree(stacked ?? { kind: 'array', items: [] }, outputs.slice(carry.leaves.length)),
  ]) as unknown as readonly [C, Outputs<Y, X, Z>];
};
