/**
 * Trees: tensors, and arrays and plain records of trees. Parameters, gradients, states and batches are trees.
 */
import { TreeError } from './errors.ts';
import { hasField } from './hasField.ts';
import { type Expression, expressionOf, isTensor } from './tensor.ts';

/** The shape of a tree without its tensors. */
export type Structure =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'array'; readonly items: readonly Structure[] }
  | { readonly kind: 'record'; readonly names: readonly string[]; readonly items: readonly Structure[] };

/** A tree taken apart: its tensors from left to right, where each stands, and the structure that puts them together again. */
export interface Flat {
  /** What messages call the tree. */
  readonly what: string;
  readonly leaves: readonly Expression[];
  readonly paths: readonly string[];
  readonly structure: Structure;
}

const leaf: Structure = Object.freeze({ kind: 'leaf' });

/** Deeper trees are taken for trees that contain themselves. */
const deepest = 500;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const describe = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value === 'object')
    return 'constructor' in value ? `a ${value.constructor.name}` : 'an object with a prototype of its own';
  return value === undefined ? 'undefined' : `a ${typeof value}`;
};

/** A path one step further: `params.hidden`, `xs[2]`. */
export const pathTo = (path: string, name: string | number): string =>
  typeof name === 'number'
    ? `${path}[${name}]`
    : /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)
      ? `${path}.${name}`
      : `${path}[${JSON.stringify(name)}]`;

/** The beginning of a message. */
const by = (operation: string | undefined): string => (operation === undefined ? '' : `${operation}: `);

/**
 * Takes a tree apart. `what` names it in messages, which begin with the operation that asks for it.
 *
 * Throws `TreeError` with the path of anything that is no tensor, array or plain record.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { flattenTree, unflattenTree, zeros } from '@cotangent/core';
 *
 * const params = { weight: zeros([2, 3]), bias: zeros([3]) };
 * const { leaves, paths, structure } = flattenTree(params, 'params');
 * assert.deepEqual(paths, ['params.weight', 'params.bias']);
 * assert.deepEqual(unflattenTree(structure, leaves), params);
 * ```
 */
export const flattenTree = (tree: unknown, what: string, operation?: string): Flat => {
  const leaves: Expression[] = [];
  const paths: string[] = [];
  const visit = (node: unknown, path: string, depth = 0): Structure => {
    if (depth > deepest)
      throw new TreeError(
        `${by(operation)}${what} is nested more than ${deepest} levels deep, or contains itself, at ${path.slice(0, 60)}...`,
      );
    if (isTensor(node)) {
      leaves.push(expressionOf(node));
      paths.push(path);
      return leaf;
    }
    if (Array.isArray(node))
      return { kind: 'array', items: Array.from(node, (item, index) => visit(item, pathTo(path, index), depth + 1)) };
    if (isRecord(node)) {
      const names = Object.keys(node);
      return { kind: 'record', names, items: names.map((name) => visit(node[name], pathTo(path, name), depth + 1)) };
    }
    throw new TreeError(`${by(operation)}${path} is ${describe(node)}: trees hold tensors, arrays and plain records only`);
  };
  const structure = visit(tree, what);
  return { what, leaves, paths, structure };
};

/**
 * Puts leaves into a structure, from left to right; the tree is frozen.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { flattenTree, ones, unflattenTree, zeros } from '@cotangent/core';
 *
 * const { structure } = flattenTree([zeros([2]), { bias: zeros([2]) }], 'params');
 * const [first, second] = [ones([2]), zeros([2])];
 * assert.deepEqual(unflattenTree(structure, [first, second]), [first, { bias: second }]);
 * ```
 */
