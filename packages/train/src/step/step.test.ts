import {
  type DType,
  type Shape,
  dim,
  type Engine,
  flattenTree,
  key,
  mapTree,
  matmul,
  mean,
  multiply,
  referenceEngine,
  splitStacked,
  subtract,
  sum,
  tensor,
  type Tensor,
  TreeError,
  uniform,
} from '@cotangent/core';
import { grad, vmap } from '@cotangent/grad';
import { dense, dropout, evaluation, input, type Mode, relu, softmaxCrossEntropy } from '@cotangent/nn';
import { axesOf, P, typed } from '@cotangent/core/primitives';
import * as fc from 'fast-check';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../config/configError.ts';
import { batches } from '../data/batches.ts';
import { epochs } from '../data/epochs.ts';
import { collect } from '../observers/collect.ts';
import { adam } from '../optimizers/adam.ts';
import { sgd } from '../optimizers/sgd.ts';
import { cosineDecay } from '../schedules/schedules.ts';
import { chain } from '../transformations/chain.ts';
import { clipByGlobalNorm } from '../transformations/clip.ts';
import { fold } from './fold.ts';
import { foldAsync, foldObserved } from './foldObserved.ts';
import { makeStep } from './makeStep.ts';
import { initialState } from './trainState.ts';

/** Every number in a tree: equal lists are equal bits, but for NaN and -0, which `toEqual` tells apart. */
const bitsOf = (tree: unknown): readonly (readonly number[])[] =>
  flattenTree(tree, 'tree').leaves.map((leaf) => [...leaf.toArray()]);

/** A tree written to arrays and read back, as a file would keep it. */
const copied = <S extends Shape, D extends DType>(leaf: Tensor<S, D>): Tensor<S, D> =>
  typed(P.constant(leaf.toArray(), axesOf(leaf), leaf.dtype));
const reloaded = <T extends object>(tree: T): T => mapTree(copied, tree);

// A model with everything in it: dropout draws from each step's key, and the optimizer counts and remembers.
const model = pipe(input(3), dense('hidden', 4), relu, dropout(0.5), dense('out', 2));
const loss = (
  params: ReturnType<typeof model.init>['params'],
  state: ReturnType<typeof model.init>['state'],
  { x, y }: { readonly x: Tensor<['batch', 3]>; readonly y: Tensor<['batch'], 'i32'> },
  mode: Mode,
) => {
  const [logits, next] = model.apply(params, state, mode)(x);
  return [softmaxCrossEntropy(logits, y), { state: next, metrics: { size: mean(multiply(logits, logits)) } }] as const;
};
const optimizer = chain(clipByGlobalNorm(1), adam({ rate: cosineDecay({ from: 0.1, steps: 50 }) }));
const step = makeStep({ loss, optimizer });
const startFrom = (seed: number) => initialState({ ...model.init(key(seed)), optimizer, key: key(seed + 1) });

const examples = { x: uniform(key(7), [10, 3]), y: tensor([0, 1, 0, 1, 1, 0, 0, 1, 1, 0], 'i32') };
const data = epochs(3, (epoch) => batches(examples, dim('batch', 4), { key: key(epoch) }));

