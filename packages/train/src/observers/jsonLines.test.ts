import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scalar, tensor } from '@cotangent/core';
import { afterAll, describe, expect, it } from 'vitest';
import { foldObserved } from '../step/foldObserved.ts';
import { jsonLines } from './jsonLines.ts';
import { every, observers } from './observer.ts';

const folder = mkdtempSync(join(tmpdir(), 'cotangent-metrics-'));
afterAll(() => rmSync(folder, { recursive: true }));

const opened = (path: string) => {
  const file = jsonLines(path)();
  if (file._tag === 'Left') throw new Error(file.left.message);
  return file.right;
};

const parsed = (path: string): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const step = (sum: number, x: number) => [sum + x, { loss: scalar(x / 2), matrix: tensor([[1, 2]]), rate: x / (x - 1) }] as const;

describe('jsonLines', () => {
  it('writes an object for each step, tensors as nested arrays', () => {
    const path = join(folder, 'plain.jsonl');
    const { observer, close } = opened(path);
    foldObserved(step, observer)(0, [1, 2, 3])();
    // All of it is in the file when the run ends, before it is closed.
    expect(parsed(path)).toEqual([
      { step: 1, loss: 0.5, matrix: [[1, 2]], rate: 'Infinity' },
      { step: 2, loss: 1, matrix: [[1, 2]], rate: 2 },
      { step: 3, loss: 1.5, matrix: [[1, 2]], rate: 1.5 },
    ]);
    expect(close()).toEqual({ _tag: 'Right', right: 3 });
  });

  it('appends, and sees only what it is shown', () => {
    const path = join(folder, 'appended.jsonl');
    writeFileSync(path, '{"step":0}\n');
    const { observer, close } = opened(path);
    foldObserved((sum: number, x: number) => [sum + x, sum + x], observers(every(2, observer)))(0, [1, 2, 3, 4])();
    close();
    expect(parsed(path)).toEqual([{ step: 0 }, { step: 2, value: 3 }, { step: 4, value: 10 }]);
  });

  it('keeps the step when a metric has its name', () => {
    const path = join(folder, 'named.jsonl');
    const { observer, close } = opened(path);
    foldObserved((sum: number, x: number) => [sum + x, { step: 'mine', x }], observer)(0, [7])();
    close();
    expect(readFileSync(path, 'utf8')).toBe('{"step":1,"x":7}\n');
  });

  it('writes more than it waits with, in order', () => {
    const path = join(folder, 'long.jsonl');
    const { observer, close } = opened(path);
    foldObserved((sum: number, x: number) => [sum + x, { text: 'x'.repeat(100) }], observer)(
      0,
      Array.from({ length: 5000 }, () => 1),
    )();
    expect(close()).toEqual({ _tag: 'Right', right: 5000 });
    expect(parsed(path).map((line) => (line as { step: number }).step)).toEqual(
      Array.from({ length: 5000 }, (_, index) => index + 1),
    );
  });

  it('writes what there is when a run fails', () => {
    const path = join(folder, 'failed.jsonl');
    const { observer, close } = opened(path);
    const failing = (sum: number, x: number) => {
      if (x === 2) throw new Error('two');
      return [sum, { x }] as const;
    };
    expect(foldObserved(failing, observer)(0, [1, 2])).toThrow('two');
    expect(parsed(path)).toEqual([{ step: 1, x: 1 }]);
    close();
  });

  it('writes what waits when it is closed in the middle of a run', () => {
    const path = join(folder, 'open.jsonl');
    const { observer, close } = opened(path);
    observer({ _tag: 'Stepped', step: 1, total: 2, state: {}, metrics: { x: 1 } })();
    expect(close()).toEqual({ _tag: 'Right', right: 1 });
    expect(parsed(path)).toEqual([{ step: 1, x: 1 }]);
  });

  it('does nothing once closed, whatever file has the descriptor now', () => {
    const [first, second] = [join(folder, 'closed.jsonl'), join(folder, 'next.jsonl')];
    const a = opened(first);
    foldObserved(step, a.observer)(0, [1, 2])();
    expect(a.close()).toEqual({ _tag: 'Right', right: 2 });
    const b = opened(second);
    foldObserved(step, a.observer)(0, [3])();
    expect(a.close()).toEqual({ _tag: 'Right', right: 2 });
    foldObserved((sum: number, x: number) => [sum + x, x], b.observer)(0, [4])();
    expect(b.close()).toEqual({ _tag: 'Right', right: 1 });
    expect([parsed(first).length, parsed(second)]).toEqual([2, [{ step: 1, value: 4 }]]);
  });

  it('throws nothing: what cannot be opened or written is a Left', () => {
    const path = join(folder, 'no', 'such', 'folder.jsonl');
    const file = jsonLines(path)();
    expect(file).toMatchObject({ _tag: 'Left', left: { _tag: 'FileError', path } });
    expect(file._tag === 'Left' ? file.left.message : '').toMatch(/^jsonLines: ENOENT/);
    // A device that is always full.
    const { observer, close } = opened('/dev/full');
    expect(foldObserved((sum: number, x: number) => [sum + x, x], observer)(0, [1, 2])()).toEqual([3, 2]);
    const closed = close();
    expect(closed._tag === 'Left' ? closed.left.message : '').toMatch(/^jsonLines: ENOSPC/);
  });
});
