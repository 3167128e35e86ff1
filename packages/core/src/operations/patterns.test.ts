import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dim, rearrange, reduce, repeat, spec, tensor, trace, zeros, type Tensor } from '../index.ts';
import * as P from '../primitives/builders.ts';
import type { ReductionKind } from '../shape/rearranging.ts';
import type { AnyTensor } from '../tensor.ts';
import * as untyped from './untyped/rearranging.ts';

const x = tensor([
  [1, 2, 3, 4],
  [5, 6, 7, 8],
]);

describe('rearrange', () => {
  test('moves, splits and merges axes', () => {
    expect(rearrange(x, 'h w -> w h').toNested()).toEqual([
      [1, 5],
      [2, 6],
      [3, 7],
      [4, 8],
    ]);
    expect(rearrange(x, 'h (a b) -> a h b', { b: 2 }).toNested()).toEqual([
      [
        [1, 2],
        [5, 6],
      ],
      [
        [3, 4],
        [7, 8],
      ],
    ]);
    expect(rearrange(x, 'h w -> (w h)').toNested()).toEqual([1, 5, 2, 6, 3, 7, 4, 8]);
    expect(rearrange(x, 'h w -> 1 h () w').shape).toEqual([1, 2, 1, 4]);
    expect(rearrange(x, '... w -> w ...').shape).toEqual([4, 2]);
    expect(rearrange(x, 'h (w 1) -> (1 w) h').shape).toEqual([4, 2]);
    expect(rearrange(x, ' h( a  b)->h a(b) ', { a: 2 }).shape).toEqual([2, 2, 2]);
  });

  test('keeps names, and takes tokens for sizes', () => {
    const y = zeros([dim('batch', 5), 12]);
    expect(rearrange(y, 'b (h d) -> b h d', { h: 3 }).shape).toEqual(['batch', 3, 4]);
    expect(rearrange(y, 'b c -> (b c)').shape).toEqual(['12*batch']);
    const z = zeros([rearrange(y, 'b c -> (b c)').dim(0)]);
    const split = rearrange(z, '(b c) -> c b', { c: 12 });
    expect([split.shape, split.sizes]).toEqual([
      [12, 'batch'],
      [12, 5],
    ]);
    expect(rearrange(z, '(c b) -> c b', { b: y.dim(0) }).shape).toEqual([12, 'batch']);
  });

  test('waits for its tensor', () => {
    expect(rearrange('h w -> (h w)')(x).shape).toEqual([8]);
    expect(rearrange('h (a b) -> a h b', { a: 2 })(x).shape).toEqual([2, 2, 2]);
  });

  test('tells the sizes of one name apart', () => {
    const y = zeros([dim('batch', 5), 12]);
    expect(() => rearrange(y, 'b c -> c b', { b: dim('batch', 4) })).toThrow(
      "rearrange: 'b c -> c b': axis 0 of [batch, 12] is batch=5, not b=batch=4",
    );
  });

  test('divides by nothing', () => {
    const empty = zeros([0, 2]);
    // @ts-expect-error any size times 0 is 0
    expect(() => rearrange(empty, '(a b) c -> a b c', { a: 0 })).toThrow('axis 0 of [0, 2] is 0, which a=0 does not divide');
    expect(rearrange(empty, '(a b) c -> a b c', { a: 3 }).shape).toEqual([3, 0, 2]);
  });
});

describe('reduce', () => {
  test('reduces the axes that the right lacks', () => {
    expect(reduce(x, 'h w -> w', 'sum').toNested()).toEqual([6, 8, 10, 12]);
    expect(reduce(x, 'h (w 2) -> w h', 'max').toNested()).toEqual([
      [2, 6],
      [4, 8],
    ]);
    expect(reduce(x, '... ->', 'mean').item()).toBe(4.5);
    expect(reduce(x, 'h (a b) -> a', 'min', { a: 2 }).toNested()).toEqual([1, 3]);
    expect(reduce(x, 'h w -> h 1', 'prod').toNested()).toEqual([[24], [1680]]);
    expect(reduce('h w -> h', 'sum')(x).toNested()).toEqual([10, 26]);
    expect(reduce('h (a b) -> a', 'sum', { a: 2 })(x).toNested()).toEqual([14, 22]);
  });

  test('of booleans is any or all', () => {
    const y = tensor([
      [true, false],
      [true, true],
    ]);
    expect(reduce(y, 'a b -> a', 'any').toNested()).toEqual([true, true]);
    expect(reduce(y, 'a b -> a', 'all').toNested()).toEqual([false, true]);
  });

  test('refuses what is no reduction', () => {
    // @ts-expect-error an average is a mean
    expect(() => reduce(x, 'h w -> h', 'average')).toThrow(
      "reduce: the kind is 'average', not one of sum, mean, max, min, prod, any, all",
    );
    // @ts-expect-error an average is a mean
    expect(() => reduce('h w -> h', 'average')).toThrow("reduce: the kind is 'average', not one of");
  });
});

