/**
 * Random orthonormal columns, by Gram-Schmidt orthogonalization.
 */
import { type AnyTensor, type Key, normal, scan, type Tensor } from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';

type Column = Tensor<['rows'], 'f64'>;
type Matrix = Tensor<['columns', 'rows'], 'f64'>;

/** `Q v` for the rows of `Q`: how much of each is in `v`. */
const project = (basis: AnyTensor, vector: AnyTensor): AnyTensor => P.dotGeneral(basis, vector, { contract: [[1], [0]], batch: [[], []] });

/** `c Q`: so much of each row of `Q`. */
const combine = (coefficients: AnyTensor, basis: AnyTensor): AnyTensor =>
  P.dotGeneral(coefficients, basis, { contract: [[0], [0]], batch: [[], []] });

const without = (vector: AnyTensor, basis: AnyTensor): AnyTensor => P.subtract(vector, combine(project(basis, vector), basis));

const normalized = (vector: AnyTensor): AnyTensor =>
  P.multiply(vector, P.broadcastInDim(P.rsqrt(P.reduceSum(P.multiply(vector, vector), [0])), [vector.sizes[0] ?? 0], []));

/** `a b'` */
const outer = (a: AnyTensor, b: AnyTensor): AnyTensor => P.dotGeneral(a, b, { contract: [[], []], batch: [[], []] });

/**
 * A matrix with orthonormal columns, `columns <= rows`: the Q of the QR decomposition of normal numbers, `[rows, columns]` in f64.
 *
 * The diagonal of R is positive, so Q is uniform by Haar measure (Mezzadri, "How to Generate Random Matrices from the Classical Compact
 * Groups", 2007). Each column is orthogonalized twice, which is enough to be orthogonal up to rounding (Giraud, Langou,
 * Rozložník, van den Eshof, "Rounding Error Analysis of the Classical Gram-Schmidt Orthogonalization Process", 2005).
 */
export const orthonormalColumns = (key: Key, rows: number, columns: number): AnyTensor => {
  // The columns as rows of a matrix: `scan` runs over leading axes.
  const drawn: Matrix = typed(normal(key, [columns, rows] as unknown as readonly [], { dtype: 'f64' }));
  const places: Tensor<['columns', 'columns'], 'f64'> = typed(identity(columns));
  const empty: Matrix = typed(P.fill(0, [columns, rows], 'f64'));
  const step = (basis: Matrix, { vector, place }: { vector: Column; place: Tensor<['columns'], 'f64'> }) => {
    const next = normalized(without(without(vector, basis), basis));
    return [typed<['columns', 'rows'], 'f64'>(P.add(basis, outer(place, next))), {}] as const;
  };
  const [basis] = scan(step, empty, { vector: drawn, place: places });
  return P.transpose(basis, [1, 0]);
};

const identity = (size: number): AnyTensor =>
  P.convert(P.equal(P.iota([size, size], 0, 'i32'), P.iota([size, size], 1, 'i32')), 'f64');
