import {
  add,
  type AnyTensor,
  compile,
  type Dim,
  dim,
  evaluate,
  type Float,
  full,
  log,
  logicalNot,
  matmul,
  mean,
  multiply,
  scalar,
  ShapeError,
  sin,
  square,
  stopGradient,
  sum,
  tensor,
  type Tensor,
  type Tree,
  TraceError,
  TreeError,
  where,
  zeros,
  less,
} from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { grad, valueAndGrad } from './grad.ts';

interface Params {
  readonly weight: Tensor<[3, 2]>;
  readonly bias: Tensor<[2]>;
}

const params: Params = {
  weight: tensor([
    [1, 2],
    [3, 4],
    [5, 6],
  ]),
  bias: tensor([0.5, -0.5]),
};
const loss = <B extends Dim>(p: Params, x: Tensor<[B, 3]>): Tensor<[]> => mean(add(matmul(x, p.weight), p.bias));
const x = full([dim('batch', 4), 3], 2);

describe('grad', () => {
  test('of a tree of parameters is the same tree', () => {
    const gradient = grad(loss)(params, x);
    expectTypeOf(gradient).toEqualTypeOf<Params>();
    expect(Object.keys(gradient)).toEqual(['weight', 'bias']);
    expect(gradient.weight.toNested()).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(gradient.bias.toNested()).toEqual([0.5, 0.5]);
  });

  test('keeps a function generic in its later arguments', () => {
    const gradient: <B extends Dim>(params: Params, x: Tensor<[B, 3]>) => Params = grad(loss);
    expect(gradient(params, x).bias.toNested()).toEqual(gradient(params, full([4, 3], 2)).bias.toNested());
    // @ts-expect-error the last dimension is 4
    expect(() => gradient(params, full([2, 4], 0))).toThrow(ShapeError);
  });

  test('keeps the names of axes', () => {
    const named = full([dim('batch', 4), 1], 1);
    const gradient = grad((y: Tensor<['batch', 1]>) => sum(multiply(y, 3)))(named);
    expect(gradient.shape).toEqual(['batch', 1]);
    const unused = grad((y: Tensor<['batch', 1]>) => stopGradient(sum(y)))(named);
    expect(unused.shape).toEqual(['batch', 1]);
  });

  test('an axis without a name that met two different names', () => {
    const [a, b] = [full([dim('a', 2)], 3), full([dim('b', 2)], 5)];
    const f = (y: Tensor<[2]>): Tensor<[]> =>
      typed(P.reduceSum(P.add(P.reshape(P.multiply(y, a), [2]), P.reshape(P.multiply(y, b), [2])), [0]));
    const gradient = grad(f)(zeros([2]));
    expect(gradient.toNested()).toEqual([8, 8]);
    expect(gradient.shape).toEqual([2]);
  });

  test('in another argument', () => {
    const weighted = (w: Tensor<[]>, p: { readonly a: Tensor<[2]> }): Tensor<[]> => multiply(w, sum(p.a));
    const gradient = grad(weighted, { argument: 1 })(scalar(3), { a: zeros([2]) });
    expectTypeOf(gradient).toEqualTypeOf<{ readonly a: Tensor<[2]> }>();
    expect(gradient.a.toNested()).toEqual([3, 3]);
  });

  test('in float64', () => {
    const square = (y: Tensor<[], 'f64'>): Tensor<[], 'f64'> => multiply(y, y);
    const gradient = grad(square)(scalar(3, 'f64'));
    expectTypeOf(gradient).toEqualTypeOf<Tensor<[], 'f64'>>();
    expect([gradient.dtype, gradient.item()]).toEqual(['f64', 6]);
  });

  test('inside a function that is generic in the parameters and the dtype', () => {
    const step = <P extends Tree<Float>, D extends Float>(f: (p: P) => Tensor<[], D>, p: P): P => grad(f)(p);
    const plain = { weight: params.weight, layers: [{ bias: params.bias }] };
    expect(step((p: typeof plain) => sum(p.weight), plain).layers[0]?.bias.toNested()).toEqual([0, 0]);
  });

  test('of a gradient, of any order', () => {
    const f = (y: Tensor<[], 'f64'>): Tensor<[], 'f64'> => sin(y);
    const at = scalar(0.75, 'f64');
    expect(grad(grad(f))(at).item()).toBeCloseTo(-Math.sin(0.75), 14);
    expect(grad(grad(grad(grad(f))))(at).item()).toBeCloseTo(Math.sin(0.75), 14);
  });

  test('inside another does not confuse their variables', () => {
    const f = (y: Tensor<[]>): Tensor<[]> => multiply(y, grad((z: Tensor<[]>) => add(y, z))(scalar(1)));
    expect(grad(f)(scalar(5)).item()).toBe(1);
    const g = (y: Tensor<[]>): Tensor<[]> => multiply(y, grad((z: Tensor<[]>) => multiply(y, z))(y));
    expect(grad(g)(scalar(5)).item()).toBe(10);
  });

  test('the same tensor as two parameters', () => {
    const same = tensor([1, 2]);
    const gradient = grad((p: readonly [Tensor<[2]>, Tensor<[2]>]) => sum(multiply(p[0], p[0])))([same, same]);
    expect(gradient.map((y) => y.toNested())).toEqual([
      [2, 4],
      [0, 0],
    ]);
  });

  test('calls the function once', () => {
    let calls = 0;
    grad((y: Tensor<[]>) => {
      calls += 1;
      return sin(y);
    })(scalar(1));
    expect(calls).toBe(1);
  });

  test('of a compiled function, and compiled', () => {
    const f = (y: Tensor<[2]>): Tensor<[]> => sum(multiply(sin(y), y));
    const at = tensor([0.5, 2]);
    const expected = grad(f)(at).toNested();
    expect(grad(compile(f))(at).toNested()).toEqual(expected);
    expect(compile(grad(f))(at).toNested()).toEqual(expected);
    expect(compile(grad(compile(f)))(at).toNested()).toEqual(expected);
    const curvature = (g: (y: Tensor<[2]>) => Tensor<[]>) => grad((y: Tensor<[2]>) => sum(grad(g)(y)));
    expect(compile(curvature(compile(f)))(at).toNested()).toEqual(curvature(f)(at).toNested());
  });

  test('leaves alone what its inputs were computed from', () => {
    const y = sin(scalar(1));
    expect(grad((z: Tensor<[]>) => multiply(z, y))(y).item()).toBeCloseTo(Math.sin(1), 6);
  });
});

