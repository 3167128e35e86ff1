import { scalar } from '@cotangent/core';
import { describe, expect, it } from 'vitest';
import { foldObserved } from '../step/foldObserved.ts';
import { logLines } from './logLines.ts';
import { every } from './observer.ts';

const step = (sum: number, x: number) => [sum + x, { loss: scalar(1 / (sum + x)), sum: sum + x }] as const;

/** The lines written about a run. */
const linesOf = (period: number, batches: Iterable<number>): readonly string[] => {
  const lines: string[] = [];
  foldObserved(step, every(period, logLines({ write: (line) => lines.push(line) })))(0, batches)();
  return lines;
};

describe('logLines', () => {
  it('writes a line with the metrics of each step that it sees, the steps in a column', () => {
    expect(
      linesOf(
        5,
        Array.from({ length: 10 }, () => 1),
      ),
    ).toEqual(['step  5/10  loss 0.2000  sum 5\n', 'step 10/10  loss 0.1000  sum 10\n']);
  });

  it('does without a total', () => {
    expect(linesOf(1, [4, 4][Symbol.iterator]())).toEqual(['step 1  loss 0.2500  sum 4\n', 'step 2  loss 0.1250  sum 8\n']);
  });

  it('reads nothing of the steps that it does not see', () => {
    let read = 0;
    const counted = (sum: number) =>
      [
        sum,
        {
          get loss() {
            return ++read;
          },
        },
      ] as const;
    foldObserved(counted, every(4, logLines({ write: () => true })))(0, [1, 2, 3, 4, 5])();
    expect(read).toBe(1);
  });
});
