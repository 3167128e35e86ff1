/**
 * Polynomials in names at run time, and their canonical text: like terms collected, names sorted inside a term, terms sorted, the
 * constant last. `../shape/names.ts` is the same in types.
 *
 * A quotient, `floor((n+1)/2)`, stands among names as a word without operators, `⌊(n＋1)÷2⌋`.
 */
import type { Dim } from '../shape/dims.ts';

/** Coefficients by names joined with `*`; the constant is under `''`. */
export type Polynomial = ReadonlyMap<string, number>;

/** Names joined with `*`, and their coefficient. */
export type Term = readonly [names: string, coefficient: number];

// Quotients as words.

const signs: ReadonlyMap<string, string> = new Map([
  ['+', '＋'],
  ['*', '×'],
  ['/', '÷'],
]);

/** The text with each quotient in it as a word. */
const asWords = (text: string): string => {
  const open: string[] = [];
  return text.replace(/floor\(|[()+*/]/g, (found) => {
    if (found === ')') return open.pop() === 'floor(' ? '⌋' : ')';
    if (found !== '(' && found !== 'floor(') return open.length === 0 ? found : (signs.get(found) ?? found);
    open.push(found);
    return found === '(' ? '(' : '⌊';
  });
};

const plain: ReadonlyMap<string, string> = new Map([
  ...[...signs].map(([sign, hidden]) => [hidden, sign] as const),
  ['⌊', 'floor('],
  ['⌋', ')'],
]);

/** The text with the words in it as quotients. */
const fromWords = (text: string): string => text.replace(/[＋×÷⌊⌋]/g, (found) => plain.get(found) ?? found);

/** The word for a quotient. */
export const quotientWord = (numerator: string, divisor: number): string =>
  asWords(`floor(${/[+]/.test(asWords(numerator)) ? `(${numerator})` : numerator}/${divisor})`);

/** Numerator and divisor of a word; `undefined` for names, and for products. */
export const partsOfWord = (names: string): readonly [numerator: string, divisor: number] | undefined => {
  if (!names.startsWith('⌊') || names.includes('*')) return undefined;
  const at = names.lastIndexOf('÷');
  const numerator = fromWords(names.slice(1, at));
  const bare = numerator.startsWith('(') ? numerator.slice(1, -1) : numerator;
  return [bare, Number(names.slice(at + 1, -1))];
};

// The order of names and of terms.

const alphabet = '*0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz⌊⌋÷＋×()';

/** Whether a name comes before another, or is the same. */
export const precedes = (a: string, b: string): boolean => {
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

/** The terms, sorted by insertion: the order of names is total on letters, digits, `_` and what words are made of only. */
export const inOrder = (terms: Iterable<Term>): readonly Term[] =>
  [...terms].reduce<readonly Term[]>((sorted, term) => {
    const at = sorted.findIndex(([names]) => termPrecedes(term[0], names));
    return at < 0 ? [...sorted, term] : sorted.toSpliced(at, 0, term);
  }, []);

// Text.

/** Like terms collected. */
export const collect = (terms: Iterable<Term>): Polynomial => {
  const sum = new Map<string, number>();
  for (const [names, coefficient] of terms) sum.set(names, (sum.get(names) ?? 0) + coefficient);
  return new Map([...sum].filter(([, coefficient]) => coefficient !== 0));
};

const parseTerm = (text: string): Term => {
  const [, coefficient, names] = /^(\d+)(?:\*(.+))?$/.exec(text) ?? [];
  return coefficient === undefined ? [text, 1] : [names ?? '', Number(coefficient)];
};

/** The polynomial that a dimension is. */
export const parse = (dim: Dim): Polynomial =>
  typeof dim === 'number'
    ? collect([['', dim]])
    : collect(
        [...asWords(dim).matchAll(/([+-]?)([^+-]+)/g)].map(([, sign, text = '']) => {
          const [names, coefficient] = parseTerm(text);
          return [names, sign === '-' ? -coefficient : coefficient] as const;
        }),
      );

const printTerm = ([names, coefficient]: Term): string => {
  const sign = coefficient < 0 ? '-' : '+';
  const size = Math.abs(coefficient);
  return sign + (names === '' ? `${size}` : size === 1 ? names : `${size}*${names}`);
};

/** The canonical text. */
export const print = (sum: Polynomial): string => fromWords(inOrder(sum).map(printTerm).join('').replace(/^\+/, ''));
