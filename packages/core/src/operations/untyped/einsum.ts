/**
 * Einstein summation at run time, with the messages of `shape/einsum.ts`: operands are contracted two at a time, from the left.
 */
import { type Axis, nameOf, showShape } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf } from '../../tensor.ts';
import { agree, difference, range } from './axes.ts';
import { needNumbers, needSame } from './dtypes.ts';

/** A tensor with a letter for each axis. */
interface Lettered {
  readonly tensor: AnyTensor;
  readonly letters: readonly string[];
}

const refuse = (reason: string): never => {
  throw new ShapeError(`einsum: ${reason}`);
};

const lettersOf = (text: string): readonly string[] => text.replaceAll(' ', '').split('');

const parse = (equation: string, count: number): readonly [inputs: readonly string[], output: string] => {
  if (equation.includes('.')) refuse(`'${equation}' has an ellipsis, which is not supported: name every axis`);
  const [left, output] = equation.split('->');
  if (left === undefined || output === undefined) return refuse(`'${equation}' has no output: write it as 'ij,jk->ik'`);
  const inputs = left.split(',');
  if (inputs.length !== count) refuse(`'${left}' has ${inputs.length > count ? 'more' : 'fewer'} operands than were given`);
  return [inputs, output];
};

const lettered = (tensor: AnyTensor, text: string): Lettered => {
  const letters = lettersOf(text);
  if (letters.length !== tensor.rank) {
    refuse(`'${text}' has ${letters.length > tensor.rank ? 'more' : 'fewer'} indices than ${showShape(tensor.shape)} has axes`);
  }
  return { tensor, letters };
};

/** Binds each letter to one axis. */
const bind = (operands: readonly Lettered[]): ReadonlyMap<string, Axis> => {
  const bound = new Map<string, Axis>();
  for (const { tensor, letters } of operands) {
    axesOf(tensor).forEach((axis, index) => {
      const letter = letters[index] ?? '';
      const before = bound.get(letter) ?? axis;
      if (!agree(before, axis))
        refuse(
          `index '${letter}' is ${nameOf(before) === nameOf(axis) ? difference(before, axis) : `${nameOf(before)} and ${nameOf(axis)}`}`,
        );
      bound.set(letter, axis);
    });
  }
  return bound;
};

/** An operand in which a letter stands twice, with its diagonal in the place of the two axes. */
const withoutRepeats = (operand: Lettered): Lettered => {
  const second = operand.letters.findIndex((letter, index) => operand.letters.indexOf(letter) !== index);
  if (second < 0) return operand;
  const first = operand.letters.indexOf(operand.letters[second] ?? '');
  const shape = axesOf(operand.tensor);
  const onDiagonal = P.equal(P.iota(shape, first, 'i32'), P.iota(shape, second, 'i32'));
  const kept = P.select(onDiagonal, operand.tensor, P.fillLike(operand.tensor, 0));
  return withoutRepeats({ tensor: P.reduceSum(kept, [second]), letters: operand.letters.toSpliced(second, 1) });
};

/** Sums over the axes whose letters nobody needs. */
const summed = ({ tensor, letters }: Lettered, needed: ReadonlySet<string>): Lettered => {
  const axes = range(letters.length).filter((index) => !needed.has(letters[index] ?? ''));
  return axes.length === 0
    ? { tensor, letters }
    : { tensor: P.reduceSum(tensor, axes), letters: letters.filter((letter) => needed.has(letter)) };
};

const contract = (left: Lettered, right: Lettered, needed: ReadonlySet<string>): Lettered => {
  const shared = left.letters.filter((letter) => right.letters.includes(letter));
  const [batch, inner] = [shared.filter((letter) => needed.has(letter)), shared.filter((letter) => !needed.has(letter))];
  const places = (letters: readonly string[]): readonly [readonly number[], readonly number[]] => [
    letters.map((letter) => left.letters.indexOf(letter)),
    letters.map((letter) => right.letters.indexOf(letter)),
  ];
  const free = (operand: Lettered): readonly string[] => operand.letters.filter((letter) => !shared.includes(letter));
  return {
    tensor: P.dotGeneral(left.tensor, right.tensor, { contract: places(inner), batch: places(batch) }),
    letters: [...batch, ...free(left), ...free(right)],
  };
};

/** `einsum('ij,jk->ik', a, b)`. */
export const einsum = (equation: string, ...tensors: readonly AnyTensor[]): AnyTensor => {
  const [first, ...others] = tensors;
  if (first === undefined) return refuse('there are no operands, or their number is unknown');
  const [inputs, outputText] = parse(equation, tensors.length);
  const operands = tensors.map((tensor, index) => lettered(tensor, inputs[index] ?? ''));
  const bound = bind(operands);
  const output = lettersOf(outputText);
  output.forEach((letter, index) => {
    if (output.indexOf(letter) !== index) refuse(`output index '${letter}' stands twice`);
    if (!bound.has(letter)) refuse(`output index '${letter}' is in no operand`);
  });
  needSame('einsum', first, others);
  needNumbers('einsum', first);
  const plain = operands.map(withoutRepeats);
  const neededAfter = (index: number): ReadonlySet<string> =>
    new Set([...output, ...plain.slice(index + 1).flatMap(({ letters }) => letters)]);
  const step = (found: Lettered, operand: Lettered, index: number): Lettered => {
    const after = neededAfter(index);
    return contract(found, summed(operand, new Set([...after, ...found.letters])), after);
  };
  const [start = refuse('there are no operands, or their number is unknown'), ...rest] = plain;
  const result = rest.reduce((found, operand, index) => step(summed(found, neededAfter(index)), operand, index + 1), start);
  const { tensor, letters } = summed(result, new Set(output));
  const permutation = output.map((letter) => letters.indexOf(letter));
  return permutation.every((axis, index) => axis === index) ? tensor : P.transpose(tensor, permutation);
};
