/**
 * Optimizers against PyTorch's formulas (torch.optim, the single-tensor loops), written out in plain float64.
 */
import {
  type AnyTensor,
  evaluate,
  type Float,
  mapTree,
  multiply,
  type Shape,
  subtract,
  tensor,
  type Tensor,
} from '@cotangent/core';
import { describe, expect, it } from 'vitest';
import { applyUpdates } from '../applyUpdates.ts';
import { linear } from '../schedules/schedules.ts';
import type { StateKind, Transformation } from '../transformations/transformation.ts';
import { adam, adamW } from './adam.ts';
import { sgd } from './sgd.ts';

const steps = 30;

interface Params {
  readonly narrow: { readonly weight: Tensor<[2, 3]>; readonly bias: Tensor<[]> };
  readonly wide: readonly [Tensor<[3], 'f64'>];
}

const start: Params = {
  narrow: {
    weight: tensor([
      [0.5, -1, 2],
      [0.25, 3, -0.75],
    ]),
    bias: tensor(-1.5),
  },
  wide: [tensor([1, -2, 0.3], 'f64')],
};

/** The gradient of a bowl that is steeper in some directions: each parameter moves at its own pace. */
const curvature: Params = {
  narrow: {
    weight: tensor([
      [1, 2, 0.1],
      [4, 0.5, 1],
    ]),
    bias: tensor(3),
  },
  wide: [tensor([0.01, 1, 100], 'f64')],
};
const center: Params = {
  narrow: {
    weight: tensor([
      [1, 1, 1],
      [0, 0, 0],
    ]),
    bias: tensor(2),
  },
  wide: [tensor([0.1, 0.2, 0.3], 'f64')],
};
const gradientsAt = (params: Params): Params =>
  mapTree(
    <S extends Shape, D extends Float>(p: Tensor<S, D>, c: Tensor<S, D>, m: Tensor<S, D>): Tensor<S, D> =>
      multiply(c, subtract(p, m)),
    params,
    curvature,
    center,
  );

const numbers = (params: Params): readonly number[] => {
  const { narrow, wide } = params;
  return [narrow.weight, narrow.bias, wide[0]].flatMap((leaf: AnyTensor) => [...leaf.toArray()]);
};

const trained = <K extends StateKind>(optimizer: Transformation<K>): readonly number[] => {
  let [params, state] = [start, optimizer.init(start)];
  for (let step = 0; step < steps; step++) {
    const [updates, next] = optimizer.update(gradientsAt(params), state, params);
    [params, state] = evaluate([applyUpdates(params, updates), next] as const);
  }
  return numbers(params);
};

/** One scalar parameter's rule: its next value from its gradient, with memory between steps. */
type Rule = () => (param: number, gradient: number, step: number) => number;

const expected = (rule: Rule): readonly number[] => {
  const [params, factors, centers] = [numbers(start), numbers(curvature), numbers(center)];
  return params.map((first, index) => {
    const next = rule();
    let param = first;
    for (let step = 0; step < steps; step++) param = next(param, (factors[index] ?? 0) * (param - (centers[index] ?? 0)), step);
    return param;
  });
};

interface Sgd {
  readonly rate: (step: number) => number;
  readonly momentum?: number;
  readonly nesterov?: boolean;
  readonly weightDecay?: number;
}

const torchSgd =
  ({ rate, momentum = 0, nesterov = false, weightDecay = 0 }: Sgd): Rule =>
  () => {
    let buffer: number | undefined;
    return (param, gradient, step) => {
      let d = gradient + weightDecay * param;
      if (momentum !== 0) {
        buffer = buffer === undefined ? d : momentum * buffer + d;
        d = nesterov ? d + momentum * buffer : buffer;
      }
      return param - rate(step) * d;
    };
  };

interface Adam {
  readonly rate: (step: number) => number;
  readonly betas?: readonly [number, number];
  readonly epsilon?: number;
  readonly coupled?: number;
  readonly decoupled?: number;
}

