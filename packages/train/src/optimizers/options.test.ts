import { tensor } from '@cotangent/core';
import { describe, expect, it } from 'vitest';
import { applyUpdates } from '../applyUpdates.ts';
import { ConfigError } from '../config/configError.ts';
import { addDecayedWeights } from '../transformations/addDecayedWeights.ts';
import { clipByGlobalNorm, clipByValue } from '../transformations/clip.ts';
import { scale } from '../transformations/scale.ts';
import type { Optimizer } from '../transformations/transformation.ts';
import { adam, adamW } from './adam.ts';
import { decodeOptimizer, type Opaque } from './decodeOptimizer.ts';
import { sgd } from './sgd.ts';

const rate = 'a finite number of at least 0, or a schedule';

const refusals: readonly (readonly [message: string, make: () => unknown])[] = [
  [`sgd: rate is -0.1, expected ${rate}`, () => sgd({ rate: -0.1 })],
  [`sgd: rate is NaN, expected ${rate}`, () => sgd({ rate: Number.NaN })],
  [`sgd: rate is missing, expected ${rate}`, () => sgd({} as never)],
  ['sgd: the argument is missing, expected an object of options', () => sgd(undefined as never)],
  ['sgd: momentum is 1, expected a number from 0 up to, but not, 1', () => sgd({ rate: 1, momentum: 1 as never })],
  ['sgd: nesterov is 1, expected true or false', () => sgd({ rate: 1, momentum: 0.5, nesterov: 1 as never })],
  ['sgd: momentum is 0, expected a momentum above 0 beside nesterov', () => sgd({ rate: 1, momentum: 0, nesterov: true })],
  ['sgd: momentum is missing, expected a momentum above 0 beside nesterov', () => sgd({ rate: 1, nesterov: true } as never)],
  [
    'sgd: momentun is 0.9, expected one of the options rate, momentum, nesterov, weightDecay',
    () => sgd({ rate: 1, momentun: 0.9 } as never),
  ],
  ['sgd: weightDecay is -1, expected a finite number of at least 0', () => sgd({ rate: 1, weightDecay: -1 })],
  ['adam: beta1 is 1, expected a number from 0 up to, but not, 1', () => adam({ rate: 1, beta1: 1 as never })],
  ['adam: beta2 is -0.1, expected a number from 0 up to, but not, 1', () => adam({ rate: 1, beta2: -0.1 as never })],
  ['adam: epsilon is Infinity, expected a finite number of at least 0', () => adam({ rate: 1, epsilon: Infinity })],
  [
    'adamW: mask is an array of 1, expected a function (path, leaf) => boolean',
    () => adamW({ rate: 1, mask: ['bias'] as never }),
  ],
  ['clipByGlobalNorm: bound is 0, expected a finite number above 0', () => clipByGlobalNorm(Number('0'))],
  ['clipByValue: bound is NaN, expected a finite number above 0', () => clipByValue(Number.NaN)],
  ['scale: factor is "1", expected a finite number', () => scale('1' as never)],
  ['addDecayedWeights: decay is -1, expected a finite number of at least 0', () => addDecayedWeights(-1)],
];

describe('wrong options', () => {
  it.each(refusals)('%s', (message, make) => expect(make).toThrow(new ConfigError(message)));
});