describe('repeat', () => {
  test('repeats the axes that the left lacks', () => {
    expect(repeat(x, 'h w -> h (w r)', { r: 2 }).toNested()).toEqual([
      [1, 1, 2, 2, 3, 3, 4, 4],
      [5, 5, 6, 6, 7, 7, 8, 8],
    ]);
    expect(repeat(tensor([1, 2]), 'w -> (2 w)').toNested()).toEqual([1, 2, 1, 2]);
    expect(repeat(tensor([1, 2]), 'w -> n w', { n: dim('n', 3) }).shape).toEqual(['n', 2]);
    expect(repeat('w -> w 2')(tensor([1, 2])).toNested()).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(repeat('w -> (w r)', { r: 2 })(tensor([1, 2])).toNested()).toEqual([1, 1, 2, 2]);
  });

  test('by a count is by a pattern', () => {
    expect(repeat(x, 3, 1).toNested()).toEqual(repeat(x, 'h w -> h (w 3)').toNested());
  });
});

/** An axis that a word stands for. */
interface Atom {
  readonly name: string;
  readonly size: number;
}

/** Atoms that stand for one axis, or for those under an ellipsis. */
type Group = readonly Atom[];

/** One side of a pattern: its axes, and its text. */
interface Side {
  readonly groups: readonly Group[];
  readonly text: string;
}

const sizes = fc.integer({ min: 1, max: 3 });
const product = (numbers: readonly number[]): number => numbers.reduce((found, size) => found * size, 1);
const sizesOf = ({ groups }: Side): readonly number[] => groups.map((group) => product(group.map(({ size }) => size)));

const isUnder = ({ name }: Atom): boolean => name.startsWith('.');

const textOfGroup = (group: Group, inParentheses: boolean): string => {
  const words = group.flatMap((atom, index) =>
    isUnder(atom) ? (group.findIndex(isUnder) === index ? ['...'] : []) : [atom.name],
  );
  const text = words.join(' ');
  return words.length === 1 && !inParentheses ? text : words.length === 0 && !inParentheses ? '1' : `(${text})`;
};

/**
 * A side with atoms in the given order, cut into groups at random; those under the ellipsis, which stay together, are axes of their own
 * unless it stands in a group.
 */
const sides = (atoms: readonly Atom[], mayGroupEllipsis: boolean): fc.Arbitrary<Side> => {
  const under = atoms.filter(isUnder);
  const items = atoms.filter((atom) => !isUnder(atom) || atom === under[0]);
  const choice = { cut: fc.boolean(), unit: fc.nat(5), parentheses: fc.boolean() };
  return fc.array(fc.record(choice), { minLength: items.length + 1, maxLength: items.length + 1 }).map((choices) => {
    const groups: Group[] = [];
    const texts: string[] = [];
    let open: readonly Atom[] = [];
    const close = (parentheses: boolean): void => {
      if (open.length === 0) return;
      if (open.every(isUnder) && !(parentheses && mayGroupEllipsis)) {
        groups.push(...open.map((atom) => [atom]));
        texts.push('...');
      } else {
        groups.push(open);
        texts.push(textOfGroup(open, parentheses));
      }
      open = [];
    };
    items.forEach((atom, index) => {
      const { cut, unit, parentheses } = choices[index] ?? { cut: true, unit: 1, parentheses: false };
      const apart = !mayGroupEllipsis && (isUnder(atom) || open.some(isUnder));
      if (cut || apart) close(parentheses);
      if (unit === 0 && open.length === 0) {
        groups.push([]);
        texts.push(parentheses ? '()' : '1');
      }
      open = [...open, ...(isUnder(atom) ? under : [atom])];
    });
    close(choices.at(-1)?.parentheses ?? false);
    return { groups, text: texts.join(' ') };
  });
};

/** Some axes by name, and up to two under an ellipsis. */
const atomsOf: fc.Arbitrary<readonly Atom[]> = fc
  .tuple(fc.array(sizes, { maxLength: 4 }), fc.option(fc.array(sizes, { minLength: 1, maxLength: 2 })))
  .map(([named, under]) => [
    ...named.map((size, index) => ({ name: 'abcd'[index] ?? '', size })),
    ...(under ?? []).map((size, index) => ({ name: `...${index}`, size })),
  ]);