const torchAdam =
  ({ rate, betas: [beta1, beta2] = [0.9, 0.999], epsilon = 1e-8, coupled = 0, decoupled = 0 }: Adam): Rule =>
  () => {
    let [m, v] = [0, 0];
    return (param, gradient, step) => {
      const shrunk = param * (1 - rate(step) * decoupled);
      const g = gradient + coupled * param;
      m = beta1 * m + (1 - beta1) * g;
      v = beta2 * v + (1 - beta2) * g * g;
      const denominator = Math.sqrt(v) / Math.sqrt(1 - beta2 ** (step + 1)) + epsilon;
      return shrunk - (rate(step) / (1 - beta1 ** (step + 1))) * (m / denominator);
    };
  };

const fixed = (rate: number) => () => rate;
const falling = (step: number): number => 0.05 * (1 - Math.min(step, 20) / 20);
const schedule = linear({ from: 0.05, to: 0, steps: 20 });

const table: readonly (readonly [string, readonly number[], Rule])[] = [
  ['sgd', trained(sgd({ rate: 0.01 })), torchSgd({ rate: fixed(0.01) })],
  ['sgd, momentum', trained(sgd({ rate: 0.005, momentum: 0.9 })), torchSgd({ rate: fixed(0.005), momentum: 0.9 })],
  [
    'sgd, Nesterov',
    trained(sgd({ rate: 0.005, momentum: 0.9, nesterov: true })),
    torchSgd({ rate: fixed(0.005), momentum: 0.9, nesterov: true }),
  ],
  ['sgd, weight decay', trained(sgd({ rate: 0.01, weightDecay: 0.3 })), torchSgd({ rate: fixed(0.01), weightDecay: 0.3 })],
  [
    'sgd, all of it',
    trained(sgd({ rate: 0.005, momentum: 0.8, nesterov: true, weightDecay: 0.3 })),
    torchSgd({ rate: fixed(0.005), momentum: 0.8, nesterov: true, weightDecay: 0.3 }),
  ],
  ['adam', trained(adam({ rate: 0.1 })), torchAdam({ rate: fixed(0.1) })],
  [
    'adam, all of it',
    trained(adam({ rate: 0.1, beta1: 0.8, beta2: 0.99, epsilon: 0.01, weightDecay: 0.3 })),
    torchAdam({ rate: fixed(0.1), betas: [0.8, 0.99], epsilon: 0.01, coupled: 0.3 }),
  ],
  ['adamW', trained(adamW({ rate: 0.1 })), torchAdam({ rate: fixed(0.1), decoupled: 0.01 })],
  ['adamW, decay', trained(adamW({ rate: 0.1, weightDecay: 0.5 })), torchAdam({ rate: fixed(0.1), decoupled: 0.5 })],
  ['adamW, no decay', trained(adamW({ rate: 0.1, weightDecay: 0 })), torchAdam({ rate: fixed(0.1) })],
];

const scheduled: readonly (readonly [string, readonly number[], Rule])[] = [
  ['sgd', trained(sgd({ rate: schedule, weightDecay: 0.1 })), torchSgd({ rate: falling, weightDecay: 0.1 })],
  [
    'sgd, momentum',
    trained(sgd({ rate: linear({ from: 0.005, to: 0, steps: 20 }), momentum: 0.5 })),
    torchSgd({ rate: (step) => falling(step) / 10, momentum: 0.5 }),
  ],
  ['adam', trained(adam({ rate: schedule })), torchAdam({ rate: falling })],
  ['adamW', trained(adamW({ rate: schedule, weightDecay: 0.5 })), torchAdam({ rate: falling, decoupled: 0.5 })],
];

const within = (found: readonly number[], wanted: readonly number[], tolerance: number): void =>
  found.forEach((value, index) => {
    const want = wanted[index] ?? Number.NaN;
    expect(Math.abs(value - want)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(want)));
  });

describe(`after ${steps} steps as PyTorch's formulas in float64`, () => {
  it.each(table)('%s', (_, found, rule) => {
    const wanted = expected(rule);
    // Seven parameters in f32, each step rounding a few times; three in f64.
    within(found.slice(0, 7), wanted.slice(0, 7), 5e-6);
    within(found.slice(7), wanted.slice(7), 1e-13);
  });

  it.each(scheduled)('%s, with a schedule, whose values are float32', (_, found, rule) => within(found, expected(rule), 5e-6));

  it('moves', () => {
    const first = numbers(start);
    const distances = table.map(([, found]) => Math.hypot(...found.map((value, index) => value - (first[index] ?? 0))));
    expect(Math.min(...distances)).toBeGreaterThan(0.1);
  });
});
