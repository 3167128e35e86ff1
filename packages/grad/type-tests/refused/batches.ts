import { add, multiply, ones, scan, type Dim, type Shape, sum, type Tensor, zeros } from '@cotangent/core';
import { vmap } from '@cotangent/grad';
import { affine, double, loss, params, product, size, square, twice, x, xs } from '../functions.ts';

vmap(square)(x);
vmap(square)(double);
vmap(square)(ones([5, 4]));
vmap(square)(ones([]));
vmap(square, { in: -1 })(ones([4, 5]));
vmap(square)(xs, xs);
vmap(product)(xs, x);
vmap(product)(xs, ones([4, 3]));
vmap(square, { in: 1 })(xs);
vmap(square, { in: 2 })(xs);
vmap(product, { in: [0] })(xs, xs);
vmap(product, { in: [0, null] })(xs, xs);
vmap(loss, { in: [{ weight: 0 }, 0] })(params, xs);
vmap(square, { axis: 0 })(xs);
scan((h, a) => [a, h], zeros([2]), xs);
scan((h, a) => [sum(h), a], zeros([3]), xs);
scan((h, a) => add(h, a), zeros([3]), xs);
scan((h, a) => [add(h, a)], zeros([3]), xs);
scan((h: Tensor<[3]>, a: Tensor<[4]>) => [h, a], zeros([3]), xs);

export const ofNumber = () => vmap(3);
export const untyped = vmap((a) => a);
export const sameAxis = <A extends Dim, B extends Dim>(a: Tensor<[A, 3]>, b: Tensor<[B, 3]>) => vmap(product)(a, b);
export const noAxis = <S extends Shape>(f: (a: Tensor<S>) => Tensor<[]>, a: Tensor<S>) => vmap(f)(a);
export const wrongBatch = <B extends Dim>(a: Tensor<[B, 3]>): Tensor<[3]> => vmap(square)(a);
export const otherCarry = <N extends Dim, M extends Dim>(h: Tensor<[N]>, inputs: Tensor<['time', M]>) =>
  scan((carry: Tensor<[N]>, a: Tensor<[M]>) => [a, carry], h, inputs);
export const grownCarry = <N extends Dim>(h: Tensor<[N]>, inputs: Tensor<['time', N]>) =>
  scan((carry: Tensor<[N]>, a: Tensor<[N]>) => [ones([2, h.dim(0)]), multiply(carry, a)], h, inputs);

vmap(square, { in: null })(x);
vmap(product, { in: [null, null] })(x, x);
vmap(product, { in: [0, 0, 0] })(xs, xs);
vmap(square, { in: [[0]] })(xs);
vmap(product, { in: { a: 0, b: 0 } })(xs, xs);
vmap(affine, { in: [0, [0]] })(params, xs);
vmap(affine, { in: [[0], 0] })(params, xs);
vmap(affine, { in: [{ weight: null, bais: null }, 0] })(params, xs);
vmap(affine, { in: [{ weight: 3, bias: null }, 0] })({ ...params, weight: ones([3, 2, 5]) }, xs);
vmap(square, { in: -3 })(xs);
vmap(square, { in: size })(xs);
vmap(square, { out: 1 })(xs);
vmap(square, { out: 5 })(xs);
vmap(twice, { out: 2 })(xs);
vmap(twice, { out: -3 })(xs);
vmap(twice, { out: [0] })(xs);
vmap((a: Tensor<[3]>) => ({ a, b: square(a) }), { out: { a: 0 } })(xs);
vmap((a: Tensor<[3]>) => ({ a, b: square(a) }), { out: { a: 1, b: 1 } })(xs);
vmap((a: Tensor<[3]>) => ({ a, b: square(a) }), { out: { a: 1, b: 0, c: 0 } })(xs);
scan((h, a) => [h, a], zeros([3]), ones([]));
scan((h, a) => [h, a.left], zeros([3]), { left: xs, right: ones([4, 3]) });
scan((h, a) => [h, a], zeros([3]), { left: xs, right: ones([]) });
scan((h, a) => [h, a], { h: zeros([3]) }, 3);
scan((h, a) => [h, a], { h: zeros([3]) }, {});
scan((h, a) => [h, a], { h: zeros([3]), n: 3 }, xs);
scan((h, a) => [{ h: h.h, more: a }, a], { h: zeros([3]) }, xs);
scan((h, a) => [{ h: [h.h] }, a], { h: zeros([3]) }, xs);
scan((h, a) => [{ h: sum(h.h) }, a], { h: zeros([3]) }, xs);
scan((h, a) => [{}, [h, a]], { h: zeros([3]) }, xs);
scan((h, _a) => [h, 3], zeros([3]), xs);
scan((h: Tensor<[3]>, _a: Tensor<[3]>) => [ones([3], 'f64'), h], zeros([3]), xs);

export const otherTimes = <T extends Dim, U extends Dim>(h: Tensor<[3]>, a: Tensor<[T, 3]>, b: Tensor<[U, 3]>) =>
  scan((carry, x) => [carry, x.a], h, { a, b });
export const noTime = <S extends Shape>(h: Tensor<[3]>, inputs: Tensor<S>) => scan((carry) => [carry, carry], h, inputs);
export const axisOfAny = <N extends Dim>(f: (a: Tensor<[N]>) => Tensor<[N]>) => vmap(f, { in: 2 });

vmap(product, { in: [undefined, 0] })(xs, xs);
vmap(square, { in: 'a' })(xs);
vmap(square, { out: [true] })(xs);
vmap((a: Tensor<[3]>) => add(a, ones([4])), { out: 2 })(xs);
export const outOfAny = (f: (a: Tensor<[3]>) => Tensor<Shape>) => vmap(f, { out: 2 });

vmap(product)(xs, ones([xs.dim(0), 4]));
vmap(product)(xs, ones([]));
vmap((...all: readonly Tensor<[3]>[]) => all)(ones([5, 3]), ones([5, 4]));
export const otherExample = <B extends Dim>(a: Tensor<[B, 4]>, b: Tensor<[B, 3]>) => vmap(product)(a, b);
export const passedWhole = <B extends Dim>(a: Tensor<[B, 3]>) => vmap(product, { in: [0, null] })(a, a);
