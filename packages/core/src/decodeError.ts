/**
 * What is wrong with data from outside: where, what was found, what was expected, and what to do.
 */
import type * as t from 'io-ts';
import { elementFix, isElementType } from './elements.ts';

/** Why data is no tensor. */
export interface DecodeError {
  readonly _tag: 'DecodeError';
  /** Whether an array is missing, too short or too long, or a single element is wrong. */
  readonly kind: 'structure' | 'element';
  /** Where the fault is: `data[2][1]`. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
  /** All of the above in one sentence. */
  readonly message: string;
}

/** A `DecodeError` with its message. */
export const decodeError = (parts: Omit<DecodeError, '_tag' | 'message'>): DecodeError =>
  Object.freeze({
    _tag: 'DecodeError',
    ...parts,
    message: `${parts.path}: expected ${parts.expected}, found ${parts.found}: ${parts.fix}`,
  });

/** Arrays and typed arrays. */
export const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}...` : text);

/** A value as messages name it. */
export const describe = (value: unknown): string => {
  if (isList(value)) return `an array of ${value.length}`;
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `the string ${JSON.stringify(shorten(value))}`;
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};

/** A path as JavaScript would write it, from the keys that io-ts went through; the first stands for the data itself. */
const pathOf = (context: t.Context): string =>
  context.slice(1).reduce((path, { key }) => (/^\d+$/.test(key) ? `${path}[${key}]` : `${path}.${key}`), 'data');

/** A failed decoder's report as a `DecodeError`; `fix` is what to do about a fault in the structure. */
export const errorAt = (value: unknown, context: t.Context, fix: string): DecodeError => {
  const type = context.at(-1)?.type;
  const expected = type?.name ?? 'something else';
  const isElement = type !== undefined && isElementType(type) && !isList(value);
  return decodeError({
    kind: isElement ? 'element' : 'structure',
    path: pathOf(context),
    found: describe(value),
    expected,
    fix: isElement ? elementFix(value, expected) : fix,
  });
};