describe('grad refuses', () => {
  const notScalar = 'grad: the function returns a tensor of shape [batch, 10], not a scalar: take its sum or mean first';

  test('a result that is no scalar', () => {
    const f = (y: Tensor<['batch', 10]>): Tensor<['batch', 10]> => sin(y);
    const y = zeros([dim('batch', 2), 10]);
    // @ts-expect-error grad: the function returns a tensor of shape [batch, 10], not a scalar: take its sum or mean first
    const gradient = grad(f) as (y: unknown) => unknown;
    expect(() => gradient(y)).toThrow(new ShapeError(notScalar));
    // @ts-expect-error the same, for another argument
    const other = grad(f, { argument: 0 }) as (y: unknown) => unknown;
    expect(() => other(y)).toThrow(new ShapeError(notScalar));
    // @ts-expect-error the same message as above
    const both = valueAndGrad(f) as (y: unknown) => unknown;
    expect(() => both(y)).toThrow(/valueAndGrad: the function returns a tensor of shape \[batch, 10\], not a scalar/);
    // @ts-expect-error the same message as above
    const auxiliary = valueAndGrad((z: Tensor<['batch', 10]>) => [sin(z), z] as const, { auxiliary: true }) as (
      y: unknown,
    ) => unknown;
    expect(() => auxiliary(y)).toThrow(/valueAndGrad: the function returns a tensor of shape \[batch, 10\], not a scalar/);
  });

  test('a result that is a whole number, or no tensor', () => {
    const whole = (y: Tensor<[]>): Tensor<[], 'bool'> => less(y, 1);
    // @ts-expect-error grad: the function returns bool, and only f32 and f64 have gradients: convert it first
    const gradient = grad(whole) as (y: unknown) => unknown;
    expect(() => gradient(scalar(1))).toThrow(/the function returns bool, and only f32 and f64 have gradients/);
    // @ts-expect-error grad: the function returns no tensor: return a scalar, or a pair for valueAndGrad(f, { auxiliary: true })
    const tree = grad((y: Tensor<[]>) => ({ y })) as (y: unknown) => unknown;
    expect(() => tree(scalar(1))).toThrow(/grad: the function returns no tensor/);
  });

  test('parameters that are whole numbers, at their path', () => {
    const mixed = { layers: [{ w: scalar(1) }], step: scalar(3, 'i32') };
    // @ts-expect-error the same message as the run's
    const gradient = grad((p: typeof mixed) => p.layers[0]?.w ?? scalar(0));
    const bypassed = gradient as unknown as (p: typeof mixed) => unknown;
    expect(() => bypassed(mixed)).toThrow(
      new TreeError('grad: params.step is i32: only f32 and f64 tensors have gradients; pass it as a later argument'),
    );
  });

  test('what the compiler cannot tell only when it runs', () => {
    const untyped = (y: AnyTensor): Tensor<[]> => typed(P.convert(P.reduceSum(y, []), 'f32'));
    expectTypeOf(grad(untyped)).toEqualTypeOf<(params: AnyTensor) => AnyTensor>();
    expect(grad(untyped)(scalar(2)).item()).toBe(1);
    expect(() => grad(untyped)(scalar(2, 'i32'))).toThrow('grad: params is i32: only f32 and f64 tensors have gradients');
    // @ts-expect-error grad: the function returns a tensor of shape [...], not a scalar: take its sum or mean first
    expect(() => (grad((y: AnyTensor) => P.sin(y)) as (y: AnyTensor) => unknown)(scalar(1))).not.toThrow();
  });

  test('conditions that are read, to branch or to loop on, as other values are', () => {
    const branch = (read: (condition: Tensor<[], 'bool'>) => boolean) => (y: Tensor<[]>) =>
      read(less(y, 1)) ? multiply(y, 3) : square(y);
    const readings: readonly ((condition: Tensor<[], 'bool'>) => boolean)[] = [
      (condition) => condition.item(),
      (condition) => condition.toNested(),
      (condition) => condition.toArray()[0] === 1,
      (condition) => evaluate(condition).item(),
      (condition) => logicalNot(logicalNot(condition)).item(),
    ];
    for (const read of readings) {
      expect([0.5, 2].map((y) => grad(branch(read))(scalar(y)).item())).toEqual([3, 4]);
    }
    const doubled = (y: Tensor<[]>): Tensor<[]> => {
      let z = y;
      while (less(z, 100).item()) z = multiply(z, 2);
      return z;
    };
    expect(grad(doubled)(scalar(3)).item()).toBe(64);
  });

  test('conditions of JavaScript, and async functions', () => {
    const branching = (y: Tensor<[]>): Tensor<[]> => {
      const small = Boolean(less(y, 1));
      return small ? y : sin(y);
    };
    expect(() => grad(branching)(scalar(1))).toThrow(TraceError);
    // Computing is not reading: what comes back is still an object.
    const computing = (y: Tensor<[]>): Tensor<[]> => {
      const small = Boolean(evaluate(less(y, 1)));
      return small ? y : sin(y);
    };
    expect(() => grad(computing)(scalar(1))).toThrow(TraceError);
    expect(grad((y: Tensor<[]>) => where(less(y, 1), y, sin(y)))(scalar(0)).item()).toBe(1);
    const later = (async (y: Tensor<[]>) => Promise.resolve(y)) as unknown as (y: Tensor<[]>) => Tensor<[]>;
    expect(() => grad(later)(scalar(1))).toThrow(/async/);
  });

  test('an argument that is missing', () => {
    expect(() => (grad(loss) as () => unknown)()).toThrow(/params is undefined/);
  });
});

