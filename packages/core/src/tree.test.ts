import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TreeError } from './errors.ts';
import { add, mapTree, scalar } from './index.ts';
import * as P from './primitives/builders.ts';
import { flattenTree, flattenTreeLike, showStructure, unflattenTree } from './tree.ts';

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
    [{ a: { b: 3 } }, 'asking: params.a.b is a number: trees hold tensors, arrays and plain records only'],
    [{ a: null }, 'asking: params.a is null'],
    [[leaf, undefined], 'asking: params[1] is undefined'],
    [{ a: new Map() }, 'asking: params.a is a Map'],
    [{ a: () => leaf }, 'asking: params.a is a function'],
  ])('refuse what is no tree: %#', (tree, message) => {
    expect(() => flattenTree(tree, 'params')).toThrow(TreeError);
    expect(() => flattenTree(tree, 'params', 'asking')).toThrow(message);
  });

  it('are the same whatever the order of their keys', () => {
    const [a, b] = [P.scalar(1, 'f32'), P.scalar(2, 'f32')];
    expect(flattenTreeLike(flattenTree([{ a, b }], 'first'), [{ b, a }], 'second').leaves).toEqual([a, b]);
  });

  it.each([
    [{ a: leaf }, { b: leaf }, "asking: second has no field 'a', which first has"],
    [{ a: leaf }, { a: leaf, b: leaf }, "asking: second has a field 'b', which first has not"],
    [{ a: [leaf] }, { a: [leaf, leaf] }, 'asking: second.a is a list of 2, and first.a is a list of 1'],
    [{ a: [leaf] }, { a: leaf }, 'asking: second.a is a tensor, and first.a is a list of 1'],
  ])('refuse another structure and say where: %#', (first, second, message) => {
    expect(() => flattenTreeLike(flattenTree(first, 'first'), second, 'second', 'asking')).toThrow(message);
  });

  it('are mapped leaf by leaf', () => {
    const tree = { x: scalar(1), y: [scalar(2)] };
    const sum = mapTree((a, b) => add(a, b), tree, tree);
    expect([sum.x.item(), sum.y[0]?.item()]).toEqual([2, 4]);
  });

  it('are mapped with trees that are like them', () => {
    const first = (a: unknown): unknown => a;
    const loosely = mapTree as unknown as (f: typeof first, ...trees: readonly unknown[]) => unknown;
    expect(() => loosely(first, { a: leaf }, { b: leaf })).toThrow("mapTree: others[0] has no field 'a', which tree has");
    expect(() => loosely(first, { a: leaf }, { a: leaf }, { a: P.scalar(1, 'i32') })).toThrow(
      'mapTree: others[1].a is i32[], not f32[] as tree.a',
    );
  });

  it('are frozen when they are made', () => {
    const made = mapTree((x) => x, { a: [leaf] });
    expect(Object.isFrozen(made)).toBe(true);
    expect(Object.isFrozen(made.a)).toBe(true);
  });
});
