/**
 * Tables of functions with the domains on which their gradients are checked.
 */
import { type AnyTensor, flattenTree } from '@cotangent/core';
import * as fc from 'fast-check';
import type { GradientOptions } from './checkGradient.ts';
import { pointChecks } from './gradientProperty.ts';

/** How often and from which seed a case is checked. */
export interface CaseRuns {
  readonly seed: number;
  readonly numRuns: number;
}

/** One way to call a function: checks it at points of its domain, and throws when a derivative is wrong there. */
export type GradientCase = (runs: CaseRuns) => void;

/** The cases of a function, by what is special about each; or why it has no gradient to check. */
export type GradientRow = Readonly<Record<string, GradientCase>> | { readonly none: string };

/** A row for each function. */
export type GradientTable = Readonly<Record<string, GradientRow>>;

const sizes = (tree: unknown): string => JSON.stringify(flattenTree(tree, 'inputs').leaves.map((leaf: AnyTensor) => leaf.sizes));

/**
 * A case of a table: a function, and an arbitrary of its lists of arguments.
 *
 * Each run draws three points; when their shapes agree they also form the batch that `vmap` is checked with.
 *
 * @example
 * ```ts
 * import { softmax } from '@cotangent/core';
 * import { gradientCase, real, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * const check = gradientCase((x) => softmax(x), fc.tuple(tensors([2, 3], real)));
 * check({ seed: 1, numRuns: 3 });
 * ```
 */
export const gradientCase =
  <A extends readonly unknown[]>(
    f: (...args: A) => unknown,
    inputs: fc.Arbitrary<readonly [...A]>,
    options: GradientOptions<A> = {},
  ): GradientCase =>
  ({ seed, numRuns }) => {
    const { check, finish } = pointChecks<A>(f, options);
    const property = fc.property(inputs, fc.noShrink(fc.tuple(inputs, inputs, fc.integer())), (point, [second, third, drawn]) => {
      const alike = [second, third].filter((other) => sizes(other) === sizes(point));
      check(point, { seed: drawn, ...(alike.length === 2 ? { examples: alike } : {}) });
    });
    fc.assert(property, { seed, numRuns, includeErrorInReport: true });
    finish();
  };

/**
 * Every case of a table with its name, as test runners want them.
 *
 * @example
 * ```ts
 * import { sin } from '@cotangent/core';
 * import { casesOf, gradientCase, real, tensors } from '@cotangent/grad/testing';
 * import * as fc from 'fast-check';
 *
 * const table = {
 *   sin: { 'of vectors': gradientCase((x) => sin(x), fc.tuple(tensors([3], real))) },
 *   floor: { none: 'piecewise constant' },
 * };
 * for (const [name, check] of casesOf(table)) check({ seed: name.length, numRuns: 3 });
 * ```
 */
export const casesOf = (table: GradientTable): readonly (readonly [name: string, check: GradientCase])[] =>
  Object.entries(table).flatMap(([name, row]) =>
    'none' in row ? [] : Object.entries(row).map(([variant, check]) => [`${name} ${variant}`, check] as const),
  );

const isFunction = (value: unknown): boolean => typeof value === 'function';

/**
 * What is wrong with a table for a module: its functions that have no row, and rows of no function.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { uncovered } from '@cotangent/grad/testing';
 *
 * assert.deepEqual(uncovered({ tanh: Math.tanh, pi: Math.PI }, { sinh: { none: 'an example' } }), [
 *   'tanh has no row',
 *   'sinh has a row and is no function',
 * ]);
 * ```
 */
export const uncovered = (module: Readonly<Record<string, unknown>>, table: GradientTable): readonly string[] => {
  const functions = Object.keys(module).filter((name) => isFunction(module[name]));
  return [
    ...functions.filter((name) => !(name in table)).map((name) => `${name} has no row`),
    ...Object.keys(table)
      .filter((name) => !functions.includes(name))
      .map((name) => `${name} has a row and is no function`),
  ];
};
