import { flattenTree, unflattenTree } from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jvp } from '../jvp.ts';
import { vjp } from '../vjp.ts';
import { vmap } from '../vmap.ts';
import { tensors } from './arbitraries/tensors.ts';
import { type TensorTree, trees } from './arbitraries/trees.ts';

const anyTree = trees(tensors([2]));

/** The sines of all tensors of a tree. */
const sines = (tree: TensorTree): TensorTree => {
  const { leaves, structure } = flattenTree(tree, 'tree');
  // The same structure with other tensors.
  return unflattenTree(structure, leaves.map(P.sin)) as TensorTree;
};

const numbers = (tree: TensorTree): readonly unknown[] => flattenTree(tree, 'tree').leaves.map((leaf) => leaf.toNested());
const paths = (tree: TensorTree): readonly string[] => flattenTree(tree, 'tree').paths;

/** What the derivative gives at each tensor by itself. */
const wanted = (tree: TensorTree, by: TensorTree): readonly unknown[] => {
  const [points, factors] = [flattenTree(tree, 'tree').leaves, flattenTree(by, 'tree').leaves];
  return points.map((point, index) => P.multiply(factors[index] ?? point, P.cos(point)).toNested());
};

describe('derivatives of trees', () => {
  it('are trees of the same structure, with everything in its place', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const [value, pullback] = vjp(sines, tree);
        const [pulled] = pullback(value);
        expect(paths(pulled)).toEqual(paths(tree));
        expect(numbers(pulled)).toEqual(wanted(tree, value));
        const [, pushed] = jvp(sines, [tree], [value]);
        expect(paths(pushed)).toEqual(paths(tree));
        expect(numbers(pushed)).toEqual(wanted(tree, value));
      }),
      { numRuns: 30 },
    );
  });

  it('are batched tensor by tensor', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const batched = vmap(sines as (tree: unknown) => unknown)(tree) as TensorTree;
        expect(paths(batched)).toEqual(paths(tree));
        expect(numbers(batched)).toEqual(numbers(sines(tree)));
      }),
      { numRuns: 30 },
    );
  });
});
