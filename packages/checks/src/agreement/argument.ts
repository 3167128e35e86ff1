/**
 * The arguments of a call as data: what they print as, and what they become by one mistake.
 */
import * as fc from 'fast-check';
import { type Dim, dims } from './dims.ts';

/** A tensor of a shape and a dtype. */
export interface TensorArgument {
  readonly tensor: readonly Dim[];
  readonly dtype: string;
}

/** A dimension as it stands in a shape argument: a literal, or the token of a name. */
export interface AxisArgument {
  readonly axis: Dim;
}

/** Code that no mistake is made in. */
export interface CodeArgument {
  readonly code: string;
}

/** Options by their names. */
export interface OptionsArgument {
  readonly options: Readonly<Record<string, Argument>>;
}

export type Argument =
  | number
  | boolean
  | null
  | TensorArgument
  | AxisArgument
  | CodeArgument
  | OptionsArgument
  | readonly Argument[];

export const tensor = (shape: readonly Dim[], dtype = 'f32'): TensorArgument => ({ tensor: shape, dtype });
export const axis = (dim: Dim): AxisArgument => ({ axis: dim });
export const code = (text: string): CodeArgument => ({ code: text });

const isList = (argument: Argument): argument is readonly Argument[] => Array.isArray(argument);

/** How tensors and dimensions are written. */
export interface Writing {
  readonly tensor: (argument: TensorArgument) => string;
  readonly axis: (dim: Dim) => string;
}

const plain: Writing = {
  tensor: ({ tensor, dtype }) => `t(${JSON.stringify(tensor)}${dtype === 'f32' ? '' : `, '${dtype}'`})`,
  axis: (dim) => (typeof dim === 'number' ? `${dim}` : `d('${dim}')`),
};

/** An argument as code. */
export const show = (argument: Argument, how: Writing = plain): string => {
  if (isList(argument)) return `[${argument.map((one) => show(one, how)).join(', ')}]`;
  if (typeof argument !== 'object' || argument === null) return String(argument);
  if ('tensor' in argument) return how.tensor(argument);
  if ('axis' in argument) return how.axis(argument.axis);
  if ('code' in argument) return argument.code;
  const fields = Object.entries(argument.options).map(([name, value]) => `${name}: ${show(value, how)}`);
  return `{ ${fields.join(', ')} }`;
};

const numbers = fc.constantFrom(-4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 12, 0.5);
const dtypes = fc.constantFrom('f32', 'f64', 'i32', 'u32', 'bool');

type Mistakes<A> = readonly fc.Arbitrary<A>[];

/** An element wrong, missing, or there twice; two of them exchanged. */
const inList = <A>(list: readonly A[], of: (element: A) => Mistakes<A>): Mistakes<readonly A[]> => [
  ...list.flatMap((element, index) => of(element).map((mistake) => mistake.map((wrong) => list.with(index, wrong)))),
  ...list.map((element, index) =>
    fc.constantFrom(list.toSpliced(index, 1), list.toSpliced(index, 0, element), list.toSpliced(index, 1).concat([element])),
  ),
];

/** The mistakes that an argument can become by. */
const mistakesIn = (argument: Argument): Mistakes<Argument> => {
  if (isList(argument)) return inList(argument, mistakesIn);
  if (typeof argument === 'number') return [numbers];
  if (typeof argument === 'boolean') return [fc.constant(!argument)];
  if (argument === null || 'code' in argument) return [];
  if ('axis' in argument)
    return [fc.oneof({ weight: 3, arbitrary: dims }, { weight: 1, arbitrary: fc.constantFrom(-1, -2, 1.5) }).map(axis)];
  if ('tensor' in argument) {
    return [
      ...inList(argument.tensor, () => [dims]).map((mistake) => mistake.map((shape) => ({ ...argument, tensor: shape }))),
      dtypes.map((dtype) => ({ ...argument, dtype })),
    ];
  }
  return Object.entries(argument.options).flatMap(([name, value]) =>
    mistakesIn(value).map((mistake) => mistake.map((wrong) => ({ options: { ...argument.options, [name]: wrong } }))),
  );
};

/** The arguments with one mistake somewhere. */
export const mistaken = (given: readonly Argument[]): fc.Arbitrary<readonly Argument[]> => {
  const mistakes = given.flatMap((argument, index) =>
    mistakesIn(argument).map((mistake) => mistake.map((wrong) => given.with(index, wrong))),
  );
  return mistakes.length === 0 ? fc.constant(given) : fc.oneof(...mistakes);
};
