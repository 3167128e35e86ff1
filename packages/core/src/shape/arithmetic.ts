/**
 * Arithmetic on number literals in types, by the pencil-and-paper algorithms on decimal digits.
 *
 * Numbers are natural, below 10^15. Digit strings are reversed, least significant digit first, so that a carry travels along
 * with the recursion, which is as deep as there are digits.
 */
import type {
  Carry,
  DifferenceBorrow,
  DifferenceDigit,
  Digit,
  Factors,
  LowDigit,
  ProductCarry,
  ProductDigit,
  QuotientDigit,
  QuotientRest,
  SumCarry,
  SumDigit,
} from './digits.ts';

/** The characters of `S` from the last to the first, two at a time. */
type Reverse<S> = S extends `${infer A}${infer B}${infer Rest}` ? (Rest extends '' ? `${B}${A}` : `${Reverse<Rest>}${B}${A}`) : S;

type Trim<S> = S extends `0${infer T}` ? (T extends '' ? '0' : Trim<T>) : S;
type ToNumber<S> = Trim<Reverse<S>> extends `${infer N extends number}` ? N : never;

/** `A + B + C` */
type AddDigits<A, B, C extends Carry = '0'> = A extends `${infer a extends Digit}${infer x}`
  ? B extends `${infer b extends Digit}${infer y}`
    ? `${SumDigit[C][a][b]}${AddDigits<x, y, SumCarry[C][a][b]>}`
    : C extends '0'
      ? A
      : AddDigits<A, '1'>
  : C extends '0'
    ? B
    : B extends ''
      ? '1'
      : AddDigits<B, '1'>;

/** `A - B - C`, which ends in a minus sign when it is negative. */
type SubtractDigits<A, B, C extends Carry = '0'> = A extends `${infer a extends Digit}${infer x}`
  ? B extends `${infer b extends Digit}${infer y}`
    ? `${DifferenceDigit[C][a][b]}${SubtractDigits<x, y, DifferenceBorrow[C][a][b]>}`
    : C extends '0'
      ? A
      : SubtractDigits<A, '1'>
  : C extends '0'
    ? Trim<B> extends '' | '0'
      ? ''
      : '-'
    : '-';

/** `A * d + C` for one digit `d`. */
type TimesDigit<A, D extends Digit, C extends LowDigit = '0'> = A extends `${infer a extends Digit}${infer x}`
  ? `${ProductDigit[D][C][a]}${TimesDigit<x, D, ProductCarry[D][C][a]>}`
  : C extends '0'
    ? ''
    : C;

/** `A * B`: a row of the long multiplication for each digit of `B`. */
type MultiplyDigits<A, B> = B extends `${infer b extends Digit}${infer y}`
  ? y extends ''
    ? TimesDigit<A, b>
    : b extends '0'
      ? `0${MultiplyDigits<A, y>}`
      : TimesDigit<A, b> extends `${infer low}${infer high}`
        ? `${low}${AddDigits<high, MultiplyDigits<A, y>>}`
        : never
  : '';

// Divisions give text, `'quotient remainder'`. What they give of the last digits is part of it as it is: the checker works it out once.

/** Short division by one digit, most significant digit first. */
type ShortDivide<A, D extends keyof QuotientDigit, R extends Digit = '0'> = A extends `${infer a extends Digit}${infer x}`
  ? `${QuotientDigit[D][R][a]}${ShortDivide<x, D, QuotientRest[D][R][a]>}`
  : ` ${R}`;

/** Division by `D`, and of what it gives by `E`. */
type DivideTwice<A, D extends keyof QuotientDigit, E extends keyof QuotientDigit> =
  ShortDivide<A, D> extends `${infer P} ${infer R extends Digit}`
    ? ShortDivide<P, E> extends `${infer Q} ${infer Rest extends Digit}`
      ? `${Q} ${Reverse<AddDigits<TimesDigit<Rest, D>, R>>}`
      : never
    : never;

/** The digit after a digit. */
interface NextDigit {
  readonly '0': '1';
  readonly '1': '2';
  readonly '2': '3';
  readonly '3': '4';
  readonly '4': '5';
  readonly '5': '6';
  readonly '6': '7';
  readonly '7': '8';
  readonly '8': '9';
  readonly '9': never;
}

/** One digit of a long division: how often `B` goes into `A`, and what is left, reversed. */
type DivideStep<A, B, Q extends Digit = '0'> =
  SubtractDigits<A, B> extends infer Rest ? (Rest extends `${string}-` ? [Q, A] : DivideStep<Rest, B, NextDigit[Q]>) : never;

/** Long division by the reversed `B`, most significant digit of `A` first; `Rest` is reversed, too. */
type LongDivide<A, B, Rest extends string = ''> = A extends `${infer a}${infer x}`
  ? DivideStep<`${a}${Rest}`, B> extends [infer q extends string, infer rest extends string]
    ? `${q}${LongDivide<x, B, rest>}`
    : never
  : ` ${Reverse<Rest>}`;

/** `A + B`. */
export type Add<A extends number, B extends number> = A extends 0
  ? B
  : B extends 0
    ? A
    : number extends A | B
      ? number
      : Reverse<AddDigits<Reverse<`${A}`>, Reverse<`${B}`>>> extends `${infer N extends number}`
        ? N
        : never;

/** `A - B`, or `undefined` when it is negative. */
export type Subtract<A extends number, B extends number> = B extends 0
  ? A
  : A extends B
    ? 0
    : number extends A | B
      ? number
      : SubtractDigits<Reverse<`${A}`>, Reverse<`${B}`>> extends infer R
        ? R extends `${string}-`
          ? undefined
          : ToNumber<R>
        : never;

/** `A * B`. */
export type Multiply<A extends number | string, B extends number | string> = A extends 1
  ? B
  : B extends 1
    ? A
    : 0 extends A | B
      ? 0
      : number extends A | B
        ? number
        : Reverse<MultiplyDigits<Reverse<`${A}`>, Reverse<`${B}`>>> extends `${infer N extends number}`
          ? N
          : never;

type Quotient<A, B> = B extends keyof QuotientDigit
  ? ShortDivide<A, B>
  : B extends keyof Factors
    ? DivideTwice<A, Factors[B][0], Factors[B][1]>
    : LongDivide<A, Reverse<B>>;

/** `[quotient, remainder]` of `A` divided by `B`, or `undefined` when `B` is 0. */
export type Divide<A extends number, B extends number> = B extends 0
  ? undefined
  : B extends 1
    ? [A, 0]
    : number extends A | B
      ? [number, number]
      : Quotient<`${A}`, `${B}`> extends `${infer Q} ${infer R}`
        ? [Trim<Q>, Trim<R>] extends [`${infer N extends number}`, `${infer Rest extends number}`]
          ? [N, Rest]
          : never
        : never;

/** `true` when `A <= B`. */
export type AtMost<A extends number, B extends number> = Subtract<B, A> extends number ? true : false;
