/**
 * How long an editor waits for a language server: medians over the sample.
 */
import { median } from '../median.ts';
import { type EditorKind, withSample } from './editors.ts';

/** Milliseconds. */
export interface Latencies {
  /** From opening the file in a new server to its squiggles. */
  readonly opening: number;
  readonly hover: number;
  readonly completions: number;
  /** From an edit to the squiggles after it. */
  readonly edit: number;
}

const rounds = 9;
const starts = 3;

const elapsed = async (run: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
};

/** The median time of something done for one classifier of the sample after the other. */
const medianOf = async (run: (round: number) => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await elapsed(() => run(round)));
  return median(times);
};

const opening = async (kind: EditorKind): Promise<number> => {
  const times: number[] = [];
  for (let left = starts; left > 0; left -= 1)
    times.push(await withSample(kind, (session) => elapsed(() => session.squiggles())));
  return median(times);
};

/** The latencies of an editor of a kind. */
export const latenciesOf = async (kind: EditorKind): Promise<Latencies> => ({
  opening: await opening(kind),
  ...(await withSample(kind, async (session) => {
    await session.squiggles();
    const hover = await medianOf((round) => session.hover(`const byHand${round}|`));
    const completions = await medianOf((round) => session.completions(`params${round}.|hidden`));
    const edit = await medianOf((round) => {
      session.edit([`N.dense(${round + 100}, ${round + 100})`, `N.dense(${round + 100}, 7)`]);
      return session.squiggles();
    });
    return { hover, completions, edit };
  })),
});
