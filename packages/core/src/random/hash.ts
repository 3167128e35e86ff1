/**
 * A stable hash of names.
 */

const utf8 = (codePoint: number): readonly number[] => {
  const tail = (shift: number): number => 0x80 | ((codePoint >> shift) & 0x3f);
  if (codePoint < 0x80) return [codePoint];
  if (codePoint < 0x800) return [0xc0 | (codePoint >> 6), tail(0)];
  if (codePoint < 0x10000) return [0xe0 | (codePoint >> 12), tail(6), tail(0)];
  return [0xf0 | (codePoint >> 18), tail(12), tail(6), tail(0)];
};

/** Half a surrogate pair has no encoding; like every encoder this one puts U+FFFD in its place. */
const wellFormed = (codePoint: number): number => (codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint);

/** The 32-bit FNV-1a hash (Fowler, Noll, Vo; draft-eastlake-fnv) of a text in UTF-8. */
export const fnv1a = (text: string): number =>
  Array.from(text)
    .flatMap((character) => utf8(wellFormed(character.codePointAt(0) ?? 0)))
    .reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
