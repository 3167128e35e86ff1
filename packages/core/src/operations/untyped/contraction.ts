/**
 * Contraction of tensors with a letter for each axis: the sum over the letters that the output lacks of the product of all elements.
 */
import { elements } from '../../dim.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf } from '../../tensor.ts';
import { range } from './axes.ts';
import { diagonal } from './indexing.ts';

type Letters = readonly string[];

/** A tensor with a letter for each axis. */
export interface Lettered {
  readonly tensor: AnyTensor;
  readonly letters: Letters;
}

/** Two operands, and the letters of their product that something else needs. */
interface Pair {
  readonly left: Lettered;
  readonly right: Lettered;
  readonly kept: Letters;
}

const union = (a: Letters, b: Letters): Letters => [...new Set([...a, ...b])];

const without = (letters: Letters, others: Letters): Letters => letters.filter((letter) => !others.includes(letter));

const common = (letters: Letters, others: Letters): Letters => letters.filter((letter) => others.includes(letter));

const same = (a: Letters, b: Letters): boolean => a.join() === b.join();

/** A tensor in which a letter stands twice, with its diagonal as the last axis in the place of the two. */
const withoutRepeats = (operand: Lettered): Lettered => {
  const { tensor, letters } = operand;
  const second = letters.findIndex((letter, index) => letters.indexOf(letter) !== index);
  if (second < 0) return operand;
  const first = letters.indexOf(letters[second] ?? '');
  const others = range(letters.length).filter((axis) => axis !== first && axis !== second);
  return withoutRepeats({
    tensor: diagonal(P.transpose(tensor, [...others, first, second])),
    letters: [...others, first].map((axis) => letters[axis] ?? ''),
  });
};

/** Sums over the axes whose letters nobody needs. */
const summed = ({ tensor, letters }: Lettered, needed: Letters): Lettered => {
  const axes = range(letters.length).filter((index) => !needed.includes(letters[index] ?? ''));
  return axes.length === 0 ? { tensor, letters } : { tensor: P.reduceSum(tensor, axes), letters: common(letters, needed) };
};

const sizesByLetter = (operands: readonly Lettered[]): ReadonlyMap<string, number> =>
  new Map(operands.flatMap(({ tensor, letters }) => letters.map((letter, index) => [letter, tensor.sizes[index] ?? 1] as const)));

const pairs = (operands: readonly Lettered[], output: Letters): readonly Pair[] =>
  operands.flatMap((left, index) =>
    operands.slice(index + 1).map((right) => {
      const others = operands.filter((operand) => operand !== left && operand !== right).flatMap(({ letters }) => letters);
      return { left, right, kept: common(union(left.letters, right.letters), [...output, ...others]) };
    }),
  );

/**
 * The pair whose product is smallest; of equal ones that with the fewest multiplications. A greedy order, as opt_einsum's (Smith and
 * Gray 2018).
 */
const cheapest = (operands: readonly Lettered[], output: Letters): Pair | undefined => {
  const sizes = sizesByLetter(operands);
  const size = (letters: Letters): number => elements(letters.map((letter) => sizes.get(letter) ?? 1));
  const [best] = pairs(operands, output)
    .map((pair) => ({ pair, room: size(pair.kept), work: size(union(pair.left.letters, pair.right.letters)) }))
    .sort((a, b) => a.room - b.room || a.work - b.work);
  return best?.pair;
};

/** A tensor with its axes in the order of `letters`, all of which it has. */
const arranged = ({ tensor, letters }: Lettered, order: Letters): AnyTensor =>
  same(letters, order)
    ? tensor
    : P.transpose(
        tensor,
        order.map((letter) => letters.indexOf(letter)),
      );

/** The product of two operands, of which `wide` has all letters, in the order of these. */
const scaled = (wide: Lettered, narrow: Lettered): Lettered => {
  const order = common(wide.letters, narrow.letters);
  const factor = arranged(narrow, order);
  const places = order.map((letter) => wide.letters.indexOf(letter));
  const stretched = same(order, wide.letters) ? factor : P.broadcastInDim(factor, axesOf(wide.tensor), places);
  return { tensor: P.multiply(wide.tensor, stretched), letters: wide.letters };
};

/**
 * The product of two operands, on the side of each other that the output asks for.
 *
 * Where nothing is added up and one operand has all letters of the other, it is an elementwise product.
 */
const multiplied = ({ left, right, kept }: Pair, output: Letters): Lettered => {
  const letters = union(left.letters, right.letters);
  if (letters.length === kept.length) {
    if (letters.length === left.letters.length) return scaled(left, right);
    if (letters.length === right.letters.length) return scaled(right, left);
  }
  const shared = common(left.letters, right.letters);
  const batch = [...common(output, common(shared, kept)), ...without(common(shared, kept), output)];
  const inner = without(shared, kept);
  const lettersOf = (first: Lettered, second: Lettered): Letters => [
    ...batch,
    ...without(first.letters, shared),
    ...without(second.letters, shared),
  ];
  const flips = !same(lettersOf(left, right), output) && same(lettersOf(right, left), output);
  const [first, second] = flips ? [right, left] : [left, right];
  const places = (letters: Letters): readonly [readonly number[], readonly number[]] => [
    letters.map((letter) => first.letters.indexOf(letter)),
    letters.map((letter) => second.letters.indexOf(letter)),
  ];
  return {
    tensor: P.dotGeneral(first.tensor, second.tensor, { contract: places(inner), batch: places(batch) }),
    letters: lettersOf(first, second),
  };
};

/** Contracts pairs until there is one operand. */
const reduced = (operands: readonly Lettered[], output: Letters): readonly Lettered[] => {
  let rest = operands;
  for (let pair = cheapest(rest, output); pair !== undefined; pair = cheapest(rest, output)) {
    const { left, right } = pair;
    rest = [multiplied(pair, output), ...rest.filter((operand) => operand !== left && operand !== right)];
  }
  return rest;
};

/** The sum over all letters that `output` lacks of the product of the operands. A letter has one size in all of them. */
export const contract = (operands: readonly Lettered[], output: Letters): AnyTensor => {
  const plain = operands.map(withoutRepeats);
  const alone = plain.map((operand) =>
    summed(operand, [...output, ...plain.filter((other) => other !== operand).flatMap(({ letters }) => letters)]),
  );
  // There is at least one operand, and pairs are contracted until there is one.
  return arranged(reduced(alone, output)[0] as Lettered, output);
};
