/**
 * Tables as lists of tests.
 */
import type { GradientCase, GradientTable } from '@cotangent/grad/testing';

/** Every case of a table with its name. */
export const casesOf = (table: GradientTable): readonly (readonly [name: string, check: GradientCase])[] =>
  Object.entries(table).flatMap(([name, row]) =>
    'none' in row ? [] : Object.entries(row).map(([variant, check]) => [`${name} ${variant}`, check] as const),
  );
