import assert from 'node:assert/strict';
import { type AnyTensor, compile, ShapeError, type Tensor, TraceError, TreeError } from '@cotangent/core';
import { asCondition, equationOf, expressionOf, isEquation, P, program, typed } from '@cotangent/core/primitives';
import { describe, expect, test } from 'vitest';
import { customJvp, customVjp } from './custom.ts';
import { grad } from './grad.ts';
import { hessian, jacobianForward, jacobianReverse } from './jacobian.ts';
import { jvp } from './jvp.ts';
import { pushForward } from './pushForward.ts';
import { vjp } from './vjp.ts';
import { vmap } from './vmap.ts';
import { scan } from '@cotangent/core';

type X = Tensor<[3], 'f64'>;
type Scalar = Tensor<[], 'f64'>;

const vector = (...elements: readonly [number, number, number]): X => typed(P.constant(Float64Array.from(elements), [3], 'f64'));
const number = (value: number): Scalar => typed(P.scalar(value, 'f64'));
const total = (x: AnyTensor): Scalar =>
  typed(
    P.reduceSum(
      x,
      x.sizes.map((_, axis) => axis),
    ),
  );
const times = (x: X, y: X): X => typed(P.multiply(x, y));
const scaled = (x: X, factor: number): X => typed(P.multiply(x, P.fillLike(x, factor)));
const sine = (x: X): X => typed(P.sin(x));

/** The sine, whose derivative is said to be three times as large as it is, so that one sees which rule was used. */
const jvpSine = customJvp(sine, ([x], [t]) => scaled(typed(P.multiply(t, P.cos(x))), 3));
const vjpSine = customVjp(
  sine,
  (x) => [sine(x), { x }],
  ({ x }, cotangent) => [scaled(typed(P.multiply(cotangent, P.cos(x))), 3)],
);

const at = vector(0.5, -1, 2);
const cosines = [0.5, -1, 2].map((x) => 3 * Math.cos(x));
const sines = [0.5, -1, 2].map((x) => -3 * Math.sin(x));
const close = (expected: readonly number[]): readonly unknown[] =>
  expected.map((element): unknown => expect.closeTo(element, 12));
const values = (x: AnyTensor): readonly number[] => Array.from(x.toArray());

describe.each([
  ['customJvp', jvpSine],
  ['customVjp', vjpSine],
] as const)('%s', (_, f) => {
  test('keeps the value', () => {
    expect(values(f(at))).toEqual(values(sine(at)));
  });
  test('reverse mode uses the rule, also a second time', () => {
    expect(values(grad((x: X) => total(f(x)))(at))).toEqual(close(cosines));
    const gradient = (x: X): Scalar => total(grad((y: X) => total(f(y)))(x));
    expect(values(grad(gradient)(at))).toEqual(close(sines));
  });
  test('reverse mode of a batch uses the rule', () => {
    const batch = typed<['n', 3], 'f64'>(P.reshape(P.concatenate([at, scaled(at, 2)], 0), [2, 3]));
    const gradient = vmap(grad((x: X) => total(f(x))))(batch);
    const expected = [0.5, -1, 2, 1, -2, 4].map((x) => 3 * Math.cos(x));
    expect(values(gradient)).toEqual(close(expected));
    const outside = grad((xs: Tensor<['n', 3], 'f64'>) => total(vmap(f)(xs)))(batch);
    expect(values(outside)).toEqual(close(expected));
    const second = grad((xs: Tensor<['n', 3], 'f64'>) => total(grad((ys: Tensor<['n', 3], 'f64'>) => total(vmap(f)(ys)))(xs)))(
      batch,
    );
    expect(values(second)).toEqual(close([0.5, -1, 2, 1, -2, 4].map((x) => -3 * Math.sin(x))));
  });
  test('a batch of batches', () => {
    const batch = typed<['m', 'n', 3], 'f64'>(
      P.reshape(P.concatenate([at, scaled(at, 2), scaled(at, 3), scaled(at, -1)], 0), [2, 2, 3]),
    );
    const gradient = grad((xs: Tensor<['m', 'n', 3], 'f64'>) => total(vmap(vmap(f)<'n'>)(xs)))(batch);
    expect(values(gradient)).toEqual(close(values(batch).map((x) => 3 * Math.cos(x))));
  });
  test('inside a loop', () => {
    const run = (x: X): Scalar =>
      total(
        scan(
          (carry: X, s: Scalar) => [times(f(carry), typed(P.broadcastInDim(s, [3], []))), carry] as const,
          x,
          typed<[2], 'f64'>(P.fill(1.5, [2], 'f64')),
        )[0],
      );
    const unrolled = (x: X): Scalar => total(scaled(f(scaled(f(x), 1.5)), 1.5));
    expect(values(grad(run)(at))).toEqual(close(values(grad(unrolled)(at))));
    const twice = (g: (x: X) => Scalar) => grad((x: X) => total(times(grad(g)(x), at)));
    expect(values(twice(run)(at))).toEqual(close(values(twice(unrolled)(at))));
    const batch = typed<['n', 3], 'f64'>(P.reshape(P.concatenate([at, scaled(at, 2)], 0), [2, 3]));
    expect(values(vmap(grad(run))(batch))).toEqual(
      close([...values(grad(unrolled)(at)), ...values(grad(unrolled)(scaled(at, 2)))]),
    );
  });
  test('the Jacobian backward', () => {
    expect(values(jacobianReverse(f)(at))).toEqual(close([cosines[0] ?? 0, 0, 0, 0, cosines[1] ?? 0, 0, 0, 0, cosines[2] ?? 0]));
  });
});

