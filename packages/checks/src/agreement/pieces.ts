/**
 * What random calls of functions of functions are made of, as code.
 */
import * as fc from 'fast-check';
import { type Dim, modest } from './dims.ts';

export const rarely = <A>(usual: fc.Arbitrary<A>, seldom: fc.Arbitrary<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: seldom });

export const dtypes = rarely(fc.constant('f32'), fc.constantFrom('f64', 'i32', 'bool'));

const suffix = (dtype: string): string => (dtype === 'f32' ? '' : `, '${dtype}'`);
export const tensorOf = (shape: readonly Dim[], dtype = 'f32'): string => `t(${JSON.stringify(shape)}${suffix(dtype)})`;
export const typeOf = (shape: readonly Dim[], dtype = 'f32'): string => `Tensor<${JSON.stringify(shape)}${suffix(dtype)}>`;

export const short = fc.array(modest, { maxLength: 2 });

/** A shape, or at times another one. */
export const near = (shape: readonly Dim[]): fc.Arbitrary<readonly Dim[]> => rarely(fc.constant(shape), short);

/** Functions of a tensor `x`, as code. */
export const bodies = fc.constantFrom(
  'x',
  'exp(x)',
  'sum(x)',
  'multiply(x, x)',
  'expandDims(x, 0)',
  '[x, sum(x)]',
  '{ a: x, b: exp(x) }',
);
