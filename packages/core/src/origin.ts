/**
 * Where named dimensions were made: what a message says when two sizes of one name meet.
 */

/** A stack, whose text engines write only when it is read. */
interface Trace {
  readonly stack?: string | undefined;
}

const traces = new WeakMap<object, Trace>();

/** Remembers where a token is made. To be called by the function that the user calls to make it. */
export const rememberOrigin = (token: object): void => {
  traces.set(token, new Error('origin'));
};

/** Gives a token the origin of the first of the values that it was computed from and that has one. */
export const inheritOrigin = <T extends object>(token: T, from: readonly unknown[]): T => {
  const parent = from.find((value): value is object => typeof value === 'object' && value !== null && traces.has(value));
  const trace = parent === undefined ? undefined : traces.get(parent);
  if (trace !== undefined) traces.set(token, trace);
  return token;
};

/** `model.ts:12:7` with its whole path, of a line of a stack in the style of V8 or of Firefox and Safari. */
const placeIn = (line: string): string | undefined => /([^\s()@]+:\d+:\d+)\)?$/.exec(line.trim())?.[1]?.replace(/^file:\/\//, '');

/** The place of the call that made a token: the third frame, above `rememberOrigin` and its caller. */
export const originOf = (token: unknown): string | undefined => {
  const stack = typeof token === 'object' && token !== null ? traces.get(token)?.stack : undefined;
  return stack
    ?.split('\n')
    .map(placeIn)
    .filter((place) => place !== undefined)[2];
};
