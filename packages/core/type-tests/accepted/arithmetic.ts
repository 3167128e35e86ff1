import type { Add, AtMost, Divide, Multiply, Subtract } from '../../src/shape/arithmetic.ts';
import type { FloorDims } from '../../src/shape/floors.ts';
import type { DividedBy, Minus, Plus, Product, Times } from '../../src/shape/names.ts';

/** `true` when two types are one. */
type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : [A, 'is not', B];

export const numbers: readonly [
  Is<Add<999, 1>, 1000>,
  Is<Add<1, 999999999>, 1000000000>,
  Is<Add<12, 34>, 46>,
  Is<Add<0, 5>, 5>,
  Is<Subtract<1000, 1>, 999>,
  Is<Subtract<5, 5>, 0>,
  Is<Subtract<5, 6>, undefined>,
  Is<Subtract<9, 10>, undefined>,
  Is<Subtract<1000000000, 999999999>, 1>,
  Is<Multiply<12, 64>, 768>,
  Is<Multiply<0, 7>, 0>,
  Is<Multiply<31623, 31623>, 1000014129>,
  Is<Divide<768, 12>, [64, 0]>,
  Is<Divide<10, 3>, [3, 1]>,
  Is<Divide<3, 10>, [0, 3]>,
  Is<Divide<1000000000, 7>, [142857142, 6]>,
  Is<Divide<3, 0>, undefined>,
  Is<AtMost<3, 3>, true>,
  Is<AtMost<4, 3>, false>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];

export const names: readonly [
  Is<Plus<'a', 'b'>, 'a+b'>,
  Is<Plus<'b', 'a'>, 'a+b'>,
  Is<Plus<'batch', 'batch'>, '2*batch'>,
  Is<Plus<1, 'seq'>, 'seq+1'>,
  Is<Plus<'-a+3', 'a'>, 3>,
  Is<Minus<'seq', 1>, 'seq-1'>,
  Is<Minus<'seq+1', 1>, 'seq'>,
  Is<Minus<'seq', 'seq'>, 0>,
  Is<Minus<3, 'a'>, '-a+3'>,
  Is<Minus<3, 5>, undefined>,
  Is<Times<'b', 'a'>, 'a*b'>,
  Is<Times<'b', 'a+1'>, 'a*b+b'>,
  Is<Times<'a-1', 'a+1'>, 'a*a-1'>,
  Is<DividedBy<'4*batch', 2>, '2*batch'>,
  Is<DividedBy<'4*a+2', 2>, '2*a+1'>,
  Is<DividedBy<'a*b*c', 'b'>, 'a*c'>,
  Is<DividedBy<'a+b', 'a+b'>, 1>,
  Is<DividedBy<'batch', 2>, undefined>,
  Is<Product<[2, 'b', 'a', 3]>, '6*a*b'>,
  Is<Product<[]>, 1>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];

/** Quotients: multiples of the divisor are no part of one, nor are common factors, nor quotients. */
export const quotients: readonly [
  Is<FloorDims<7, 2>, 3>,
  Is<FloorDims<'n', 1>, 'n'>,
  Is<FloorDims<'n', 2>, 'floor(n/2)'>,
  Is<FloorDims<'4*n', 2>, '2*n'>,
  Is<FloorDims<'2*n+3', 2>, 'n+1'>,
  Is<FloorDims<'3*n+1', 2>, 'n+floor((n+1)/2)'>,
  Is<FloorDims<'n-1', 2>, 'floor((n+1)/2)-1'>,
  Is<FloorDims<'2*a+1', 4>, 'floor(a/2)'>,
  Is<FloorDims<'a*b', 3>, 'floor(a*b/3)'>,
  Is<FloorDims<'floor(n/2)', 2>, 'floor(n/4)'>,
  Is<FloorDims<'floor((n+1)/2)', 2>, 'floor((n+1)/4)'>,
  Is<Plus<'floor(n/2)', 'floor(n/2)'>, '2*floor(n/2)'>,
  Is<Minus<'floor(n/2)+1', 'floor(n/2)'>, 1>,
  Is<Times<'floor(n/2)', 'n+1'>, 'n*floor(n/2)+floor(n/2)'>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true];
