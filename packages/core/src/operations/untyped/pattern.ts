/**
 * The text of patterns of axes at run time, with the messages of `shape/patternFaults.ts`.
 */
import { ShapeError } from '../../errors.ts';
import type { PatternFunction, Token, Word } from '../../shape/patternWords.ts';

/** The tokens on either side of an arrow. */
export interface Pattern {
  readonly left: readonly Token[];
  readonly right: readonly Token[];
}

/** What stands for the axes that have no names. */
export const ellipsis = '...';

const isGroup = (token: Token): token is readonly Word[] => typeof token === 'object';

/** The words of a token. */
export const wordsOf = (token: Token): readonly Word[] => (isGroup(token) ? token : [token]);

const isName = (word: Word): word is string => typeof word === 'string';

const toWord = (text: string): Word => (/^\d+$/.test(text) && String(Number(text)) === text ? Number(text) : text);

/** Words between spaces. The number 1 stands for no word. */
const split = (text: string): readonly Word[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map(toWord);

const tokensOf = (side: string): readonly Token[] =>
  [...side.matchAll(/\(([^)]*)\)|[^ (]+|\(/g)].map(([text, group]): Token => {
    if (group !== undefined) return split(group).filter((word) => word !== 1);
    return text === '1' ? [] : toWord(text);
  });

const twice = (words: readonly Word[]): Word | undefined =>
  words.find((word, index) => isName(word) && words.includes(word, index + 1));

/** Why words are refused wherever they stand. */
const wordFault = (left: readonly Token[], words: readonly Word[]): string | undefined => {
  const names = words.filter(isName);
  if (names.some((name) => /[()]/.test(name))) return 'the parentheses do not match';
  const dotted = names.find((name) => name.includes('.') && name !== ellipsis);
  if (dotted !== undefined) return `'${dotted}' is no name; an ellipsis is three dots`;
  return left.some((token) => isGroup(token) && token.includes(ellipsis))
    ? 'an ellipsis stands in parentheses on the right only'
    : undefined;
};

/** A name stands once on a side; a number stands for an axis that is reduced, or repeated. */
const countFault = (operation: PatternFunction, left: readonly Word[], right: readonly Word[]): string | undefined => {
  const [before, behind] = [twice(left), twice(right)];
  if (before !== undefined) return `'${before}' stands twice on the left`;
  if (behind !== undefined) return `'${behind}' stands twice on the right`;
  const named = operation === 'reduce' ? right : operation === 'repeat' ? left : [...left, ...right];
  const number = named.find((word) => !isName(word));
  return number === undefined ? undefined : `name the axis of size ${number}`;
};

/** An axis stands on the left only when it is reduced, on the right only when it is repeated. */
const sideFault = (operation: PatternFunction, left: readonly Word[], right: readonly Word[]): string | undefined => {
  const lost = operation === 'reduce' ? undefined : left.find((word) => isName(word) && !right.includes(word));
  const added = operation === 'repeat' ? undefined : right.find((word) => isName(word) && !left.includes(word));
  if (lost !== undefined) return `'${lost}' is on the left only`;
  return added === undefined ? undefined : `'${added}' is on the right only`;
};

/** The words of a group whose sizes are not known. */
export const unknownIn = (token: Token, given: readonly string[]): readonly string[] =>
  wordsOf(token).filter((word): word is string => isName(word) && !given.includes(word));

/** Sizes are given to those that are repeated, and to all of a group but one. */
const openFault = (operation: PatternFunction, { left, right }: Pattern, given: readonly string[]): string | undefined => {
  const known: readonly Word[] = [...left.flatMap(wordsOf), ...given];
  const missing = right.flatMap(wordsOf).find((word) => isName(word) && !known.includes(word));
  if (operation === 'repeat' && missing !== undefined) return `the size of '${missing}' is not given: write { ${missing}: 2 }`;
  const [first, second] = left.map((token) => unknownIn(token, given)).find((names) => names.length > 1) ?? [];
  return first === undefined || second === undefined
    ? undefined
    : `the sizes of '${first}' and '${second}' are unknown: give one of them, as { ${first}: 2 }`;
};

/** Reads a pattern. Throws `ShapeError` when its text makes no sense, or not with the sizes that are given. */
export const parsePattern = (operation: PatternFunction, pattern: string, given: readonly string[]): Pattern => {
  const refuse = (reason: string): never => {
    throw new ShapeError(`${operation}: '${pattern}'${reason}`);
  };
  const arrow = pattern.indexOf('->');
  if (arrow < 0) refuse(" has no arrow: write it as 'h w -> w h'");
  const [left, right] = [tokensOf(pattern.slice(0, arrow)), tokensOf(pattern.slice(arrow + 2))];
  const [before, behind] = [left.flatMap(wordsOf), right.flatMap(wordsOf)];
  const unheard = given.find((name) => name === ellipsis || ![...before, ...behind].includes(name));
  const fault =
    wordFault(left, [...before, ...behind]) ?? countFault(operation, before, behind) ?? sideFault(operation, before, behind);
  if (fault !== undefined) refuse(`: ${fault}`);
  if (unheard !== undefined) refuse(` has no axis '${unheard}', whose size is given`);
  const open = openFault(operation, { left, right }, given);
  if (open !== undefined) refuse(`: ${open}`);
  return { left, right };
};
