/**
 * Threefry-2x32 with 20 rounds: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
 */
import { makeArray, type TypedArray } from '../dtype.ts';
import { binaryKernel, onlyOutput, type Rows } from './kernel.ts';

const rotations = [
  [13, 15, 26, 6],
  [17, 29, 16, 24],
] as const;

/** The parity of the key schedule, from Skein. */
const parity = 0x1bd11bda;

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** Encrypts the counter at `at` with the key there: four rounds and an injection of the key, five times. */
const encrypt = (out: TypedArray, key: TypedArray, counter: TypedArray, at: number): void => {
  // Keys and counters have two words, and `at` is the first of them.
  const words = [key[at] as number, key[at + 1] as number] as const;
  const schedule = [words[0], words[1], words[0] ^ words[1] ^ parity];
  let x = ((counter[at] as number) + words[0]) | 0;
  let y = ((counter[at + 1] as number) + words[1]) | 0;
  for (let group = 1; group <= 5; group++) {
    for (const by of rotations[(group - 1) % 2] ?? []) {
      x = (x + y) | 0;
      y = rotateLeft(y, by) ^ x;
    }
    x = (x + (schedule[group % 3] as number)) | 0;
    y = (y + (schedule[(group + 1) % 3] as number) + group) | 0;
  }
  out[at] = x;
  out[at + 1] = y;
};

/** The kernel of random bits. */
export const random: Rows<'threefry'> = {
  threefry: (equation) => {
    const { size } = onlyOutput(equation);
    return binaryKernel((key, counter) => {
      const out = makeArray('u32', size);
      for (let at = 0; at < size; at += 2) encrypt(out, key, counter, at);
      return out;
    });
  },
};
