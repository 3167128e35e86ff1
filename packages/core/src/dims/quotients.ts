/**
 * Quotients of polynomials rounded down, at run time. `../shape/floors.ts` is the same in types.
 *
 * What is a multiple of the divisor is no part of a quotient: `floor((2*n+3)/2)` is `n+1`. Then numerator and divisor have no common
 * factor: `floor((2*n+1)/4)` is `floor(n/2)`. A quotient of a quotient is one: `floor((floor(n/2)+1)/2)` is `floor((n+2)/4)`.
 */
import { collect, inOrder, parse, partsOfWord, type Polynomial, print, quotientWord, type Term } from './sums.ts';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const scaled = (terms: Iterable<Term>, factor: number): readonly Term[] =>
  [...terms].map(([names, coefficient]) => [names, coefficient * factor]);

const floors = (terms: readonly Term[], divisor: number): readonly Term[] =>
  terms.map(([names, coefficient]) => [names, Math.floor(coefficient / divisor)]);

const isConstant = ([names]: Term): boolean => names === '';

/** The quotient of what has coefficients from 0 up to the divisor: one term, unless a quotient in it makes them larger again. */
const proper = (rest: Polynomial, divisor: number): readonly Term[] => {
  const terms = inOrder(rest);
  const common = terms.filter((term) => !isConstant(term)).reduce((found, [, coefficient]) => gcd(found, coefficient), divisor);
  const reduced = inOrder(collect(floors(terms, common)));
  const inner = reduced.find(([names, coefficient]) => coefficient === 1 && partsOfWord(names) !== undefined);
  const [numerator, under] = inner === undefined ? [] : (partsOfWord(inner[0]) ?? []);
  if (numerator === undefined || under === undefined) {
    return [[quotientWord(print(new Map(reduced)), divisor / common), 1]];
  }
  const others = reduced.filter((term) => term !== inner);
  return [...quotient(collect([...scaled(others, under), ...parse(numerator)]), (under * divisor) / common)];
};

/** `floor(sum / divisor)`, whatever sizes the names have. */
export const quotient = (sum: Polynomial, divisor: number): Polynomial => {
  const terms = [...sum];
  const whole = floors(terms, divisor);
  const rest = collect([...terms, ...scaled(whole, -divisor)]);
  return collect([...rest].every(isConstant) ? whole : [...whole, ...proper(rest, divisor)]);
};
