/**
 * Trees of tensors.
 */
import type { AnyTensor } from '@cotangent/core';
import * as fc from 'fast-check';

/** A tensor, or a list or a record of trees. */
export type TensorTree = AnyTensor | readonly TensorTree[] | { readonly [name: string]: TensorTree };

/** Bounds of a tree. */
export interface TreeOptions {
  /** How many lists and records stand inside each other at most; 2 when left out. */
  readonly maxDepth?: number;
  /** How many items a list or a record has at most; 3 when left out. */
  readonly maxItems?: number;
}

const names = fc.constantFrom('weight', 'bias', 'scale', 'hidden', 'two words');

/**
 * Trees of tensors: a leaf, or lists and records of trees with at least one item each. They shrink to a leaf.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { flattenTree } from '@cotangent/core';
 * import { tensors, trees } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(trees(tensors([2])), (tree) => assert.ok(flattenTree(tree, 'tree').leaves.length > 0)));
 * ```
 */
export const trees = (leaf: fc.Arbitrary<AnyTensor>, options: TreeOptions = {}): fc.Arbitrary<TensorTree> => {
  const { maxDepth = 2, maxItems: maxLength = 3 } = options;
  const level = (depth: number): fc.Arbitrary<TensorTree> => {
    if (depth === 0) return leaf;
    const inner = level(depth - 1);
    const list = fc.array(inner, { minLength: 1, maxLength });
    const record = fc.dictionary(names, inner, { minKeys: 1, maxKeys: maxLength, noNullPrototype: true });
    return fc.oneof({ withCrossShrink: true }, leaf, list, record);
  };
  return level(maxDepth);
};