export const unflattenTree = <A>(structure: Structure, leaves: readonly A[]): unknown => {
  if (!hasField(structure, 'kind')) throw new TreeError('unflattenTree: expected a structure, which flattenTree gives');
  const list: unknown = leaves;
  if (!Array.isArray(list)) throw new TreeError('unflattenTree: expected a list of leaves behind the structure');
  const next = leaves.values();
  const build = (node: Structure): unknown => {
    switch (node.kind) {
      case 'leaf': {
        const { value, done } = next.next();
        if (done === true) throw new TreeError('unflattenTree: there are fewer leaves than the structure has places');
        return value;
      }
      case 'array':
        return Object.freeze(node.items.map(build));
      case 'record':
        return Object.freeze(Object.fromEntries(node.names.map((name, index) => [name, build(node.items[index] ?? leaf)])));
    }
  };
  const tree = build(structure);
  if (next.next().done !== true) throw new TreeError('unflattenTree: there are more leaves than the structure has places');
  return tree;
};

/** A text that is equal for equal structures. */
export const showStructure = (structure: Structure): string => {
  switch (structure.kind) {
    case 'leaf':
      return '*';
    case 'array':
      return `[${structure.items.map(showStructure).join(', ')}]`;
    case 'record':
      return `{${structure.names.map((name, index) => `${JSON.stringify(name)}: ${showStructure(structure.items[index] ?? leaf)}`).join(', ')}}`;
  }
};

/** A node as messages name it. */
const kindOf = (structure: Structure): string =>
  structure.kind === 'leaf' ? 'a tensor' : structure.kind === 'array' ? `a list of ${structure.items.length}` : 'a record';

/**
 * The leaves of a tree in the order of another; the keys of records may come in any order.
 *
 * Throws `TreeError` when their structures differ, with the path where and what stands in both.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { flattenTree, flattenTreeLike, zeros } from '@cotangent/core';
 *
 * const params = flattenTree({ weight: zeros([2]), bias: zeros([1]) }, 'params');
 * const { paths } = flattenTreeLike(params, { bias: zeros([1]), weight: zeros([2]) }, 'gradient');
 * assert.deepEqual(paths, ['gradient.weight', 'gradient.bias']);
 * ```
 */
export const flattenTreeLike = (like: Flat, tree: unknown, what: string, operation?: string): Flat => {
  if (!hasField(like, 'structure'))
    throw new TreeError(`${by(operation)}expected what flattenTree gives, to compare a tree with`);
  const flat = flattenTree(tree, what, operation);
  const refuse = (message: string): never => {
    throw new TreeError(`${by(operation)}${message}`);
  };
  const aligned = align(like.structure, flat.structure, tree, [what, like.what], refuse);
  return aligned === tree ? flat : flattenTree(aligned, what, operation);
};

type Paths = readonly [found: string, expected: string];

/** Reorders record keys after `structure`, so that equal records with differently ordered keys are the same tree. */
const align = (
  structure: Structure,
  found: Structure,
  tree: unknown,
  [path, other]: Paths,
  refuse: (message: string) => never,
): unknown => {
  const next = (name: string | number): Paths => [pathTo(path, name), pathTo(other, name)];
  if (structure.kind === 'array' && found.kind === 'array' && Array.isArray(tree) && structure.items.length === tree.length) {
    const items = tree.map((item, index) =>
      align(structure.items[index] ?? leaf, found.items[index] ?? leaf, item, next(index), refuse),
    );
    return items.every((item, index) => item === tree[index]) ? tree : items;
  }
  if (structure.kind === 'record' && found.kind === 'record' && isRecord(tree)) {
    const byName = new Map(found.names.map((name, index) => [name, found.items[index] ?? leaf]));
    const missing = structure.names.find((name) => !byName.has(name));
    if (missing !== undefined) return refuse(`${path} has no field '${missing}', which ${other} has`);
    const expected = new Set(structure.names);
    const extra = found.names.find((name) => !expected.has(name));
    if (extra !== undefined) return refuse(`${path} has a field '${extra}', which ${other} has not`);
    const entries = structure.names.map(
      (name, index) =>
        [name, align(structure.items[index] ?? leaf, byName.get(name) ?? leaf, tree[name], next(name), refuse)] as const,
    );
    const same = entries.every(([name, item], index) => item === tree[name] && found.names[index] === name);
    return same ? tree : Object.fromEntries(entries);
  }
  return structure.kind === 'leaf' && found.kind === 'leaf'
    ? tree
    : refuse(`${path} is ${kindOf(found)}, and ${other} is ${kindOf(structure)}`);
};
