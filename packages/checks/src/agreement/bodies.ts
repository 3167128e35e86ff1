/**
 * Random functions that are generic in dimensions, leading dimensions and dtypes, and what their type parameters may stand for.
 */
import * as fc from 'fast-check';
import { type Argument, axis, show, tensor, type TensorArgument, type Writing } from './argument.ts';
import { type Call, written } from './calls.ts';
import { type Dim, modest } from './dims.ts';
import { genericCalls, genericShapes, leading, near } from './genericSteps.ts';
import type { Shape } from './given.ts';

/** A function of tensors `x0`, `x1`, in whose shapes `A`, `B` and `...S` are type parameters, and of tokens `a`, `b`, and `c`, which is of `A` too. */
export interface Body {
  readonly tensors: readonly TensorArgument[];
  /** What the tensors' dtype may be, where it is a type parameter. */
  readonly dtype: 'Float' | 'Numeric' | 'DType' | undefined;
  readonly code: string;
}

/** What type parameters stand for. */
export interface Instance {
  readonly A: Dim;
  readonly B: Dim;
  /** What the second token of `A` is of: of another dimension it is none of that. */
  readonly C: Dim;
  readonly S: Shape;
  readonly dtype: string;
}

const tensorsIn = (argument: Argument): readonly TensorArgument[] => {
  if (Array.isArray(argument)) return argument.flatMap(tensorsIn);
  return typeof argument === 'object' && argument !== null && 'tensor' in argument ? [argument] : [];
};

const same = (a: TensorArgument, b: TensorArgument): boolean => show(a) === show(b);

/** The same call of a tensor of another shape. */
const instead = (call: Call, from: Shape, to: Shape): Call => {
  const changed = (argument: Argument): Argument => {
    if (Array.isArray(argument)) return argument.map(changed);
    return tensorsIn(argument).some((one) => same(one, tensor(from))) ? tensor(to) : argument;
  };
  return { ...call, args: call.args.map(changed) };
};

type Around = (call: string, other: string, x: string) => string;

/** What is made of a call: most often nothing, which leaves in the type what the call has come to. */
const around: fc.Arbitrary<Around> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Around>((call) => call) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Around>(
      (call) => `flatten(${call})`,
      (call) => `transpose(${call})`,
      (call) => `reshape(${call}, [-1])`,
      (call) => `sum(${call}, -1)`,
      (call, _other, x) => `add(${call}, ${x})`,
      (call, _other, x) => `matmul(${x}, ${call})`,
      (call, other) => `add(${call}, ${other})`,
      (call, other) => `concatenate([${call}, ${other}])`,
      (call) => `slice(${call}, [[1, null]])`,
      (call, _other, x) => `concatenate([slice(${call}, [[0, 1]]), slice(${x}, [[1, null]])])`,
      (call, _other, x) => `add(concatenate([slice(${call}, [[-1, null]]), slice(${call}, [[0, -1]])]), ${x})`,
      (call, other) => `slice(concatenate([${call}, ${other}]), [[1, -1]])`,
      (call, other) => `splitAxis(concatenate([${call}, ${other}]), 2)[1]`,
      (call) => `splitAxis(repeat(${call}, 4, 0), 2)[0]`,
      (call) => `slice(repeat(${call}, 2, 0), [[1, null, 2]])`,
      (call) => `slice(${call}, [[0, null, 2]])`,
      (call, other) => `add(slice(${call}, [[null, null, 2]]), slice(${other}, [[0, null, 2]]))`,
      (call, _other, x) => `add(maxPool(${call}, [2], { padding: 'same' }), reduceWindow(${x}, 'max', [1], { stride: 2 }))`,
      (call, other) => `add(averagePool(${call}, [3], { stride: 2, padding: 1 }), maxPool(${other}, [2], { padding: 'same' }))`,
    ),
  },
);

