import { key, type Key, normal, ones, sum, type Tensor } from '@cotangent/core';
import { grad } from '@cotangent/grad';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, test } from 'vitest';
import { dropout, evaluation, input, type Layer, named, repeat, sequential, train } from './index.ts';

describe('dropout', () => {
  const layer = pipe(input(4000), dropout(0.25));
  const drop = (k: Key) =>
    layer
      .apply(
        {},
        {},
        train(k),
      )(ones([4000]))[0]
      .toNested();

  test('drops its share and scales what is left, so that the mean stays', () => {
    const kept = drop(key(0)).filter((value) => value !== 0);
    expect(new Set(kept)).toEqual(new Set([Math.fround(4 / 3)]));
    expect(Math.abs(kept.length - 3000)).toBeLessThan(5 * Math.sqrt(4000 * 0.25 * 0.75));
  });

  test('is the same for the same key, and another for another', () => {
    expect(drop(key(0))).toEqual(drop(key(0)));
    expect(drop(key(0))).not.toEqual(drop(key(1)));
  });

  test('does nothing in evaluation, or at rate 0', () => {
    const x = normal(key(0), [3, 4000]);
    expect(layer.apply({}, {}, evaluation)(x)[0]).toBe(x);
    expect(pipe(input(4000), dropout(0)).apply({}, {}, train(key(0)))(x)[0]).toBe(x);
  });

  const masks = <P, S>(model: Layer<P, S, [4096], [4096]>, k = key(0)): readonly number[] => {
    const { params, state } = model.init(key(1));
    return model
      .apply(
        params,
        state,
        train(k),
      )(ones([4096]))[0]
      .toNested();
  };

  test('two never drop alike, wherever they stand', () => {
    const twice = masks(pipe(input(4096), dropout(0.5), dropout(0.5)));
    // Alike, they would leave half of the elements; apart, they leave a quarter.
    expect(new Set(twice)).toEqual(new Set([0, 4]));
    expect(Math.abs(twice.filter((value) => value !== 0).length - 1024)).toBeLessThan(5 * Math.sqrt(4096 * 0.25 * 0.75));
    for (const other of [
      sequential(input(4096), dropout(0.5), dropout(0.5)),
      sequential(sequential(input(4096), dropout(0.5)), sequential(input(4096), dropout(0.5))),
      pipe(input(4096), named('a', pipe(input(4096), dropout(0.5))), named('b', pipe(input(4096), dropout(0.5)))),
      repeat(2, pipe(input(4096), dropout(0.5))),
    ] as readonly Layer<unknown, unknown, [4096], [4096]>[]) {
      const kept = masks(other).filter((value) => value !== 0).length;
      expect(Math.abs(kept - 1024)).toBeLessThan(5 * Math.sqrt(4096 * 0.25 * 0.75));
    }
  });

  test('drops apart in each example and under each leading axis', () => {
    const rows = pipe(input(4096), dropout(0.5))
      .apply(
        {},
        {},
        train(key(0)),
      )(ones([2, 4096]))[0]
      .toNested();
    expect(rows[0]).not.toEqual(rows[1]);
  });

  test('lets the derivative of what it keeps pass', () => {
    const small = pipe(input(8), dropout(0.5)).apply({}, {}, train(key(0)));
    const slope = grad((x: Tensor<[8]>) => sum(small(x)[0]))(ones([8]));
    expect(slope.toNested()).toEqual(small(ones([8]))[0].toNested());
  });

  test.each([-0.1, 1, Number.NaN])('refuses the rate %d', (rate) => {
    expect(() => dropout(rate)).toThrow(`dropout: the rate is ${rate}, which is not from 0 to below 1`);
  });
});
