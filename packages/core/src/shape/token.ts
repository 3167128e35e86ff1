/**
 * What tokens of named dimensions are made of: a name, and a size.
 */
import type { Co, NoResult, OneName } from './dims.ts';
import type { Several } from './single.ts';

/** Texts that are no word of letters, digits and `_`, as far as they can be told by ASCII. */
type NoWord = '' | `${Numeral}${string}` | `${string}${Punctuation}${string}`;

type Numeral = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

// prettier-ignore
type Punctuation =
  | ' ' | '\t' | '\n' | '!' | '"' | '#' | '$' | '%' | '&' | "'" | '(' | ')' | '*' | '+' | ',' | '-' | '.' | '/'
  | ':' | ';' | '<' | '=' | '>' | '?' | '@' | '[' | '\\' | ']' | '^' | '`' | '{' | '|' | '}' | '~';

/**
 * A name, or why it is none. Of a type parameter it cannot tell: of two texts under one, `(a: N, b: N)`, the names may be two, and the types of what is
 * made with them would be one. What is open the checker prints by this name, with `_Why`.
 */
export type NameOfDim<N extends string | number, _Why extends string = WhichName> = [N] extends [NoWord | number]
  ? [Several<N>] extends [never]
    ? `dim: '${N}' is no name: write a word of letters, digits and _, such as 'batch' or 'seq_len'`
    : OneName<'dim', N>
  : OneName<'dim', N>;

/** What to do about a name that is a type parameter: a token is of one name, and so is what a function makes. */
type WhichName =
  'dim: cannot tell which name a type parameter is: take a token, n: Dimension<N>, or what makes one, (size: number) => Dimension<N>';

/** The size of the dimension `N`, or why it is none. What is only known to be a `number` is left to run time. */
export type SizeOfDim<N extends string | number, S extends number, Z extends 0> = [Z, Co<NoSize<S>>] extends [0, Co<1>]
  ? `dim: the size of '${N}' is ${S}, not an integer from 0 to 2^31 - 1`
  : S;

/** 1 when `S` is no size, of a type parameter in the same way not. */
type NoSize<S extends number> =
  Co<S> extends Co<0> ? 0 : `${S}` extends `-${string}` | `${string}.${string}` | `${string}e${string}` ? 1 : 0;

/** The name of a token, or an `any` where the call is refused: of that the sentence has been said. Of a type parameter that is a definite no. */
export type NamedDim<N extends string | number, S extends number, Z extends 0> = [Z, Co<1>] extends [
  0,
  Co<(Co<NameOfDim<N>> extends Co<N> ? 0 : 1) | NoSize<S>>,
]
  ? NoResult
  : N;
