/**
 * Random vectors as pure functions of a seed.
 */

const multiply = Math.imul;

/** The finalizer of MurmurHash3 (A. Appleby, public domain): 32 bits to 32 well mixed bits. */
const mix = (word: number): number => {
  const first = multiply(word ^ (word >>> 16), 0x85ebca6b);
  const second = multiply(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
};

/** 32 random bits for a seed and a counter. */
const bits = (seed: number, counter: number): number => mix(mix(seed) + multiply(counter + 1, 0x9e3779b9));

/** A seed that belongs to another one and a purpose. */
export const derive = (seed: number, purpose: number): number => bits(seed ^ 0x5bd1e995, purpose) | 0;

const fill = (size: number, element: (index: number) => number): Float64Array =>
  Float64Array.from({ length: size }, (_, index) => element(index));

/** A vector of 1 and -1: a direction in which every element moves, and grid points stay exact. */
export const signs = (seed: number, size: number): Float64Array =>
  fill(size, (index) => ((bits(seed, index) & 1) === 0 ? 1 : -1));

/** A vector of multiples of 1/8 from 1/2 to 3/2 and from -3/2 to -1/2: a direction that no exchange of elements leaves as it is. */
export const grades = (seed: number, size: number): Float64Array =>
  fill(size, (index) => {
    const word = bits(seed, index);
    return ((word & 1) === 0 ? 1 : -1) * (0.5 + ((word >>> 1) % 9) / 8);
  });

/**
 * A vector of multiples of 1/64 from 1/2 to 3/2 and from -3/2 to -1/2: a cotangent.
 *
 * Of different magnitudes, so that contributions do not cancel by chance.
 */
export const weights = (seed: number, size: number): Float64Array =>
  fill(size, (index) => {
    const word = bits(seed, index);
    return ((word & 1) === 0 ? 1 : -1) * (0.5 + ((word >>> 1) % 65) / 64);
  });
