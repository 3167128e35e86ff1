import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrongGradients } from '../../test/wrongGradients.ts';
import { transformations } from './check/transformations.ts';
import { checkGradientOf } from './checkGradient.ts';

describe('the checker refuses', () => {
  it.each(Object.entries(wrongGradients))('%s', (_, { f, inputs, found, order = 1, options = {}, by = transformations }) => {
    const points = fc.sample(inputs, { seed: 42, numRuns: 10 });
    const check = checkGradientOf(by);
    points.forEach((point, seed) => {
      // The checker calls f with tensors, as many as there are in the point.
      const result = check(f as (...inputs: readonly unknown[]) => unknown, point, { ...options, seed });
      if (E.isRight(result)) expect.fail(`it was accepted: ${JSON.stringify(result.right)}`);
      expect(found).toContain(result.left.check);
      expect(result.left.order).toBe(order);
    });
  });
});
