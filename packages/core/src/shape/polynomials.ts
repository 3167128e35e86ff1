/**
 * Arithmetic on dimensions at run time: sizes are added and multiplied, and names are kept as the types keep them.
 *
 * The text of a polynomial is the one that `names.ts` gives it: like terms collected, names sorted inside a term, terms sorted, the
 * constant last.
 */
import { type Axis, nameOf, sizeOf } from '../dim.ts';
import { inheritOrigin } from '../origin.ts';
import type { Dim } from './dims.ts';

/** Coefficients by names joined with `*`; the constant is under `''`. */
type Polynomial = ReadonlyMap<string, number>;

const alphabet = '*0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

const precedes = (a: string, b: string): boolean => {
  for (const [index, letter] of a.split('').entries()) {
    const other = b[index];
    if (other === undefined) return false;
    if (letter === other) continue;
    const at = alphabet.indexOf(letter);
    return at >= 0 && at < alphabet.indexOf(other);
  }
  return true;
};

const termPrecedes = (a: string, b: string): boolean => a !== '' && (b === '' || precedes(a, b));

const parseTerm = (text: string): readonly [string, number] => {
  const [, coefficient, names] = /^(\d+)(?:\*(.+))?$/.exec(text) ?? [];
  return coefficient === undefined ? [text, 1] : [names ?? '', Number(coefficient)];
};

const collect = (terms: Iterable<readonly [string, number]>): Polynomial => {
  const sum = new Map<string, number>();
  for (const [names, coefficient] of terms) sum.set(names, (sum.get(names) ?? 0) + coefficient);
  return new Map([...sum].filter(([, coefficient]) => coefficient !== 0));
};

const parse = (dim: Dim): Polynomial =>
  typeof dim === 'number'
    ? collect([['', dim]])
    : collect(
        [...dim.matchAll(/([+-]?)([^+-]+)/g)].map(([, sign, text = '']) => {
          const [names, coefficient] = parseTerm(text);
          return [names, sign === '-' ? -coefficient : coefficient] as const;
        }),
      );

const printTerm = ([names, coefficient]: readonly [string, number]): string => {
  const sign = coefficient < 0 ? '-' : '+';
  const size = Math.abs(coefficient);
  return sign + (names === '' ? `${size}` : size === 1 ? names : `${size}*${names}`);
};

/** Sorted by insertion: the order of names is total on letters, digits and `_` only. */
const inOrder = (terms: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] =>
  terms.reduce<readonly (readonly [string, number])[]>((sorted, term) => {
    const at = sorted.findIndex(([names]) => termPrecedes(term[0], names));
    return at < 0 ? [...sorted, term] : sorted.toSpliced(at, 0, term);
  }, []);

const print = (sum: Polynomial): string =>
  inOrder([...sum])
    .map(printTerm)
    .join('')
    .replace(/^\+/, '');

const sortNames = (names: readonly string[]): string =>
  names
    .reduce<readonly string[]>((sorted, name) => {
      const at = sorted.findIndex((other) => precedes(name, other));
      return at < 0 ? [...sorted, name] : sorted.toSpliced(at, 0, name);
    }, [])
    .join('*');

const product = (a: Polynomial, b: Polynomial): Polynomial =>
  collect(
    [...b].flatMap(([right, n]) =>
      [...a].map(
        ([left, m]) => [sortNames([...left.split('*'), ...right.split('*')].filter((name) => name !== '')), m * n] as const,
      ),
    ),
  );

const negated = (a: Polynomial): Polynomial => new Map([...a].map(([names, coefficient]) => [names, -coefficient]));

/** The axis that a polynomial and a size stand for. */
const axisFrom = (sum: Polynomial, size: number, from: readonly Axis[]): Axis =>
  [...sum.keys()].every((names) => names === '') ? size : inheritOrigin(Object.freeze({ name: print(sum), size }), from);

const isNamed = (axis: Axis): boolean => typeof nameOf(axis) === 'string';

/** `a + b`. */
export const addAxes = (a: Axis, b: Axis): Axis => {
  const size = sizeOf(a) + sizeOf(b);
  return isNamed(a) || isNamed(b) ? axisFrom(collect([...parse(nameOf(a)), ...parse(nameOf(b))]), size, [a, b]) : size;
};

/** `a - b`. */
export const subtractAxes = (a: Axis, b: Axis): Axis => {
  const size = sizeOf(a) - sizeOf(b);
  return isNamed(a) || isNamed(b) ? axisFrom(collect([...parse(nameOf(a)), ...negated(parse(nameOf(b)))]), size, [a, b]) : size;
};

/** `a * b`. */
export const multiplyAxes = (a: Axis, b: Axis): Axis => {
  const size = sizeOf(a) * sizeOf(b);
  return isNamed(a) || isNamed(b) ? axisFrom(product(parse(nameOf(a)), parse(nameOf(b))), size, [a, b]) : size;
};

/** Names of `a` without those of `b`, or `undefined` when `b` does not divide `a`. */
const quotientNames = (a: string, b: string): string | undefined => {
  const left = a.split('*');
  for (const name of b.split('*').filter((one) => one !== '')) {
    const at = left.indexOf(name);
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return left.join('*');
};

/** `a / b`, or `undefined` unless `b` is known to divide `a`, whatever sizes the names have. */
export const divideAxes = (a: Axis, b: Axis): Axis | undefined => {
  if (nameOf(b) === 0) return undefined;
  if (nameOf(a) === nameOf(b)) return 1;
  const [divisor, ...more] = parse(nameOf(b));
  if (divisor === undefined || more.length > 0) return undefined;
  const terms = [...parse(nameOf(a))].map(
    ([names, coefficient]) => [quotientNames(names, divisor[0]), coefficient / divisor[1]] as const,
  );
  const whole = terms.every((term): term is readonly [string, number] => term[0] !== undefined && Number.isInteger(term[1]));
  return whole ? axisFrom(collect(terms), sizeOf(a) / sizeOf(b), [a]) : undefined;
};

/** The product of axes: how many elements a shape has. */
export const productOfAxes = (axes: readonly Axis[]): Axis =>
  axes.reduceRight<Axis>((found, axis) => multiplyAxes(axis, found), 1);
