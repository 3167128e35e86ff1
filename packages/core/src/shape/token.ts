/**
 * What tokens of named dimensions are made of: a name, and a size.
 */
import type { Co, LiteralName } from './dims.ts';
import type { Several } from './single.ts';

/** Texts that are no word of letters, digits and `_`, as far as they can be told by ASCII. */
type NoWord = '' | `${Numeral}${string}` | `${string}${Punctuation}${string}`;

type Numeral = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

// prettier-ignore
type Punctuation =
  | ' ' | '\t' | '\n' | '!' | '"' | '#' | '$' | '%' | '&' | "'" | '(' | ')' | '*' | '+' | ',' | '-' | '.' | '/'
  | ':' | ';' | '<' | '=' | '>' | '?' | '@' | '[' | '\\' | ']' | '^' | '`' | '{' | '|' | '}' | '~';

/** A name, or why it is none. One that is a type parameter stands for a name. */
export type NameOfDim<N extends string, Z extends 0> = [Z, Co<NoName<N>>] extends [0, Co<1>]
  ? [Several<N>] extends [never]
    ? `dim: '${N}' is no name: write a word of letters, digits and _, such as 'batch' or 'seq_len'`
    : LiteralName<'dim', N, Z>
  : LiteralName<'dim', N, Z>;

/** 1 when `N` is no name. Whatever a type parameter could be, it is assignable to any text, so that of one the answer is not 1. */
type NoName<N extends string> = Co<N> extends Co<'\0'> ? 0 : N extends NoWord ? 1 : 0;

/** The size of the dimension `N`, or why it is none. What is only known to be a `number` is left to run time. */
export type SizeOfDim<N extends string, S extends number, Z extends 0> = [Z, Co<NoSize<S>>] extends [0, Co<1>]
  ? `dim: the size of '${N}' is ${S}, not an integer from 0 to 2^31 - 1`
  : S;

/** 1 when `S` is no size, of a type parameter in the same way not. */
type NoSize<S extends number> =
  Co<S> extends Co<0> ? 0 : `${S}` extends `-${string}` | `${string}.${string}` | `${string}e${string}` ? 1 : 0;
