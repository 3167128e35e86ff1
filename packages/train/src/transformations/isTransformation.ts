/**
 * What is taken for a transformation of gradients.
 */
import { expected, type Guard } from '../config/options.ts';
import type { StateKind, Transformation } from './transformation.ts';

/** Whether a value is an object with these methods. */
export const hasMethods = (value: unknown, ...methods: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  methods.every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'function');

/** Anything with `init` and `update`; the name says what was expected. */
export const transformation = <K extends StateKind>(name: string): Guard<Transformation<K>> =>
  expected(name, (value): value is Transformation<K> => hasMethods(value, 'init', 'update'));
