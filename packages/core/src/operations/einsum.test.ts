import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dim, einsum, matmul, scalar, spec, tensor, trace, zeros, type Tensor } from '../index.ts';
import * as P from '../primitives/builders.ts';
import type { AnyTensor } from '../tensor.ts';
import { einsum as untyped } from './untyped/einsum.ts';

const [a, b] = [
  tensor([
    [1, 2],
    [3, 4],
  ]),
  tensor([
    [5, 6],
    [7, 8],
  ]),
];

test('is what the letters say', () => {
  expect(einsum('ij,jk->ik', a, b).toNested()).toEqual([
    [19, 22],
    [43, 50],
  ]);
  expect(einsum('ij->ji', a).toNested()).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(einsum('ij->', a).item()).toBe(10);
  expect(einsum('ij->j', a).toNested()).toEqual([4, 6]);
  expect(einsum('ii->', a).item()).toBe(5);
  expect(einsum('ii->i', a).toNested()).toEqual([1, 4]);
  expect(einsum('ij,ij->ij', a, b).toNested()).toEqual([
    [5, 12],
    [21, 32],
  ]);
  expect(einsum('i,j->ij', tensor([1, 2]), tensor([3, 4])).toNested()).toEqual([
    [3, 4],
    [6, 8],
  ]);
  expect(einsum('i j , j k -> i k', a, b).toNested()).toEqual([
    [19, 22],
    [43, 50],
  ]);
  expect(einsum(',->', scalar(2), scalar(3)).item()).toBe(6);
});

test('takes any number of operands', () => {
  expect(einsum('ij,jk,kl->il', a, b, a).toNested()).toEqual(matmul(matmul(a, b), a).toNested());
  expect(einsum('i,i,i,i->', tensor([1, 2]), tensor([1, 2]), tensor([1, 2]), tensor([1, 2])).item()).toBe(17);
});

test('keeps names', () => {
  const queries = zeros([dim('batch', 2), dim('q', 3), 4]);
  const keys = zeros([queries.dim(0), dim('k', 5), 4]);
  expect(einsum('bqd,bkd->bqk', queries, keys).shape).toEqual(['batch', 'q', 'k']);
  expect(einsum('...qd,...kd->...qk', queries, keys).shape).toEqual(['batch', 'q', 'k']);
  expect(einsum('...d,...->...d', zeros([1, 3, 4]), zeros([queries.dim(0), 1])).shape).toEqual(['batch', 3, 4]);
});

test('tells the sizes of one name apart', () => {
  const [x, y] = [zeros([dim('n', 3)]), zeros([dim('n', 4), 2])];
  expect(() => einsum('i,ij->j', x, y)).toThrow(
    /^einsum: two sizes of 'n', 3 \(from .*\) and 4 \(from .*\): one name stands for one size$/,
  );
});

test('refuses what is no equation and no tensor', () => {
  const call = einsum as unknown as (...operands: readonly unknown[]) => unknown;
  expect(() => call(a, 'ij->ji')).toThrow('einsum: the equation is no string: it comes before the operands');
  expect(() => call('->', 5)).toThrow('expected a tensor, got number');
});

/** An operand: its letters, where its ellipsis stands among them, and the sizes under it. */
interface Operand {
  readonly letters: readonly string[];
  readonly at: number;
  readonly under: readonly number[] | undefined;
}

interface Equation {
  readonly operands: readonly Operand[];
  readonly output: Operand;
}

const sizes: ReadonlyMap<string, number> = new Map([
  ['i', 2],
  ['j', 3],
  ['k', 1],
  ['l', 2],
]);
/** What the ellipses stand for. */
const common = [3, 2];
const product = (numbers: readonly number[]): number => numbers.reduce((found, size) => found * size, 1);
const sizeOf = (letter: string): number => sizes.get(letter) ?? 1;

