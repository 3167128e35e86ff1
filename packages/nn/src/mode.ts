/**
 * Modes: whether a model is being trained, which takes a random key, or evaluated.
 */
import { foldIn, type Key, type Tensor } from '@cotangent/core';
import { checkKey, type KeyOr, type NoKey } from '@cotangent/core/primitives';

/**
 * How a layer is applied.
 *
 * Only training carries a key, so a layer that needs randomness cannot be trained without one.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key } from '@cotangent/core';
 * import { evaluation, train, type Mode } from '@cotangent/nn';
 *
 * const modes: readonly Mode[] = [train(key(0)), evaluation];
 * assert.deepEqual(modes.map((mode) => mode._tag), ['Train', 'Eval']);
 * ```
 */
export type Mode = { readonly _tag: 'Train'; readonly key: Key } | { readonly _tag: 'Eval' };

/** A mode as an argument. `Why` is printed in its place, or in that of its key, where what is given is none. */
export type ModeOr<Why extends string> = { readonly _tag: 'Train'; readonly key: KeyOr<Why> } | { readonly _tag: 'Eval' };

/**
 * The mode of a training step, with the key of its randomness. Use another key for each step.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { key } from '@cotangent/core';
 * import { train } from '@cotangent/nn';
 *
 * assert.equal(train(key(7))._tag, 'Train');
 * ```
 */
export const train = (key: KeyOr<NoKey<'train'>>): Mode => {
  checkKey('train', key);
  return Object.freeze({ _tag: 'Train', key });
};

/**
 * The mode of use: nothing is random and state stays as it is.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { evaluation } from '@cotangent/nn';
 *
 * assert.equal(evaluation._tag, 'Eval');
 * ```
 */
export const evaluation: Mode = Object.freeze({ _tag: 'Eval' });

/** The mode of a part of a layer: its key depends on the path to it, so two parts never share their randomness. */
export const within = (mode: Mode, place: string | number | Tensor<[], 'u32'>): Mode =>
  mode._tag === 'Train' ? train(foldIn(mode.key, place)) : mode;
