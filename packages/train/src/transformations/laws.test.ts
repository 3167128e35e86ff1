import { mapTree, multiply, tensor, type Tensor } from '@cotangent/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../config/configError.ts';
import { adam, adamW } from '../optimizers/adam.ts';
import { decodeOptimizer, type Opaque } from '../optimizers/decodeOptimizer.ts';
import { sgd } from '../optimizers/sgd.ts';
import { linear } from '../schedules/schedules.ts';
import { addDecayedWeights } from './addDecayedWeights.ts';
import { chain } from './chain.ts';
import { clipByGlobalNorm, clipByValue } from './clip.ts';
import { scale, scaleBySchedule } from './scale.ts';
import type { StateKind, Transformation } from './transformation.ts';

interface Tree {
  readonly a: Tensor<[3]>;
  readonly b: { readonly c: Tensor<[], 'f64'> };
}

const number = fc.integer({ min: -640, max: 640 }).map((n) => n / 64);
const tree: fc.Arbitrary<Tree> = fc
  .tuple(number, number, number, number)
  .map(([x, y, z, w]) => ({ a: tensor([x, y, z]), b: { c: tensor(w, 'f64') } }));
const run = fc.tuple(tree, fc.array(tree, { minLength: 1, maxLength: 4 }));

const values = ({ a, b }: Tree): readonly number[] => [...a.toArray(), b.c.item()];

/** All that the world sees of a transformation: its updates, one after the other. */
const observed = <K extends StateKind>(
  transformation: Transformation<K>,
  params: Tree,
  gradients: readonly Tree[],
): readonly (readonly number[])[] => {
  let state = transformation.init(params);
  return gradients.map((gradient) => {
    const [updates, next] = transformation.update(gradient, state, params);
    state = next;
    return values(updates);
  });
};

/** Any transformation, as JSON, so that a counterexample can be read. */
const transformation: fc.Arbitrary<Transformation<Opaque>> = fc
  .constantFrom(
    { optimizer: 'sgd', rate: 0.1 },
    { optimizer: 'sgd', rate: { schedule: 'linear', from: 1, to: 0, steps: 3 }, momentum: 0.9, nesterov: true },
    { optimizer: 'adam', rate: 0.1 },
    { optimizer: 'adamW', rate: 0.1, weightDecay: 0.1 },
    { optimizer: 'clipByGlobalNorm', bound: 1 },
    { optimizer: 'clipByValue', bound: 0.5 },
    { optimizer: 'scale', factor: -3 },
    { optimizer: 'scaleBySchedule', schedule: { schedule: 'exponentialDecay', from: 1, factor: 0.5, steps: 2 } },
    { optimizer: 'addDecayedWeights', decay: 0.25 },
  )
  .map((json) => {
    const decoded = decodeOptimizer(json);
    if (decoded._tag === 'Left') throw decoded.left;
    return decoded.right;
  });

describe('chain', () => {
  it('is associative, as far as updates can tell', () => {
    fc.assert(
      fc.property(transformation, transformation, transformation, run, (f, g, h, [params, gradients]) => {
        const flat = observed(chain(f, g, h), params, gradients);
        expect(observed(chain(chain(f, g), h), params, gradients)).toEqual(flat);
        expect(observed(chain(f, chain(g, h)), params, gradients)).toEqual(flat);
      }),
    );
  });

  it('has an identity', () => {
    fc.assert(
      fc.property(transformation, run, (f, [params, gradients]) => {
        const alone = observed(f, params, gradients);
        expect(observed(chain(chain(), f), params, gradients)).toEqual(alone);
        expect(observed(chain(f, chain()), params, gradients)).toEqual(alone);
        expect(observed(chain(), params, gradients)).toEqual(gradients.map(values));
      }),
    );
  });
});

describe('a chain of what is no transformation', () => {
  it('is refused by its place', () => {
    expect(() => (chain as (...members: readonly unknown[]) => unknown)(scale(1), 0.1)).toThrow(
      new ConfigError('chain: members[1] is 0.1, expected a transformation, such as clipByGlobalNorm(1)'),
    );
  });
});

describe('the state of another optimizer', () => {
  const params = tensor([1, 2]);
  const update = <K extends StateKind>(optimizer: Transformation<K>, state: unknown) => optimizer.update(params, state, params);
  const count = sgd({ rate: 1 }).init(params);
  const both = 'count, mean, variance';

  it.each<[string, () => unknown, string]>([
    ['adam', () => update(adam({ rate: 1 }), count), `adam: @{ ${both} }, got { count }`],
    ['adamW', () => update(adamW({ rate: 1 }), {}), `adamW: @{ ${both} }, got {}`],
    ['sgd', () => update(sgd({ rate: 1 }), adam({ rate: 1 }).init(params)), `sgd: @{ count }, got { ${both} }`],
    ['sgd with momentum', () => update(sgd({ rate: 1, momentum: 0.5 }), count), 'sgd: @{ count, momentum }, got { count }'],
    [
      'scaleBySchedule',
      () =>
        update(
          scaleBySchedule(() => 1 as never),
          [count],
        ),
      'scaleBySchedule: @{ count }, got an array of 1',
    ],
    ['chain', () => update(chain(scale(1), scale(2)), count), 'chain: @an array of 2, got an object'],
    ['chain of less', () => update(chain(scale(1), scale(2)), [{}]), 'chain: @an array of 2, got an array of 1'],
  ])('is refused by %s', (_, call, message) => {
    expect(call).toThrow(message.replace('@', 'the state is that of another optimizer: expected '));
  });
});

