/**
 * Optimizers from JSON.
 */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { ConfigError } from '../config/configError.ts';
import {
  anyNumber,
  anything,
  atLeastZero,
  decode,
  type Decoder,
  expected,
  isOptions,
  listOf,
  options,
  positive,
  required,
} from '../config/options.ts';
import { decodeSchedule } from '../schedules/decodeSchedule.ts';
import { addDecayedWeights } from '../transformations/addDecayedWeights.ts';
import { chain } from '../transformations/chain.ts';
import { clipByGlobalNorm, clipByValue } from '../transformations/clip.ts';
import { scale, scaleBySchedule } from '../transformations/scale.ts';
import type { Optimizer, StateKind } from '../transformations/transformation.ts';
import { adam, adamOptions, adamW, adamWOptions } from './adam.ts';
import { sgdOf, sgdOptions } from './sgd.ts';

/** The kind of a transformation that was chosen at run time: its state is a tree that only the transformation itself understands. */
export interface Opaque extends StateKind {
  readonly state: unknown;
}

type Decoded = E.Either<ConfigError, Optimizer<Opaque>>;

/** Any transformation, as far as can be said without its kind. */
interface Some {
  readonly init: (params: never) => unknown;
  readonly update: (gradients: never, state: never, params: never) => unknown;
}

/** Forgets what the state is. That is sound because a state only ever goes back to the transformation that made it. */
const opaque = (optimizer: Some): Optimizer<Opaque> => optimizer as Optimizer<Opaque>;

const asConfigError = (error: unknown): ConfigError => (error instanceof ConfigError ? error : new ConfigError(String(error)));

/** A decoder of options followed by the function they are for, which may refuse what does not go together. */
const made =
  <O>(name: string, type: Decoder<O>, make: (given: O) => Some) =>
  (given: unknown): Decoded =>
    pipe(
      decode(name, type, given),
      E.chain((decoded) => E.tryCatch(() => opaque(make(decoded)), asConfigError)),
    );

const bound = options<{ readonly bound: number }>({ bound: required(positive) });
const factor = options<{ readonly factor: number }>({ factor: required(anyNumber) });
const decay = options<{ readonly decay: number }>({ decay: required(atLeastZero) });
const schedule = options<{ readonly schedule: unknown }>({ schedule: required(anything) });
const members = options<{ readonly of: readonly unknown[] }>({ of: required(listOf(anything, 0)) });

const bySchedule = (given: unknown): Decoded =>
  pipe(
    decode('scaleBySchedule', schedule, given),
    E.chain((decoded) => decodeSchedule(decoded.schedule)),
    E.map((decoded) => opaque(scaleBySchedule(decoded))),
  );

const inOrder = (given: unknown): Decoded =>
  pipe(
    decode('chain', members, given),
    E.chain(({ of }) => E.traverseArray(decodeOptimizer)(of)),
    E.map((all) => opaque(chain(...all))),
  );

const makers: Readonly<Record<string, (given: unknown) => Decoded>> = {
  sgd: made('sgd', sgdOptions, sgdOf),
  adam: made('adam', adamOptions, (options) => adam(options)),
  adamW: made('adamW', adamWOptions, (options) => adamW(options)),
  clipByGlobalNorm: made('clipByGlobalNorm', bound, (given) => clipByGlobalNorm(given.bound)),
  clipByValue: made('clipByValue', bound, (given) => clipByValue(given.bound)),
  scale: made('scale', factor, (given) => scale(given.factor)),
  scaleBySchedule: bySchedule,
  addDecayedWeights: made('addDecayedWeights', decay, (given) => addDecayedWeights(given.decay)),
  chain: inOrder,
};

const optimizerName: Decoder<string> = expected(
  Object.keys(makers).join(', '),
  (value): value is string => typeof value === 'string' && Object.hasOwn(makers, value),
);

/**
 * An optimizer from JSON: `{ "optimizer": "adamW", "rate": 0.001 }`, where a rate may be a schedule.
 *
 * The names are those of the functions; `{ "optimizer": "chain", "of": [...] }` puts several in order. Its state is a tree of tensors whose
 * type is not known. Gives a `Left` that names the option when one is missing, unknown or out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { decodeOptimizer } from '@cotangent/train';
 *
 * const good = decodeOptimizer(JSON.parse('{ "optimizer": "sgd", "rate": 0.1, "momentum": 0.9 }'));
 * assert.equal(good._tag, 'Right');
 * const bad = decodeOptimizer(JSON.parse('{ "optimizer": "sgd", "rate": -0.1 }'));
 * assert.ok(bad._tag === 'Left');
 * assert.match(bad.left.message, /^sgd: rate is -0.1, expected a finite number of at least 0/);
 * ```
 */
export const decodeOptimizer = (json: unknown): Decoded => {
  const { optimizer, ...given } = isOptions(json) ? json : { optimizer: undefined };
  return pipe(
    decode('optimizer', options<{ optimizer: string }>({ optimizer: required(optimizerName) }), { optimizer }),
    E.chain(({ optimizer: name }) => makers[name]?.(given) ?? E.left(new ConfigError(`optimizer: no optimizer '${name}'`))),
  );
};
