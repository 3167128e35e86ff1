/** Schedules and optimizers from configurations, and what shows how a run goes. */
import type { Dim, Tensor } from '@cotangent/core';
import {
  confusionMatrix,
  constant,
  decodeOptimizer,
  decodeSchedule,
  exponentialDecay,
  getObserverMonoid,
  type Observer,
  observers,
  progressBar,
  type Schedule,
  sgd,
  showConfusionMatrix,
  silent,
} from '@cotangent/train';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { batch, type Params, params, scores, type State } from '../model.ts';

export const rates: readonly Schedule[] = [constant(0.1), exponentialDecay({ from: 1, factor: 0.9, steps: 10 })];
export const decodedRate: Schedule = pipe(
  decodeSchedule({ type: 'linear', from: 1, to: 0, steps: 5 }),
  E.getOrElse(() => constant(0.1)),
);
export const decodedUpdates: E.Either<Error, Params> = pipe(
  decodeOptimizer({ type: 'adam', rate: 0.1 }),
  E.map((optimizer) => optimizer.update(params, optimizer.init(params), params)[0]),
);
export const decayed = sgd({ rate: exponentialDecay({ from: 1, factor: 0.5, steps: 2 }) });

const bar = progressBar({ write: (text) => text.length }, { label: 'epoch', every: 2 });
export const both: Observer = observers(bar, silent);
export const none: Observer<State, { readonly loss: Tensor<[]> }> = getObserverMonoid<State, { readonly loss: Tensor<[]> }>()
  .empty;
export const matrix: string = showConfusionMatrix(confusionMatrix(scores, batch.y), ['cat', 'dog', 'bird']);
export const ofAny = <B extends Dim, C extends Dim>(x: Tensor<[B, C]>, y: Tensor<[B], 'i32'>): string =>
  showConfusionMatrix(confusionMatrix(x, y));