describe('makeStep', () => {
  it('is gradient descent on the loss', () => {
    const quadratic = makeStep({
      loss: ({ w }: { readonly w: Tensor<[2]> }, _state: {}, target: Tensor<[2]>) =>
        sum(multiply(subtract(w, target), subtract(w, target))),
      optimizer: sgd({ rate: 0.25 }),
    });
    const start = initialState({ params: { w: tensor([4, 8]) }, state: {}, optimizer: sgd({ rate: 0.25 }), key: key(0) });
    const [one, { loss }] = quadratic(start, tensor([0, 0]));
    expect([one.params.w.toNested(), loss.item(), one.step.item(), start.step.item()]).toEqual([[2, 4], 80, 1, 0]);
  });

  it('gives loss and metrics, in this order, and the loss is the loss', () => {
    const [batch] = data;
    const [, metrics] = step(startFrom(0), batch as NonNullable<typeof batch>);
    expect(Object.keys(metrics)).toEqual(['loss', 'size']);
    const misnamed = makeStep({
      loss: (x: Tensor<[]>, state: {}, batch: Tensor<[]>) =>
        [multiply(x, batch), { state, metrics: { loss: tensor(100) } }] as const,
      optimizer: sgd({ rate: 1 }),
      compile: false,
    });
    const [, { loss }] = misnamed(
      initialState({ params: tensor(3), state: {}, optimizer: sgd({ rate: 1 }), key: key(0) }),
      tensor(2),
    );
    expect(loss.item()).toBe(6);
  });

  it('computes the same bits compiled, node by node, and traced only once for each shape', () => {
    let traced = 0;
    const counted: typeof loss = (...args) => (traced++, loss(...args));
    const compiled = fold(makeStep({ loss: counted, optimizer }))(startFrom(3), data);
    // Batches of 4, and the last of each epoch of 2.
    expect(traced).toBe(2);
    const plain = fold(makeStep({ loss: counted, optimizer, compile: false }))(startFrom(3), data);
    expect(traced).toBe(2 + data.length);
    expect(bitsOf(compiled)).toEqual(bitsOf(plain));
  });

  it('says what is no batch', () => {
    const anything = makeStep({ loss: ({ w }: { readonly w: Tensor<[2]> }) => sum(w), optimizer: sgd({ rate: 1 }) });
    const start = initialState({ params: { w: tensor([1, 2]) }, state: {}, optimizer: sgd({ rate: 1 }), key: key(0) });
    const holds = 'trees hold tensors, arrays and plain records only';
    expect(() => anything(start, 3 as never)).toThrow(new TreeError(`makeStep: batch is a number: ${holds}`));
    expect(() => fold(anything)(start, [{ x: tensor([1]), n: 'x' }] as never[])).toThrow(
      new TreeError(`makeStep: batch.n is a string: ${holds}`),
    );
  });

  it('says what is no batch of a loss that takes any, compiled or not', () => {
    const loss = ({ w }: { readonly w: Tensor<[2]> }, _state: {}, _batch: unknown) => sum(w);
    const start = initialState({ params: { w: tensor([1, 2]) }, state: {}, optimizer: sgd({ rate: 1 }), key: key(0) });
    for (const compile of [true, false]) {
      const step = makeStep({ loss, optimizer: sgd({ rate: 1 }), compile });
      expect(step(start, [tensor([1])])[0].params.w.toNested()).toEqual([0, 1]);
      expect(() => step(start, { n: 3 })).toThrow(
        new TreeError('makeStep: batch.n is a number: trees hold tensors, arrays and plain records only'),
      );
    }
  });

  it('runs on the engine it is given', () => {
    let compiled = 0;
    const engine: Engine = { name: 'counting', compile: (program) => (compiled++, referenceEngine.compile(program)) };
    for (const compile of [true, false]) {
      compiled = 0;
      fold(makeStep({ loss, optimizer, engine, compile }))(startFrom(0), data);
      expect(compiled).toBeGreaterThan(0);
    }
  });

  it('draws other random numbers in each step', () => {
    const drawn = makeStep({
      loss: (x: Tensor<[]>, _state: {}, batch: Tensor<[]>, mode: Mode) =>
        mode._tag === 'Train' ? multiply(multiply(x, batch), sum(uniform(mode.key, [1]))) : x,
      optimizer: sgd({ rate: 0 }),
    });
    const losses = collect(({ loss }: { readonly loss: Tensor<[]> }) => loss.item());
    const start = initialState({ params: tensor(1), state: {}, optimizer: sgd({ rate: 0 }), key: key(0) });
    foldObserved(drawn, losses.observer)(start, [tensor(1), tensor(1), tensor(1)])();
    expect(new Set(losses.values()).size).toBe(3);
  });

  it('is the plain function under vmap: many runs side by side are the runs alone', () => {
    const optimizer = sgd({ rate: 0.1, momentum: 0.9 });
    const regress = makeStep({
      loss: (w: Tensor<[2, 1]>, _state: {}, [x, y]: readonly [Tensor<[4, 2]>, Tensor<[4, 1]>]) => {
        const error = subtract(matmul(x, w), y);
        return mean(multiply(error, error));
      },
      optimizer,
    });
    const begin = (seed: Tensor<[2], 'u32'>) => initialState({ params: uniform(seed, [2, 1]), state: {}, optimizer, key: seed });
    const batch = [
      tensor([
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ]),
      tensor([[0], [1], [1], [2]]),
    ] as const;
    const train = (seed: Tensor<[2], 'u32'>) => {
      let state = begin(seed);
      for (let index = 0; index < 3; index++) [state] = regress(state, batch);
      return state.params;
    };
    const seeds = splitStacked(key(0), 5);
    const together = vmap(train)(seeds);
    expect(together.sizes).toEqual([5, 2, 1]);
    const alone = seeds.toNested().map((words) => [...train(tensor(words as never, 'u32') as never).toArray()]);
    [...together.toArray()].forEach((value, index) => expect(value).toBeCloseTo(alone.flat()[index] ?? Number.NaN, 6));
  });

  it('can be differentiated through, compiled or not: the gradient of a trained loss in the start', () => {
    for (const compile of [true, false]) {
      const square = makeStep({
        loss: (x: Tensor<[], 'f64'>, _state: {}, rest: Tensor<[], 'f64'>) => multiply(multiply(x, x), rest),
        optimizer: sgd({ rate: 0.25 }),
        compile,
      });
      const after = (x: Tensor<[], 'f64'>) => {
        const start = initialState({ params: x, state: {}, optimizer: sgd({ rate: 0.25 }), key: key(0) });
        return square(start, tensor(1, 'f64'))[0].params;
      };
      // x - 0.25 * 2 x = x / 2
      expect(grad(after)(tensor(3, 'f64')).item()).toBe(0.5);
    }
  });

  it('refuses what is no step', () => {
    expect(() => makeStep({ optimizer } as never)).toThrow('makeStep: loss is missing: write makeStep({ loss, optimizer })');
    expect(() => makeStep({ loss, optimizer: { rate: 0.1 } as never })).toThrow(
      'makeStep: optimizer is an object, expected an optimizer, such as sgd({ rate: 0.1 })',
    );
    expect(() => makeStep({ loss, optimizer, complie: false } as never)).toThrow(
      'makeStep: complie is no option: the options are loss, optimizer, compile, engine',
    );
    const vector = makeStep({ loss: ((x: Tensor<[2]>) => x) as never, optimizer: sgd({ rate: 1 }) });
    const start = initialState({ params: tensor([1, 2]), state: {}, optimizer: sgd({ rate: 1 }), key: key(0) });
    expect(() => vector(start as never, tensor(0) as never)).toThrow(
      'makeStep: the loss is a tensor of shape [2], not a scalar: take its sum or mean first',
    );
  });

  const wanted = 'expected a scalar, or [scalar, { state, metrics }]';
  it.each<[string, (x: Tensor<[2]>) => unknown, string]>([
    ['a number', () => 1, `the loss is a number, ${wanted}`],
    ['nothing', () => undefined, `the loss is undefined, ${wanted}`],
    ['a record', (x) => ({ loss: sum(x) }), `the loss is a record, ${wanted}`],
    ['a loss alone in a list', (x) => [sum(x)], `what the loss function gives beside the loss is undefined, ${wanted}`],
    ['no state', (x) => [sum(x), { metrics: {} }], `the loss function gives no state beside the loss, ${wanted}`],
    ['no metrics', (x) => [sum(x), { state: {} }], `the loss function gives no metrics beside the loss, ${wanted}`],
    [
      'a tensor for metrics',
      (x) => [sum(x), { state: {}, metrics: sum(x) }],
      "the loss function's metrics are a tensor, expected a record: { accuracy: ... }",
    ],
    [
      'a list for metrics',
      (x) => [sum(x), { state: {}, metrics: [x, x] }],
      "the loss function's metrics are a list of 2, expected a record: { accuracy: ... }",
    ],
    [
      'a metric that is no tensor',
      (x) => [sum(x), { state: {}, metrics: { n: 3 } }],
      "the loss function's metrics.n is a number",
    ],
    ['a loss of whole numbers', () => tensor(1, 'i32'), 'the loss is i32, and only f32 and f64 have gradients: convert it first'],
    ['a promise', (x) => Promise.resolve(sum(x)), 'the loss function is async: return tensors, not a Promise'],
  ])('refuses a loss function that gives %s, in its own name', (_, wrong, message) => {
    for (const compile of [true, false]) {
      const bad = makeStep({ loss: wrong as never, optimizer: sgd({ rate: 1 }), compile });
      const start = initialState({ params: tensor([1, 2]), state: {}, optimizer: sgd({ rate: 1 }), key: key(0) });
      expect(() => bad(start as never, tensor(0) as never)).toThrow(`makeStep: ${message}`);
    }
  });

  it('refuses the state of another optimizer', () => {
    const start = initialState({ params: tensor(1), state: {}, optimizer: sgd({ rate: 1 }), key: key(0) });
    const other = makeStep({ loss: (x: Tensor<[]>) => x, optimizer: adam({ rate: 1 }) });
    expect(() => other(start as never, tensor(0) as never)).toThrow(
      'adam: the state is that of another optimizer: expected { count, mean, variance }, got { count }',
    );
  });
});

