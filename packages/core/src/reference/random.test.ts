import { describe, expect, it } from 'vitest';
import * as P from '../primitives/builders.ts';

const words = (...values: number[]) => P.constant(Uint32Array.from(values), [values.length / 2, 2], 'u32');

describe('threefry', () => {
  // The known answers for threefry2x32 with 20 rounds in kat_vectors of the Random123 library.
  it('gives the published vectors', () => {
    const counter = words(0, 0, 0xffffffff, 0xffffffff, 0x243f6a88, 0x85a308d3);
    const key = words(0, 0, 0xffffffff, 0xffffffff, 0x13198a2e, 0x03707344);
    expect([...P.threefry(key, counter).toArray()]).toEqual([
      0x6b200159, 0x99ba4efe, 0x1cb996fc, 0xbb002be7, 0xc4923a9c, 0x483df7a0,
    ]);
  });
});