describe('wrong trees', () => {
  const params = { w: tensor([1, 2]), b: tensor(0) };
  const optimizer = adam({ rate: 1 });
  const state = optimizer.init(params);

  it('name the tensors that differ', () => {
    const update = (gradients: unknown) => () => optimizer.update(gradients as typeof params, state, params);
    expect(update({ w: tensor([1, 2, 3]), b: tensor(0) })).toThrow('update: gradients.w is f32[3], not f32[2] as params.w');
    expect(update({ w: tensor([1, 2], 'f64'), b: tensor(0) })).toThrow('update: gradients.w is f64[2], not f32[2] as params.w');
    expect(update({ w: tensor([1, 2]) })).toThrow("has no field 'b', which params has");
    expect(() => applyUpdates(params, { w: tensor([1]), b: tensor(0) } as never)).toThrow(
      'applyUpdates: updates.w is f32[1], not f32[2] as params.w',
    );
  });

  it.each<[string, Optimizer<Opaque>]>(
    [
      { optimizer: 'sgd', rate: 1 },
      { optimizer: 'sgd', rate: 1, momentum: 0.5 },
      { optimizer: 'adamW', rate: 1 },
      { optimizer: 'clipByGlobalNorm', bound: 1 },
      { optimizer: 'scaleBySchedule', schedule: { schedule: 'constant', value: 1 } },
      { optimizer: 'addDecayedWeights', decay: 1 },
      { optimizer: 'chain', of: [{ optimizer: 'scale', factor: 1 }] },
    ].map((json) => {
      const decoded = decodeOptimizer(json);
      if (decoded._tag === 'Left') throw decoded.left;
      return [json.optimizer, decoded.right];
    }),
  )('are refused by %s, whose parameters are floats and whose gradients are like them', (_, any) => {
    // @ts-expect-error the same message as the run's
    expect(() => any.init({ index: tensor([1], 'i32') })).toThrow('init: params.index is i32: optimizers update floats');
    // @ts-expect-error the same message as the run's
    expect(() => any.init(3)).toThrow('init: params is a number: trees hold tensors, arrays and plain records only');
    // @ts-expect-error the same message as the run's
    expect(() => any.update({ w: tensor([1]), b: tensor(0) }, any.init(params), params)).toThrow(
      'update: gradients.w is f32[1], not f32[2] as params.w',
    );
  });

  it('do not mind the order of keys', () => {
    const [updates] = sgd({ rate: 1 }).update({ b: tensor(5), w: tensor([3, 4]) }, { count: state.count }, params);
    expect([updates.w.toNested(), updates.b.item(), Object.keys(updates)]).toEqual([[-3, -4], -5, ['w', 'b']]);
  });
});

describe('decodeOptimizer', () => {
  const params = { w: tensor([1, -2]) };
  const gradients = { w: tensor([3, 4]) };

  it('puts transformations in order', () => {
    const decoded = decodeOptimizer(
      JSON.parse(
        '{ "optimizer": "chain", "of": [{ "optimizer": "clipByGlobalNorm", "bound": 1 }, { "optimizer": "sgd", "rate": { "schedule": "constant", "value": 0.5 } }] }',
      ),
    );
    if (decoded._tag === 'Left') throw decoded.left;
    const [updates] = decoded.right.update(gradients, decoded.right.init(params), params);
    expect(updates.w.toNested().map((x) => x.toFixed(4))).toEqual(['-0.3000', '-0.4000']);
  });

  it.each([
    [
      undefined,
      'optimizer: optimizer is missing, expected sgd, adam, adamW, clipByGlobalNorm, clipByValue, scale, scaleBySchedule, addDecayedWeights, chain',
    ],
    [
      { optimizer: 'sdg' },
      'optimizer: optimizer is "sdg", expected sgd, adam, adamW, clipByGlobalNorm, clipByValue, scale, scaleBySchedule, addDecayedWeights, chain',
    ],
    [{ optimizer: 'sgd', rate: 'fast' }, `sgd: rate is "fast", expected ${rate}`],
    [
      { optimizer: 'sgd', rate: { schedule: 'linear' } },
      'sgd: rate is an object, in which linear: from is missing, expected a finite number',
    ],
    [{ optimizer: 'sgd', rate: 1, nesterov: true }, 'sgd: momentum is missing, expected a momentum above 0 beside nesterov'],
    [
      { optimizer: 'adam', rate: 1, amsgrad: true },
      'adam: amsgrad is true, expected one of the options rate, beta1, beta2, epsilon, weightDecay',
    ],
    [{ optimizer: 'chain', of: [{ optimizer: 'scale' }] }, 'scale: factor is missing, expected a finite number'],
    [{ optimizer: 'chain', of: 3 }, 'chain: of is 3, expected an array'],
    [
      { optimizer: 'scaleBySchedule', schedule: { schedule: 'constant', value: 1 }, extra: 1 },
      'scaleBySchedule: extra is 1, expected one of the options schedule',
    ],
  ])('refuses %o', (json, message) => {
    const decoded = decodeOptimizer(json);
    expect(decoded._tag === 'Left' ? decoded.left : decoded).toEqual(new ConfigError(message));
  });
});
