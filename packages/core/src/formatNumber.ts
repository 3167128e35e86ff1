/**
 * How the elements of one tensor are written: in one common format, so that columns line up.
 */
import type { DType } from './dtype.ts';

/** Significant digits of the largest number. */
const digits = 5;

/** Writes an element of a tensor. */
export type Format = (value: number) => string;

const special = (value: number): string => (Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity');

const largestOf = (values: readonly number[], least: number): number =>
  values.reduce((most, value) => Math.max(most, value), least);

/** JavaScript prints -0 as 0. */
const signed = (value: number, text: string): string => (Object.is(value, -0) ? `-${text}` : text);

const finite =
  (format: Format): Format =>
  (value) =>
    Number.isFinite(value) ? signed(value, format(value)) : special(value);

const trailingZeros = (text: string): number => /0*$/.exec(text)?.[0].length ?? 0;

/** As few decimals, up to `most`, as show all the values as well as `most` do; one at least, which tells fractions from whole numbers. */
const decimalsFor = (values: readonly number[], most: number): number =>
  largestOf(
    values.map((value) => most - Math.min(most, trailingZeros(value.toFixed(most)))),
    1,
  );

const scientificFor = (values: readonly number[]): Format => {
  const decimals = values.map((value) => {
    const fraction = /\.(\d+)e/.exec(value.toExponential(digits - 1))?.[1] ?? '';
    return fraction.length - trailingZeros(fraction);
  });
  const most = largestOf(decimals, 0);
  return (value) => value.toExponential(most);
};

const floatFormat = (values: readonly number[]): Format => {
  const sizes = values.filter((value) => value !== 0).map(Math.abs);
  const [largest, smallest] = [
    largestOf(sizes, 0),
    -largestOf(
      sizes.map((size) => -size),
      -Infinity,
    ),
  ];
  if (largest < 1e8 && values.every(Number.isInteger)) return (value) => value.toFixed(0);
  const most = Math.max(0, digits - 1 - Math.floor(Math.log10(largest)));
  const readable = largest < 1e6 && largest >= 1e-3 && Number(smallest.toFixed(most)) !== 0;
  if (!readable) return scientificFor(values);
  const decimals = decimalsFor(values, Math.max(1, most));
  return (value) => value.toFixed(decimals);
};

const formatFor = (values: readonly number[], dtype: DType): Format => {
  if (dtype === 'bool') return (value) => String(value !== 0);
  if (dtype === 'i32' || dtype === 'u32') return String;
  return finite(floatFormat(values.filter(Number.isFinite)));
};

/**
 * The common format of some elements: as many decimals as they need, five significant digits of the largest number at most,
 * scientific notation when that would hide the smallest, all padded to the same width. Floats without a point and an exponent are whole.
 */
export const formatter = (values: readonly number[], dtype: DType): Format => {
  const format = formatFor(values, dtype);
  const width = largestOf(
    values.map((value) => format(value).length),
    0,
  );
  return (value) => format(value).padStart(width);
};
