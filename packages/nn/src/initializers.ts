/**
 * Initializers: first values of parameters, from a random key and the numbers of inputs and outputs.
 */
import { type AnyTensor, normal, ShapeError, uniform } from '@cotangent/core';
import { axesOf, checkTensor, P, typed } from '@cotangent/core/primitives';
import type { Fans, Initializer } from './initializer.ts';
import { orthonormalColumns } from './orthonormal.ts';
import { show } from './shapes.ts';

const product = (sizes: readonly number[]): number => sizes.reduce((total, size) => total * size, 1);

const fansOf = ({ sizes }: AnyTensor): Fans => {
  const [input = 1, output = input] = sizes.slice(-2);
  const positions = product(sizes.slice(0, -2));
  return { input: input * positions, output: output * positions };
};

/** The shape of a tensor as a shape argument. */
const shapeOf = (example: AnyTensor): readonly [] =>
  // The result gets the type of the example, whose axes these are.
  axesOf(example) as unknown as readonly [];

/** Without inputs there is no variance to keep, and the formula divides by 0: zeros, as in PyTorch. */
const finite = (scale: number): number => (Number.isFinite(scale) ? scale : 0);

const spread =
  (name: string, bound: (fans: Fans) => number): Initializer =>
  (key, example, given) => {
    checkTensor(name, example);
    const fans = given ?? fansOf(example);
    const max = finite(bound(fans));
    if (max === 0) return typed(P.fillLike(example, 0));
    return typed(uniform(key, shapeOf(example), { min: -max, max, dtype: example.dtype }));
  };

const filled =
  (name: string, value: number): Initializer =>
  (_, example) =>
    typed(P.fillLike(checkTensor(name, example), value));

const bell =
  (name: string, deviation: (fans: Fans) => number): Initializer =>
  (key, example, given) => {
    checkTensor(name, example);
    const fans = given ?? fansOf(example);
    const drawn = normal(key, shapeOf(example), { dtype: example.dtype });
    return typed(P.multiply(drawn, P.fillLike(drawn, finite(deviation(fans)))));
  };

/**
 * Uniform between `-sqrt(6 / (inputs + outputs))` and its opposite: keeps variances through linear and tanh layers.
 *
 * Glorot, Bengio, "Understanding the Difficulty of Training Deep Feedforward Neural Networks" (2010), equation 16.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * const weight = initializers.glorotUniform(key(0), spec([2, 4]));
 * assert.ok(weight.toNested().flat().every((value) => Math.abs(value) <= 1));
 * ```
 */
export const glorotUniform: Initializer = spread('glorotUniform', ({ input, output }) => Math.sqrt(6 / (input + output)));

/**
 * Normal with variance `2 / (inputs + outputs)`: keeps variances through linear and tanh layers.
 *
 * Glorot, Bengio, "Understanding the Difficulty of Training Deep Feedforward Neural Networks" (2010), equation 12.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * assert.deepEqual(initializers.glorotNormal(key(0), spec([2, 4])).shape, [2, 4]);
 * ```
 */
export const glorotNormal: Initializer = bell('glorotNormal', ({ input, output }) => Math.sqrt(2 / (input + output)));

/**
 * Uniform between `-sqrt(6 / inputs)` and its opposite: keeps variances through relu layers.
 *
 * He, Zhang, Ren, Sun, "Delving Deep into Rectifiers" (2015), equation 10.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * const weight = initializers.heUniform(key(0), spec([6, 4]));
 * assert.ok(weight.toNested().flat().every((value) => Math.abs(value) <= 1));
 * ```
 */
export const heUniform: Initializer = spread('heUniform', ({ input }) => Math.sqrt(6 / input));

/**
 * Normal with variance `2 / inputs`: keeps variances through relu layers.
 *
 * He, Zhang, Ren, Sun, "Delving Deep into Rectifiers" (2015), equation 10.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * assert.deepEqual(initializers.heNormal(key(0), spec([6, 4])).shape, [6, 4]);
 * ```
 */
