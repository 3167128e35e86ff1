/**
 * What a compile error says: the library's words in it, and what is the same on every compiler.
 */
import type { Diagnostic } from '../typescript.ts';

/** As the compiler prints it: what golden files hold. */
export const show = ({ path, line, column, code, message }: Diagnostic): string =>
  `${path}(${line},${column}): error TS${code}: ${message}`;

/**
 * The library's messages in the reason that a diagnostic ends with: the string literal types, and templates of them, that have a colon
 * and a blank. A text with `<...>` in it is one that a compiler has cut. (The lines above it say what is not assignable to what, and cut long types short as each compiler likes; of several
 * overloads it is about the last.)
 */
export const ourMessages = ({ message }: Diagnostic): readonly string[] => {
  const reason = message.split('\n').at(-1) ?? '';
  const literals = reason.matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`/g);
  const texts = [...literals].map(([, literal, template]) => literal?.replaceAll(/\\(.)/g, '$1') ?? template ?? '');
  return [...new Set(texts.filter((text) => text.includes(': ') && !text.includes('<...>')))];
};

/** Two ways of the compilers to report the same: 7 names missing properties at once, 6 below "not assignable". */
const plainCode: ReadonlyMap<number, number> = new Map([
  [2739, 2345],
  [2740, 2345],
  [2741, 2345],
]);

/** No overload takes the call: 7 reports the last overload and stands at its guilty argument, 6 reports all and stands at the call. */
const noOverload = 2769;

/**
 * What must be the same on both compilers: place, code, and our words, in whatever order a union has them. The compiler's own words around
 * them may differ.
 */
export const essence = (diagnostic: Diagnostic) => ({
  place: `${diagnostic.path}(${diagnostic.line},${diagnostic.code === noOverload ? 'call' : diagnostic.column})`,
  code: plainCode.get(diagnostic.code) ?? diagnostic.code,
  messages: ourMessages(diagnostic).toSorted(),
});
