/**
 * Random calls of activations and of what training needs, as code: most of them nearly right.
 */
import * as fc from 'fast-check';
import { type Dim, modest } from './dims.ts';
import { dtypes, near, rarely, short, tensorOf } from './pieces.ts';

// prettier-ignore
const activations = [
  'elu', 'gelu', 'geluTanh', 'hardSigmoid', 'hardTanh', 'leakyRelu', 'logSigmoid', 'logSoftmax', 'mish', 'relu', 'selu', 'sigmoid', 'silu', 'softmax', 'softplus', 'tanh',
];

const activated = fc
  .record({ name: fc.constantFrom(...activations), shape: short, dtype: dtypes })
  .map(({ name, shape, dtype }) => `N.${name}(${tensorOf(shape, dtype)})`);

const updated = fc
  .record({ a: short, b: short, dtype: rarely(fc.constant('f32'), fc.constantFrom('f64', 'i32')) })
  .chain(({ a, b, dtype }) =>
    fc
      .record({ first: near(a), second: near(b), other: rarely(fc.constant(dtype), dtypes) })
      .map(
        ({ first, second, other }) =>
          `R.applyUpdates({ a: ${tensorOf(a, dtype)}, b: [${tensorOf(b)}] }, { a: ${tensorOf(first, other)}, b: [${tensorOf(second)}] })`,
      ),
  );

const divided = fc
  .record({
    rows: fc.constantFrom<Dim>(4, 6, 12, 'n', '2*n'),
    x: short,
    y: short,
    other: modest,
    test: fc.constantFrom(0.25, 0.25, 0.5, 0.5, 0.1, 0, 1, 4, -1),
  })
  .chain(({ rows, x, y, other, test }) =>
    rarely(fc.constant(rows), fc.constant(other)).map(
      (second) => `R.trainTestSplit({ x: ${tensorOf([rows, ...x])}, y: ${tensorOf([second, ...y], 'i32')} }, { test: ${test} })`,
    ),
  );

/** Calls of activations, of `applyUpdates` and of `trainTestSplit`. */
export const training: fc.Arbitrary<string> = fc.oneof(activated, updated, divided);
