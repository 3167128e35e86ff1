/**
 * Layers run and trees read.
 */
import { flattenTree, key, type Shape, type Tensor } from '@cotangent/core';
import { evaluation, type Layer } from '../src/index.ts';

/** The numbers of each tensor of a tree. */
export const values = (tree: unknown): readonly (readonly number[])[] =>
  flattenTree(tree, 'tree').leaves.map((leaf) => Array.from(leaf.toArray()));

/** A layer as a function, with fresh parameters. */
export const run = <P, S, A extends Shape, C extends Shape>(layer: Layer<P, S, A, C>) => {
  const { params, state } = layer.init(key(0));
  const apply = layer.apply(params, state, evaluation);
  return <B extends Shape>(x: Tensor<[...B, ...A]>): Tensor<[...B, ...C]> => apply<B>(x)[0];
};