/** The atoms in another order, those under the ellipsis still together. */
const shuffled = (atoms: readonly Atom[]): fc.Arbitrary<readonly Atom[]> => {
  const under = atoms.filter(isUnder);
  const items = atoms.filter((atom) => !isUnder(atom) || atom === under[0]);
  return fc
    .shuffledSubarray([...items], { minLength: items.length })
    .map((order) => order.flatMap((atom) => (isUnder(atom) ? under : [atom])));
};

/** The sizes that have to be given: of all in a group of the left but one, and of all that are new on the right. */
const given = (left: Side, added: readonly Atom[], spared: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...left.groups.flatMap((group) => group.filter((_, index) => index !== spared % group.length)), ...added]
      .filter((atom) => !isUnder(atom))
      .map(({ name, size }) => [name, size]),
  );

/** Every way to give each of the atoms an index. */
const everyIndex = (atoms: readonly Atom[]): readonly ReadonlyMap<string, number>[] =>
  atoms.reduce<readonly ReadonlyMap<string, number>[]>(
    (found, { name, size }) =>
      found.flatMap((index) => Array.from({ length: size }, (_, next) => new Map([...index, [name, next]]))),
    [new Map()],
  );

const offset = ({ groups }: Side, index: ReadonlyMap<string, number>): number =>
  groups.flat().reduce((found, { name, size }) => found * size + (index.get(name) ?? 0), 0);

/** The elements that each element of the result is made of, by index arithmetic. */
const naive = (left: Side, right: Side, values: ArrayLike<number>): readonly (readonly number[])[] => {
  const atoms = new Map([...left.groups.flat(), ...right.groups.flat()].map((atom) => [atom.name, atom] as const));
  const result: number[][] = Array.from({ length: product(sizesOf(right)) }, () => []);
  for (const index of everyIndex([...atoms.values()]))
    result[offset(right, index)]?.push(values[offset(left, index)] ?? Number.NaN);
  return result;
};

const counting = (shape: readonly number[]): AnyTensor =>
  P.constant(
    Float64Array.from({ length: product(shape) }, (_, index) => ((index * 7) % 11) - 4),
    shape,
    'f64',
  );

const numbers = (result: AnyTensor): readonly number[] => [...(result.toArray() as Float64Array)];

describe('agrees with index arithmetic', () => {
  const rearrangements = atomsOf.chain((atoms) =>
    fc.record({ left: sides(atoms, false), right: shuffled(atoms).chain((order) => sides(order, true)), spared: fc.nat(3) }),
  );

  test('in every rearrangement', () => {
    fc.assert(
      fc.property(rearrangements, ({ left, right, spared }) => {
        const before = counting(sizesOf(left));
        const after = untyped.rearrange(before, `${left.text} -> ${right.text}`, given(left, [], spared));
        expect(after.sizes).toEqual(sizesOf(right));
        expect(numbers(after)).toEqual(naive(left, right, before.toArray() as Float64Array).map(([value]) => value));
      }),
      { numRuns: 500 },
    );
  });

  test('and a rearrangement by the pattern turned around is its inverse', () => {
    const turnable = rearrangements.filter(({ right }) => !/\([^)]*\.\.\./.test(right.text));
    fc.assert(
      fc.property(turnable, ({ left, right, spared }) => {
        const before = counting(sizesOf(left));
        const after = untyped.rearrange(before, `${left.text} -> ${right.text}`, given(left, [], spared));
        const back = untyped.rearrange(after, `${right.text} -> ${left.text}`, given(right, [], spared));
        expect([back.sizes, numbers(back)]).toEqual([before.sizes, numbers(before)]);
      }),
    );
  });

  const combine: Readonly<Record<Exclude<ReductionKind, 'any' | 'all'>, (values: readonly number[]) => number>> = {
    sum: (values) => values.reduce((a, b) => a + b, 0),
    mean: (values) => values.reduce((a, b) => a + b, 0) / values.length,
    max: (values) => Math.max(...values),
    min: (values) => Math.min(...values),
    prod: product,
  };

  test('in every reduction', () => {
    const reductions = atomsOf.chain((atoms) =>
      fc
        .tuple(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), shuffled(atoms))
        .map(([kept, order]) => order.filter((atom) => (isUnder(atom) ? kept[4] : kept['abcd'.indexOf(atom.name)]) ?? true))
        .chain((order) =>
          fc.record({
            left: sides(atoms, false),
            right: sides(order, true),
            spared: fc.nat(3),
            kind: fc.constantFrom('sum', 'mean', 'max', 'min', 'prod'),
          }),
        ),
    );
    fc.assert(
      fc.property(reductions, ({ left, right, spared, kind }) => {
        const before = counting(sizesOf(left));
        const after = untyped.reduce(before, `${left.text} -> ${right.text}`, kind, given(left, [], spared));
        expect(after.sizes).toEqual(sizesOf(right));
        const expected = naive(left, right, before.toArray() as Float64Array).map(combine[kind]);
        numbers(after).forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 9));
      }),
      { numRuns: 500 },
    );
  });

  test('in every repetition', () => {
    const added = fc.array(sizes, { maxLength: 2 }).map((all) => all.map((size, index) => ({ name: 'rs'[index] ?? '', size })));
    const repetitions = fc.tuple(atomsOf, added).chain(([atoms, more]) =>
      fc.record({
        left: sides(atoms, false),
        right: shuffled([...atoms, ...more]).chain((order) => sides(order, true)),
        more: fc.constant(more),
        spared: fc.nat(3),
      }),
    );
    fc.assert(
      fc.property(repetitions, ({ left, right, more, spared }) => {
        const before = counting(sizesOf(left));
        const after = untyped.repeat(before, `${left.text} -> ${right.text}`, given(left, more, spared));
        expect(after.sizes).toEqual(sizesOf(right));
        expect(numbers(after)).toEqual(naive(left, right, before.toArray() as Float64Array).map(([value]) => value));
      }),
      { numRuns: 500 },
    );
  });
});

