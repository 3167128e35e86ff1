/**
 * Picking elements by index.
 */
import type { AxisMessage, Cut, CutAt } from './axes.ts';
import type { Broadcast } from './broadcast.ts';
import type { About, CannotTell, Equal, Box, Fails, Fits, NoResult, Shape, Show } from './dims.ts';
import type { Unlike } from './join.ts';

/** The shape of elements of `S` picked along axis `A` by indices of shape `I`, which stand in the axis's place. */
export type Take<S extends Shape, I extends Shape, A extends number> =
  Box<S> extends Box<'\0'>
    ? Fits<NoResult>
    : CutAt<S, A> extends Cut<infer Before, infer _At, infer After>
      ? Fits<[...Before, ...I, ...After]>
      : Fails<AxisMessage<'take', S, A>>;

/** The shape of elements of `S` picked along axis `A` by indices that differ from `S` in that axis alone. */
export type TakeAlong<S extends Shape, I extends Shape, A extends number> =
  Box<S | I> extends Box<'\0'>
    ? Fits<NoResult>
    : CutAt<S, A> extends Cut<infer Before, infer _At, infer After>
      ? CutAt<I, A> extends Cut<infer B, infer _At2, infer C>
        ? [Equal<Before, B>, Equal<After, C>] extends [true, true]
          ? Fits<I>
          : Beside<S, I, A, [...Before, '\0', ...After]>
        : Beside<S, I, A, [...Before, '\0', ...After]>
      : Fails<AxisMessage<'takeAlongAxis', S, A>>;

/** Why indices `I` are refused for `S`, which is `W` but for the axis. */
type Beside<S extends Shape, I extends Shape, A extends number, W extends Shape> = Unlike<
  W,
  I,
  About<'takeAlongAxis', I, `takeAlongAxis: ${Show<S>} and indices ${Show<I>} differ beside axis ${A}`>,
  About<'takeAlongAxis', I, CannotTell<'takeAlongAxis', `${Show<S>} and indices ${Show<I>} are equal beside axis ${A}`>>
>;

/** `T`, which `S` broadcasts to. */
export type BroadcastTo<S extends Shape, T extends Shape> =
  Broadcast<S, T> extends Fits<infer R>
    ? Equal<R, T> extends true
      ? Fits<T>
      : Fails<About<'broadcastTo', S, `broadcastTo: ${Show<S>} does not broadcast to ${Show<T>}`>>
    : Fails<`broadcastTo: ${Broadcast<S, T>['message']}`>;
