/**
 * Layers by position: what `sequential` and `parallel` have in common. Parameters and state are tuples, and keys are folded from positions.
 */
import { type AnyTensor, foldIn } from '@cotangent/core';
import { type Mode, within } from './mode.ts';
import { field, type Untyped } from './untyped.ts';

/** A layer that has its parameters and state: what it gives, and its state after. */
type Applied = (x: AnyTensor) => readonly [AnyTensor, unknown];

/** How layers with their parameters and state are applied together: what they give, and the state of each after. */
type Together = (functions: readonly Applied[]) => (x: AnyTensor) => readonly [AnyTensor, readonly unknown[]];

/** The parts of a layer, how it begins, and how it is applied. */
export const byPosition = (
  kind: string,
  layers: readonly Untyped[],
  together: Together,
): Pick<Untyped, 'kind' | 'parts' | 'init' | 'apply'> => ({
  kind,
  parts: layers.map((layer, index) => ({ name: `${index}`, layer })),
  init: (key) => {
    const initial = layers.map((layer, index) => layer.init(foldIn(key, index)));
    return {
      params: Object.freeze(initial.map(({ params }) => params)),
      state: Object.freeze(initial.map(({ state }) => state)),
    };
  },
  apply: (params, state, mode: Mode) => {
    const functions = layers.map((layer, index) =>
      layer.apply(field(kind, params, index), field(kind, state, index), within(mode, index)),
    );
    const apply = together(functions);
    return (x) => {
      const [y, after] = apply(x);
      return [y, Object.freeze(after)];
    };
  },
});
