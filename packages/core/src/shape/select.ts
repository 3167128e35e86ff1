/**
 * Picking elements by index.
 */
import type { AxisMessage, CutAt } from './axes.ts';
import type { Broadcast } from './broadcast.ts';
import type { Box, Fails, Fits, Shape, Show } from './dims.ts';

/** The shape of elements of `S` picked along axis `A` by indices of shape `I`, which stand in the axis's place. */
export type Take<S extends Shape, I extends Shape, A extends number> = CutAt<S, A>['ok'] extends true
  ? Fits<[...CutAt<S, A>['before'], ...I, ...CutAt<S, A>['after']]>
  : Fails<AxisMessage<'take', S, A>>;

/** The shape of elements of `S` picked along axis `A` by indices that differ from `S` in that axis alone. */
export type TakeAlong<S extends Shape, I extends Shape, A extends number> = CutAt<S, A>['ok'] extends true
  ? [Box<CutAt<S, A>['before']>, Box<CutAt<S, A>['after']>] extends [Box<CutAt<I, A>['before']>, Box<CutAt<I, A>['after']>]
    ? Fits<I>
    : Fails<`takeAlongAxis: ${Show<S>} and indices ${Show<I>} differ beside axis ${A}`>
  : Fails<AxisMessage<'takeAlongAxis', S, A>>;

/** `T`, which `S` broadcasts to. */
export type BroadcastTo<S extends Shape, T extends Shape> = Broadcast<'broadcastTo', S, T>['ok'] extends true
  ? Box<Broadcast<'broadcastTo', S, T>['shape']> extends Box<T>
    ? Fits<T>
    : Fails<`broadcastTo: ${Show<S>} does not broadcast to ${Show<T>}`>
  : Fails<Broadcast<'broadcastTo', S, T>['message']>;
