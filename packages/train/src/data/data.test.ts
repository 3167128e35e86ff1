import { add, dim, foldIn, key, tensor, type Tensor, uniform, zeros } from '@cotangent/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batches } from './batches.ts';
import { epochs, repeat } from './epochs.ts';
import { trainTestSplit } from './trainTestSplit.ts';

/** Data in which every row knows its number, in each tensor and dtype. */
const rows = (count: number) => {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const make = (width: number, dtype: 'f32' | 'i32') =>
    tensor(numbers.map((row) => Array.from({ length: width }, (_, column) => row * width + column)) as never, dtype as 'f32');
  return {
    x: make(3, 'f32') as unknown as Tensor<['n', 3]>,
    labels: [tensor(numbers as never, 'i32') as unknown as Tensor<['n'], 'i32'>] as const,
  };
};

const counts = fc.integer({ min: 1, max: 40 });
const seeds = fc.nat(1000);

describe('batches', () => {
  it('hold every example once, each with its own label, in full batches and one that is smaller', () => {
    fc.assert(
      fc.property(counts, counts, fc.option(seeds, { nil: undefined }), (count, size, seed) => {
        const all = batches(rows(count), dim('batch', size), seed === undefined ? {} : { key: key(seed) });
        const found = [...all];
        expect(found.length).toBe(all.length);
        expect(found.map(({ x }) => x.sizes[0])).toEqual(found.map((_, index) => Math.min(size, count - index * size)));
        const labels = found.flatMap(({ labels: [y] }) => [...y.toArray()]);
        expect(labels.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
        if (seed === undefined) expect(labels).toEqual(labels.toSorted((a, b) => a - b));
        const xs = found.flatMap(({ x }) => x.toNested().map((row) => [...row]));
        expect(xs).toEqual(labels.map((label) => [3 * label, 3 * label + 1, 3 * label + 2]));
      }),
    );
  });

  it('are the same each time they are asked for, and for the same key; others for another key', () => {
    const order = (seed: number) => {
      const all = batches(rows(50), 10, { key: key(seed) });
      const once = [...all].flatMap(({ labels: [y] }) => [...y.toArray()]);
      expect([...all].flatMap(({ labels: [y] }) => [...y.toArray()])).toEqual(once);
      return once;
    };
    expect(order(1)).toEqual(order(1));
    expect(order(1)).not.toEqual(order(2));
  });

  it('leave the last out when asked', () => {
    const all = batches(rows(10), 4, { dropLast: true });
    expect([all.length, [...all].map(({ x }) => x.shape)]).toEqual([
      2,
      [
        [4, 3],
        [4, 3],
      ],
    ]);
    expect(batches(rows(3), 4, { dropLast: true }).length).toBe(0);
  });

  it('have the size in their type', () => {
    const [literal] = batches(
      {
        x: tensor([
          [1, 2],
          [3, 4],
        ]),
        y: tensor([0, 1], 'i32'),
      },
      2,
    );
    const x: Tensor<[2, 2]> | undefined = literal?.x;
    const y: Tensor<[2], 'i32'> | undefined = literal?.y;
    const [named] = batches(
      tensor([
        [1, 2],
        [3, 4],
      ]),
      dim('batch', 2),
    );
    const z: Tensor<['batch', 2]> | undefined = named;
    expect([x?.shape, y?.shape, z?.shape]).toEqual([[2, 2], [2], ['batch', 2]]);
    const size: number = 2;
    // @ts-expect-error a plain number is no size: the type of the batches could not say how long they are
    expect(batches(tensor([1, 2]), size).length).toBe(1);
  });

  it('refuse sizes that do not fit and data that do not belong together', () => {
    expect(() => batches(rows(10), 4)).toThrow(
      "batches: 10 examples do not divide into batches of 4: leave the last out with dropLast: true, or name the axis, dim('batch', 4), for a last batch of 2",
    );
    // @ts-expect-error the same message as the run's
    expect(() => batches(rows(10), 0)).toThrow('batches: the size 0 is no whole number of at least 1');
    // @ts-expect-error the same message as the run's
    expect(() => batches({ x: tensor([[1], [2]]), y: tensor([1, 2, 3]) }, 1)).toThrow(
      'batches: leading axes differ, data.x is [2, 1] and data.y is [3]: 2 vs 3',
    );
    // @ts-expect-error the same message as the run's
    expect(() => batches({ y: zeros([dim('batch', 2)]), x: zeros([2, 4]) }, 1)).toThrow(
      'batches: leading axes differ, data.x is [2, 4] and data.y is [batch]: 2 vs batch',
    );
    // @ts-expect-error the same message as the run's
    expect(() => batches({ x: tensor(1) }, 1)).toThrow('batches: data.x is f32[], which has no leading axis');
    // @ts-expect-error the same message as the run's
    expect(() => batches({ x: tensor([1]), y: tensor(1) }, 1)).toThrow('batches: data.y is f32[], which has no leading axis');
  });
});

describe('epochs and repeat', () => {
  it('know how many batches there are, and give them', () => {
    const make = (epoch: number) => batches(rows(6), 2, { key: foldIn(key(0), epoch) });
    const all = epochs(3, make);
    expect([all.length, [...all].length, [...all].length]).toEqual([9, 9, 9]);
    const label = ({ labels: [y] }: ReturnType<typeof make> extends Iterable<infer B> ? B : never) => [...y.toArray()];
    expect([...all].map(label)).toEqual([0, 1, 2].flatMap((epoch) => [...make(epoch)].map(label)));
    expect([repeat(3, 'x').length, [...repeat(3, 'x')]]).toEqual([3, ['x', 'x', 'x']]);
  });

  it('refuse what is no number of times', () => {
    const [none, part]: readonly [number, number] = [0, 1.5];
    expect(() => repeat(none, 'x')).toThrow('repeat: number is 0, expected a whole number of at least 1');
    expect(() => epochs(part, () => repeat(1, 'x'))).toThrow('epochs: number is 1.5, expected a whole number of at least 1');
  });
});

describe('trainTestSplit', () => {
  it('divides the examples without loss, and names the parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 63 }), seeds, (count, share64, seed) => {
        const share = share64 / 64;
        const tested = Math.round(count * share);
        fc.pre(tested > 0 && tested < count);
        const [train, test] = trainTestSplit(rows(count), { test: share, key: key(seed) });
        expect([train.x.shape, train.x.sizes, test.x.shape, test.x.sizes]).toEqual([
          ['train', 3],
          [count - tested, 3],
          ['test', 3],
          [tested, 3],
        ]);
        const labels = [...train.labels[0].toArray(), ...test.labels[0].toArray()];
        expect(labels.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
      }),
    );
  });

  it('keeps the order without a key', () => {
    const [train, test] = trainTestSplit(tensor([1, 2, 3, 4, 5]), { test: 0.4 });
    expect([train.toNested(), test.toNested()]).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it('refuses shares that leave a part empty', () => {
    for (const test of [0, 1, -1, Number.NaN])
      expect(() => trainTestSplit(rows(5), { test })).toThrow(
        `trainTestSplit: test is ${test}, expected a number between 0 and 1`,
      );
    expect(() => trainTestSplit(rows(5), { test: 0.01 })).toThrow('trainTestSplit: 0.01 of 5 examples leaves none to test on');
    expect(() => trainTestSplit(rows(5), { test: 0.99 })).toThrow('trainTestSplit: 0.99 of 5 examples leaves none to train on');
  });

  it('calls the parts what it is told to, and refuses one name for both', () => {
    const [a, b] = trainTestSplit(tensor([1, 2, 3]), { test: 0.4, names: ['letters', 'newLetters'] });
    const typed: readonly [Tensor<['letters']>, Tensor<['newLetters']>] = [a, b];
    expect(typed.map(({ shape, sizes }) => [shape, sizes])).toEqual([
      [['letters'], [2]],
      [['newLetters'], [1]],
    ]);
    // @ts-expect-error the same message as the run's
    expect(() => trainTestSplit(tensor([1, 2]), { test: 0.5, names: ['a', 'a'] })).toThrow(
      "trainTestSplit: both parts are named 'a': two sizes need two names",
    );
    // @ts-expect-error one name where there are two parts
    expect(() => trainTestSplit(tensor([1, 2]), { test: 0.5, names: ['a'] })).toThrow(
      `trainTestSplit: names is an array of 1, expected two names, such as ['train', 'test']`,
    );
  });

  it('is where its parts come from, when two sizes of one name meet', () => {
    const parts = (count: number) => trainTestSplit(zeros([dim('n', count)]), { test: 0.5 });
    const [one, two] = [parts(4), parts(6)];
    const batchesOf = (count: number) => [...batches(zeros([dim('n', count)]), dim('batch', 4))];
    const [three, four] = [batchesOf(3), batchesOf(2)];
    const from = (name: string, a: number, b: number) =>
      new RegExp(
        `^add: .*two sizes of '${name}', ${a} \\(from \\S*data\\.test\\.ts:\\d+:\\d+\\) and ${b} \\(from \\S*data\\.test\\.ts:`,
      );
    expect(() => add(one[0], two[0])).toThrow(from('train', 2, 3));
    expect(() => add(one[1], two[1])).toThrow(from('test', 2, 3));
    expect(() => three.flatMap((x) => four.map((y) => add(x, y)))).toThrow(from('batch', 3, 2));
  });

  it('and batches, called without their options, say what is missing', () => {
    const untyped = (f: unknown) => f as (...args: readonly unknown[]) => unknown;
    expect(() => untyped(trainTestSplit)(tensor([1, 2]))).toThrow(
      'trainTestSplit: test is missing, expected a number between 0 and 1',
    );
    expect(() => untyped(batches)(tensor([1, 2]))).toThrow('batches: the size is nothing, not an integer from 0 to 2^31 - 1');
  });

  it('and batches name an option that does not exist', () => {
    const untyped = (f: unknown) => f as (...args: readonly unknown[]) => unknown;
    const data = tensor([1, 2]);
    expect(() => untyped(batches)(data, 2, { size: 2 })).toThrow('batches: size is 2, expected one of the options key, dropLast');
    expect(() => untyped(trainTestSplit)(data, { test: 0.5, seed: 1 })).toThrow(
      'trainTestSplit: seed is 1, expected one of the options test, key, names',
    );
  });

  it('goes on into batches', () => {
    const [train] = trainTestSplit({ x: uniform(key(0), [10, 2]) }, { test: 0.2 });
    const [first] = batches(train, dim('batch', 4));
    expect(first?.x.shape).toEqual(['batch', 2]);
  });
});
