/**
 * Signatures for the calls that are made all the time, which the checker decides at a fraction of the cost of the full algebra.
 *
 * Each is an overload in front of the general one. The operand that it is about is a rest parameter whose type is a question: where
 * the answer is no, more operands are asked for than anybody gives, and a signature of another arity is passed over in silence. So
 * the general one alone speaks up when a call is wrong. The answer has to be definite for somebody's type parameters, whose calls are
 * left to the general signature: `Co<K | 'f32'> extends Co<number>` is never true of literals, and whatever a type parameter could be
 * makes it true. And it has to stay open for the signature's own type parameters: `Z` is 0 in every call, but not before.
 *
 * The questions are written out in place: behind a name each would cost twice as much.
 */
import type { DType, Numeric } from '../dtype.ts';
import type { Tensor } from '../tensor.ts';
import type { Box, Co, Dim, Shape } from './dims.ts';
import type { Boxed } from './dtypes.ts';

/** More operands than anybody gives. */
type Passed = [b: never, c: never, d: never];

/** Arithmetic with a bias, with a number, and with a tensor of the same shape. */
export interface CommonArithmetic {
  <
    L extends Shape,
    N extends Dim = never,
    D extends Numeric = never,
    M extends Dim = '',
    E extends DType = never,
    Z extends 0 = 0,
  >(
    a: Tensor<[...L, N], D>,
    ...rest: [Z, Boxed[D], Box<N>, Co<Co<-1> extends Co<N | M | D | E> ? 0 : 1>] extends [0, Box<E>, Box<M>, Co<1>]
      ? [b: Tensor<[M], E>]
      : Passed
  ): Tensor<[...L, N], D>;
  <A extends Shape, D extends DType = 'bool', X = '', Z extends 0 = 0>(
    a: Tensor<A, D>,
    ...rest: [Z, X, Co<D>, Co<Co<-1> extends Co<D> ? 0 : 1>] extends [0, number, Co<Numeric>, Co<1>] ? [b: X] : Passed
  ): Tensor<A, D>;
  <A extends Shape, D extends Numeric = never, B extends Shape = [-1], E extends DType = never, Z extends 0 = 0>(
    a: Tensor<A, D>,
    ...rest: [Z, Boxed[D], Box<A>, Co<Co<-1> extends Co<A[number] | B[number] | D | E> ? 0 : 1>] extends [
      0,
      Box<E>,
      Box<B>,
      Co<1>,
    ]
      ? [b: Tensor<B, E>]
      : Passed
  ): Tensor<A, D>;
}

/** Comparison with a number, and with a tensor of the same shape. */
export interface CommonComparison {
  <A extends Shape, D extends DType = 'bool', X = '', Z extends 0 = 0>(
    a: Tensor<A, D>,
    ...rest: [Z, X, Co<D>, Co<Co<-1> extends Co<D> ? 0 : 1>] extends [0, number, Co<Numeric>, Co<1>] ? [b: X] : Passed
  ): Tensor<A, 'bool'>;
  <A extends Shape, D extends DType = never, B extends Shape = [-1], E extends DType = never, Z extends 0 = 0>(
    a: Tensor<A, D>,
    ...rest: [Z, Boxed[D], Box<A>, Co<Co<-1> extends Co<A[number] | B[number] | D | E> ? 0 : 1>] extends [
      0,
      Box<E>,
      Box<B>,
      Co<1>,
    ]
      ? [b: Tensor<B, E>]
      : Passed
  ): Tensor<A, 'bool'>;
}

/** A batch of rows times a matrix. */
export interface CommonMatmul {
  <
    L extends Shape,
    K extends Dim = never,
    D extends Numeric = never,
    K2 extends Dim = '',
    N extends Dim = '',
    E extends DType = never,
    Z extends 0 = 0,
  >(
    a: Tensor<[...L, K], D>,
    ...rest: [Z, Boxed[D], Box<K>, Co<Co<-1> extends Co<K | K2 | D | E> ? 0 : 1>] extends [0, Box<E>, Box<K2>, Co<1>]
      ? [b: Tensor<[K2, N], E>]
      : Passed
  ): Tensor<[...L, N], D>;
}

/** Matrices times matrices of the same batch, of whatever dimensions: one and the same type parameter is the same. Of others the answer stays open, and the general signature is asked. */
export interface CommonBatches {
  <
    L extends Shape,
    M extends Dim = never,
    K extends Dim = never,
    D extends Numeric = never,
    L2 extends Shape = [-1],
    K2 extends Dim = '',
    N extends Dim = '',
    E extends DType = never,
    Z extends 0 = 0,
  >(
    a: Tensor<[...L, M, K], D>,
    ...rest: [Z, Boxed[D], Box<[L, K]>] extends [0, Box<E>, Box<[L2, K2]>] ? [b: Tensor<[...L2, K2, N], E>] : Passed
  ): Tensor<[...L, M, N], D>;
}

// Of functions that wait for their first operand the answers alone are quick: a pipe takes no function that has several signatures. They are
// shapes, or `undefined` where the general question is to be asked.

/** The shape `A` of what a tensor is put to whose shape is `A` or the end of it. */
export type QuickBroadcast<Z, A extends Shape, B extends Shape, D extends DType, E extends DType> = [
  Z,
  Box<[E, A]>,
  Co<Co<-1> extends Co<A[number] | B[number] | D | E> ? 0 : 1>,
] extends [0, Box<[D, [...infer _ extends Shape, ...B]]>, Co<1>]
  ? A
  : undefined;

/** The shape of a batch of rows times a matrix of shape `B`. */
export type QuickMatmul<Z, A extends Shape, B extends Shape, D extends DType, E extends DType> = [
  Z,
  B['length'],
  Box<[D, A]>,
  Co<Co<-1> extends Co<A[number] | B[number] | D | E> ? 0 : 1>,
] extends [0, 2, Box<[E, [...infer L extends Shape, B[0]]]>, Co<1>]
  ? [...L, B[1]]
  : undefined;
