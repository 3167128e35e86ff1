/**
 * Functions of tensors, applied to trees of them.
 */
import { flattenAlike } from './alike.ts';
import type { Shape } from './shape/dims.ts';
import { type Expression, type Tensor, typed } from './tensor.ts';
import { flattenTree, unflattenTree } from './tree.ts';
import type { TreeOnly } from './treeChecks.ts';
import type { DTypeOf } from './treeTypes.ts';

/**
 * Applies a function to every tensor of trees of one structure, leaf by leaf.
 *
 * `mapTree(f, tree)` keeps the type of the tree, so `f` gives a tensor of the shape and dtype that it is given, whatever they are.
 * A function of several steps is best written generic: `<S extends Shape, D extends Float>(x: Tensor<S, D>) => ...`. Throws `TreeError` when the
 * structures differ, and `ShapeError` when shapes or dtypes do.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { mapTree, multiply, ones } from '@cotangent/core';
 *
 * const params = { weight: ones([2]), bias: ones([1]) };
 * const halved = mapTree((x) => multiply(x, 0.5), params);
 * assert.deepEqual(halved.weight.toNested(), [0.5, 0.5]);
 * ```
 */
export const mapTree = <const T, Z extends 0 = 0>(
  f: <S extends Shape, D extends DTypeOf<T>>(leaf: Tensor<S, D>, ...others: readonly Tensor<S, D>[]) => Tensor<S, D>,
  tree: TreeOnly<'mapTree', T, Z, 'tree'>,
  ...others: readonly NoInfer<T>[]
): T => {
  const first = flattenTree(tree, 'tree', 'mapTree');
  const rest = others.map((other, index) => flattenAlike('mapTree', first, other, `tree ${index + 2}`));
  // Each leaf has one shape and dtype in all trees, whose types are equal; flattenAlike has found one in each.
  const leaves = first.leaves.map((leaf_, index) =>
    f<Shape, DTypeOf<T>>(typed(leaf_), ...rest.map((column) => typed<Shape, DTypeOf<T>>(column[index] as Expression))),
  );
  // f keeps shapes and dtypes, so the result has the type of the tree it was made from.
  return unflattenTree(first.structure, leaves) as T;
};
