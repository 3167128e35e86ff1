import {
  add,
  compile,
  evaluate,
  exp,
  logicalNot,
  mapTree,
  multiply,
  negate,
  ones,
  remainder,
  scan,
  trace,
  type AnyTensor,
  type Dim,
  type DType,
  type Float,
  type Integer,
  type Numeric,
  type Shape,
  type Tensor,
  type Traced,
  type Tree,
  zeros,
} from '@cotangent/core';
import { t } from '../tensors.ts';

interface Layer<I extends Dim, O extends Dim> {
  readonly weight: Tensor<[I, O]>;
  readonly bias: Tensor<[O]>;
}

interface Model {
  readonly layers: readonly [Layer<784, 128>, Layer<128, 10>];
  readonly count: Tensor<[], 'i32'>;
  readonly extra?: Tensor<[3], 'bool'>;
}

/** A type that refers to itself. */
interface Branch {
  readonly weight: Tensor<[2]>;
  readonly children: readonly Branch[];
}

declare const model: Model;
declare const batch: Tensor<['batch', 784]>;
declare const untold: unknown;

// Tensors, arrays, records, interfaces, and any nesting of them.
export const ofModel = compile((m: Model, x: Tensor<['batch', 784]>) => ({ m, pair: [x, m.count] }));
export const counted: Tensor<[], 'i32'> = ofModel(model, batch).pair[1];
export const ofBranch: (b: Branch) => Branch = compile((b: Branch) => b);
export const ofNothing: () => Tensor<[2]> = compile(() => ones([2]));
export const ofRecord: (x: Readonly<Record<string, Tensor<[3]>>>) => Tensor<[3]> = compile(
  (x: Readonly<Record<string, Tensor<[3]>>>) => x['a'] ?? t([3]),
);
export const evaluated: { readonly x: Tensor<[2]>; readonly none: readonly [] } = evaluate({ x: ones([2]), none: [] });
export const traced: Traced = trace((x: Tensor<[3]>) => [x, { x }])(t([3]));
export const mapped: Model = mapTree((x) => x, model);

// What is not known to the type system is left to run time.
export const anyTensor: (x: AnyTensor) => AnyTensor = compile((x: AnyTensor) => x);
export const unknownTree: unknown = evaluate(untold);
export const unknownPart = compile((x: { readonly known: Tensor<[3]>; readonly rest: unknown }) => x);

// Generic in trees, shapes and dtypes.
export const anyTree = <P extends Tree, R extends Tree>(f: (p: P) => R, p: P): R => evaluate(compile(f)(p));
export const anyArguments = <A extends readonly Tree[], R extends Tree>(f: (...args: A) => R): ((...args: A) => R) => compile(f);
export const twoTrees = <P extends Tree, Q extends Tree>(f: (p: { readonly left: P; readonly right: readonly [Q] }) => Q) =>
  compile(f);
export const boundTree = <P extends Model>(f: (p: P) => P): ((p: P) => P) => compile(f);
export const anyValue = <P extends Tree>(p: P): P => mapTree((x) => x, evaluate(p));
export const anyShape = <S extends Shape, D extends DType>(
  f: (x: Tensor<S, D>) => Tensor<S, D>,
): ((x: Tensor<S, D>) => Tensor<S, D>) => compile(f);
export const kept = <P extends Tree<Float>>(p: P): P => mapTree((x) => x, p);
export const generic: <B extends Dim>(x: Tensor<[B, 2]>) => Tensor<[B, 2]> = compile(<B extends Dim>(x: Tensor<[B, 2]>) =>
  multiply(x, 2),
);
export const loop: readonly [{ readonly pair: readonly [Tensor<[3]>, Tensor<[2]>] }, Tensor<[4, 3]>] = scan(
  ({ pair: [a, b] }, x) => [{ pair: [a, b] }, x],
  { pair: [zeros([3]), zeros([2])] } as const,
  ones([4, 3]),
);

// Functions of every tensor of a tree that is generic, or has type parameters in it.
export const decayed = <P extends Tree<Float>>(p: P): P => mapTree((a) => multiply(a, 0.9), p);
export const decayedSingle = <P extends Tree<'f32'>>(p: P): P => mapTree((a) => multiply(a, 0.9), p);
export const exponentials = <P extends Tree<Float>>(p: P): P => mapTree(exp, p);
export const averaged = <P extends Tree<Float>>(before: P, now: P): P =>
  mapTree((a, b) => add(multiply(a, 0.9), multiply(b, 0.1)), before, now);
export const averagedDouble = <P extends Tree<'f64'>>(before: P, now: P): P =>
  mapTree((a, b) => add(multiply(a, 0.9), multiply(b, 0.1)), before, now);
export const stated = <P extends Tree<Float>>(p: P): P =>
  mapTree(<S extends Shape, D extends Float>(a: Tensor<S, D>) => multiply(a, 0.9), p);
export const counts = <P extends Tree<Integer>>(p: P): P => mapTree((a) => remainder(a, 3), p);
export const numbers = <P extends Tree<Numeric>>(p: P): P => mapTree(negate, p);
export const flags = <P extends Tree<'bool'>>(p: P): P => mapTree((a) => logicalNot(a), p);
export const boundToRecord = <P extends { readonly w: Tree<Float> }>(p: P): P => mapTree(exp, p);
export const boundToBranch = <P extends Branch>(p: P): P => mapTree(exp, p);
export const inside = <P extends Tree<Float>>(p: {
  readonly left: P;
  readonly right: readonly [P, Tensor<[3], 'f64'>];
}): typeof p => mapTree((a) => multiply(a, 2), p);
export const anyShapes = <S extends Shape, D extends Float>(p: {
  readonly w: Tensor<S, D>;
  readonly b: Tensor<[], D>;
}): typeof p => mapTree((a) => multiply(a, 2), p);
export const branches = (b: Branch): Branch => mapTree(exp, b);
export const anyRecursive = (p: Tree, q: { readonly part: Tree }): readonly [Tree, { readonly part: Tree }] => [
  mapTree((a) => a, p),
  mapTree((a) => a, q),
];

// Trees like the first: of the same type, of a structure that is written down, of any number, and of which the types know more.
export const written: { readonly a: Tensor<[3]>; readonly b: readonly [Tensor<[2]>] } = mapTree(
  (a, b) => add(a, multiply(b, 2)),
  { a: ones([3]), b: [ones([2])] },
  { a: zeros([3]), b: [zeros([2])] },
);
export const averagedAll = <P extends Tree<Float>>(p: P, ...others: readonly P[]): P =>
  mapTree((a, ...rest) => rest.reduce((total, b) => add(total, multiply(b, 0.1)), multiply(a, 0.9)), p, ...others);
export const thrice = <P extends Tree<Float>>(p: P, q: NoInfer<P>): P =>
  mapTree((a, b, c) => add(multiply(a, 2), add(multiply(b, 2), c)), p, q, p);
export const known = (all: readonly AnyTensor[], some: readonly Tensor<[3]>[]): readonly AnyTensor[] =>
  mapTree((a) => a, all, some);
export const twoBranches = (b: Branch, c: Branch): Branch => mapTree((a) => a, b, c);
export const twoModels = (m: Model): Model => mapTree((a) => a, model, m);
