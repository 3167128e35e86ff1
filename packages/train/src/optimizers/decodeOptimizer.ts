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
import type { StateKind, Transformation } from '../transformations/transformation.ts';
import { adam, adamOptions, adamW, adamWOptions } from './adam.ts';
import { sgdOf, sgdOptions } from './sgd.ts';

/** The kind of a transformation that was chosen at run time: its state is a tree that only the transformation itself understands. */
export interface Opaque extends StateKind {
  readonly state: unknown;
}

type Decoded = E.Either<ConfigError, Transformation<Opaque>>;

/** Forgets what the state is. It stays sound because a state only ever goes back to the transformation that made it. */
const opaque = <K extends StateKind>(transformation: Transformation<K>): Transformation<Opaque> =>
  transformation as unknown as Transformation<Opaque>;

const named =
  <O, K extends StateKind>(name: string, type: Decoder<O>, make: (given: O) => Transformation<K>) =>
  (given: unknown): Decoded =>
    pipe(
      decode(name, type, given),
      E.chain((decoded) => E.tryCatch(() => opaque(make(decoded)), asConfigError)),
    );

const asConfigError = (error: unknown): ConfigError => (error instanceof ConfigError ? error : new ConfigError(String(error)));

const bound = options<{ bound: number }>({ bound: required(positive) });

const inOrder = (given: unknown): Decoded =>
  pipe(
    decode('chain', options<{ of: readonly unknown[] }>({ of: required(listOf(anything, 0)) }), given),
    E.chain(({ of }) => E.traverseArray(decodeOptimizer)(of)),
    E.map((members) => opaque(chain(...members))),
  );

const bySchedule = ({ schedule, ...rest }: Readonly<Record<string, unknown>>): Decoded =>
  pipe(
    decode('scaleBySchedule', options<object>({}), rest),
    E.chain(() => decodeSchedule(schedule)),
    E.map((decoded) => opaque(scaleBySchedule(decoded))),
  );

const makers: Readonly<Record<string, (given: Readonly<Record<string, unknown>>) => Decoded>> = {
  sgd: (given) =>
    pipe(
      decode('sgd', sgdOptions, given),
      E.chain((decoded) =>
        E.tryCatch(() => opaque<StateKind>(sgdOf(decoded) as unknown as Transformation<StateKind>), asConfigError),
      ),
    ),
  adam: named('adam', adamOptions, adam),
  adamW: named('adamW', adamWOptions, adamW),
  clipByGlobalNorm: named('clipByGlobalNorm', bound, (given) => clipByGlobalNorm(given.bound)),
  clipByValue: named('clipByValue', bound, (given) => clipByValue(given.bound)),
  scale: named('scale', options<{ factor: number }>({ factor: required(anyNumber) }), ({ factor }) => scale(factor)),
  scaleBySchedule: bySchedule,
  addDecayedWeights: named('addDecayedWeights', options<{ decay: number }>({ decay: required(atLeastZero) }), ({ decay }) =>
    addDecayedWeights(decay),
  ),
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