export const heNormal: Initializer = bell('heNormal', ({ input }) => Math.sqrt(2 / input));

/**
 * Uniform between `-sqrt(3 / inputs)` and its opposite: variance `1 / inputs`.
 *
 * LeCun, Bottou, Orr, Müller, "Efficient BackProp" (1998), section 4.6.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * const weight = initializers.lecunUniform(key(0), spec([3, 4]));
 * assert.ok(weight.toNested().flat().every((value) => Math.abs(value) <= 1));
 * ```
 */
export const lecunUniform: Initializer = spread('lecunUniform', ({ input }) => Math.sqrt(3 / input));

/**
 * Normal with variance `1 / inputs`, which selu layers want.
 *
 * LeCun, Bottou, Orr, Müller, "Efficient BackProp" (1998), section 4.6.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * assert.deepEqual(initializers.lecunNormal(key(0), spec([3, 4])).shape, [3, 4]);
 * ```
 */
export const lecunNormal: Initializer = bell('lecunNormal', ({ input }) => Math.sqrt(1 / input));

/**
 * Uniform between `-1 / sqrt(inputs)` and its opposite: what PyTorch's `Linear` starts its weight and its bias with.
 *
 * There it is written `kaiming_uniform_(weight, a=sqrt(5))`, which is the same. The default of `dense`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * const bias = initializers.pytorchLinear(key(0), spec([8]), { input: 4, output: 8 });
 * assert.ok(bias.toNested().every((value) => Math.abs(value) <= 0.5));
 * ```
 */
export const pytorchLinear: Initializer = spread('pytorchLinear', ({ input }) => 1 / Math.sqrt(input));

/**
 * One number everywhere.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * assert.deepEqual(initializers.constant(0.1)(key(0), spec([2], 'f64')).toNested(), [0.1, 0.1]);
 * ```
 */
export const constant = (value: number): Initializer => filled('constant', value);

/**
 * Zeros.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * assert.deepEqual(initializers.zeros(key(0), spec([2])).toNested(), [0, 0]);
 * ```
 */
export const zeros: Initializer = filled('zeros', 0);

/**
 * Ones.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * assert.deepEqual(initializers.ones(key(0), spec([2])).toNested(), [1, 1]);
 * ```
 */
export const ones: Initializer = filled('ones', 1);

/**
 * A random orthogonal matrix times `gain`, 1 when left out; all axes before the last count as rows.
 *
 * Columns are orthonormal when there are at least as many rows as columns, otherwise rows are, up to the rounding of the dtype. Each
 * such matrix is equally likely (Haar measure). Throws `ShapeError` for tensors with fewer than two axes. Saxe, McClelland,
 * Ganguli, "Exact Solutions to the Nonlinear Dynamics of Learning in Deep Linear Neural Networks" (2014).
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key, spec } from '@cotangent/core';
 * import { initializers } from '@cotangent/nn';
 *
 * const [[a, b], [c, d]] = initializers.orthogonal()(key(0), spec([2, 2], 'f64')).toNested() as [[number, number], [number, number]];
 * assert.ok(Math.abs(a * b + c * d) < 1e-15);
 * assert.ok(Math.abs(a * a + c * c - 1) < 1e-15);
 * ```
 */
export const orthogonal =
  (gain = 1): Initializer =>
  (key, example) => {
    if (checkTensor('orthogonal', example).rank < 2)
      throw new ShapeError(`orthogonal: needs a matrix, got ${show(example.shape)}`);
    const columns = example.sizes.at(-1) ?? 1;
    const rows = product(example.sizes.slice(0, -1));
    const matrix =
      rows < columns ? P.transpose(orthonormalColumns(key, columns, rows), [1, 0]) : orthonormalColumns(key, rows, columns);
    const scaled = P.convert(P.multiply(matrix, P.fillLike(matrix, gain)), example.dtype);
    return typed(P.reshape(scaled, axesOf(example)));
  };
