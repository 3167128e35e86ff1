/**
 * What run time calls a value that stands where it should not, for types: the twin of `describe` in `decodeError.ts`.
 */

/** A value as messages name it. */
export type Described<V> = V extends string
  ? `the string "${V}"`
  : V extends bigint
    ? `the bigint ${V}n`
    : V extends number | boolean | null
      ? `${V}`
      : V extends undefined
        ? 'nothing'
        : V extends (...args: never) => unknown
          ? 'a function'
          : V extends readonly unknown[]
            ? `an array of ${V['length']}`
            : V extends object
              ? 'an object'
              : 'something unknown';
