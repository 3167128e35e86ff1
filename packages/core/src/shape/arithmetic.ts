/**
 * Arithmetic on number literals in types, by the pencil-and-paper algorithms on decimal digits.
 *
 * Numbers are natural, below 10^15. Digit strings are reversed, least significant digit first, so that a carry travels along
 * with the recursion. Every recursion is a tail call over digits: a sum costs a handful of instantiations per digit.
 */

/** `Sums[a + carry][b]`: carry and digit of the sum. */
type Sums = [
  ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09'],
  ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'],
  ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11'],
  ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
  ['04', '05', '06', '07', '08', '09', '10', '11', '12', '13'],
  ['05', '06', '07', '08', '09', '10', '11', '12', '13', '14'],
  ['06', '07', '08', '09', '10', '11', '12', '13', '14', '15'],
  ['07', '08', '09', '10', '11', '12', '13', '14', '15', '16'],
  ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17'],
  ['09', '10', '11', '12', '13', '14', '15', '16', '17', '18'],
  ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19'],
];

/** `Differences[a][b + borrow]`: borrow and digit of the difference. */
type Differences = [
  ['00', '19', '18', '17', '16', '15', '14', '13', '12', '11', '10'],
  ['01', '00', '19', '18', '17', '16', '15', '14', '13', '12', '11'],
  ['02', '01', '00', '19', '18', '17', '16', '15', '14', '13', '12'],
  ['03', '02', '01', '00', '19', '18', '17', '16', '15', '14', '13'],
  ['04', '03', '02', '01', '00', '19', '18', '17', '16', '15', '14'],
  ['05', '04', '03', '02', '01', '00', '19', '18', '17', '16', '15'],
  ['06', '05', '04', '03', '02', '01', '00', '19', '18', '17', '16'],
  ['07', '06', '05', '04', '03', '02', '01', '00', '19', '18', '17'],
  ['08', '07', '06', '05', '04', '03', '02', '01', '00', '19', '18'],
  ['09', '08', '07', '06', '05', '04', '03', '02', '01', '00', '19'],
];

/** `Products[a][b]`: tens and units of the product. */
type Products = [
  ['00', '00', '00', '00', '00', '00', '00', '00', '00', '00'],
  ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09'],
  ['00', '02', '04', '06', '08', '10', '12', '14', '16', '18'],
  ['00', '03', '06', '09', '12', '15', '18', '21', '24', '27'],
  ['00', '04', '08', '12', '16', '20', '24', '28', '32', '36'],
  ['00', '05', '10', '15', '20', '25', '30', '35', '40', '45'],
  ['00', '06', '12', '18', '24', '30', '36', '42', '48', '54'],
  ['00', '07', '14', '21', '28', '35', '42', '49', '56', '63'],
  ['00', '08', '16', '24', '32', '40', '48', '56', '64', '72'],
  ['00', '09', '18', '27', '36', '45', '54', '63', '72', '81'],
];

/** The digit after a digit, where `'10'` is the row after `'9'`. */
interface Next {
  readonly '0': '1';
  readonly '1': '2';
  readonly '2': '3';
  readonly '3': '4';
  readonly '4': '5';
  readonly '5': '6';
  readonly '6': '7';
  readonly '7': '8';
  readonly '8': '9';
  readonly '9': '10';
}

/** Looks a pair of digits up in a table. */
type Look<Table, Row, Column> = Row extends keyof Table ? (Column extends keyof Table[Row] ? Table[Row][Column] : never) : never;

/** A digit plus a carry or borrow of `'0'` or `'1'`. */
type Carried<Digit extends string, Carry> = Carry extends '1' ? (Digit extends keyof Next ? Next[Digit] : never) : Digit;

type Reverse<S extends string, R extends string = ''> = S extends `${infer H}${infer T}` ? Reverse<T, `${H}${R}`> : R;
type Trim<S extends string> = S extends `0${infer T}` ? (T extends '' ? '0' : Trim<T>) : S;
type ToNumber<S extends string> = Trim<Reverse<S>> extends `${infer N extends number}` ? N : never;

type AddDigits<A extends string, B extends string, Carry = '0', R extends string = ''> = A extends `${infer a}${infer x}`
  ? B extends `${infer b}${infer y}`
    ? Look<Sums, Carried<a, Carry>, b> extends `${infer c}${infer d}`
      ? AddDigits<x, y, c, `${R}${d}`>
      : never
    : Carry extends '0'
      ? `${R}${A}`
      : AddDigits<A, '1', '0', R>
  : Carry extends '0'
    ? `${R}${B}`
    : B extends ''
      ? `${R}1`
      : AddDigits<B, '1', '0', R>;

