import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAxes, multiplyAxes } from './dims/polynomials.ts';
import * as core from './index.ts';
import { concatenate, dim, matmul, ones, outer, reshape, stack, takeAlongAxis, where, zeros } from './index.ts';
import { inheritOrigin, originOf } from './origin.ts';

const here = (): string => {
  const [, , caller = ''] = new Error('here').stack?.split('\n') ?? [];
  return /:(\d+):\d+\)?$/.exec(caller)?.[1] ?? '';
};

describe('the origin of a token', () => {
  test('is the place of the call that made it', () => {
    const [token, line] = [dim('batch', 2), here()];
    expect(originOf(token)).toMatch(new RegExp(`origin\\.test\\.ts:${line}:\\d+$`));
  });

  test('goes with it through tensors and arithmetic', () => {
    const token = dim('batch', 2);
    const x = zeros([token, 3]);
    expect(originOf(x.dim(0))).toBe(originOf(token));
    expect(originOf(multiplyAxes(token, 3))).toBe(originOf(token));
    expect(originOf(addAxes(1, token))).toBe(originOf(token));
  });

  test('is unknown of what was not made by dim', () => {
    expect(originOf({ name: 'batch', size: 2 })).toBeUndefined();
    expect(originOf(3)).toBeUndefined();
    expect(originOf(inheritOrigin(Object.freeze({ name: 'n', size: 1 }), [2]))).toBeUndefined();
  });
});

describe('one name with two sizes', () => {
  const [two, three] = [dim('n', 2), dim('n', 3)];
  const [x, y] = [zeros([two, 4]), zeros([three, 4])];
  const square = zeros([4, three]);
  const calls = {
    concatenate: () => concatenate([x, y]),
    stack: () => stack([x, y]),
    takeAlongAxis: () => takeAlongAxis(x, ones([three, 1], 'i32'), 1),
    matmul: () => matmul(x, square),
    outer: () => outer(zeros([two]), zeros([three])),
    reshape: () => reshape(x, [three, 4]),
    where: () => where(zeros([two, 4], 'bool'), x, y),
    einsum: () => core.einsum('ij,kj->ik', x, y),
  };

  test.each(Object.entries(calls))('is refused by %s, with both places', (operation, call) => {
    expect(call).toThrow(
      new RegExp(
        `^${operation}: .*two sizes of 'n', 2 \\(from .*origin\\.test\\.ts:\\d+:\\d+\\) and 3 \\(from .*origin\\.test\\.ts:\\d+:\\d+\\)`,
      ),
    );
  });

  test('is fine in tensors that never meet, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), (a, b) => {
        expect([zeros([dim('n', a)]).size, zeros([dim('n', b)]).size]).toEqual([a, b]);
      }),
    );
  });
});
