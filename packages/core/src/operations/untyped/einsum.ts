/**
 * Einstein summation at run time, with the messages of `shape/einsum.ts`.
 */
import { agree, type Axes, type Axis, checkNames, nameOf, namesOf, showShape } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { type AnyTensor, axesOf, checkTensor } from '../../tensor.ts';
import { range } from './axes.ts';
import { broadcastAxes } from './broadcast.ts';
import { contract, type Lettered } from './contraction.ts';
import { needNumbers, needSame } from './dtypes.ts';

const ellipsis = '...';

const refuse = (reason: string): never => {
  throw new ShapeError(`einsum: ${reason}`);
};

const undotted = (text: string): string => text.replace(ellipsis, '');

/** Checks that dots are ellipses, and in the output when they are in an operand. */
const checkDots = (equation: string, inputs: readonly string[], output: string): void => {
  const wrong = [...inputs, ...output.split(',')].find((text) => undotted(text).includes('.'));
  if (wrong !== undefined) refuse(`'${wrong}': an ellipsis is three dots, and stands once`);
  const inOperand = inputs.some((text) => text.includes(ellipsis));
  if (inOperand && !output.includes(ellipsis))
    refuse(`'${equation}' has no ellipsis in the output: write '...' there, or a letter for each axis`);
  if (!inOperand && output.includes(ellipsis)) refuse(`'${equation}' has an ellipsis in the output, but in no operand`);
};

const parse = (given: string, count: number): readonly [inputs: readonly string[], output: string] => {
  const equation = given.replaceAll(' ', '');
  const arrow = equation.indexOf('->');
  if (arrow < 0) refuse(`'${equation}' has no output: write it as 'ij,jk->ik'`);
  const [inputs, output] = [equation.slice(0, arrow).split(','), equation.slice(arrow + 2)];
  checkDots(equation, inputs, output);
  if (output.includes('->')) refuse("two arrows: write it as 'ij,jk->ik'");
  if (inputs.length !== count) refuse(`'${equation}' and its operands differ in number: ${inputs.length} vs ${count}`);
  return [inputs, output];
};

/** The letters of a text; those of the axes under its ellipsis are numbered from the last. */
const over = (text: string, rank: number): readonly string[] =>
  text
    .split(ellipsis)
    .map((part) => part.split(''))
    .reduce((before, behind) => [...before, ...range(rank).map((index) => `${ellipsis}${rank - index}`), ...behind]);

const isUnder = (letter: string): boolean => letter.startsWith(ellipsis);

const lettered = (tensor: AnyTensor, text: string, index: number): Lettered => {
  const rank = undotted(text).length;
  const operand = `operand ${index}, ${showShape(tensor.shape)}`;
  if (text.includes(ellipsis)) {
    if (rank > tensor.rank) refuse(`'${text}' names more axes than ${operand}, has`);
  } else if (rank !== tensor.rank) {
    refuse(`'${text}' and ${operand}, differ in rank: ${rank} vs ${tensor.rank}`);
  }
  return { tensor, letters: over(text, tensor.rank - rank) };
};

/** A letter in an operand. */
interface Place {
  readonly operand: number;
  readonly axis: Axis;
  readonly axes: Axes;
}

/** Two axes that are no one dimension. Those of one name have one size: that was checked before. */
const clash = (letter: string, first: Place, second: Place): never => {
  const where = ({ operand, axes }: Place): string => `operand ${operand}, ${showShape(namesOf(axes))}`;
  const [a, b] = [nameOf(first.axis), nameOf(second.axis)];
  return first.operand === second.operand
    ? refuse(`index '${letter}' is ${a} and ${b} in ${where(first)}`)
    : refuse(`index '${letter}' is ${a} in ${where(first)}, but ${b} in ${where(second)}`);
};

type Bindings = ReadonlyMap<string, Place>;

/** The letters that are bound, and those of one more operand, each to one dimension. */
const bind = (bound: Bindings, { tensor, letters }: Lettered, operand: number): Bindings => {
  const axes = axesOf(tensor);
  return axes.reduce<Bindings>((found, axis, index) => {
    const letter = letters[index] ?? '';
    const place = { operand, axis, axes };
    const before = found.get(letter) ?? place;
    if (!isUnder(letter) && !agree(before.axis, axis)) clash(letter, before, place);
    return new Map([[letter, before], ...found]);
  }, bound);
};

/** The axes of an operand under its ellipsis. */
const axesUnder = ({ tensor, letters }: Lettered): Axes => axesOf(tensor).filter((_, index) => isUnder(letters[index] ?? ''));

/** The common shape of what the ellipses stand for. */
const commonUnder = (operands: readonly Lettered[]): Axes =>
  operands.map(axesUnder).reduce((found, axes) => broadcastAxes('einsum: under the ellipses', found, axes), []);

/** Without the axes of size 1 under an ellipsis that are stretched: the product does not depend on them. */
const unstretched = ({ tensor, letters }: Lettered, common: Axes): Lettered => {
  const axes = axesOf(tensor);
  const target = (letter: string, axis: Axis): Axis =>
    isUnder(letter) ? (common.at(-Number(letter.slice(ellipsis.length))) ?? axis) : axis;
  const kept = range(letters.length).filter((index) => {
    const axis = axes[index] ?? 1;
    return nameOf(axis) === nameOf(target(letters[index] ?? '', axis));
  });
  if (kept.length === letters.length) return { tensor, letters };
  return {
    tensor: P.reshape(
      tensor,
      kept.map((index) => axes[index] ?? 1),
    ),
    letters: kept.map((index) => letters[index] ?? ''),
  };
};

const checkOutput = (letters: readonly string[], bound: Bindings): void => {
  letters.forEach((letter, index) => {
    if (letters.includes(letter, index + 1)) refuse(`output index '${letter}' stands twice`);
    if (!bound.has(letter)) refuse(`output index '${letter}' is in no operand`);
  });
};

const checkDTypes = ([first, ...others]: readonly AnyTensor[]): void => {
  if (first === undefined) return;
  needSame('einsum', first, others);
  needNumbers('einsum', first);
};

/** `einsum('ij,jk->ik', a, b)`. */
export const einsum = (equation: string, ...given: readonly AnyTensor[]): AnyTensor => {
  if (typeof equation !== 'string') refuse('the equation is no string: it comes before the operands');
  const tensors = given.map((operand) => checkTensor('einsum', operand));
  checkNames('einsum', tensors);
  const [inputs, output] = parse(equation, tensors.length);
  let bound: Bindings = new Map();
  const operands = tensors.map((tensor, index) => {
    const operand = lettered(tensor, inputs[index] ?? '', index);
    bound = bind(bound, operand, index);
    return operand;
  });
  checkOutput(undotted(output).split(''), bound);
  const common = commonUnder(operands);
  checkDTypes(tensors);
  return contract(
    operands.map((operand) => unstretched(operand, common)),
    over(output, common.length),
  );
};
