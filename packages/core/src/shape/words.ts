/**
 * Quotients in the text of a dimension, as words without operators: `floor((n+1)/2)` is `⌊(n＋1)÷2⌋`. So they stand among names like names
 * in sums and products. `../dims/sums.ts` does the same at run time.
 */

/** `S` with `To` in every place of `From`. */
type Swap<
  S extends string,
  From extends string,
  To extends string,
  R extends string = '',
> = S extends `${infer H}${From}${infer T}` ? Swap<T, From, To, `${R}${H}${To}`> : `${R}${S}`;

/** The text with each quotient in it as a word, the last of them first: what is in front of its `/` is its numerator. */
export type AsWords<S extends string> = S extends `${infer Before}floor(${infer Rest}`
  ? AsWords<Rest> extends `${infer Numerator}/${infer Divisor})${infer After}`
    ? `${Before}${Word<Numerator, Divisor>}${After}`
    : S
  : S;

/** The text with the words in it as quotients. */
export type FromWords<S extends string> = Swap<Swap<Swap<Swap<Swap<S, '⌊', 'floor('>, '⌋', ')'>, '÷', '/'>, '＋', '+'>, '×', '*'>;

/** The word for a quotient, in whose numerator quotients are words. */
export type Word<
  Numerator extends string,
  Divisor extends string | number,
> = `⌊${Swap<Swap<Numerator, '+', '＋'>, '*', '×'>}÷${Divisor}⌋`;

/** Numerator, as a text, and divisor of a word; `undefined` for names, and for products. */
export type PartsOfWord<N extends string> = N extends `${string}*${string}`
  ? undefined
  : N extends `⌊${infer S}⌋`
    ? FromWords<S> extends `${infer Numerator}/${infer Divisor extends number}`
      ? [Unbracketed<Numerator>, Divisor]
      : Outermost<FromWords<S>>
    : undefined;

/** Of a quotient of quotients, what is in front of the last `/`, and what is behind it. */
type Outermost<S extends string, R extends string = ''> = S extends `${infer H}/${infer T}`
  ? T extends `${string}/${string}`
    ? Outermost<T, `${R}${H}/`>
    : T extends `${infer Divisor extends number}`
      ? [Unbracketed<`${R}${H}`>, Divisor]
      : undefined
  : undefined;

type Unbracketed<S extends string> = S extends `(${infer T})` ? T : S;