/** What a function computes, line by line. */
const stepsOf = (f: (y: Tensor<[2, 12, 3]>) => AnyTensor): readonly string[] =>
  String(trace(f)(spec([2, 12, 3])))
    .split('\n')
    .filter((line) => line.includes(' = '))
    .map((line) => line.replace(/^.* = (\w+).*$/, '$1'));

describe('computes no more than it needs', () => {
  test.each<[string, (y: Tensor<[2, 12, 3]>) => AnyTensor, readonly string[]]>([
    ['nothing', (y) => rearrange(y, 'a b c -> a b c'), []],
    ['a split', (y) => rearrange(y, 'a (b d) c -> a b d c', { b: 4 }), ['reshape']],
    ['a merge', (y) => rearrange(y, 'a b c -> a (b c)'), ['reshape']],
    ['a split and a merge', (y) => rearrange(y, 'a (b d) c -> (a b) (d c)', { b: 4 }), ['reshape']],
    ['a new axis', (y) => rearrange(y, 'a b c -> a 1 b c'), ['reshape']],
    ['a move', (y) => rearrange(y, 'a b c -> c a b'), ['transpose']],
    ['a move of an axis of size 1', (y) => rearrange(y, 'a (b d) c -> b a d c', { b: 1 }), ['reshape']],
    ['a split and a move', (y) => rearrange(y, 'a (b d) c -> a d b c', { b: 4 }), ['reshape', 'transpose']],
    ['all', (y) => rearrange(y, 'a (b d) c -> (a d) (b c)', { b: 4 }), ['reshape', 'transpose', 'reshape']],
    ['a reduction', (y) => reduce(y, 'a b c -> a c', 'sum'), ['reduceSum']],
    ['a reduction of an axis of size 1', (y) => reduce(y, 'a (b d) c -> a d c', 'sum', { b: 1 }), []],
    ['a reduction and a move', (y) => reduce(y, 'a b c -> c a', 'max'), ['reduceMax', 'transpose']],
    ['a pooling', (y) => reduce(y, 'a (b 2) c -> a b c', 'max'), ['reshape', 'reduceMax']],
    ['a repetition', (y) => repeat(y, 'a b c -> a b 2 c'), ['broadcastInDim']],
    ['a repetition and a move', (y) => repeat(y, 'a b c -> c 2 a b'), ['broadcastInDim']],
    ['a repetition and a merge', (y) => repeat(y, 'a b c -> a (b 2) c'), ['broadcastInDim', 'reshape']],
    ['a repetition once', (y) => repeat(y, 'a b c -> a b c 1'), ['reshape']],
  ])('for %s', (_, f, steps) => {
    expect(stepsOf(f)).toEqual(steps);
  });

  test('what is not changed is the tensor itself', () => {
    expect(rearrange(x, '... w -> ... w')).toBe(x);
  });
});
