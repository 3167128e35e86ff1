import { describe, expect, it } from 'vitest';
import { compile, evaluate } from './compile.ts';
import { dim } from './dim.ts';
import type { Engine } from './engine.ts';
import { equationOf, type Tensor, typed } from './tensor.ts';
import * as P from './primitives/builders.ts';
import { referenceEngine } from './reference/engine.ts';
import { trace } from './trace.ts';

type Any = Tensor<[3]>;
const vector = (...values: number[]): Any => typed(P.constant(Float32Array.from(values), [values.length], 'f32'));

/** An engine that counts how often it compiles and runs. */
const counting = (): { readonly engine: Engine; readonly counts: { compiled: number; run: number } } => {
  const counts = { compiled: 0, run: 0 };
  const engine: Engine = {
    name: 'counting',
    compile: (program) => {
      counts.compiled++;
      const run = referenceEngine.compile(program);
      return (inputs) => {
        counts.run++;
        return run(inputs);
      };
    },
  };
  return { engine, counts };
};

describe('compile', () => {
  it('traces once for each shape and gives what the function gives', () => {
    const { engine, counts } = counting();
    let calls = 0;
    const f = compile((x: Any) => (calls++, P.exp(P.multiply(x, x))), { engine });
    for (let i = 0; i < 5; i++)
      expect(f(vector(1, 2, i)).toArray()).toEqual(P.exp(P.multiply(vector(1, 2, i), vector(1, 2, i))).toArray());
    expect([calls, counts.compiled, counts.run]).toEqual([1, 1, 5]);
    expect(f(vector(1, 2)).sizes).toEqual([2]);
    expect(calls).toBe(2);
  });

  it('tells different static closures apart, and names from sizes', () => {
    const scaled = (factor: number) => compile((x: Any) => P.multiply(x, P.fillLike(x, factor)));
    const [twice, thrice] = [scaled(2), scaled(3)];
    expect([twice(vector(1)).item(), thrice(vector(1)).item()]).toEqual([2, 3]);
    const f = compile((x: Any) => x);
    expect(f(typed(P.constant(Float32Array.of(1), [dim('batch', 1)], 'f32'))).shape).toEqual(['batch']);
    expect(f(vector(1)).shape).toEqual([1]);
  });

  it('forgets the least recently used shape first', () => {
    let calls = 0;
    const f = compile((x: Any) => (calls++, P.negate(x)), { cacheSize: 2 });
    f(vector(1));
    f(vector(1, 2));
    f(vector(1));
    f(vector(1, 2, 3));
    expect(calls).toBe(3);
    f(vector(1));
    expect(calls).toBe(3);
    f(vector(1, 2));
    expect(calls).toBe(4);
  });

  it('computes what does not depend on its arguments once', () => {
    const { engine, counts } = counting();
    const f = compile((x: Any) => P.add(x, P.exp(vector(0, 0, 0))), { engine });
    f(vector(1, 2, 3));
    const before = { ...counts };
    expect(f(vector(1, 2, 3)).toArray()).toEqual(Float32Array.of(2, 3, 4));
    expect(counts).toEqual({ compiled: before.compiled, run: before.run + 1 });
  });

  it('is the function itself while something else is traced', () => {
    const f = compile((x: Any) => P.exp(x));
    expect(trace((x: Any) => f(x))(vector(1, 2, 3)).program.equations.map(({ primitive }) => primitive)).toEqual(['exp']);
    const closes = trace((x: Any) => compile((y: Any) => P.add(x, y))(vector(1, 1, 1)))(vector(1, 2, 3));
    expect(closes.program.equations.at(-1)?.primitive).toBe('add');
  });

  it('gives results without a past', () => {
    expect(equationOf(compile((x: Any) => P.exp(x))(vector(1))).primitive).toBe('constant');
  });

  it('lets arguments come back as results', () => {
    const [x, again] = compile((a: Any) => [a, a] as const)(vector(1, 2, 3));
    expect([x.toArray(), again.toArray()]).toEqual([Float32Array.of(1, 2, 3), Float32Array.of(1, 2, 3)]);
  });
});

describe('evaluate', () => {
  it('keeps values, shapes and structure, and drops the past', () => {
    const x = P.add(vector(1, 2, 3), vector(1, 1, 1));
    const { deep } = evaluate({ deep: [x] });
    expect(deep[0]?.toArray()).toEqual(Float32Array.of(2, 3, 4));
    expect(deep.map(equationOf).map(({ primitive }) => primitive)).toEqual(['constant']);
  });

  it('reads a chain of 100 000 nodes', { timeout: 60_000 }, () => {
    const one = vector(1, 1, 1);
    let x: Any = vector(0, 0, 0);
    for (let i = 0; i < 100_000; i++) x = typed(P.add(x, one));
    expect(x.toArray()).toEqual(Float32Array.of(100_000, 100_000, 100_000));
  });
});