describe('customJvp', () => {
  test('forward mode', () => {
    expect(values(jvp(jvpSine, [at], [vector(1, 1, 1)])[1])).toEqual(close(cosines));
    expect(values(hessian((x: X) => total(jvpSine(x)))(at)).filter((element) => element !== 0)).toEqual(close(sines));
  });
  test('several arguments, one of which does not vary, and a tree of results', () => {
    const f = customJvp(
      (x: X, y: X) => ({ product: times(x, y), first: x }),
      ([x, y], [tx, ty]) => ({ product: typed<[3], 'f64'>(P.add(times(tx, y), scaled(times(x, ty), 10))), first: scaled(tx, 7) }),
    );
    const [value, pullback] = vjp(f, at, vector(1, 2, 3));
    expect(values(value.product)).toEqual([0.5, -2, 6]);
    expect(pullback({ product: vector(1, 1, 1), first: vector(0, 0, 1) }).map(values)).toEqual([
      [1, 2, 10],
      [5, -10, 20],
    ]);
    expect(values(grad((x: X) => total(f(x, vector(1, 2, 3)).product))(at))).toEqual([1, 2, 3]);
  });
  test('a value that it closes over and that is differentiated is refused', () => {
    const loss = (x: X): Scalar =>
      total(
        customJvp(
          (y: X) => times(x, y),
          (_, [t]) => times(x, t),
        )(vector(1, 1, 1)),
      );
    expect(() => grad(loss)(at)).toThrow(TraceError);
    expect(() => grad(loss)(at)).toThrow(
      /customJvp: a function closes over a value that is being differentiated.*pass it as an argument/,
    );
  });
  test('a constant that it closes over', () => {
    const f = customJvp(
      (y: X) => times(at, y),
      ([y], [t]) => times(times(at, y), scaled(t, 2)),
    );
    expect(values(grad((y: X) => total(f(y)))(vector(1, 1, 1)))).toEqual([1, -2, 4]);
    const batch = typed<['n', 3], 'f64'>(P.fill(1, [2, 3], 'f64'));
    expect(values(grad((ys: Tensor<['n', 3], 'f64'>) => total(vmap(f)(ys)))(batch))).toEqual([1, -2, 4, 1, -2, 4]);
  });
  test('a value that it closes over and that is batched is refused when it is differentiated', () => {
    const loss = (x: X, y: X): Scalar =>
      total(
        customJvp(
          (z: X) => times(x, z),
          (_, [t]) => times(x, t),
        )(y),
      );
    const batch = typed<['n', 3], 'f64'>(P.fill(1, [2, 3], 'f64'));
    const all = vmap(loss, { in: [0, null] });
    expect(values(all(batch, at))).toEqual([1.5, 1.5]);
    expect(() => grad((y: X) => total(all(batch, y)))(at)).toThrow(/customJvp: a function closes over a value that vmap batches/);
  });
  test('a rule that reads a value that it cannot have', () => {
    const reading = customJvp(sine, (_, [t]) => scaled(t, t.toArray()[0] ?? 0));
    expect(() => grad((x: X) => total(reading(x)))(at)).toThrow(/depends on 'operand', an argument of a derivative rule/);
  });
  test('a rule that gives something else is refused', () => {
    const wrongShape = customJvp(
      (x: X): Tensor<['k'], 'f64'> => typed(x),
      () => typed(P.fill(0, [2], 'f64')),
    );
    expect(() => grad((x: X) => total(wrongShape(x)))(at)).toThrow(ShapeError);
    expect(() => grad((x: X) => total(wrongShape(x)))(at)).toThrow(/customJvp: tangent is f64\[2\], not f64\[3\] as result/);
    const wrongTree = customJvp(
      (x: X): unknown => [x],
      () => at,
    );
    expect(() => jvp(wrongTree, [at], [at])).toThrow(TreeError);
  });
});

