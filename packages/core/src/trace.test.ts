import { describe, expect, it } from 'vitest';
import { dim } from './dim.ts';
import { TraceError, TreeError } from './errors.ts';
import * as P from './primitives/builders.ts';
import { scan } from './scan.ts';
import { type AnyTensor, type Tensor, typed } from './tensor.ts';
import { spec, trace } from './trace.ts';
import { any, greater, isNaN, less, logicalNot } from './index.ts';

type Vector = Tensor<[3]>;

describe('trace', () => {
  it('keeps what a function computes, and nothing else', () => {
    const traced = trace((x: Tensor<['batch', 2]>, params: { w: Tensor<[2, 3]>; b: Tensor<[3]> }) => {
      P.exp(x);
      const z = P.dotGeneral(x, params.w, { contract: [[1], [0]], batch: [[], []] });
      return {
        out: P.tanh(P.add(z, P.broadcastInDim(params.b, [dim('batch', 4), 3], [1]))),
        half: P.multiply(z, P.fillLike(z, 0.5)),
      };
    })(spec([dim('batch', 4), 2]), { w: spec([2, 3]), b: spec([3]) });
    expect(String(traced)).toMatchInlineSnapshot(`
      "program(a: f32[batch=4, 2], b: f32[2, 3], c: f32[3]) {
        d: f32[batch=4, 3] = dotGeneral(a, b) {contract: [[1], [0]], batch: [[], []]}
        e: f32[batch=4, 3] = broadcastInDim(c) {axes: [1]}
        f: f32[batch=4, 3] = add(d, e)
        g: f32[batch=4, 3] = tanh(f)
        h: f32[batch=4, 3] = broadcastInDim(0.5) {axes: []}
        i: f32[batch=4, 3] = multiply(d, h)
        return g, i
      }"
    `);
  });

  it('prints sub-programs, constants and attributes', () => {
    const traced = trace((xs: Tensor<[5, 3]>, w: Vector) => {
      const table = P.constant(Float32Array.of(1, 2, 3), [3], 'f32');
      return scan(
        (carry: Vector, x: Vector) => [typed<[3], 'f32'>(P.add(carry, P.multiply(x, P.multiply(w, table)))), P.reverse(x, [0])],
        w,
        xs,
      );
    })(spec([5, 3]), spec([3]));
    expect(String(traced)).toMatchInlineSnapshot(`
      "program(a: f32[5, 3], b: f32[3]) {
        c: f32[3] = constant() {value: [1, 2, 3]}
        d: f32[3] = multiply(b, c)
        e: f32[3], f: f32[5, 3] = scan(d, b, a) {constants: 1, carry: 1, length: 5, reverse: false} program(a: f32[3], b: f32[3], c: f32[3]) {
          d: f32[3] = multiply(c, a)
          e: f32[3] = add(b, d)
          f: f32[3] = reverse(c) {axes: [0]}
          return e, f
        }
        return e, f
      }"
    `);
  });

  it('refuses a value read inside, and says what to do', () => {
    expect(() => trace((x: Vector) => P.add(x, P.scalar(x.toArray()[0] ?? 0, 'f32')))(spec([3]))).toThrow(
      "toArray: this tensor depends on 'arguments[0]', an argument of trace while it is traced, and has no value yet",
    );
  });

  it('refuses a branch on a tensor', () => {
    const branching = (x: Tensor<[]>) => (less(x, 0) ? P.negate(x) : x);
    expect(() => trace(branching)(spec([]))).toThrow(TraceError);
    expect(() => trace(branching)(spec([]))).toThrow('the condition less(f32[], f32[]) was computed and never used');
  });

  it.each<[string, (x: Tensor<[3]>) => AnyTensor]>([
    ['a comparison', (x) => greater(x, 0)],
    ['a comparison of a comparison', (x) => logicalNot(greater(x, 0))],
    ['any', (x) => any(greater(x, 0))],
    ['a test', (x) => isNaN(x)],
  ])('refuses a branch on %s', (_, condition) => {
    expect(() => trace((x: Tensor<[3]>) => (condition(x) ? P.negate(x) : x))(spec([3]))).toThrow('was computed and never used');
  });

  it('knows conditions that belong to a function outside', () => {
    const outer = trace((w: Tensor<[]>, xs: Tensor<[3]>) => scan((c: Tensor<[]>, a: Tensor<[]>) => [c, less(a, w)], w, xs));
    expect(() => outer(spec([]), spec([3]))).not.toThrow();
    expect(() => trace((x: Tensor<[3]>) => (String(less(x, 0)), x))(spec([3]))).not.toThrow();
  });

  it('lets arguments of dtype bool go unused: a mask in a batch, a flag carried along', () => {
    const batch = { x: spec([3]), mask: spec([3], 'bool'), done: spec([], 'bool') };
    expect(() => trace(({ x }: typeof batch) => P.exp(x))(batch)).not.toThrow();
  });

  it('lets a condition be used, nested, or returned', () => {
    const x = spec([]);
    expect(() => trace((y: Tensor<[]>) => P.select(less(y, y), y, P.negate(y)))(x)).not.toThrow();
    expect(() => trace((y: Tensor<[]>) => less(y, y))(x)).not.toThrow();
    expect(() => trace((y: Tensor<[]>) => P.not(less(y, y)))(x)).not.toThrow();
  });

  it.each([
    ['tensor + 1', (x: AnyTensor) => (x as unknown as number) + 1],
    ['tensor < 1', (x: AnyTensor) => (x as unknown as number) < 1],
    ['-tensor', (x: AnyTensor) => -(x as unknown as number)],
    ['tensor == 1', (x: AnyTensor) => (x as unknown as number) == 1],
  ])('refuses %s', (_, f) => {
    expect(() => f(spec([3]))).toThrow('use add(x, 1)');
  });

  it('refuses results that are no tensors', () => {
    // @ts-expect-error the same message as the run's
    expect(() => trace((x: Vector) => ({ loss: x, epoch: 3 }))(spec([3]))).toThrow(TreeError);
    // @ts-expect-error the same message as the run's
    expect(() => trace((x: Vector) => ({ loss: x, epoch: 3 }))(spec([3]))).toThrow(
      'trace: result.epoch is a number: trees hold tensors, arrays and plain records only',
    );
    // @ts-expect-error the same message as the run's
    expect(() => trace(async (x: Vector) => Promise.resolve(x))(spec([3]))).toThrow('the function is async');
  });
});
