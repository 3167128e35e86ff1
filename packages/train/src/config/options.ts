/**
 * Decoders of options: the same ones judge what a program passes and what a JSON file says.
 */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type ConfigError, configError } from './configError.ts';

/** A decoder of one value, or of an object of them. */
export type Decoder<A> = t.Decoder<unknown, A>;

/** A decoder that only looks. */
export type Guard<A> = t.Type<A, A, unknown>;

/** A value that is what it is expected to be. */
export const expected = <A>(name: string, is: (value: unknown) => value is A): Guard<A> =>
  new t.Type<A, A, unknown>(name, is, (value, context) => (is(value) ? t.success(value) : t.failure(value, context)), t.identity);

const finite = (name: string, accepts: (value: number) => boolean): Guard<number> =>
  expected(name, (value): value is number => typeof value === 'number' && Number.isFinite(value) && accepts(value));

export const above = (least: number): Guard<number> => finite(`a finite number above ${least}`, (value) => value > least);
export const anyNumber: Guard<number> = finite('a finite number', () => true);
export const atLeastZero: Guard<number> = finite('a finite number of at least 0', (value) => value >= 0);
export const positive: Guard<number> = above(0);
export const fraction: Guard<number> = finite('a number from 0 up to, but not, 1', (value) => value >= 0 && value < 1);
export const count: Guard<number> = finite('a whole number of at least 1', (value) => value >= 1 && Number.isInteger(value));
export const flag: Guard<boolean> = expected('true or false', (value) => typeof value === 'boolean');
export const anything: Guard<unknown> = expected('anything', (_value): _value is unknown => true);

/** One option: its decoder, and whether it may be left out. */
export interface Field<A> {
  readonly type: Decoder<A>;
  readonly optional: boolean;
}

export const required = <A>(type: Decoder<A>): Field<A> => ({ type, optional: false });
export const optional = <A>(type: Decoder<A>): Field<A> => ({ type, optional: true });

/** Whether a value is an object with options in it. */
export const isOptions = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const decoder = <A>(name: string, validate: t.Validate<unknown, A>): Decoder<A> =>
  new t.Type<A, unknown, unknown>(name, (value): value is A => E.isRight(validate(value, [])), validate, t.identity);

const inside = <A>(type: Decoder<A>, key: string, value: unknown, context: t.Context): t.Validation<A> =>
  type.validate(value, t.appendContext(context, key, type, value));

/** A decoder of an object with these fields and no others; a field that is `undefined` is left out. */
export const options = <A extends object>(fields: { readonly [K in keyof A]-?: Field<Exclude<A[K], undefined>> }): Decoder<A> => {
  const known = Object.entries<Field<unknown>>(fields);
  const names = known.map(([name]) => name).join(', ');
  return decoder('an object of options', (value, context) => {
    if (!isOptions(value)) return t.failure(value, context);
    const stranger = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (stranger !== undefined) return inside(refused(`one of the options ${names}`), stranger, value[stranger], context);
    const found: Record<string, unknown> = {};
    for (const [key, field] of known) {
      if (value[key] === undefined && field.optional) continue;
      const decoded = inside(field.type, key, value[key], context);
      if (E.isLeft(decoded)) return decoded;
      found[key] = decoded.right;
    }
    // Every field of A has just been decoded.
    return t.success(found as A);
  });
};

/** What no value is. */
const refused = (wanted: string): Decoder<never> => decoder(wanted, (value, context) => t.failure(value, context));

/** A decoder of arrays of at least so many. */
export const listOf = <A>(type: Decoder<A>, least: number): Decoder<readonly A[]> =>
  decoder(least === 0 ? 'an array' : `an array of at least ${least}`, (value, context) => {
    if (!Array.isArray(value) || value.length < least) return t.failure(value, context);
    return E.traverseArrayWithIndex((index, item: unknown) => inside(type, String(index), item, context))(value);
  });

/** Decodes options; a fault is an error that names the function. */
export const decode = <A>(what: string, type: Decoder<A>, value: unknown): E.Either<ConfigError, A> =>
  pipe(
    type.decode(value),
    E.mapLeft((faults) => configError(what, faults)),
  );

const orThrow = <A>(decoded: E.Either<ConfigError, A>): A =>
  pipe(
    decoded,
    E.getOrElse((error): A => {
      throw error;
    }),
  );

/** Options that a program passes: a fault there is a mistake in the program, and thrown. */
export const checked = <A>(what: string, type: Decoder<A>, value: unknown): A => orThrow(decode(what, type, value));

/** One argument that a program passes, by its name. */
export const argument = <A>(what: string, name: string, type: Decoder<A>, value: unknown): A =>
  pipe(
    inside(type, name, value, [{ key: '', type, actual: value }]),
    E.mapLeft((faults) => configError(what, faults)),
    orThrow,
  );
