import { dim, ones, scalar, type Tensor } from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { describe, expect, test } from 'vitest';
import {
  dense,
  dropout,
  flatten,
  input,
  type Layer,
  named,
  type None,
  parallel,
  relu,
  repeat,
  residual,
  sequential,
  showSummary,
  summary,
  tanh,
} from './index.ts';

describe('a summary', () => {
  test('of a pipe has a row for each step', () => {
    const model = pipe(input(28, 28), flatten, dense('hidden', 128), relu, dropout(0.5), dense('out', 10));
    expect(showSummary(summary(model))).toMatchInlineSnapshot(`
      "place   layer    output    parameters
              input    [28, 28]           0
              flatten  [784]              0
      hidden  dense    [128]        100,480
              relu     [128]              0
              dropout  [128]              0
      out     dense    [10]           1,290
      101,770 parameters"
    `);
  });

  test('of a tuple counts from 0, and of layers inside layers gives their paths', () => {
    const block = residual(sequential(dense(8, 16), relu, dense(16, 8)));
    const model = sequential(
      dense(4, 8),
      block,
      parallel(dense(8, 2), sequential(dense(8, 3), tanh)),
      dense(5, 1, { bias: false }),
    );
    expect(showSummary(summary(model))).toMatchInlineSnapshot(`
      "place  layer     output  parameters
             input     [4]              0
      0      dense     [8]             40
      1.0    dense     [16]           144
      1.1    relu      [16]             0
      1.2    dense     [8]            136
      1      residual  [8]              0
      2.0    dense     [2]             18
      2.1.0  dense     [3]             27
      2.1.1  tanh      [3]              0
      2      parallel  [5]              0
      3      dense     [1]              5
      370 parameters"
    `);
    expect(showSummary(summary(pipe(input(8), named('first', block), dense('out', 1))))).toMatchInlineSnapshot(`
      "place    layer     output  parameters
               input     [8]              0
      first.0  dense     [16]           144
      first.1  relu      [16]             0
      first.2  dense     [8]            136
      first    residual  [8]              0
      out      dense     [1]              9
      289 parameters"
    `);
  });

  test('counts the copies of a repeated layer', () => {
    const found = summary(pipe(input(1000), named('blocks', repeat(12, sequential(dense(1000, 1000), relu)))));
    expect(showSummary(found)).toMatchInlineSnapshot(`
      "place     layer       output  parameters
                input       [1000]           0
      blocks.0  12 x dense  [1000]  12,012,000
      blocks.1  12 x relu   [1000]           0
      12,012,000 parameters"
    `);
    expect(found.parameters).toBe(12 * 1001000);
  });

  test('of a single layer, and of named sizes', () => {
    expect(summary(dense(dim('features', 3), 2)).rows).toEqual([
      { path: '', kind: 'dense', copies: 1, output: [2], parameters: 8 },
    ]);
    expect(showSummary(summary(dense(dim('features', 3), dim('hidden', 2))))).toContain('[features]');
  });

  test('counts state, and the layers that users make', () => {
    const counting: Layer<None, { readonly mean: Tensor<[3]>; readonly count: Tensor<[]> }, [3], [3]> = {
      input: ones([3]),
      output: ones([3]),
      init: () => ({ params: {}, state: { mean: ones([3]), count: scalar(0) } }),
      apply: (_, state) => (x) => [x, state],
    };
    const found = summary(pipe(input(3), named('norm', counting), dense('out', 1)));
    expect([found.state, found.parameters]).toEqual([4, 4]);
    expect(showSummary(found)).toMatchInlineSnapshot(`
      "place  layer  output  parameters
             input  [3]              0
      norm   layer  [3]              0
      out    dense  [1]              4
      4 parameters, 4 numbers of state"
    `);
  });

  test('adds up: rows to the whole', () => {
    const model = sequential(dense(4, 8), repeat(3, residual(dense(8, 8))), parallel(dense(8, 2), dense(8, 3)));
    const { rows, parameters } = summary(model);
    expect(rows.reduce((total, row) => total + row.parameters, 0)).toBe(parameters);
  });
});
