/**
 * Layers as combinators see them: parameters and state are trees of whatever type.
 *
 * `untyped` and `typedLayer` are the only places where layers lose and get their types. Each combinator says in its own type what
 * it does to parameters, state and shapes, and does just that to untyped layers.
 */
import { type AnyTensor, concatenate, isTensor, TreeError, type Key, flatten } from '@cotangent/core';
import { checkKey } from '@cotangent/core/primitives';
import type { AnyLayer, ListOfLayers, NoStep } from './layer.ts';
import type { Mode } from './mode.ts';
import { checkInput } from './shapes.ts';

/** What an untyped layer is made of. */
export interface UntypedPart {
  readonly name?: string;
  readonly layer: Untyped;
  readonly copies?: number;
}

/** First parameters and state. */
export interface Initial {
  readonly params: unknown;
  readonly state: unknown;
}

/** A layer without its types. */
export interface Untyped {
  readonly input: AnyTensor;
  readonly output: AnyTensor;
  readonly init: (key: Key) => Initial;
  readonly apply: (params: unknown, state: unknown, mode: Mode) => (x: AnyTensor) => readonly [AnyTensor, unknown];
  readonly kind?: string;
  readonly parts?: readonly UntypedPart[];
}

const noStep: NoStep =
  "pipe: a layer without a name is no step: name it, dense('name', width) or named('name', layer), compose by sequential(...), or apply it, layer.apply(params, state, mode)(x)";

/** A layer with the types that its maker knows it to have. It is a function only to say, where it is applied, that it is none. */
export const typedLayer = <L extends AnyLayer>(layer: Untyped): L => {
  const refuse = (): never => {
    throw new TypeError(noStep);
  };
  const init: Untyped['init'] = (key) => {
    checkKey('init', key);
    return layer.init(key);
  };
  const apply: Untyped['apply'] = (params, state, mode) => {
    checkMode(mode);
    const f = layer.apply(params, state, mode);
    return (x) => {
      checkInput('apply', layer.input, x);
      return f(x);
    };
  };
  return Object.freeze(Object.assign(refuse, { ...layer, init, apply })) as unknown as L;
};

/** Throws `TypeError` for what is no mode, which only untyped callers can pass. */
const checkMode = (mode: unknown): void => {
  if (typeof mode === 'object' && mode !== null && '_tag' in mode) {
    if (mode._tag === 'Eval' || (mode._tag === 'Train' && 'key' in mode && isTensor(mode.key))) return;
  }
  throw new TypeError(`apply: expected a mode, got ${describe(mode)}: write apply(params, state, evaluation), or train(key)`);
};

/** Whether a value is a layer, and not a function of layers. */
export const isLayer = (value: unknown): value is AnyLayer =>
  (typeof value === 'object' || typeof value === 'function') && value !== null && 'apply' in value && 'init' in value;

/** A value as messages name it. */
export const describe = (value: unknown): string => {
  if (isTensor(value)) return 'a tensor';
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number' || typeof value === 'string') return `the ${typeof value} ${value}`;
  return value === null ? 'null' : typeof value;
};

/**
 * A layer without its types. Throws `TypeError` for what is none, which only untyped callers can pass.
 *
 * A layer that gets what does not belong to it fails in the first operation that sees it.
 */
export const untyped = (operation: string, layer: AnyLayer, write = 'dense(4, 4), or sequential(input(4), relu)'): Untyped => {
  if (isLayer(layer)) return layer as unknown as Untyped;
  const found = typeof layer === 'function' ? 'a function, which is to be put after a layer' : describe(layer);
  throw new TypeError(`${operation}: expected a layer, got ${found}: write ${write}`);
};

/** The layer before a step of a pipe. Throws `TypeError` for what is none, as `untyped` does. */
export const before = (operation: string, layer: AnyLayer): Untyped => untyped(operation, layer, 'pipe(input(784), ...)');

/** What is said of a list in the place of layers. */
export const listOfLayers = <F extends string>(operation: F): ListOfLayers<F> =>
  `${operation}: layers stand one after the other: write ${operation}(a, b), or ${operation}(...layers)`;

/** What is said where there is no layer. */
export const noLayers = (operation: string): string =>
  `${operation}: there is no layer: write ${operation}(dense(4, 4), dense(4, 4))`;

/** The parameters and state of a layer that has none. */
export const none: Initial = Object.freeze({ params: Object.freeze({}), state: Object.freeze({}) });

/** A layer without parameters and state. */
export const plain = (
  kind: string,
  input: AnyTensor,
  output: AnyTensor,
  f: (mode: Mode) => (x: AnyTensor) => AnyTensor,
): Untyped => ({
  kind,
  input,
  output,
  init: () => none,
  apply: (_, state, mode) => {
    const apply = f(mode);
    return (x) => {
      checkInput(kind, input, x);
      return [apply(x), state];
    };
  },
});

/** A field of parameters or state, which are records or tuples. Throws `TreeError` when it is not there. */
export const field = (operation: string, tree: unknown, name: string | number): unknown => {
  if (typeof tree !== 'object' || tree === null)
    throw new TreeError(`${operation}: expected parameters and a state, got ${describe(tree)}: take those that init(key) gives`);
  const found: unknown = Reflect.get(tree, name);
  if (found !== undefined) return found;
  const place = typeof name === 'number' ? `[${name}]` : `'${name}'`;
  throw new TreeError(`${operation}: the parameters or the state have no ${place}: they are those of another layer`);
};

// Functions of core on shapes that only run time knows; the types of the combinators that call them say what comes out.

/** All axes from one on in a single one. */
export const merged = flatten as unknown as (x: AnyTensor, axis: number) => AnyTensor;

/** Tensors joined along an axis. */
export const joined = concatenate as unknown as (tensors: readonly AnyTensor[], axis: number) => AnyTensor;