/** The sizes of an operand. */
const sizesOf = ({ letters, at, under }: Operand): readonly number[] => {
  const named = letters.map(sizeOf);
  return under === undefined ? named : [...named.slice(0, at), ...under, ...named.slice(at)];
};

const textOf = ({ letters, at, under }: Operand): string =>
  under === undefined ? letters.join('') : `${letters.slice(0, at).join('')}...${letters.slice(at).join('')}`;

const place = fc.nat(3);
const underAn = fc.constantFrom<readonly number[] | undefined>(undefined, [], [2], [1], [3, 2], [1, 2], [3, 1]);
const operands = fc
  .record({ letters: fc.array(fc.constantFrom(...sizes.keys()), { maxLength: 3 }), at: place, under: underAn })
  .map(({ letters, at, under }) => ({ letters, at: Math.min(at, letters.length), under }));

const equations: fc.Arbitrary<Equation> = fc
  .array(operands, { minLength: 1, maxLength: 4 })
  .chain((operands) =>
    fc.record({
      operands: fc.constant(operands),
      letters: fc.shuffledSubarray([...new Set(operands.flatMap(({ letters }) => letters))]),
      at: place,
    }),
  )
  .map(({ operands, letters, at }) => {
    const unders = operands.flatMap(({ under }) => (under === undefined ? [] : [under]));
    const rank = Math.max(0, ...unders.map((under) => under.length));
    const under = common.slice(2 - rank).map((size, index) => (unders.some((one) => one.at(index - rank) === size) ? size : 1));
    return { operands, output: { letters, at: Math.min(at, letters.length), under: unders.length === 0 ? undefined : under } };
  });

const textOfEquation = ({ operands, output }: Equation): string => `${operands.map(textOf).join()}->${textOf(output)}`;

/** Small whole numbers, so that sums in any order are equal. */
const whole = (shape: readonly number[], seed: number): AnyTensor =>
  P.constant(
    Float64Array.from({ length: product(shape) }, (_, index) => (((index + seed) * 7) % 5) - 2),
    shape,
    'f64',
  );

/** Every way to give each of the sizes an index. */
const everyIndex = (sizes: readonly number[]): readonly (readonly number[])[] =>
  sizes.reduce<readonly (readonly number[])[]>(
    (found, size) => found.flatMap((index) => Array.from({ length: size }, (_, next) => [...index, next])),
    [[]],
  );

/** The offset of an element by the indices of its letters and of what is under the ellipsis. */
const offset = (operand: Operand, indices: ReadonlyMap<string, number>, under: readonly number[]): number => {
  const named = operand.letters.map((letter) => indices.get(letter) ?? 0);
  const inside = (operand.under ?? []).map((size, index, all) => (size === 1 ? 0 : (under.at(index - all.length) ?? 0)));
  const all = operand.under === undefined ? named : [...named.slice(0, operand.at), ...inside, ...named.slice(operand.at)];
  return sizesOf(operand).reduce((found, size, axis) => found * size + (all[axis] ?? 0), 0);
};

/** The sum over all indices of the product of the elements, one by one. */
const naive = ({ operands, output }: Equation, values: readonly ArrayLike<number>[]): readonly number[] => {
  const letters = [...new Set(operands.flatMap((operand) => operand.letters))];
  const result = new Float64Array(product(sizesOf(output)));
  for (const under of everyIndex(output.under ?? [])) {
    for (const index of everyIndex(letters.map(sizeOf))) {
      const indices = new Map(letters.map((letter, axis) => [letter, index[axis] ?? 0] as const));
      const term = product(operands.map((operand, one) => values[one]?.[offset(operand, indices, under)] ?? Number.NaN));
      const at = offset(output, indices, under);
      result[at] = (result[at] ?? 0) + term;
    }
  }
  return [...result];
};

/** Without the sign of zeros. */
const unsigned = (values: Iterable<number>): readonly number[] => [...values].map((value) => value + 0);