/** The tokens of a type parameter, which are written in turn. */
const tokens: Readonly<Record<string, readonly string[]>> = { A: ['a', 'c'], B: ['b'] };

const dtypes = fc.constantFrom<Body['dtype']>(undefined, undefined, undefined, 'Float', 'Numeric', 'DType');

export const bodies: fc.Arbitrary<Body> = fc.noBias(
  genericShapes
    .chain((shape) =>
      fc.record({ shape: fc.constant(shape), call: genericCalls(shape), other: near(shape), around, dtype: dtypes }),
    )
    .map(({ shape, call, other, around, dtype }) => {
      const calls = [call, instead(call, shape, other)] as const;
      const part = call.name === 'splitAxis' ? '[0]' : '';
      const tensors: TensorArgument[] = [];
      const axes: Dim[] = [];
      const how: Writing = {
        tensor: (argument) => {
          const at = tensors.findIndex((one) => same(one, argument));
          return `x${at < 0 ? tensors.push(argument) - 1 : at}`;
        },
        axis: (dim) => {
          const own = tokens[dim] ?? [show(axis(dim))];
          return own[axes.push(dim) % own.length] ?? '';
        },
      };
      return {
        tensors,
        dtype,
        code: around(`${written(calls[0], how)}${part}`, `${written(calls[1], how)}${part}`, how.tensor(tensor(shape))),
      };
    }),
);

const plainDims = fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Dim>(1, 2, 3, 6, 'n') }, { weight: 1, arbitrary: modest });

export const instances: fc.Arbitrary<Instance> = fc
  .record({
    A: plainDims,
    B: plainDims,
    alike: fc.nat(3),
    unlike: fc.nat(7),
    S: fc.array(plainDims, { maxLength: 2 }),
    dtype: fc.constantFrom('f32', 'f64'),
  })
  .map(({ A, B, alike, unlike, S, dtype }) => ({ A, B: alike === 0 ? A : B, C: unlike === 0 ? B : A, S, dtype }));

/** A shape with what its type parameters stand for. */
const filled = (shape: Shape, { A, B, S }: Instance): Shape =>
  shape.flatMap((dim) => (dim === leading ? S : [dim === 'A' ? A : dim === 'B' ? B : dim]));

const typeOf = ({ tensor: shape, dtype }: TensorArgument, own: Body['dtype']): string => {
  const dims = shape.map((dim) => (dim === 'A' || dim === 'B' || dim === leading ? dim : JSON.stringify(dim)));
  return `Tensor<[${dims.join(', ')}], ${own !== undefined && dtype === 'f32' ? 'D' : `'${dtype}'`}>`;
};

/** The function as code. */
export const definition = ({ tensors, dtype, code: text }: Body): string => {
  const parameters = [
    'A extends Dim',
    'B extends Dim',
    'S extends Shape',
    ...(dtype === undefined ? [] : [`D extends ${dtype}`]),
  ];
  const operands = tensors.map((one, index) => `x${index}: ${typeOf(one, dtype)}`);
  return `<${parameters.join(', ')}>(${['a: Dimension<A>', 'b: Dimension<B>', 'c: Dimension<A>', 's: Tensor<S>', ...operands].join(', ')}) => ${text}`;
};

/** The tensors and tokens that it is called with, by the names of its parameters, as code. */
export const argumentsOf = ({ tensors, dtype }: Body, instance: Instance): Readonly<Record<string, string>> => ({
  a: `t(${JSON.stringify([instance.A])}).dim(0)`,
  b: `t(${JSON.stringify([instance.B])}).dim(0)`,
  c: `t(${JSON.stringify([instance.C])}).dim(0)`,
  s: show(tensor(instance.S)),
  ...Object.fromEntries(
    tensors.map((one, index) => [
      `x${index}`,
      show(tensor(filled(one.tensor, instance), dtype !== undefined && one.dtype === 'f32' ? instance.dtype : one.dtype)),
    ]),
  ),
});