describe('customVjp', () => {
  test('forward mode is refused', () => {
    expect(() => jvp(vjpSine, [at], [at])).toThrow(TraceError);
    expect(() => jvp(vjpSine, [at], [at])).toThrow(
      /sine has a customVjp rule, which gives no forward derivative: define it with customJvp/,
    );
    expect(() => jacobianForward(vjpSine)(at)).toThrow(/jacobianForward: sine has a customVjp rule/);
    const loop = (x: X): X =>
      scan((carry: X, s: Scalar) => [vjpSine(carry), s] as const, x, typed<[2], 'f64'>(P.fill(1, [2], 'f64')))[0];
    expect(() => jvp(loop, [at], [at])).toThrow(/customVjp/);
  });
  test('forward over reverse works', () => {
    expect(values(hessian((x: X) => total(vjpSine(x)))(at)).filter((element) => element !== 0)).toEqual(close(sines));
  });
  test('an operand that is the same for a whole batch gets the sum', () => {
    const product = customVjp(
      (x: X, w: X) => times(x, w),
      (x, w) => [times(x, w), [x, w]] as const,
      ([x, w], cotangent) => [scaled(times(cotangent, w), 2), scaled(times(cotangent, x), 3)],
    );
    const batch = typed<['n', 3], 'f64'>(P.reshape(P.concatenate([at, vector(1, 1, 1)], 0), [2, 3]));
    const loss = (w: X, xs: Tensor<['n', 3], 'f64'>): Scalar => total(vmap(product, { in: [0, null] })(xs, w));
    expect(values(grad(loss)(vector(1, 2, 3), batch))).toEqual([4.5, 0, 9]);
    expect(values(grad(loss, { argument: 1 })(vector(1, 2, 3), batch))).toEqual([2, 4, 6, 2, 4, 6]);
  });
  test('whole numbers among the arguments', () => {
    type Index = Tensor<[], 'i32'>;
    const pick = customVjp(
      (x: X, i: Index) => scaledBy(x, i),
      (x, i) => [scaledBy(x, i), i],
      (i, cotangent) => [scaledBy(cotangent, i), i],
    );
    const scaledBy = (x: X, i: Index): X => typed(P.multiply(x, P.broadcastInDim(P.convert(i, 'f64'), [3], [])));
    const three: Index = typed(P.scalar(3, 'i32'));
    expect(values(grad((x: X) => total(pick(x, three)))(at))).toEqual([3, 3, 3]);
    const many = typed<['n'], 'i32'>(P.constant(Int32Array.from([1, 2]), [2], 'i32'));
    const loss = (x: X): Scalar => total(vmap(pick, { in: [null, 0] })(x, many));
    expect(values(grad(loss)(at))).toEqual([3, 3, 3]);
  });
  test('what it closes over', () => {
    const loss = (x: X): Scalar =>
      total(
        customVjp(
          (y: X) => times(x, y),
          (y) => [times(x, y), []],
          (_, c) => [times(x, c)],
        )(vector(1, 1, 1)),
      );
    expect(() => grad(loss)(at)).toThrow(/customVjp: .* closes over a value that is being differentiated/);
    const weigh = (x: X, y: X): Scalar =>
      total(
        customVjp(
          (z: X) => times(x, z),
          (z) => [times(x, z), []],
          (_, c) => [times(x, c)],
        )(y),
      );
    const batch = typed<['n', 3], 'f64'>(P.fill(1, [2, 3], 'f64'));
    const all = vmap(weigh, { in: [0, null] });
    expect(() => grad((y: X) => total(all(batch, y)))(at)).toThrow(/customVjp: .* closes over a value that vmap batches/);
    const f = customVjp(
      (y: X) => times(at, y),
      (y) => [times(at, y), y],
      (y, c) => [times(times(at, y), c)],
    );
    expect(values(grad((ys: Tensor<['n', 3], 'f64'>) => total(vmap(f)(ys)))(batch))).toEqual([0.5, -1, 2, 0.5, -1, 2]);
  });
  test('passes that give something else are refused', () => {
    const f = (x: X): X => x;
    const forward = customVjp(
      f,
      () => [typed<[3], 'f64'>(number(1)), []],
      (_, c) => [c],
    );
    expect(() => grad((x: X) => total(forward(x)))(at)).toThrow('customVjp: value is f64[], not f64[3] as result');
    // @ts-expect-error forward gives a pair
    const alone = customVjp(f, f, (_, c) => [c]);
    expect(() => alone(at)).toThrow(
      new TreeError('customVjp: forward gives a pair [result, residuals], or [result, []] when nothing is kept'),
    );
    const backward = customVjp(
      f,
      (x) => [x, []],
      () => [typed<[3], 'f64'>(number(1))],
    );
    expect(() => grad((x: X) => total(backward(x)))(at)).toThrow('customVjp: cotangents[0] is f64[], not f64[3] as arguments[0]');
  });
  test('its primitives carry the same rules', () => {
    const pulled: unknown[] = [];
    const f = customVjp(
      sine,
      (x) => [sine(x), x],
      (x, c) => [times(x, c)],
    );
    const [equation] = program([expressionOf(at)], [expressionOf(f(at))]).equations;
    assert.ok(equation !== undefined && isEquation(equation, 'customVjp'));
    const batched = program([], [expressionOf(vmap(f)(typed<['n', 3], 'f64'>(P.fill(2, [2, 3], 'f64'))))]).equations.find(
      (one) => one.primitive === 'customVjp',
    );
    assert.ok(batched !== undefined && isEquation(batched, 'customVjp'));
    const [outputs, residuals] = batched.attributes.forward(batched.operands);
    expect([outputs.length, residuals.length]).toEqual([1, 1]);
    const { tangents } = pushForward(program([expressionOf(at)], equation.outputs), [vector(1, 1, 1)]);
    const tangent = equationOf(tangents[0] ?? at);
    assert.ok(isEquation(tangent, 'customTangent'));
    pulled.push(...tangent.attributes.backward([vector(1, 10, 100)]).map(values));
    expect(pulled).toEqual([[0.5, -10, 200]]);
    const loose = vmap as unknown as (f: (x: AnyTensor) => readonly AnyTensor[]) => (x: AnyTensor) => unknown;
    expect(() => loose((x) => P.customTangent([x], tangent.attributes))(P.fill(1, [2, 3], 'f64'))).toThrow(
      /vmap: sine has a customVjp rule/,
    );
    expect(() => jvp((x: AnyTensor) => P.customTangent([x], tangent.attributes), [at], [at])).toThrow(
      /jvp: sine has a customVjp rule/,
    );
  });
  test('compiled functions and conditions inside rules', () => {
    const compiled = compile((x: X): X => typed(P.cos(x)));
    const f = customJvp(sine, ([x], [t]) => times(t, compiled(x)));
    const loop = (x: X): Scalar =>
      total(scan((carry: X, s: Scalar) => [f(carry), s] as const, x, typed<[2], 'f64'>(P.fill(1, [2], 'f64')))[0]);
    const plain = (x: X): Scalar => total(sine(sine(x)));
    expect(values(grad(loop)(at))).toEqual(close(values(grad(plain)(at))));
    const branching = customJvp(sine, ([x], [t]) => (asCondition(P.less(t, x)) instanceof Object ? t : x));
    expect(() => jvp(branching, [at], [at])).toThrow(/customJvp: the condition less/);
  });
});
