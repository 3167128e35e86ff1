import { describe, expect, it } from 'vitest';
import { evaluateAll } from './evaluate.ts';
import type { Engine } from './engine.ts';
import { InternalError } from './errors.ts';
import { add, exp, sum, tanh, tensor, type Tensor, zeros } from './index.ts';
import { equationsBetween } from './program.ts';
import { referenceEngine } from './reference/engine.ts';
import { known } from './settled.ts';
import { equationOf, expressionOf } from './tensor.ts';
import { traceScope } from './traceScope.ts';
import * as P from './primitives/builders.ts';

const unknownNodes = (x: Tensor<[]> | Tensor<[3]>): number =>
  equationsBetween((tensor) => tensor[known] !== undefined, [expressionOf(x)]).length;

describe('evaluation', () => {
  it('lets a tensor go of its past once its value is known', () => {
    const x = exp(tensor([0, 0, 0]));
    expect(equationOf(x).primitive).toBe('exp');
    x.toArray();
    expect(equationOf(x).primitive).toBe('constant');
    expect(equationOf(x).outputs).toEqual([x]);
    expect(x.toNested()).toEqual([1, 1, 1]);
  });

  it('keeps the past of a tensor that a function under way depends on', () => {
    const scope = traceScope('test');
    const x = P.exp(P.variable(tensor([0, 0, 0]), scope));
    x.toArray();
    expect(equationOf(x).primitive).toBe('exp');
    scope.close();
  });

  it('remembers what something outside uses as well, so that a loop that reads a side result stays linear', () => {
    let w = zeros([3]);
    const sizes: number[] = [];
    for (let step = 0; step < 50; step++) {
      const hidden = tanh(w);
      const loss = sum(hidden);
      w = add(w, hidden);
      sizes.push(unknownNodes(loss));
      loss.item();
    }
    expect(Math.max(...sizes.slice(2))).toBe(sizes[2]);
    expect(sizes[2]).toBeLessThanOrEqual(6);
  });

  it('computes a trunk that two heads share at most twice, and not again for the next', () => {
    const trunk = tanh(tanh(tensor([1, 2, 3])));
    sum(trunk).item();
    const second = sum(exp(trunk));
    second.item();
    expect(unknownNodes(trunk)).toBe(0);
    expect(unknownNodes(sum(trunk))).toBe(1);
  });

  it.each<[string, Engine['compile']]>([
    ['no outputs', () => () => []],
    ['outputs of another length', () => () => [new Float32Array(1)]],
    ['outputs too many', (program) => (inputs) => [...referenceEngine.compile(program)(inputs), new Float32Array(3)]],
  ])('refuses an engine that gives %s', (_, compile) => {
    const engine: Engine = { name: 'broken', compile };
    expect(() => evaluateAll([expressionOf(exp(tensor([1, 2, 3])))], 'test', engine)).toThrow(InternalError);
  });
});
