import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  dim,
  type AnyDimension,
  type Dimension,
  type DTypeError,
  isTensor,
  refine,
  type ShapeError,
  tensor,
  type Tensor,
  zeros,
} from '../index.ts';

const messageOf = (result: E.Either<Error, unknown>): string =>
  pipe(
    result,
    E.match(
      ({ message }) => message,
      () => 'accepted',
    ),
  );

describe('refine', () => {
  test('gives the type the shape that the sizes have', () => {
    const x = zeros([dim('batch', 2), 3]);
    const literal = refine(x, [2, 3]);
    expectTypeOf(literal).toEqualTypeOf<E.Either<ShapeError, Tensor<[2, 3]>>>();
    expect(
      pipe(
        literal,
        E.map((y) => y.shape),
      ),
    ).toEqual(E.right([2, 3]));
    const named = pipe(tensor([[1, 2, 3]], 'f64'), refine([dim('rows', 1), 3]));
    expectTypeOf(named).toEqualTypeOf<E.Either<ShapeError, Tensor<['rows', 3], 'f64'>>>();
    expect(
      pipe(
        named,
        E.map((y) => y.shape),
      ),
    ).toEqual(E.right(['rows', 3]));
  });

  test('keeps the elements, and is the tensor itself when nothing changes', () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(
      pipe(
        refine(x, [2, 2]),
        E.map((y) => y === x),
      ),
    ).toEqual(E.right(true));
    expect(
      pipe(
        refine(x, [dim('n', 2), 2]),
        E.map((y) => y.toNested()),
      ),
    ).toEqual(
      E.right([
        [1, 2],
        [3, 4],
      ]),
    );
  });

  test('says how a tensor differs', () => {
    const x = zeros([dim('batch', 2), 3]);
    expect(messageOf(refine(x, [2, 4]))).toBe('refine: [batch=2, 3] is not [2, 4]: axis 1 is 3, not 4');
    expect(messageOf(refine(x, [dim('batch', 5), 3]))).toBe('refine: [batch=2, 3] is not [batch=5, 3]: axis 0 is 2, not 5');
    expect(messageOf(refine(x, [2]))).toBe('refine: [batch=2, 3] is not [2]: there are 2 axes, not 1');
    const typed = refine(x, [2, 3], 'f64');
    expectTypeOf(typed).toEqualTypeOf<E.Either<ShapeError | DTypeError, Tensor<[2, 3], 'f64'>>>();
    expect(messageOf(typed)).toBe('refine: the dtype is f32, not f64');
  });

  test('accepts a tensor exactly when its sizes are those of the shape', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 });
    // How many axes there are run time alone knows; the compiler is told of one.
    const tokens = (all: readonly number[], letter: string) =>
      all.map((size, index) => dim(`${letter}${index}`, size)) as readonly AnyDimension[] as readonly [Dimension<'axis'>];
    fc.assert(
      fc.property(sizes, sizes, (from, to) => {
        const result = refine(zeros(tokens(from, 'a')), tokens(to, 'b'));
        expect(E.isRight(result)).toBe(from.join() === to.join());
        if (E.isRight(result)) expect(isTensor(result.right)).toBe(true);
      }),
    );
  });

  test('refuses a shape that holds no sizes', () => {
    // @ts-expect-error a negative number is no size
    expect(() => refine(zeros([2]), [-1])).toThrow('refine: axis 0 is -1, not an integer from 0 to 2^31 - 1');
  });
});
