/**
 * Decoders of nested arrays: so many rows of so many rows of elements.
 */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecodeError, decodeError, describe, errorAt, isList } from './decodeError.ts';
import { type Axes, elements, showAxes, sizesOf } from './dim.ts';
import { type DType, makeArray, type TypedArray } from './dtype.ts';
import { elementTypes, type Rows, type RowsType } from './elements.ts';

const firstFault = (list: ArrayLike<unknown>, type: RowsType): number => {
  for (let index = 0; index < list.length; index++) if (!type.is(list[index])) return index;
  return -1;
};

/** A decoder of arrays of so many rows. */
export const rowsOf = (size: number, row: RowsType): RowsType => {
  const isSized = (value: unknown): value is ArrayLike<unknown> => isList(value) && value.length === size;
  const is = (value: unknown): value is Rows => isSized(value) && firstFault(value, row) < 0;
  const validate: t.Validate<unknown, Rows> = (value, context) => {
    if (is(value)) return t.success(value);
    if (!isSized(value)) return t.failure(value, context);
    const index = firstFault(value, row);
    return row.validate(value[index], t.appendContext(context, String(index), row, value[index]));
  };
  return new t.Type(`an array of ${size}`, is, validate, t.identity);
};

/** A decoder of nested arrays of given sizes. */
export const nestedRows = (sizes: readonly number[], dtype: DType): RowsType =>
  sizes.reduceRight<RowsType>((row, size) => rowsOf(size, row), elementTypes[dtype]);

/** What to do about rows that do not fit a shape. */
export const rowsFix = (axes: Axes): string => `every row must fit the shape ${showAxes(axes)}`;

/** The elements in row-major order, in an array of their own. */
export const copyRows = (rows: Rows, axes: Axes, dtype: DType): TypedArray => {
  const values = makeArray(dtype, elements(sizesOf(axes)));
  let next = 0;
  const visit = (node: Rows): void => {
    if (typeof node !== 'object') {
      values[next++] = Number(node);
      return;
    }
    for (let index = 0; index < node.length; index++) visit(node[index] ?? Number.NaN);
  };
  visit(rows);
  return values;
};

/** Runs a decoder; `fix` says what to do about a fault in the structure. */
export const decodeWith = (type: RowsType, data: unknown, fix: string): E.Either<DecodeError, Rows> =>
  pipe(
    type.decode(data),
    E.mapLeft(([fault]) => errorAt(fault?.value, fault?.context ?? [], fix)),
  );

/** Deeper arrays are taken for arrays that contain themselves. */
export const mostAxes = 64;

/** The sizes of nested arrays, as their first rows have them. An empty array hides the sizes of its rows, so it is refused. */
export const sizesOfRows = (data: unknown): E.Either<DecodeError, readonly number[]> => {
  const sizes: number[] = [];
  for (let node = data; isList(node); node = node[0]) {
    if (node.length === 0) {
      return E.left(
        decodeError({
          kind: 'structure',
          path: `data${'[0]'.repeat(sizes.length)}`,
          found: describe(node),
          expected: 'at least one element',
          fix: 'an empty tensor needs its shape, as in zeros([0, 3])',
        }),
      );
    }
    sizes.push(node.length);
    if (sizes.length > mostAxes) {
      return E.left(
        decodeError({
          kind: 'structure',
          path: 'data',
          found: `arrays nested more than ${mostAxes} levels deep`,
          expected: `at most ${mostAxes} axes`,
          fix: 'does the array contain itself?',
        }),
      );
    }
  }
  return E.right(sizes);
};
