/**
 * The packages whose types are tested: what stands in scope when their wrong calls are run without types.
 */
import * as core from '@cotangent/core';
import * as gradient from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as training from '@cotangent/train';
import { pipe } from 'fp-ts/lib/function.js';
import * as tensors from '../../../core/type-tests/tensors.ts';
import * as functions from '../../../grad/type-tests/functions.ts';
import * as layers from '../../../nn/type-tests/layers.ts';
import * as model from '../../../train/type-tests/model.ts';

/** The type tests of a package, in `packages/<folder>/type-tests/`. */
export interface Suite {
  readonly folder: string;
  /** What wrong calls are made of. */
  readonly scope: Readonly<Record<string, unknown>>;
  /** Diagnostics of what run time lets pass: a number that is no literal, what may be missing or one of several, a tensor that another function takes, options that do not exist, some values of the wrong kind. */
  readonly onlyStatic: RegExp;
  /** Which wrong calls must throw: all of them, or, where functions take more than their types say, those with a message of ours. */
  readonly throws: 'all' | 'ours';
}

const { t, named } = tensors;

export const suites: readonly Suite[] = [
  {
    folder: 'core',
    scope: {
      ...core,
      pipe,
      ...tensors,
      batch: named('batch'),
      x: t(['batch', 10]),
      whole: t(['batch', 10], 'i32'),
      flags: t([3], 'bool'),
      flag: false,
      either: {},
      params: { weight: t([3, 2]), bias: t([2]) },
      size: 3,
      depth: 3,
    },
    onlyStatic:
      /one axis or none|is not one literal|in place or `as const`|of which nothing is known|nothing is known of the size|not a literal|not literals|is a `|number (of \w+ )?is unknown|one of several|may be missing|branch where|either true or false|type 'boolean/,
    throws: 'all',
  },
  {
    folder: 'grad',
    scope: {
      ...core,
      ...gradient,
      ...functions,
      open: {},
      at: {},
      auxiliary: false,
      beside: {},
      record: (a: unknown) => ({ a }),
    },
    onlyStatic:
      /not a literal|may be missing|may be one of several|either true or false|its examples along axis|it is passed whole/,
    throws: 'ours',
  },
  {
    folder: 'nn',
    scope: { ...core, ...nn, pipe, ...layers },
    onlyStatic:
      /not a literal|of which nothing is known|one of several|branch where|may be missing|number of \w+ is unknown|'slope' does not exist|type '(number|string)' is not assignable to parameter of type '(Key|number|AnyLayer \| FloatTensor)'/,
    throws: 'all',
  },
  {
    folder: 'train',
    scope: { ...core, ...nn, ...training, pipe, ...model, dropLast: false },
    onlyStatic: /not a literal|may be missing|one of several|branch where|fold: batch[ .[]/,
    throws: 'ours',
  },
];
