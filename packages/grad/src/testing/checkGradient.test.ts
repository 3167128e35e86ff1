import {
  type AnyTensor,
  add,
  dim,
  evaluate,
  exp,
  less,
  log,
  multiply,
  scalar,
  sin,
  sqrt,
  sum,
  take,
  tanh,
  tensor,
  type Tensor,
  where,
  zeros,
} from '@cotangent/core';
import { P } from '@cotangent/core/primitives';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { customJvp, customVjp } from '../custom.ts';
import { checkGradient, type GradientOptions } from './checkGradient.ts';
import type { GradientReport, GradientSummary } from './report.ts';

const accepted = (found: E.Either<GradientReport, GradientSummary>): GradientSummary => {
  if (E.isLeft(found)) throw new Error(String(found.left));
  return found.right;
};

const refused = (found: E.Either<GradientReport, GradientSummary>): GradientReport => {
  if (E.isRight(found)) throw new Error(`accepted: ${JSON.stringify(found.right)}`);
  return found.left;
};

/** The square, with a derivative that is off by the factor 2.001 / 2. */
const wrongSquare = customJvp(
  (x: AnyTensor): AnyTensor => P.multiply(x, x),
  ([x], [t]) => P.multiply(P.multiply(t, x), P.fillLike(x, 2.001)),
);

const half = tensor([0.5, 0.5]);

const relu = (x: Tensor<[3]>): Tensor<[3]> => where(less(x, 0), 0, x);

