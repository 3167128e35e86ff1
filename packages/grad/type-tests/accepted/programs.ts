import {
  add,
  compile,
  concatenate,
  dim,
  evaluate,
  exp,
  mapTree,
  matmul,
  mean,
  multiply,
  scan,
  subtract,
  sum,
  tanh,
  trace,
  type Dim,
  type DType,
  type Float,
  type Shape,
  type Tensor,
  type Tree,
  zeros,
} from '@cotangent/core';
import { grad, hessian, hvp, jacobianReverse, jvp, linearize, valueAndGrad, vjp, vmap } from '@cotangent/grad';
import { affine, type Params, params, xs } from '../functions.ts';

const sigmoid = <S extends Shape, D extends Float>(x: Tensor<S, D>): Tensor<S, D> =>
  multiply(add(tanh(multiply(x, 0.5)), 1), 0.5);

/** The weights of one gate of an LSTM. */
interface Gate<I extends Dim, H extends Dim> {
  readonly input: Tensor<[I, H]>;
  readonly hidden: Tensor<[H, H]>;
  readonly bias: Tensor<[H]>;
}

interface Lstm<I extends Dim, H extends Dim> {
  readonly forget: Gate<I, H>;
  readonly update: Gate<I, H>;
  readonly output: Gate<I, H>;
  readonly candidate: Gate<I, H>;
}

/** A long short-term memory over any time, batch and sizes, and all its hidden states. */
export const lstm = <T extends Dim, B extends Dim, I extends Dim, H extends Dim>(
  p: Lstm<I, H>,
  start: { readonly h: Tensor<[B, H]>; readonly c: Tensor<[B, H]> },
  inputs: Tensor<[T, B, I]>,
): Tensor<[T, B, H]> => {
  const gate = (g: Gate<I, H>, x: Tensor<[B, I]>, h: Tensor<[B, H]>): Tensor<[B, H]> =>
    add(add(matmul(x, g.input), matmul(h, g.hidden)), g.bias);
  const [, states] = scan(
    ({ h, c }, x) => {
      const kept = multiply(sigmoid(gate(p.forget, x, h)), c);
      const next = add(kept, multiply(sigmoid(gate(p.update, x, h)), tanh(gate(p.candidate, x, h))));
      const out = multiply(sigmoid(gate(p.output, x, h)), tanh(next));
      return [{ h: out, c: next }, out];
    },
    start,
    inputs,
  );
  return states;
};

/** Its gradient, for any sizes, in parameters that are an interface of interfaces. */
export const lstmGradient = <T extends Dim, B extends Dim, I extends Dim, H extends Dim>(
  p: Lstm<I, H>,
  start: { readonly h: Tensor<[B, H]>; readonly c: Tensor<[B, H]> },
  inputs: Tensor<[T, B, I]>,
): Lstm<I, H> => grad((q: Lstm<I, H>) => mean(lstm(q, start, inputs)))(p);

/** A loss over a tree, for any batch. */
export const treeLoss = <B extends Dim>(x: Tensor<[B, 3]>, y: Tensor<[B, 2]>) =>
  valueAndGrad((p: { readonly layers: readonly [Params, { readonly scale: Tensor<[2]> }] }) => {
    const [first, second] = p.layers;
    const out = multiply(add(matmul(x, first.weight), first.bias), second.scale);
    return mean(multiply(subtract(out, y), subtract(out, y)));
  });

// Of a function that is generic in its batch, the gradient is as well.
const generic = <B extends Dim>(p: Params, x: Tensor<[B, 3]>): Tensor<[]> => sum(matmul(x, p.weight));
export const genericGradient: <B extends Dim>(p: Params, x: Tensor<[B, 3]>) => Params = grad(generic);
export const genericBoth: <B extends Dim>(p: Params, x: Tensor<[B, 3]>) => readonly [Tensor<[]>, Params] = valueAndGrad(generic);
export const genericDirection: <B extends Dim>(p: Params, d: Params, x: Tensor<[B, 3]>) => Params = hvp(generic);
export const genericProgram: <B extends Dim>(p: Params, x: Tensor<[B, 3]>) => Tensor<[]> = compile(generic);

// Generic in a tree, bounded by what is done with it.
export const anyTree = <P extends Tree>(f: (p: P) => P, p: P): P => evaluate(compile(f)(mapTree((leaf) => leaf, p)));
export const anyFloats = <P extends Tree<Float>, A extends readonly unknown[], D extends Float>(
  f: (p: P, ...rest: A) => Tensor<[], D>,
): ((p: P, ...rest: A) => P) => grad(f);
export const twoTrees = <P extends Tree<Float>, Q extends Tree<Float>>(
  f: (p: { readonly left: P; readonly right: Q }) => Tensor<[]>,
) => grad(f);
export const boundTree = <P extends Params>(f: (p: P) => Tensor<[]>, p: P): P => grad(f)(p);
export const pulled = <P extends Tree<Float>, R extends Tree<Float>>(f: (p: P) => R, p: P, cotangent: R): readonly [P] =>
  vjp(f, p)[1](cotangent);
export const pushed = <P extends Tree<Float>, R extends Tree>(f: (p: P) => R, p: P, tangent: P): R => jvp(f, [p], [tangent])[1];
export const linear = <P extends Tree<Float>, R extends Tree>(f: (p: P) => R, p: P): ((p: P) => R) => linearize(f, p)[1];
export const carried = <C extends Tree, T extends Dim>(f: (c: C, x: Tensor<[3]>) => C, c: C, inputs: Tensor<[T, 3]>): C =>
  scan((carry: C, x: Tensor<[3]>) => [f(carry, x), x], c, inputs)[0];
export const everyShape = <S extends Shape, T extends Dim>(c: Tensor<S>, inputs: Tensor<[T, ...S]>): Tensor<[T, ...S]> =>
  scan((carry: Tensor<S>, x: Tensor<S>) => [carry, x], c, inputs)[1];
export const traced = <A extends readonly Tree[], R extends Tree>(f: (...args: A) => R, ...args: A): string =>
  String(trace(f)(...args));

// Generic in a dtype.
export const everyFloat = <D extends Float>(w: Tensor<[3], D>): { readonly w: Tensor<[3], D> } =>
  grad((p: { readonly w: Tensor<[3], D> }) => sum(p.w))({ w });
export const everyDType = <D extends DType>(x: Tensor<[3], D>): Tensor<[3], D> => compile((y: Tensor<[3], D>) => y)(x);

// Trees of trees: Jacobians and Hessians.
const nested = (p: { readonly a: Tensor<['n']>; readonly b: readonly [Tensor<[2]>, { readonly c: Tensor<[]> }] }) => ({
  out: [exp(p.a), p.b[0]] as const,
  total: add(add(sum(p.a), sum(p.b[0])), p.b[1].c),
});
export const blocks = jacobianReverse(nested);
const point: Parameters<typeof nested>[0] = { a: zeros([dim('n', 4)]), b: [zeros([2]), { c: zeros([]) }] };
export const inside: Tensor<[2, 'n']> = blocks(point).out[1].a;
export const curvature: Tensor<['n', 2]> = hessian((p: typeof point) => nested(p).total)(point).a.b[0];

// What is not known to the type system is left to run time.
export const untold = compile((x: unknown) => x);
export const perExample: Tensor<['batch', 2]> = vmap(affine, { in: [null, 0] })(params, xs);
export const joined = <T extends Dim>(h: Tensor<[2]>, inputs: Tensor<[T, 3]>): Tensor<[T, 5]> =>
  scan((carry, x) => [carry, concatenate([carry, x], 0)], h, inputs)[1];