describe('sgd', () => {
  it('with a momentum of 0 is sgd without', () => {
    fc.assert(
      fc.property(run, ([params, gradients]) => {
        const plain = observed(sgd({ rate: 0.1, weightDecay: 0.5 }), params, gradients);
        expect(observed(sgd({ rate: 0.1, weightDecay: 0.5, momentum: 0 }), params, gradients)).toEqual(plain);
      }),
    );
  });

  it('is a scaled sum of gradients', () => {
    fc.assert(
      fc.property(run, ([params, gradients]) => {
        expect(observed(sgd({ rate: 0.25 }), params, gradients)).toEqual(observed(scale(-0.25), params, gradients));
        const decayed = chain(addDecayedWeights(0.5), scale(-0.25));
        expect(observed(sgd({ rate: 0.25, weightDecay: 0.5 }), params, gradients)).toEqual(observed(decayed, params, gradients));
      }),
    );
  });
});

describe('adam', () => {
  it('does not depend on the scale of gradients', () => {
    fc.assert(
      fc.property(run, ([params, gradients]) => {
        const small = observed(adam({ rate: 0.1, epsilon: 0 }), params, gradients);
        const large = gradients.map((gradient) => mapTree((leaf) => multiply(leaf, 1024), gradient));
        // A power of two changes no mantissa. 0 / 0 is NaN in both.
        expect(observed(adam({ rate: 0.1, epsilon: 0 }), params, large)).toEqual(small);
      }),
    );
  });
});

describe('clipByGlobalNorm', () => {
  it('bounds the norm, keeps the direction, and leaves what is within alone', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 640 }), (gradient, bound64) => {
        const bound = bound64 / 64;
        const before = values(gradient);
        const [after = []] = observed(clipByGlobalNorm(bound), gradient, [gradient]);
        const norm = Math.hypot(...before);
        // Each number is rounded to float32 once or twice.
        expect(Math.hypot(...after)).toBeLessThanOrEqual(bound * (1 + 2 ** -22));
        if (norm <= bound) expect(after).toEqual(before);
        else after.forEach((value, index) => expect(value).toBeCloseTo(((before[index] ?? 0) * bound) / norm, 5));
      }),
    );
  });

  it('holds for gradients whose squares overflow float32, and passes NaN on', () => {
    const clip = clipByGlobalNorm(5);
    const large = { a: tensor([3e30, 4e30, 0]), b: { c: tensor(0, 'f64') } };
    expect(observed(clip, large, [large])[0]?.map(Math.round)).toEqual([3, 4, 0, 0]);
    const sick = { a: tensor([Number.NaN, 1, 2]), b: { c: tensor(0, 'f64') } };
    expect(observed(clip, sick, [sick])).toEqual([[Number.NaN, 1, 2, 0]]);
  });
});

describe('clipByValue', () => {
  it('is Math.min and Math.max of each number', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 640 }), (gradient, bound64) => {
        const bound = bound64 / 64;
        expect(observed(clipByValue(bound), gradient, [gradient])).toEqual([
          values(gradient).map((x) => Math.max(-bound, Math.min(bound, x))),
        ]);
      }),
    );
  });

  it('passes NaN on', () => {
    expect(
      clipByValue(1)
        .update(tensor([Number.NaN, 2]), {}, tensor([0, 0]))[0]
        .toNested(),
    ).toEqual([Number.NaN, 1]);
  });
});

describe('scaleBySchedule', () => {
  it('starts at step 0 and counts', () => {
    const params = { a: tensor([0, 0, 0]), b: { c: tensor(0, 'f64') } };
    const ones: Tree = { a: tensor([1, 1, 1]), b: { c: tensor(1, 'f64') } };
    const halving = scaleBySchedule(linear({ from: 1, to: 0, steps: 4 }));
    expect(observed(halving, params, [ones, ones, ones]).map(([x]) => x)).toEqual([1, 0.75, 0.5]);
    expect(halving.init(params).count.item()).toBe(0);
  });
});

describe('addDecayedWeights', () => {
  it('asks the mask with the path below the parameters and the tensor', () => {
    const asked: (readonly [string, readonly number[]])[] = [];
    const decay = addDecayedWeights(1, (path, leaf) => {
      asked.push([path, leaf.sizes]);
      return path === 'layers[1].bias';
    });
    const params = { layers: [tensor([1, 2]), { bias: tensor([3]), 'odd name': tensor(4) }] as const };
    const [updates] = decay.update(
      mapTree((leaf) => multiply(leaf, 0), params),
      {},
      params,
    );
    expect(asked).toEqual([
      ['layers[0]', [2]],
      ['layers[1].bias', [1]],
      ['layers[1]["odd name"]', []],
    ]);
    expect([updates.layers[0].toNested(), updates.layers[1].bias.toNested()]).toEqual([[0, 0], [3]]);
  });
});