describe('is the sum over all indices of the product of the elements', () => {
  test('in every equation', () => {
    fc.assert(
      fc.property(equations, fc.nat(10), (equation, seed) => {
        const tensors = equation.operands.map((operand, index) => whole(sizesOf(operand), seed + index));
        const result = untyped(textOfEquation(equation), ...tensors);
        expect(result.sizes).toEqual(sizesOf(equation.output));
        expect(unsigned(result.toArray() as Float64Array)).toEqual(
          unsigned(
            naive(
              equation,
              tensors.map((tensor_) => tensor_.toArray()),
            ),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });
});

/** What a function computes, line by line. */
const equationsOf = (program: { toString(): string }): readonly string[] =>
  String(program)
    .split('\n')
    .filter((line) => line.startsWith('  ') && !line.includes('return'))
    .map((line) => line.replace(/^.* = /, '').trim());

describe('computes no more than it needs', () => {
  type M<R extends number, C extends number> = Tensor<[R, C]>;

  test('two operands are one dotGeneral, on the sides that the output asks for', () => {
    const product = trace((x: M<2, 3>, y: M<3, 4>) => einsum('ij,jk->ik', x, y))(spec([2, 3]), spec([3, 4]));
    expect(equationsOf(product)).toEqual(['dotGeneral(a, b) {contract: [[1], [0]], batch: [[], []]}']);
    const transposed = trace((x: M<2, 3>, y: M<3, 4>) => einsum('ij,jk->ki', x, y))(spec([2, 3]), spec([3, 4]));
    expect(equationsOf(transposed)).toEqual(['dotGeneral(b, a) {contract: [[0], [1]], batch: [[], []]}']);
  });

  test('a chain is contracted where the products are smallest', () => {
    const chain = trace((x: M<50, 40>, y: M<40, 30>, z: Tensor<[30]>) => einsum('ij,jk,k->i', x, y, z))(
      spec([50, 40]),
      spec([40, 30]),
      spec([30]),
    );
    expect(equationsOf(chain)).toEqual([
      'dotGeneral(b, c) {contract: [[1], [0]], batch: [[], []]}',
      'dotGeneral(d, a) {contract: [[0], [1]], batch: [[], []]}',
    ]);
  });

  test('what does not depend on an axis is not repeated along it', () => {
    const scaled = trace((x: Tensor<[5, 2, 3]>, y: Tensor<[1, 3, 4]>) => einsum('...ij,...jk->...ik', x, y))(
      spec([5, 2, 3]),
      spec([1, 3, 4]),
    );
    expect(equationsOf(scaled)).toEqual(['reshape(b)', 'dotGeneral(a, c) {contract: [[2], [0]], batch: [[], []]}']);
  });

  test('a product that adds nothing up is elementwise', () => {
    const product = trace((x: M<2, 3>, y: M<3, 2>) => einsum('ij,ji->ij', x, y))(spec([2, 3]), spec([3, 2]));
    expect(equationsOf(product)).toEqual(['transpose(b) {permutation: [1, 0]}', 'multiply(a, c)']);
    const scaled = trace((x: Tensor<[2]>, y: M<2, 3>) => einsum('i,ij->ij', x, y))(spec([2]), spec([2, 3]));
    expect(equationsOf(scaled)).toEqual(['broadcastInDim(a) {axes: [0]}', 'multiply(b, c)']);
  });

  test('a diagonal is read, not masked', () => {
    const square = trace((x: M<3, 3>) => einsum('ii->', x))(spec([3, 3]));
    const primitives = equationsOf(square).map((line) => line.replace(/\(.*/, ''));
    expect(primitives).toContain('gather');
    expect(primitives.filter((name) => name === 'equal' || name === 'reduceSum')).toEqual(['reduceSum']);
    expect(einsum('ii->i', zeros([0, 0])).shape).toEqual([0]);
  });

  test('what is no sum is the tensor itself', () => {
    expect(einsum('ij->ij', a)).toBe(a);
  });
});
