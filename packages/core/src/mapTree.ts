/**
 * Functions of tensors, applied to trees of them.
 */
import { checkFunction } from './checkFunction.ts';
import { flattenAlike } from './alike.ts';
import type { CannotTell, Co, Shape } from './shape/dims.ts';
import { type Expression, type Tensor, typed } from './tensor.ts';
import { flattenTree, unflattenTree } from './tree.ts';
import type { Differences, Faultless } from './treeAlike.ts';
import type { TreeArgument } from './treeChecks.ts';
import type { DTypeOf } from './treeTypes.ts';

/** Trees where each is like the first, `T`; otherwise where it is not. */
type Others<T, U extends readonly unknown[]> = {
  readonly [K in keyof U]: Other<
    U[K],
    Differences<U[K], T, `others[${K & string}]`, 'tree'>,
    Co<U[K]> extends Co<T> ? More : string
  >;
};

type Other<T, M, Faults> = Faultless<CannotTell<'mapTree', 'the trees are alike'>, T, Extract<M, Faults>, 'mapTree'>;

/** What is wrong with a tree that could be assigned to the first, of which the types may know less. */
type More = `${string} has a field ${string}`;

/**
 * Applies a function to every tensor of trees of one structure, leaf by leaf.
 *
 * `mapTree(f, tree)` keeps the type of the tree, so `f` gives a tensor of the shape and dtype that it is given, whatever they are. Where the tree is a
 * type parameter, its bound says what `f` may do: `<P extends Tree<Float>>(params: P) => mapTree((x) => multiply(x, 0.9), params)`. Throws `TreeError`
 * when the structures differ, and `ShapeError` when shapes or dtypes do.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { add, type Float, mapTree, multiply, ones, type Tree } from '@cotangent/core';
 *
 * const average = <P extends Tree<Float>>(before: P, now: NoInfer<P>): P =>
 *   mapTree((a, b) => add(multiply(a, 0.75), multiply(b, 0.25)), before, now);
 *
 * const params = { weight: ones([2]), bias: ones([1]) };
 * const doubled = mapTree((x) => multiply(x, 2), params);
 * assert.deepEqual(average(params, doubled).weight.toNested(), [1.25, 1.25]);
 * ```
 */
export const mapTree = <const T, const U extends readonly unknown[], Z extends 0 = 0>(
  f: <KeptShape extends Shape, KeptDType extends DTypeOf<T>>(
    leaf: Tensor<KeptShape, KeptDType>,
    ...others: readonly Tensor<KeptShape, KeptDType>[]
  ) => Tensor<KeptShape, KeptDType>,
  tree: TreeArgument<'mapTree', T, Z, 'tree'>,
  ...others: Others<T, U>
): T => {
  checkFunction('mapTree', f);
  const first = flattenTree(tree, 'tree', 'mapTree');
  const rest = others.map((other, index) => flattenAlike('mapTree', first, other, `others[${index}]`));
  // Each leaf has one shape and dtype in all trees, whose types are equal; flattenAlike has found one in each.
  const leaves = first.leaves.map((leaf_, index) =>
    f<Shape, DTypeOf<T>>(typed(leaf_), ...rest.map((column) => typed<Shape, DTypeOf<T>>(column[index] as Expression))),
  );
  // f keeps shapes and dtypes, so the result has the type of the tree it was made from.
  return unflattenTree(first.structure, leaves) as T;
};
