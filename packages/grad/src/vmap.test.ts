import {
  add,
  dim,
  less,
  multiply,
  scalar,
  ShapeError,
  sin,
  sum,
  tensor,
  type Tensor,
  TraceError,
  TreeError,
  zeros,
} from '@cotangent/core';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { grad } from './grad.ts';
import { vmap } from './vmap.ts';

const rows = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const total = (x: Tensor<[3]>): Tensor<[]> => sum(x);

describe('vmap', () => {
  test('adds a leading axis, a size or a name', () => {
    const totals = vmap(total);
    const sized = totals(rows);
    expectTypeOf(sized).toEqualTypeOf<Tensor<[2]>>();
    expect(sized.toNested()).toEqual([6, 15]);
    const named = totals(zeros([dim('batch', 4), 3]));
    expectTypeOf(named).toEqualTypeOf<Tensor<['batch']>>();
    expect(named.shape).toEqual(['batch']);
  });

  test('over trees of arguments and results', () => {
    const f = (p: { readonly w: Tensor<[3]>; readonly b: Tensor<[]> }, x: Tensor<[3]>) => ({
      y: add(sum(multiply(p.w, x)), p.b),
      pair: [x, p.b] as const,
    });
    const { y, pair } = vmap(f)({ w: rows, b: tensor([10, 20]) }, rows);
    expectTypeOf(y).toEqualTypeOf<Tensor<[2]>>();
    expectTypeOf(pair).toEqualTypeOf<readonly [Tensor<[2, 3]>, Tensor<[2]>]>();
    expect(y.toNested()).toEqual([24, 97]);
    expect(pair.map((x) => x.toNested())).toEqual([rows.toNested(), [10, 20]]);
  });

  test('with axes for each argument and each result', () => {
    const f = (x: Tensor<[3]>, y: Tensor<[]>) => [multiply(x, y), multiply(y, y)] as const;
    const columns = tensor([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    const [scaled, squares] = vmap(f, { in: [1, null], out: [-1, null] })(columns, scalar(2));
    expectTypeOf(scaled).toEqualTypeOf<Tensor<[3, 2]>>();
    expectTypeOf(squares).toEqualTypeOf<Tensor<[]>>();
    expect(scaled.toNested()).toEqual([
      [2, 8],
      [4, 10],
      [6, 12],
    ]);
    expect(squares.item()).toBe(4);
    const one = vmap(f, { in: [-1, null], out: 0 })(columns, scalar(2));
    expectTypeOf(one).toEqualTypeOf<readonly [Tensor<[2, 3]>, Tensor<[2]>]>();
    expect(one.map((x) => x.toNested())).toEqual([
      [
        [2, 4, 6],
        [8, 10, 12],
      ],
      [4, 4],
    ]);
  });

  test('with axes that follow a tree', () => {
    const f = (p: { readonly w: Tensor<[3]>; readonly b: readonly [Tensor<[]>, Tensor<[2]>] }) => ({
      x: multiply(p.w, p.b[0]),
      y: p.b[1],
    });
    const result = vmap(f, { in: [{ w: 1, b: [0, null] }], out: { x: 1, y: null } })({
      w: tensor([
        [1, 4],
        [2, 5],
        [3, 6],
      ]),
      b: [tensor([1, 10]), tensor([7, 8])],
    });
    expectTypeOf(result).toEqualTypeOf<{ x: Tensor<[3, 2]>; y: Tensor<[2]> }>();
    expect(result.x.toNested()).toEqual([
      [1, 40],
      [2, 50],
      [3, 60],
    ]);
    expect(result.y.toNested()).toEqual([7, 8]);
  });

  test('of a batched function', () => {
    const f = (x: Tensor<[]>, y: Tensor<[]>): Tensor<[]> => multiply(x, y);
    const outer = vmap(vmap(f, { in: [null, 0] })<3>, { in: [0, null] })(tensor([1, 2]), tensor([3, 4, 5]));
    expectTypeOf(outer).toEqualTypeOf<Tensor<[2, 3]>>();
    expect(outer.toNested()).toEqual([
      [3, 4, 5],
      [6, 8, 10],
    ]);
  });

  test('of a gradient gives gradients of examples; a gradient of a batch their sum', () => {
    const loss = (w: Tensor<[3]>, x: Tensor<[3]>): Tensor<[]> => sin(sum(multiply(w, x)));
    const w = tensor([0.1, 0.2, 0.3]);
    const each = vmap(grad(loss), { in: [null, 0] })(w, rows);
    expectTypeOf(each).toEqualTypeOf<Tensor<[2, 3]>>();
    const all = grad((v: Tensor<[3]>) => sum(vmap(loss, { in: [null, 0] })(v, rows)))(w);
    expect(sum(each, 0).toNested()).toEqual(all.toNested().map((x): unknown => expect.closeTo(x, 5)));
  });

  test('runs the function once, and what does not depend on the batch once', () => {
    let calls = 0;
    const result = vmap(
      (x: Tensor<[]>, y: Tensor<[2]>) => {
        calls += 1;
        return [multiply(x, x), sin(y)] as const;
      },
      { in: [0, null], out: [0, null] },
    )(tensor([1, 2, 3]), zeros([2]));
    expect(calls).toBe(1);
    expect(result[1].shape).toEqual([2]);
  });

  test('of a result that does not depend on the batch repeats it', () => {
    expect(vmap((x: Tensor<[]>) => [x, scalar(7)] as const)(tensor([1, 2]))[1].toNested()).toEqual([7, 7]);
  });
});

describe('vmap refuses', () => {
  /** Without its types. */
  const loosely = vmap as unknown as (f: unknown, options?: unknown) => (...args: readonly unknown[]) => unknown;
  const loose = loosely(total);

  test('other types of arguments', () => {
    // @ts-expect-error the rows have four elements
    expect(() => vmap(total)(zeros([2, 4])).toNested()).not.toThrow(TypeError);
    // @ts-expect-error the argument has no batch axis
    expect(() => vmap(total)(scalar(1))).toThrow(/arguments\[0\] has no axis 0: its rank is 0/);
  });

  test('batch axes of different sizes or names', () => {
    const two = vmap((x: Tensor<[]>, y: Tensor<[]>) => multiply(x, y)) as unknown as (...args: readonly unknown[]) => unknown;
    expect(() => two(zeros([2]), zeros([3]))).toThrow(
      new ShapeError('vmap: batch axes differ, 2 in arguments[0] and 3 in arguments[1]'),
    );
    expect(() => two(zeros([dim('a', 2)]), zeros([dim('b', 2)]))).toThrow(
      new ShapeError('vmap: batch axes differ, a in arguments[0] and b in arguments[1]'),
    );
    expect(() => two(zeros([dim('a', 2)]), zeros([dim('a', 3)]))).toThrow(
      /^vmap: batch axes differ, a=2 in arguments\[0\] and a=3 in arguments\[1\]: two sizes of 'a', 2 \(from .*\) and 3 \(from .*\): one name stands for one size$/,
    );
    const pair = vmap((p: { readonly x: Tensor<[]>; readonly y: Tensor<[]> }) => multiply(p.x, p.y)) as unknown as (
      p: unknown,
    ) => unknown;
    expect(() => pair({ y: zeros([2]), x: zeros([3]) })).toThrow(
      new ShapeError('vmap: batch axes differ, 3 in arguments[0].x and 2 in arguments[0].y'),
    );
  });

  test('a batch axis with a name beside a number of the same size', () => {
    const two = vmap((x: Tensor<[]>, y: Tensor<[]>) => multiply(x, y)) as unknown as (...args: readonly unknown[]) => unknown;
    expect(() => two(zeros([2]), zeros([dim('a', 2)]))).toThrow(
      new ShapeError(
        'vmap: batch axes differ, 2 in arguments[0] and a in arguments[1]: where all examples share arguments[0], write { in: [null, 0] }',
      ),
    );
    expect(() => two(zeros([dim('a', 2)]), zeros([2]))).toThrow(
      new ShapeError(
        'vmap: batch axes differ, a in arguments[0] and 2 in arguments[1]: where all examples share arguments[1], write { in: [0, null] }',
      ),
    );
  });

  test('no batch axis, axes that do not exist, and axes that do not fit the tree', () => {
    // @ts-expect-error the same message as the run's
    expect(() => vmap(total, { in: null })(tensor([1, 2, 3]))).toThrow(/no argument has a batch axis/);
    expect(() => loose(scalar(1))).toThrow(/has no axis 0/);
    const at = (axes: unknown): unknown => loosely(total, { in: axes })(rows);
    expect(() => at(2)).toThrow(/arguments\[0\] has no axis 2: its rank is 2/);
    expect(() => at(-3)).toThrow(/has no axis -3/);
    expect(() => at(0.5)).toThrow(/has no axis 0.5/);
    expect(() => at([0, 0])).toThrow(
      new TreeError('vmap: arguments needs a list of 1 batch axes: a number or null for each, [0]'),
    );
    expect(() => at([[0]])).toThrow(/arguments\[0\] needs a batch axis: a number, or null/);
    expect(() => at({})).toThrow(/arguments needs a list of 1 batch axes/);
    expect(() => at([undefined])).toThrow(
      new TreeError('vmap: option in is neither a batch axis, a number or null, nor a list or record of these'),
    );
    const record = (axes: unknown): unknown => loosely((p: { readonly a: Tensor<[]> }) => p.a, { in: [axes] })({ a: zeros([2]) });
    expect(() => record([0])).toThrow(/arguments\[0\] is a record and needs a record of batch axes/);
    expect(() => record({})).toThrow(/arguments\[0\].a needs a batch axis: a number, or null/);
    expect(() => record({ a: 0, b: 0 })).toThrow(
      new TreeError("vmap: arguments[0] has no field 'b', and the batch axes have one"),
    );
  });

  test('an out axis of null for what varies', () => {
    expect(() => vmap(total, { out: null })(rows)).toThrow(
      new ShapeError('vmap: result varies over the batch, so its batch axis cannot be null'),
    );
    // @ts-expect-error the same message as the run's
    expect(() => vmap(total, { out: 1 })(rows)).toThrow('vmap: result has no axis 1: its rank is 1');
  });

  test('reading a value, and conditions of JavaScript', () => {
    expect(() => vmap((x: Tensor<[]>) => scalar(x.item()))(tensor([1, 2]))).toThrow(/vmap/);
    const branching = (x: Tensor<[]>): Tensor<[]> => {
      const small = Boolean(less(x, 1));
      return small ? x : sin(x);
    };
    expect(() => vmap(branching)(tensor([1, 2]))).toThrow(TraceError);
  });
});