describe('checkGradient', () => {
  it('tells how much was compared, and with which seed', () => {
    const { compared, discarded, seed } = accepted(checkGradient((x: Tensor<[2]>) => tanh(x), [tensor([0.5, -1])], { seed: 7 }));
    // Two directions and four entries of the Jacobian; of the gradient, which has two results and four arguments, two and eight.
    expect({ compared, discarded, seed }).toEqual({ compared: 16, discarded: 0, seed: 7 });
  });

  it('says where a derivative is wrong, by how much, and how to see it again', () => {
    const params = {
      hidden: {
        weight: tensor([
          [0, 0, 0],
          [0, 0, 0.75],
        ]),
      },
      scale: scalar(2),
    };
    const loss = ({ hidden: { weight }, scale }: typeof params) => P.multiply(P.reduceSum(wrongSquare(weight), [0, 1]), scale);
    const report = refused(checkGradient(loss, [params], { names: ['params'], seed: 3 }));
    expect(report.difference?.path).toBe('params.hidden.weight[1,2]');
    expect(`\n${String(report)}\n`).toMatchInlineSnapshot(`
      "
      directional derivative: the derivative differs from the numerical one
        at        params.hidden.weight[1,2]
        along     that element, of result
        analytic  3.0015
        numeric   3
        apart     0.0015000000000000568, of 3.1e-8 allowed
        order     1, the derivative of the function
        seed      3
      "
    `);
    expect(String(refused(checkGradient(loss, [params], { names: ['params'], seed: 3 })))).toBe(String(report));
    expect(String(refused(checkGradient(loss, [params], { names: ['params'], seed: 4 })))).not.toBe(String(report));
  });

  it('computes in f64 what it is given in f32', () => {
    accepted(checkGradient((x: Tensor<[3]>) => sum(exp(x)), [tensor([1, 2, 3])]));
  });

  it('says so when a function mixes in f32, and when it lowers the precision', () => {
    expect(refused(checkGradient((x: Tensor<[2]>) => multiply(x, half), [tensor([1, 2])])).message).toMatch(
      /^it throws DTypeError: multiply: dtypes differ/,
    );
    expect(refused(checkGradient((x: Tensor<[2]>) => multiply(x, half), [tensor([1, 2])])).message).toMatch(
      /f64 and f32: convert one of them; the function is run in f64, whatever its inputs are: make its layers and constants with dtype 'f64', or take them as arguments$/,
    );
    accepted(checkGradient((x: Tensor<[2]>, y: Tensor<[2]>) => multiply(x, y), [tensor([1, 2]), half]));
    const narrow = refused(checkGradient((x: AnyTensor) => P.convert(x, 'f32'), [tensor([1, 2])]));
    expect(narrow.message).toBe('result is f32 for arguments in f64: gradients are checked in f64 throughout');
  });

  it('takes several arguments and gives trees, and keeps names of dimensions', () => {
    const batch = dim('batch', 2);
    const f = (x: Tensor<['batch', 2], 'f64'>, y: Tensor<[2], 'f64'>) => {
      expect(x.shape).toEqual(['batch', 2]);
      return { a: [multiply(x, y)], b: sin(y), count: P.argMax(x, 0) };
    };
    accepted(checkGradient(f, [add(zeros([batch, 2], 'f64'), 0.5), tensor([1, 2], 'f64')]));
  });

  it('holds whole numbers fixed, and batches over them when it has other examples', () => {
    const f = (x: Tensor<[3], 'f64'>, at: Tensor<[2], 'i32'>) => take(sin(x), at, 0);
    const examples = [
      [tensor([1, 0, 2], 'f64'), tensor([2, 2], 'i32')],
      [tensor([0, 1, 0.5], 'f64'), tensor([1, 0], 'i32')],
    ] as const;
    accepted(checkGradient(f, [tensor([1, 2, 3], 'f64'), tensor([0, 2], 'i32')], { examples }));
  });

  it('leaves out comparisons at kinks and counts them, and refuses a point at which there are too many', () => {
    const many = accepted(checkGradient(relu, [tensor([0, 1, -1])], { maxDiscarded: 1 }));
    expect(many.discarded).toBeGreaterThan(0);
    expect(many.discarded).toBeLessThan(many.compared);
    const all = refused(checkGradient((x: Tensor<[]>) => where(less(x, 0), 0, x), [scalar(0)]));
    expect(all.check).toBe('kinks');
    expect(all.message).toMatch(/^(\d+) of \d+ comparisons were made void by a kink or a jump/);
  });

  it('leaves nothing out where a function is smooth, zero curvature included', () => {
    for (const x of [-2, 0, 1])
      expect(accepted(checkGradient((y: Tensor<[]>) => multiply(multiply(y, y), y), [scalar(x)])).discarded).toBe(0);
  });

  it('accepts right derivatives near singularities and of fast functions, and says when no step can tell', () => {
    for (const [seed, x] of [1e-4, 1e-3, 1e-3, 1e-3, 1].entries())
      accepted(checkGradient((y: Tensor<[], 'f64'>) => log(y), [scalar(x, 'f64')], { seed }));
    accepted(checkGradient((y: Tensor<[], 'f64'>) => sin(multiply(y, 3000)), [scalar(1, 'f64')]));
    const near = (options: GradientOptions<[Tensor<[], 'f64'>]>) =>
      checkGradient((y: Tensor<[], 'f64'>) => sqrt(y), [scalar(1e-6, 'f64')], options);
    expect(refused(near({})).message).toMatch(/^the numerical derivative has not settled, .* choose a smaller step/);
    accepted(near({ step: 2 ** -30 }));
  });

  it('tells a wrong derivative near a singularity from one that no step can tell', () => {
    const wrong = (x: AnyTensor): AnyTensor => P.add(wrongSquare(P.log(x)), P.sqrt(x));
    expect(refused(checkGradient(wrong, [scalar(1e-3, 'f64')])).message).toBe('the derivative differs from the numerical one');
  });

  it('checks third derivatives when it is told to', () => {
    accepted(checkGradient((x: Tensor<[2]>) => multiply(sin(x), exp(x)), [tensor([0.5, -1])], { order: 3 }));
  });

  it('checks functions with a pullback of their own in reverse mode alone, and says so', () => {
    const own = customVjp(
      (x: Tensor<[2]>) => sin(x),
      (x) => [sin(x), x],
      (x, c) => [multiply(c, sin(add(x, Math.PI / 2)))],
    );
    accepted(checkGradient(own, [tensor([0.5, -1])], { forward: false }));
    expect(refused(checkGradient(own, [tensor([0.5, -1])])).message).toMatch(/say \{ forward: false \}$/);
  });

  it('computes nothing of the inputs anew, and leaves them as they are', () => {
    const x = evaluate(exp(tensor([1, 2])));
    const before = x.toArray();
    accepted(checkGradient((y: Tensor<[2]>) => multiply(y, y), [x]));
    expect(x.toArray()).toEqual(before);
  });

  it('refuses a function without floats to differentiate, or to differentiate in', () => {
    const whole = tensor([1, 2], 'i32');
    expect(refused(checkGradient((x: Tensor<[2]>) => less(x, 0), [tensor([1, 2])])).message).toMatch(
      /^the result has no tensor of floats/,
    );
    expect(refused(checkGradient((x: Tensor<[2], 'i32'>) => [x, half], [whole])).message).toMatch(
      /^the inputs have no tensor of floats/,
    );
  });

  it('refuses examples of other shapes, of floats and of whole numbers', () => {
    const f = (x: AnyTensor, at: AnyTensor) => [P.sin(x), at];
    const [x, at] = [tensor([1, 2], 'f64'), tensor([0], 'i32')];
    const message = (...example: [AnyTensor, AnyTensor]): string =>
      refused(checkGradient(f, [x, at], { examples: [example] })).message;
    expect(message(tensor([1, 2, 3], 'f64'), at)).toBe(
      'an example has f64[3] in place of f64[2] at inputs[0]: examples have the shapes of the inputs',
    );
    expect(message(x, tensor([0, 1], 'i32'))).toMatch(
      /^an example has f64\[2\] in place of f64\[1\] at an argument of whole numbers/,
    );
  });
});
