import { describe, expect, test } from 'vitest';
import { type Figure, figuresIn, strayed } from './figures.ts';

const text = [
  '| instantiations | one more | the first |',
  '| --- | --- | --- |',
  '| matmul | 40 | 1 244 |',
  '| sum, an axis | 150, or less | |',
  '',
  '| budgets | one more |',
  '| --- | --- |',
  '| take | 90 |',
].join('\n');

describe('figures in the documentation', () => {
  test('stand in tables of instantiations, in groups of three digits, with words after them', () => {
    expect(figuresIn({ path: 'a.md', text })).toEqual([
      { path: 'a.md', name: 'matmul', of: 'one more', instantiations: 40 },
      { path: 'a.md', name: 'matmul', of: 'the first', instantiations: 1244 },
      { path: 'a.md', name: 'sum, an axis', of: 'one more', instantiations: 150 },
    ]);
  });

  test('stray when they are off by more than a tenth, up or down', () => {
    const figures = figuresIn({ path: 'a.md', text });
    const matmul: Figure = { path: 'a.md', name: 'matmul', of: 'one more', instantiations: 40 };
    for (const today of [37, 40, 44]) expect(strayed(figures, 'matmul', 'one more', today)).toEqual([]);
    for (const today of [36, 45]) expect(strayed(figures, 'matmul', 'one more', today)).toEqual([matmul]);
    expect(strayed(figures, 'take', 'one more', 1)).toEqual([]);
  });
});
