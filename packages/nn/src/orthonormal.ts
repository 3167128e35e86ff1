/**
 * Random orthonormal columns, by Gram-Schmidt orthogonalization.
 */
import {
  add,
  dim,
  divide,
  eye,
  type Key,
  matmul,
  norm,
  normal,
  outer,
  scan,
  subtract,
  type Tensor,
  transpose,
  zerosLike,
} from '@cotangent/core';

/** Columns found so far as rows, and rows of zeros. */
type Basis = Tensor<['columns', 'rows'], 'f64'>;

/** The part of a vector that is orthogonal to the rows of a basis: `v - (Q v) Q`. */
const without = (vector: Tensor<['rows'], 'f64'>, basis: Basis): Tensor<['rows'], 'f64'> =>
  subtract(vector, matmul(matmul(basis, vector), basis));

/** A vector to add to a basis, and a 1 in its place there. */
interface Next {
  readonly vector: Tensor<['rows'], 'f64'>;
  readonly place: Tensor<['columns'], 'f64'>;
}

const extend = (basis: Basis, { vector, place }: Next): readonly [Basis, Readonly<Record<never, never>>] => {
  const orthogonal = without(without(vector, basis), basis);
  return [add(basis, outer(place, divide(orthogonal, norm(orthogonal)))), {}];
};

/**
 * A matrix with orthonormal columns, `columns <= rows`: the Q of the QR decomposition of normal numbers, `[rows, columns]` in f64.
 *
 * The diagonal of R is positive, so Q is uniform by Haar measure (Mezzadri, "How to Generate Random Matrices from the Classical Compact
 * Groups", 2007). Each column is orthogonalized twice, which is enough to be orthogonal up to rounding (Giraud, Langou,
 * Rozložník, van den Eshof, "Rounding Error Analysis of the Classical Gram-Schmidt Orthogonalization Process", 2005).
 */
export const orthonormalColumns = (key: Key, rows: number, columns: number): Tensor<['rows', 'columns'], 'f64'> => {
  const count = dim('columns', columns);
  const vectors = normal(key, [count, dim('rows', rows)], { dtype: 'f64' });
  const [basis] = scan(extend, zerosLike(vectors), { vector: vectors, place: eye(count, 'f64') });
  return transpose(basis);
};
