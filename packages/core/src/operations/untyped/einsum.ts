/**
 * Einstein summation at run time: operands contracted one after the other from the left, with the messages of `shape/einsum.ts`.
 */
import { type Axis, nameOf, sameAxis, showShape } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf, type Expression, expressionOf } from '../../tensor.ts';
import { range } from './axes.ts';

/** A tensor whose axes have letters. */
interface Lettered {
  readonly letters: readonly string[];
  readonly tensor: Expression;
}

const fail = (message: string): never => {
  throw new ShapeError(`einsum: ${message}`);
};

const indexOf = (letters: readonly string[], letter: string): number => letters.indexOf(letter);

/** Binds each letter to its axis; a letter that stands for two different ones is refused. */
const bind = (letters: readonly string[], x: AnyTensor, bound: Map<string, Axis>): void => {
  if (letters.length > x.rank) fail(`'${letters.join('')}' has more indices than ${showShape(x.shape)} has axes`);
  if (letters.length < x.rank) fail(`'${letters.join('')}' has fewer indices than ${showShape(x.shape)} has axes`);
  axesOf(x).forEach((axis, index) => {
    const letter = letters[index] ?? '';
    const known = bound.get(letter);
    if (known !== undefined && !sameAxis(known, axis)) fail(`index '${letter}' is ${nameOf(known)} and ${nameOf(axis)}`);
    bound.set(letter, known ?? axis);
  });
};

/** A letter that stands twice in one operand means its diagonal: the others are masked out and summed away. */
const diagonal = ({ letters, tensor }: Lettered): Lettered => {
  const twice = letters.findIndex((letter, index) => letters.indexOf(letter) !== index);
  if (twice < 0) return { letters, tensor };
  const once = indexOf(letters, letters[twice] ?? '');
  const mask = P.equal(P.iota(tensor.axes, once, 'i32'), P.iota(tensor.axes, twice, 'i32'));
  const kept = P.reduceSum(P.select(mask, tensor, P.fillLike(tensor, 0)), [twice]);
  return diagonal({ letters: letters.filter((_, index) => index !== twice), tensor: kept });
};

/** Sums over the letters that nobody asks for any more. */
const sumOut = ({ letters, tensor }: Lettered, needed: ReadonlySet<string>): Lettered => {
  const dropped = range(letters.length).filter((index) => !needed.has(letters[index] ?? ''));
  return dropped.length === 0
    ? { letters, tensor }
    : { letters: letters.filter((letter) => needed.has(letter)), tensor: P.reduceSum(tensor, dropped) };
};

/** The product of two operands: letters of both that are needed later are batched over, the other shared ones contracted. */
const contract = (left: Lettered, right: Lettered, needed: ReadonlySet<string>): Lettered => {
  const shared = left.letters.filter((letter) => right.letters.includes(letter));
  const batch = shared.filter((letter) => needed.has(letter));
  const inner = shared.filter((letter) => !needed.has(letter));
  const places = (letters: readonly string[], among: readonly string[]): readonly number[] => letters.map((letter) => indexOf(among, letter));
  const free = (letters: readonly string[]): readonly string[] => letters.filter((letter) => !shared.includes(letter));
  return {
    letters: [...batch, ...free(left.letters), ...free(right.letters)],
    tensor: P.dotGeneral(left.tensor, right.tensor, {
      contract: [places(inner, left.letters), places(inner, right.letters)],
      batch: [places(batch, left.letters), places(batch, right.letters)],
    }),
  };
};

interface Equation {
  readonly inputs: readonly (readonly string[])[];
  readonly output: readonly string[];
}

const parse = (equation: string, count: number): Equation => {
  const text = equation.replaceAll(' ', '');
  if (text.includes('.')) fail(`'${equation}' has an ellipsis, which is not supported: name every axis`);
  const [left, right, ...more] = text.split('->');
  if (left === undefined || right === undefined || more.length > 0) return fail(`'${equation}' has no output: write it as 'ij,jk->ik'`);
  const inputs = left.split(',').map((letters) => [...letters]);
  if (inputs.length > count) fail(`'${equation}' has more operands than were given`);
  if (inputs.length < count) fail(`'${equation}' has fewer operands than were given`);
  const output = [...right];
  const twice = output.find((letter, index) => output.indexOf(letter) !== index);
  if (twice !== undefined) fail(`output index '${twice}' stands twice`);
  const unknown = output.find((letter) => !inputs.some((letters) => letters.includes(letter)));
  if (unknown !== undefined) fail(`output index '${unknown}' is in no operand`);
  return { inputs, output };
};

/** `einsum('ij,jk->ik', x, y)`. */
export const einsum = (equation: string, operands: readonly AnyTensor[]): Expression => {
  const { inputs, output } = parse(equation, operands.length);
  const bound = new Map<string, Axis>();
  operands.forEach((operand, index) => bind(inputs[index] ?? [], operand, bound));
  const neededAfter = (index: number): ReadonlySet<string> => new Set([...output, ...inputs.slice(index + 1).flat()]);
  const lettered = operands.map((operand, index) => diagonal({ letters: inputs[index] ?? [], tensor: expressionOf(operand) }));
  const [head, ...rest] = lettered;
  if (head === undefined) return fail('there are no operands, or their number is unknown');
  const result = rest.reduce((left, right, index) => {
    const needed = neededAfter(index + 1);
    const own = (letters: readonly string[]): ReadonlySet<string> => new Set([...needed, ...letters]);
    return contract(sumOut(left, own(right.letters)), sumOut(right, own(left.letters)), needed);
  }, head);
  const { letters, tensor } = sumOut(result, new Set(output));
  return P.transpose(tensor, output.map((letter) => indexOf(letters, letter)));
};
