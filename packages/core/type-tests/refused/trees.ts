import {
  add,
  compile,
  convert,
  evaluate,
  exp,
  mapTree,
  multiply,
  ones,
  scan,
  sum,
  trace,
  zeros,
  type DType,
  type Float,
  type Shape,
  type Tensor,
  type Tree,
} from '@cotangent/core';
import { t } from '../tensors.ts';

compile((x: Tensor<[3]>, _k: number) => x)(t([3]), 3);
compile((x: { readonly a: Tensor<[3]>; readonly name: string }) => x.a)({ a: t([3]), name: 'a' });
compile((_x: string) => t([3]))('a');
compile((x: readonly boolean[]) => t(x[0] === true ? [3] : [3]))([true]);
compile(async (x: Tensor<[3]>) => x)(t([3]));
compile((x: Tensor<[3]>) => ({ x, epoch: 3 }))(t([3]));
compile((x: Tensor<[3]>) => [x, [x, null]])(t([3]));
compile((x: Tensor<[3]>) => ({ x, late: Promise.resolve(x) }))(t([3]));
compile((x: Tensor<[3]>) => x.shape)(t([3]));
trace((_x: Tensor<[3]>) => 3)(t([3]));
trace((_x: Tensor<[3]>) => undefined)(t([3]));
trace((x: Tensor<[3]>, _n: null) => x)(t([3]), null);
trace(async (x: Tensor<[3]>) => [x])(t([3]));
trace((x: Tensor<[3]>) => ({ x, f: () => x }))(t([3]));
evaluate({ a: 3 });
evaluate([t([3]), { deep: [t([3]), 'x'] }]);
evaluate(3);
evaluate(null);
evaluate({ raw: new Float32Array(3) });
mapTree((x) => x, { a: 3 });
mapTree((x) => x, [t([3]), undefined]);
mapTree((x) => x, { a: t([3]) }, { b: t([3]) });
mapTree((x) => x, { a: t([3]) }, { a: t([4]) });
mapTree((x) => x, { a: t([3]) }, { a: t([3]) }, { a: t([3], 'f64') });
mapTree((x) => x, { a: t([3]) }, { a: t([3]), b: t([]) });
mapTree((x) => x, { deep: [t([3])] }, { deep: [t([3]), t([3])] });
mapTree((x) => x, { a: t([3]) }, t([3]));
mapTree((x) => x, { a: t([3]) }, 3);
scan((h, x) => [h, x, x], zeros([3]), ones([4, 3]));
scan((h) => h, zeros([3]), ones([4, 3]));
scan((h) => [h], zeros([3]), ones([4, 3]));
scan((h, x) => ({ h, x }), zeros([3]), ones([4, 3]));
scan(() => {}, zeros([3]), ones([4, 3]));

export const unbounded = <A extends readonly unknown[], R extends Tree>(f: (...args: A) => R) => compile(f);
export const resultUnbounded = <P, R>(f: (p: P) => R) => trace(f);
export const halfBound = <P extends Tree, Q>(f: (p: { readonly left: P; readonly right: Q }) => Tensor<[]>) => compile(f);
export const boundToStrings = <P extends { readonly name: string }>(f: (p: P) => Tensor<[]>) => trace(f);
export const otherShape = <S extends Shape, D extends DType>(x: Tensor<S, D>): Tensor<[3], D> => evaluate(x);

// What does not keep shapes and dtypes, and what the bound of a tree does not allow.
export const otherShapes = <P extends Tree<Float>>(p: P): P => mapTree((a) => sum(a), p);
export const oneShape = <P extends Tree<Float>>(p: P): P => mapTree((_a) => ones([3]), p);
export const otherDTypes = <P extends Tree<Float>>(p: P): P => mapTree((a) => convert(a, 'i32'), p);
export const oneDType = <P extends Tree<Float>>(p: P): P => mapTree((a) => convert(a, 'f32'), p);
export const noFloats = <P extends Tree>(p: P): P => mapTree((a) => exp(a), p);
export const noNumbers = <P extends Tree>(p: P): P => mapTree((a) => multiply(a, 2), p);
export const nothingKnown = <P>(p: P): P => mapTree(exp, p);
export const otherTree = <P extends Tree<Float>, Q extends Tree<Float>>(p: P, q: Q): P => mapTree((a, b) => add(a, b), p, q);
export const shorter = () => mapTree((a) => sum(a), { w: t([3]), b: t([]) });
export const wider = () => mapTree((a) => convert(a, 'f64'), { w: t([3]), b: t([]) });
export const notAll = () => mapTree((a) => exp(a), { w: t([3]), n: t([], 'i32') });

// What a type parameter without a bound stands for need not be a tree.
export const unboundValue = <P>(p: P): P => evaluate(p);
export const unboundLeaves = <P>(p: P): P => mapTree((x) => x, p);
export const unboundCarry = <P>(p: P) => scan((carry, x) => [carry, x], p, ones([4, 3]));