describe('initialState', () => {
  const whole = { params: tensor(1), state: {}, optimizer: sgd({ rate: 1 }), key: key(0) };
  it.each<[object | undefined, string]>([
    [undefined, 'the argument is missing, expected an object { params, state, optimizer, key }'],
    [{ ...whole, params: undefined }, 'params is missing, expected a tree of parameters'],
    [{ ...whole, state: undefined }, "state is missing, expected the layers' state, {} when they have none"],
    [{ ...whole, optimizer: sgd }, 'optimizer is a function, expected an optimizer, such as sgd({ rate: 0.1 })'],
    [{ ...whole, key: 5 }, 'key is 5, expected a key, such as key(0)'],
    [{ ...whole, key: tensor([1, 2]) }, 'key is an object, expected a key, such as key(0)'],
  ])('refuses %o by name', (wrong, message) => {
    expect(() => initialState(wrong as never)).toThrow(new ConfigError(`initialState: ${message}`));
  });
});

describe('fold', () => {
  it('over a concatenation is fold, then fold: a run stops and goes on with the same bits', () => {
    const all = [...data];
    const whole = bitsOf(fold(step)(startFrom(5), all));
    fc.assert(
      fc.property(fc.nat(all.length - 1), (at) => {
        const [middle] = fold(step)(startFrom(5), all.slice(0, at));
        expect(bitsOf(fold(step)(reloaded(middle), all.slice(at)))).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('with the same seed gives the same bits, with another one others', () => {
    expect(bitsOf(fold(step)(startFrom(5), data))).toEqual(bitsOf(fold(step)(startFrom(5), data)));
    expect(bitsOf(fold(step)(startFrom(5), data))).not.toEqual(bitsOf(fold(step)(startFrom(6), data)));
  });

  it('learns: the loss on all examples, without dropout, falls', () => {
    const optimizer = adam({ rate: 0.05 });
    const everything = batches(examples, dim('batch', 10));
    const lossOf = ({ params, state }: ReturnType<typeof startFrom>): number => {
      const [all] = everything;
      return loss(params, state, all as NonNullable<typeof all>, evaluation)[0].item();
    };
    const start = initialState({ ...model.init(key(0)), optimizer, key: key(1) });
    const [end] = fold(makeStep({ loss, optimizer }))(
      start,
      epochs(100, (epoch) => batches(examples, dim('batch', 5), { key: key(epoch) })),
    );
    expect(lossOf({ ...startFrom(0), params: end.params })).toBeLessThan(0.6 * lossOf(startFrom(0)));
  });

  const counting = (sum: number, x: number) => [sum + x, { sum: sum + x }] as const;

  it('takes arrays, generators and nothing', () => {
    const generated = function* () {
      yield 1;
      yield 2;
    };
    expect(fold(counting)(0, [1, 2])).toEqual([3, { sum: 3 }]);
    expect(fold(counting)(0, generated())).toEqual([3, { sum: 3 }]);
    expect(fold(counting)(5, [])).toEqual([5, undefined]);
  });

  it('observed, and over batches that arrive later, gives the same', async () => {
    const late = async function* () {
      for (const batch of data) {
        await Promise.resolve();
        yield batch;
      }
    };
    const wanted = bitsOf(fold(step)(startFrom(1), data));
    const losses = collect(({ loss }: { readonly loss: Tensor<[]> }) => loss.item());
    expect(bitsOf(foldObserved(step, losses.observer)(startFrom(1), data)())).toEqual(wanted);
    const observed = losses.values();
    expect(observed.length).toBe(data.length);
    expect(bitsOf(await foldAsync(step, losses.observer)(startFrom(1), late())())).toEqual(wanted);
    expect(losses.values()).toEqual(observed);
    expect(bitsOf(await foldAsync(step)(startFrom(1), data)())).toEqual(wanted);
    expect(bitsOf(await fold(step)(startFrom(1), late())())).toEqual(wanted);
  });

  it('takes no single batch for many', () => {
    const one = { x: tensor(1) } as never;
    const never: AsyncIterable<number> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) };
    expect(() => fold(counting)(0, one)).toThrow(
      new ConfigError('fold: batches is an object, expected an iterable or async iterable of batches, such as [batch]'),
    );
    expect(() => foldAsync(counting)(0, one)).toThrow(
      'foldAsync: batches is an object, expected an iterable or async iterable of batches, such as [batch]',
    );
    for (const wrong of [one, never as never]) {
      expect(() => foldObserved(counting, () => () => {})(0, wrong)).toThrow(
        'foldObserved: batches is an object, expected an iterable of batches, such as [batch]; fold and foldAsync take async ones',
      );
    }
  });

  it('tells observers where it is, where it goes on from, and where it fails', async () => {
    const seen: string[] = [];
    const observer =
      ({ _tag, step, total }: { _tag: string; step: number; total: number | undefined }) =>
      () =>
        void seen.push(`${_tag} ${step}/${total}`);
    const some = [...data].slice(0, 2);
    const [middle] = foldObserved(step, observer)(startFrom(0), some)();
    foldObserved(step, observer)(middle, new Set(some))();
    expect(seen.splice(0)).toEqual([
      'Started 0/2',
      'Stepped 1/2',
      'Stepped 2/2',
      'Finished 2/2',
      'Started 2/4',
      'Stepped 3/4',
      'Stepped 4/4',
      'Finished 4/4',
    ]);
    const failing = (sum: number, x: number) => {
      if (x === 2) throw new Error('two');
      return counting(sum, x);
    };
    const iterable = [1, 2][Symbol.iterator]();
    expect(foldObserved(failing, observer)(0, iterable)).toThrow('two');
    expect(seen.splice(0)).toEqual(['Started 0/undefined', 'Stepped 1/undefined', 'Failed 1/undefined']);
    await expect(foldAsync(failing, observer)(0, [1, 2])()).rejects.toThrow('two');
    expect(seen.splice(0)).toEqual(['Started 0/2', 'Stepped 1/2', 'Failed 1/2']);
  });
});