/** `A - B`, or `'negative'`. */
type SubtractDigits<A extends string, B extends string, Borrow = '0', R extends string = ''> = A extends `${infer a}${infer x}`
  ? B extends `${infer b}${infer y}`
    ? Look<Differences, a, Carried<b, Borrow>> extends `${infer c}${infer d}`
      ? SubtractDigits<x, y, c, `${R}${d}`>
      : never
    : Borrow extends '0'
      ? `${R}${A}`
      : SubtractDigits<A, '1', '0', R>
  : Borrow extends '0'
    ? Trim<B> extends '' | '0'
      ? R
      : 'negative'
    : 'negative';

/** `A * d` for one digit `d`; `C` is the carry, a digit. */
type TimesDigit<
  A extends string,
  D extends string,
  C extends string = '0',
  R extends string = '',
> = A extends `${infer a}${infer x}`
  ? Look<Products, D, a> extends `${infer tens}${infer units}`
    ? Look<Sums, units, C> extends `${infer c}${infer d}`
      ? Look<Sums, tens, c> extends `0${infer next}`
        ? TimesDigit<x, D, next, `${R}${d}`>
        : never
      : never
    : never
  : C extends '0'
    ? R
    : `${R}${C}`;

/** `A * B`: one row of the long multiplication per digit of `B`; `Done` are the digits that no further row changes. */
type MultiplyDigits<
  A extends string,
  B extends string,
  Rows extends string = '',
  Done extends string = '',
> = B extends `${infer b}${infer y}`
  ? AddDigits<Rows, TimesDigit<A, b>> extends `${infer low}${infer high}`
    ? MultiplyDigits<A, y, high, `${Done}${low}`>
    : never
  : `${Done}${Rows}`;

/** One digit of a long division: how often `B` goes into `A`, and what is left. */
type DivideStep<A extends string, B extends string, Q extends string = '0'> =
  SubtractDigits<A, B> extends infer Rest extends string
    ? Rest extends 'negative'
      ? [Q, A]
      : DivideStep<Rest, B, Carried<Q, '1'>>
    : never;

/** Long division of `A`, most significant digit first, by the reversed `B`: quotient (unreversed) and remainder. */
type DivideDigits<
  A extends string,
  B extends string,
  Rest extends string = '',
  Q extends string = '',
> = A extends `${infer a}${infer x}`
  ? DivideStep<`${a}${Rest}`, B> extends [infer q extends string, infer rest extends string]
    ? DivideDigits<x, B, rest, `${Q}${q}`>
    : never
  : [Q, Rest];

/** `A + B`. */
export type Add<A extends number, B extends number> = A extends 0
  ? B
  : B extends 0
    ? A
    : number extends A | B
      ? number
      : ToNumber<AddDigits<Reverse<`${A}`>, Reverse<`${B}`>>>;

/** `A - B`, or `undefined` when it is negative. */
export type Subtract<A extends number, B extends number> = B extends 0
  ? A
  : number extends A | B
    ? number
    : SubtractDigits<Reverse<`${A}`>, Reverse<`${B}`>> extends infer R extends string
      ? R extends 'negative'
        ? undefined
        : ToNumber<R>
      : never;

/** `A * B`. */
export type Multiply<A extends number, B extends number> = A extends 1
  ? B
  : B extends 1
    ? A
    : 0 extends A | B
      ? 0
      : number extends A | B
        ? number
        : ToNumber<MultiplyDigits<Reverse<`${A}`>, Reverse<`${B}`>>>;

/** `[quotient, remainder]` of `A` divided by `B`, or `undefined` when `B` is 0. */
export type Divide<A extends number, B extends number> = B extends 0
  ? undefined
  : B extends 1
    ? [A, 0]
    : number extends A | B
      ? [number, number]
      : DivideDigits<`${A}`, Reverse<`${B}`>> extends [infer Q extends string, infer R extends string]
        ? Trim<Q> extends `${infer N extends number}`
          ? [N, ToNumber<R>]
          : never
        : never;

/** `true` when `A <= B`. */
export type AtMost<A extends number, B extends number> = Subtract<B, A> extends number ? true : false;