describe('valueAndGrad', () => {
  test('gives both', () => {
    const [value, gradient] = valueAndGrad(loss)(params, x);
    expectTypeOf(value).toEqualTypeOf<Tensor<[]>>();
    expectTypeOf(gradient).toEqualTypeOf<Params>();
    expect(value.item()).toBe(loss(params, x).item());
    expect(gradient.bias.toNested()).toEqual([0.5, 0.5]);
  });

  test('with something else that the function returns', () => {
    const f = (y: Tensor<[]>, z: Tensor<[2]>) => [log(y), { twice: multiply(z, y), label: scalar(3, 'i32') }] as const;
    const [[value, other], gradient] = valueAndGrad(f, { auxiliary: true })(scalar(4), tensor([1, 2]));
    expectTypeOf(other.twice).toEqualTypeOf<Tensor<[2]>>();
    expect(value.item()).toBeCloseTo(Math.log(4), 6);
    expect(other.twice.toNested()).toEqual([4, 8]);
    expect(other.label.item()).toBe(3);
    expect(gradient.item()).toBe(0.25);
  });

  test('in another argument', () => {
    const f = (y: Tensor<[2]>, z: Tensor<[]>): Tensor<[]> => multiply(sum(y), z);
    const [value, gradient] = valueAndGrad(f, { argument: 1 })(tensor([1, 2]), scalar(4));
    expectTypeOf(gradient).toEqualTypeOf<Tensor<[]>>();
    expect([value.item(), gradient.item()]).toEqual([12, 3]);
    const [[again, same], third] = valueAndGrad((y: Tensor<[2]>, z: Tensor<[]>) => [f(y, z), y] as const, {
      auxiliary: true,
      argument: 1,
    })(tensor([1, 2]), scalar(4));
    expectTypeOf(same).toEqualTypeOf<Tensor<[2]>>();
    expect([again.item(), third.item()]).toEqual([12, 3]);
  });
});

describe('long functions', () => {
  test('a chain of 100 000 steps', () => {
    const f = (y: Tensor<[], 'f64'>): Tensor<[], 'f64'> => {
      let z = y;
      for (let index = 0; index < 50_000; index += 1) z = multiply(sin(z), 1.25);
      return z;
    };
    const [value, gradient] = valueAndGrad(f)(scalar(0.5, 'f64'));
    let [z, slope] = [0.5, 1];
    for (let index = 0; index < 50_000; index += 1) [z, slope] = [Math.sin(z) * 1.25, slope * Math.cos(z) * 1.25];
    expect(value.item()).toBeCloseTo(z, 12);
    expect(gradient.item()).toBeCloseTo(slope, 12);
  }, 30_000);
});
