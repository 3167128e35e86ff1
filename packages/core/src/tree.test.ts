import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TreeError } from './errors.ts';
import { add, scalar } from './index.ts';
import * as P from './primitives/builders.ts';
import { flattenTree, flattenTreeLike, mapTree, showStructure, unflattenTree } from './tree.ts';

const leaf = P.scalar(1, 'f32');

const trees = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: 0, max: 9 }).map((value) => P.scalar(value, 'f32')),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), tie('tree'), { maxKeys: 3 }).map((record) => ({ ...record })),
  ),
})).tree;

describe('trees', () => {
  it('come back from their leaves and structure', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const { leaves, structure } = flattenTree(tree, 'tree');
        const again = unflattenTree(structure, leaves);
        expect(flattenTree(again, 'tree').leaves).toEqual(leaves);
        expect(showStructure(flattenTree(again, 'tree').structure)).toBe(showStructure(structure));
      }),
    );
  });

  it('name the path of every leaf', () => {
    expect(flattenTree({ hidden: { weight: leaf, 'a b': leaf }, list: [leaf, [leaf]] }, 'params').paths).toEqual([
      'params.hidden.weight',
      'params.hidden["a b"]',
      'params.list[0]',
      'params.list[1][0]',
    ]);
  });

  it.each([
    [{ a: { b: 3 } }, 'params.a.b is the number 3'],
    [{ a: null }, 'params.a is null'],
    [[leaf, undefined], 'params[1] is undefined'],
    [{ a: new Map() }, 'params.a is a Map'],
    [{ a: () => leaf }, 'params.a is function'],
  ])('refuse what is no tree: %#', (tree, message) => {
    expect(() => flattenTree(tree, 'params')).toThrow(TreeError);
    expect(() => flattenTree(tree, 'params')).toThrow(message);
  });

  it('are the same whatever the order of their keys', () => {
    const [a, b] = [P.scalar(1, 'f32'), P.scalar(2, 'f32')];
    const { structure } = flattenTree([{ a, b }], 'first');
    expect(flattenTreeLike(structure, [{ b, a }], 'second').leaves).toEqual([a, b]);
  });

  it.each([
    [{ a: leaf }, { b: leaf }, "second has another structure: expected a field 'a', got fields 'b'"],
    [{ a: leaf }, { a: leaf, b: leaf }, "second has another structure: expected fields 'a', got a field 'b' besides"],
    [{ a: [leaf] }, { a: [leaf, leaf] }, 'second.a has another structure: expected 1 items, got 2 items'],
    [{ a: [leaf] }, { a: leaf }, 'second.a has another structure: expected [*], got *'],
  ])('refuse another structure and say where: %#', (first, second, message) => {
    const { structure } = flattenTree(first, 'first');
    expect(() => flattenTreeLike(structure, second, 'second')).toThrow(message);
  });

  it('are mapped leaf by leaf', () => {
    const tree = { x: scalar(1), y: [scalar(2)] };
    const sum = mapTree((a, b) => add(a, b), tree, tree);
    expect([sum.x.item(), sum.y[0]?.item()]).toEqual([2, 4]);
  });

  it('are frozen when they are made', () => {
    const made = mapTree((x) => x, { a: [leaf] });
    expect(Object.isFrozen(made)).toBe(true);
    expect(Object.isFrozen(made.a)).toBe(true);
  });
});
