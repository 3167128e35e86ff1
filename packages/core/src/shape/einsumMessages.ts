/**
 * Why Einstein summations are refused.
 */
import type { About, Box, CannotTell, Co, Dim, Fails, Ranked, Shape, Show, TensorExpected, TooFew, Typed } from './dims.ts';
import type { Beside, Bindings, Clash, Count, Letters, Misfit, Shaped, Texts, Undotted } from './einsumLetters.ts';

/** Why the dots of an equation are refused, or `undefined`. */
export type DotsMessage<I extends string, O extends string> =
  Misdotted<`${I},${O}`> extends infer L extends string
    ? `einsum: '${L}': an ellipsis is three dots, and stands once`
    : O extends `${string}...${string}`
      ? I extends `${string}...${string}`
        ? undefined
        : `einsum: '${I}->${O}' has an ellipsis in the output, but in no operand`
      : `einsum: '${I}->${O}' has no ellipsis in the output: write '...' there, or a letter for each axis`;

/** The first text in which dots are no ellipsis, or a second one. */
type Misdotted<I extends string> = I extends `${infer L},${infer More}`
  ? Misdotted<L> extends infer Found extends string
    ? Found
    : Misdotted<More>
  : I extends `${infer A}...${infer Z}`
    ? `${A}${Z}` extends `${string}.${string}`
      ? I
      : undefined
    : I extends `${string}.${string}`
      ? I
      : undefined;

/** Why the output is refused. */
export type OutputMessage<O extends string, M extends Bindings> = O extends `${infer C}${infer Rest}`
  ? Rest extends `${string}${C}${string}`
    ? `einsum: output index '${C}' stands twice`
    : unknown extends M[C]['dim']
      ? `einsum: output index '${C}' is in no operand`
      : OutputMessage<Rest, M>
  : never;

/** Why operands are refused, of which `Bind` says `N`. */
export type Refusal<I extends string, O extends string, T extends readonly Shaped[], N> = number extends T['length']
  ? // What is no tensor is not inferred.
    Box<T> extends Box<readonly Typed[]>
    ? TensorExpected<'einsum'>
    : 'einsum: the number of operands is unknown: pass them one by one'
  : Texts<I>['length'] extends T['length']
    ? N extends Misfit<infer K>
      ? OperandMessage<Texts<I>, T, K, T[K['length']]['shape'], Beside<Texts<I>[K['length']], T[K['length']]['shape']>, N>
      : never
    : `einsum: '${I}->${O}' and its operands differ in number: ${Texts<I>['length'] & number} vs ${T['length']}`;

/**
 * The message of a refusal `R`. Where type parameters leave open which operand it is about, the checker prints this type by its
 * name, with `_Why` first.
 */
export type Said<_Why, R> = [R] extends [infer P extends Fails<string, Shape>] ? P['message'] : never;

/** Why operands are refused whatever their type parameters stand for: the first whose letters are too many or too few. */
export type Misranked<E extends string, T extends readonly Shaped[]> = E extends `${infer A} ${infer B}`
  ? Misranked<`${A}${B}`, T>
  : E extends `${infer I}->${string}`
    ? FirstMisranked<Texts<I>, T>
    : never;

type FirstMisranked<
  L extends readonly string[],
  T extends readonly Shaped[],
  K extends Count = [],
> = K['length'] extends T['length']
  ? CannotTell<'einsum', 'the equation fits the operands'>
  : HasAxes<L[K['length']], T[K['length']]['shape']> extends true
    ? FirstMisranked<L, T, [...K, 0]>
    : RankMessage<L[K['length']], T[K['length']]['shape'], K>;

/** Whether a shape has the axes that a text names. Where its rank is generic nobody knows what is under an ellipsis. */
type HasAxes<L extends string, S extends Shape> =
  Co<S> extends Co<Ranked>
    ? Beside<L, S>['length'] extends Letters<Undotted<L>>['length']
      ? true
      : false
    : L extends `${string}...${string}`
      ? true
      : false;

/** `B` are the dimensions of operand `K` that letters name, `S` are all. */
type OperandMessage<
  L extends readonly string[],
  T extends readonly Shaped[],
  K extends Count,
  S extends Shape,
  B extends Shape,
  N,
> =
  N extends Clash<K, infer C, infer D extends Dim>
    ? B['length'] extends Letters<Undotted<L[K['length']]>>['length']
      ? FirstWith<C, L> extends infer J extends Count
        ? ClashMessage<C, D, L, T, J, K>
        : never
      : RankMessage<L[K['length']], S, K>
    : RankMessage<L[K['length']], S, K>;

type RankMessage<L extends string, S extends Shape, K extends Count> = About<'einsum', S, Ranks<L, S, K>>;

type Ranks<L extends string, S extends Shape, K extends Count> = L extends `${string}...${string}`
  ? TooFew<
      'einsum',
      S,
      'the equation fits the operands',
      `einsum: '${L}' names more axes than operand ${K['length']}, ${Show<S>}, has`
    >
  : Co<S> extends Co<Ranked>
    ? `einsum: '${L}' and operand ${K['length']}, ${Show<S>}, differ in rank: ${Letters<L>['length'] & number} vs ${S['length']}`
    : `einsum: '${L}' names each axis, but how many operand ${K['length']}, ${Show<S>}, has is generic: write '...' for those`;

/** The first operand with a letter. */
type FirstWith<C extends string, L extends readonly string[], K extends Count = []> =
  Undotted<L[K['length']]> extends `${string}${C}${string}` ? K : FirstWith<C, L, [...K, 0]>;

/** The dimension of the letter that comes first in operand `L` of shape `S`. */
type DimOfLetter<C extends string, L extends string, S extends Shape> =
  Undotted<L> extends `${infer Before}${C}${string}` ? Beside<L, S>[Letters<Before>['length'] & number] : never;

type ClashMessage<
  C extends string,
  D extends Dim,
  L extends readonly string[],
  T extends readonly Shaped[],
  J extends Count,
  K extends Count,
> = J['length'] extends K['length']
  ? `einsum: index '${C}' is ${DimOfLetter<C, L[J['length']], T[J['length']]['shape']>} and ${D} in ${ShowOperand<T, K>}`
  : `einsum: index '${C}' is ${DimOfLetter<C, L[J['length']], T[J['length']]['shape']>} in ${ShowOperand<T, J>}, but ${D} in ${ShowOperand<T, K>}`;

type ShowOperand<T extends readonly Shaped[], K extends Count> = `operand ${K['length']}, ${Show<T[K['length']]['shape']>}`;
