/**
 * What a node of an expression costs: built, differentiated, printed, evaluated, for graphs of growing size.
 *
 * The graph is a chain of elementwise operations on two numbers, as deep as it is large. Costs a node that stay level show
 * that every pass is linear; that the largest finishes shows that none recurses.
 */
import { add, multiply, sum, tanh, tensor, type Tensor, trace } from '@cotangent/core';
import { grad } from '@cotangent/grad';

/** Microseconds a node. */
export interface NodeCost {
  readonly nodes: number;
  readonly build: number;
  readonly differentiate: number;
  readonly print: number;
  readonly evaluate: number;
}

type Pair = Tensor<[2]>;

const half = tensor([0.5, 0.25]);

/** A chain of `nodes` operations, tanh(x) * 0.5 + x in turn, so that nothing overflows. */
const chain = (x: Pair, nodes: number): Pair => {
  let y = x;
  for (let index = 0; index < nodes; index += 3) y = add(multiply(tanh(y), half), x);
  return y;
};

const timed = <T>(run: () => T): readonly [milliseconds: number, result: T] => {
  const start = performance.now();
  const result = run();
  return [performance.now() - start, result];
};

const measure = (nodes: number): NodeCost => {
  const x = tensor([0.1, -0.2]);
  const [build, y] = timed(() => chain(x, nodes));
  const [differentiate] = timed(() => grad((at: Pair) => sum(chain(at, nodes)))(x));
  const traced = trace((at: Pair) => chain(at, nodes))(x);
  const [print] = timed(() => String(traced));
  const [evaluate] = timed(() => y.toArray());
  const each = (milliseconds: number): number => (milliseconds * 1000) / nodes;
  return { nodes, build: each(build), differentiate: each(differentiate), print: each(print), evaluate: each(evaluate) };
};

/** The costs for each size, the least of three measurements. */
export const nodeCosts = (sizes: readonly number[]): readonly NodeCost[] => {
  measure(sizes[0] ?? 1000);
  return sizes.map((nodes) => {
    const runs = [measure(nodes), measure(nodes), measure(nodes)];
    const least = (field: 'build' | 'differentiate' | 'print' | 'evaluate'): number => Math.min(...runs.map((run) => run[field]));
    return {
      nodes,
      build: least('build'),
      differentiate: least('differentiate'),
      print: least('print'),
      evaluate: least('evaluate'),
    };
  });
};
