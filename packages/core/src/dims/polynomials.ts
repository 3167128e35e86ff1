/**
 * Arithmetic on dimensions at run time: sizes are added and multiplied, and names are kept as the types keep them.
 */
import { type Axis, nameOf, sizeOf } from '../dim.ts';
import { inheritOrigin } from '../origin.ts';
import { quotient } from './quotients.ts';
import { collect, parse, type Polynomial, precedes, print } from './sums.ts';

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

/** `floor(a / divisor)`. */
export const quotientAxes = (a: Axis, divisor: number): Axis => {
  const size = Math.floor(sizeOf(a) / divisor);
  return isNamed(a) ? axisFrom(quotient(parse(nameOf(a)), divisor), size, [a]) : size;
};

/** The product of axes: how many elements a shape has. */
export const productOfAxes = (axes: readonly Axis[]): Axis =>
  axes.reduceRight<Axis>((found, axis) => multiplyAxes(axis, found), 1);
