/**
 * Schedules from JSON.
 */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { ConfigError } from '../config/configError.ts';
import { anyNumber, atLeastZero, decode, type Decoder, expected, isOptions, options, required } from '../config/options.ts';
import { piecewiseOf, piecewiseOptions } from './piecewise.ts';
import type { Rate, Schedule } from './schedule.ts';
import {
  constant,
  cosineDecay,
  cosineDecayOptions,
  exponentialDecay,
  exponentialDecayOptions,
  linear,
  linearOptions,
  warmupCosine,
  warmupCosineOptions,
} from './schedules.ts';

type Make = (given: unknown) => E.Either<ConfigError, Schedule>;

/** What a constructor throws about options that do not go together. */
const attempt = <A>(make: () => A): E.Either<ConfigError, A> =>
  E.tryCatch(make, (error) => (error instanceof ConfigError ? error : new ConfigError(String(error))));

const named =
  <O>(name: string, type: Decoder<O>, make: (given: O) => Schedule): Make =>
  (given) =>
    pipe(
      decode(name, type, given),
      E.chain((decoded) => attempt(() => make(decoded))),
    );

const makers: Readonly<Record<string, Make>> = {
  constant: named('constant', options<{ value: number }>({ value: required(anyNumber) }), ({ value }) => constant(value)),
  linear: named('linear', linearOptions, linear),
  exponentialDecay: named('exponentialDecay', exponentialDecayOptions, exponentialDecay),
  cosineDecay: named('cosineDecay', cosineDecayOptions, cosineDecay),
  warmupCosine: named('warmupCosine', warmupCosineOptions, warmupCosine),
  piecewise: named('piecewise', piecewiseOptions, piecewiseOf),
};

/** The name of the schedule, and its options. */
const scheduleName: Decoder<string> = expected(
  Object.keys(makers).join(', '),
  (value): value is string => typeof value === 'string' && Object.hasOwn(makers, value),
);

/**
 * A schedule from JSON: `{ "schedule": "warmupCosine", "peak": 0.001, "warmup": 100, "steps": 1000 }`.
 *
 * The other names are those of the functions. Gives a `Left` that names the option when one is missing, unknown or out of range.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { decodeSchedule } from '@cotangent/train';
 *
 * const good = decodeSchedule(JSON.parse('{ "schedule": "linear", "from": 1, "to": 0, "steps": 10 }'));
 * assert.equal(good._tag, 'Right');
 * const bad = decodeSchedule(JSON.parse('{ "schedule": "linear", "from": 1, "to": 0 }'));
 * assert.ok(bad._tag === 'Left');
 * assert.equal(bad.left.message, 'linear: steps is missing, expected a whole number of at least 1');
 * ```
 */
export const decodeSchedule = (json: unknown): E.Either<ConfigError, Schedule> => {
  const { schedule, ...given } = isOptions(json) ? json : { schedule: undefined };
  return pipe(
    decode('schedule', options<{ schedule: string }>({ schedule: required(scheduleName) }), { schedule }),
    E.chain(({ schedule: name }) => makers[name]?.(given) ?? E.left(new ConfigError(`schedule: no schedule '${name}'`))),
  );
};

const isRate = (value: unknown): value is Rate => typeof value === 'function' || atLeastZero.is(value);

/** A decoder of learning rates: numbers, schedules, and schedules as JSON. */
export const rate: Decoder<Rate> = new t.Type<Rate, unknown, unknown>(
  `${atLeastZero.name}, or a schedule`,
  isRate,
  (value, context) => {
    if (isRate(value)) return t.success(value);
    if (!isOptions(value)) return t.failure(value, context);
    return pipe(
      decodeSchedule(value),
      E.mapLeft(({ message }) => [{ value, context, message: `in which ${message}` }]),
    );
  },
  t.identity,
);
