/**
 * What may stand as an element of each dtype in data from outside.
 */
import * as t from 'io-ts';
import type { DType } from './dtype.ts';

/** What an element of each dtype has to be, as messages say it. */
export interface Expected {
  readonly f32: 'a number up to 3.4028235e+38 in size';
  readonly f64: 'a number';
  readonly i32: 'an integer from -2147483648 to 2147483647';
  readonly u32: 'an integer from 0 to 4294967295';
  readonly bool: 'true, false, 0 or 1';
}

/** The JavaScript values that a tensor's elements are made from. */
export type Element = number | boolean;

/** Elements, or nested arrays or typed arrays of them. */
export type Rows = Element | ArrayLike<Rows>;

/** A decoder of elements or of nested arrays. It reports the first fault only. */
export type RowsType = t.Type<Rows, Rows, unknown>;

const isNumber = (value: unknown): value is number => typeof value === 'number';

const integerFrom =
  (least: number, most: number) =>
  (value: unknown): value is Element =>
    isNumber(value) && Number.isInteger(value) && value >= least && value <= most;

const element = <D extends DType>(name: Expected[D], is: (value: unknown) => value is Element): RowsType =>
  new t.Type<Rows, Rows, unknown>(
    name,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context)),
    t.identity,
  );

/** A decoder of one element for each dtype. Numbers that f32 would round to infinity are refused; NaN and infinities are numbers. */
export const elementTypes: { readonly [D in DType]: RowsType } = {
  f32: element<'f32'>(
    'a number up to 3.4028235e+38 in size',
    (value): value is Element => isNumber(value) && (Number.isFinite(Math.fround(value)) || !Number.isFinite(value)),
  ),
  f64: element<'f64'>('a number', isNumber),
  i32: element<'i32'>('an integer from -2147483648 to 2147483647', integerFrom(-(2 ** 31), 2 ** 31 - 1)),
  u32: element<'u32'>('an integer from 0 to 4294967295', integerFrom(0, 2 ** 32 - 1)),
  bool: element<'bool'>(
    'true, false, 0 or 1',
    (value): value is Element => typeof value === 'boolean' || value === 0 || value === 1,
  ),
};

const elementNames: ReadonlySet<string> = new Set(Object.values(elementTypes).map(({ name }) => name));

/** Whether a decoder decodes single elements. */
export const isElementType = ({ name }: { readonly name: string }): boolean => elementNames.has(name);

/** What to do about a value that is no element. */
export const elementFix = (value: unknown, expected: string): string => {
  const wantsBoolean = expected === elementTypes.bool.name;
  if (value === undefined || value === null) return 'fill in missing values, with NaN in f32 and f64';
  if (typeof value === 'boolean') return "write 1 and 0, or use dtype 'bool'";
  if (wantsBoolean) return typeof value === 'number' ? 'compare it first, as in x !== 0' : 'turn it into a boolean first';
  if (typeof value === 'string' || typeof value === 'bigint') return 'convert it first, with Number(...)';
  if (typeof value !== 'number') return 'put a number there';
  return Number.isInteger(value) ? "use a dtype that holds it, such as 'f64'" : "round it first, or use dtype 'f32' or 'f64'";
};
