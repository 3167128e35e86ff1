/**
 * Races: contenders in turn, round after round, so that a machine that slows down slows all of them.
 */
import type { Contender, Trainer } from './workloads.ts';

/** What one contender did. */
export interface Result {
  readonly name: string;
  /** Median milliseconds a step over the rounds. */
  readonly perStep: number;
  readonly fastest: number;
  readonly slowest: number;
  /** The last loss: contenders that compute the same agree in it. */
  readonly loss: number;
}

/** How long a race is. */
export interface Course {
  readonly steps: number;
  readonly rounds: number;
  readonly warmUp: number;
}

interface Lane {
  readonly name: string;
  readonly run: Trainer;
  readonly times: number[];
  loss: number;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

const round = async (lane: Lane, steps: number): Promise<void> => {
  const start = performance.now();
  lane.loss = await lane.run(steps);
  lane.times.push((performance.now() - start) / steps);
};

/** Warms every contender up, then lets them run in turn. The first contender is what the others are compared with. */
export const race = async (
  contenders: readonly Contender[],
  start: (contender: Contender) => Trainer | Promise<Trainer>,
  { steps, rounds, warmUp }: Course,
): Promise<readonly Result[]> => {
  const lanes: Lane[] = [];
  for (const contender of contenders) {
    const lane: Lane = { name: contender.name, run: await start(contender), times: [], loss: Number.NaN };
    await lane.run(warmUp);
    lanes.push(lane);
  }
  for (let index = 0; index < rounds; index++) for (const lane of lanes) await round(lane, steps);
  return lanes.map(({ name, times, loss }) => ({
    name,
    perStep: median(times),
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    loss,
  }));
};
