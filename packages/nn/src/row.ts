/**
 * Continuing a layer by another: the step of every pipe.
 */
import { foldIn, isTensor, key, TreeError } from '@cotangent/core';
import { within } from './mode.ts';
import { field, none, type Untyped, type UntypedPart } from './untyped.ts';

/** The parts of a layer in a row; a layer that is no row is its only part. */
const row = (layer: Untyped): readonly UntypedPart[] => (layer.kind === 'pipe' ? (layer.parts ?? []) : [{ layer }]);

/** Parameters in which a name is still free. `object` makes it fail for trees that share no name with it. */
export type Free<F extends string, N extends string> = object & {
  readonly [K in N]?: Taken<F, K>;
} & Nameless<F, N>;

/** The fields that every object has: the compiler takes each for one of the parameters. */
const fields = [
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
] as const;

/** Why a name is not free. */
type Taken<F extends string, N extends string> = N extends (typeof fields)[number]
  ? `${F}: the name '${N}' is that of a field of every object: take another`
  : `${F}: the name '${N}' is taken by another layer`;

/** No list and no tensor: what only these have is missing. */
interface Nameless<F extends string, N extends string> {
  readonly [Symbol.iterator]?: Named<`${F}: '${N}' follows a layer whose parameters have no names: give it one with named(...)`>;
  readonly toNested?: Named<`${F}: '${N}' follows a layer whose parameters have no names: give it one with named(...)`>;
}

/** What nothing is. `_Why` is printed only, so that a layer that may follow one name may follow another. */
interface Named<_Why extends string> {
  readonly names: never;
}

/** Throws unless a row has a record of parameters in which a name is free. Of the parameters only the names are read. */
const checkFree = (operation: string, [head, ...rest]: readonly UntypedPart[], name: string): void => {
  const params = head?.layer.init(key(0)).params;
  if (Array.isArray(params) || isTensor(params)) {
    throw new TreeError(`${operation}: '${name}' follows a layer whose parameters have no names: give it one with named(...)`);
  }
  if (fields.some((one) => one === name)) {
    throw new TreeError(`${operation}: the name '${name}' is that of a field of every object: take another`);
  }
  if (Object.hasOwn(params as object, name) || rest.some((part) => part.name === name)) {
    throw new TreeError(`${operation}: the name '${name}' is taken by another layer`);
  }
};

/** A record with one more field. */
const extended = (tree: unknown, name: string, value: unknown): unknown => Object.freeze({ ...(tree as object), [name]: value });

const pipeOf = (self: Untyped, part: UntypedPart) => ({
  kind: 'pipe',
  input: self.input,
  output: part.layer.output,
  parts: [...row(self), part],
});

/** `self`, then a layer without parameters and state. Its key depends on its place in the row. */
export const thenPlain = (self: Untyped, next: Untyped): Untyped => ({
  ...pipeOf(self, { layer: next }),
  init: self.init,
  apply: (params, state, mode) => {
    const first = self.apply(params, state, mode);
    const second = next.apply(none.params, none.state, within(mode, row(self).length));
    return (x) => {
      const [y, after] = first(x);
      return [second(y)[0], after];
    };
  },
});

/** `self`, then a layer whose parameters stand below its name, and its state too when it has any. Its key depends on its name. */
export const thenNamed = (operation: string, self: Untyped, name: string, next: Untyped, stateful: boolean): Untyped => {
  checkFree(operation, row(self), name);
  return {
    ...pipeOf(self, { name, layer: next }),
    init: (key) => {
      const [before, own] = [self.init(key), next.init(foldIn(key, name))];
      return {
        params: extended(before.params, name, own.params),
        state: stateful ? extended(before.state, name, own.state) : before.state,
      };
    },
    apply: (params, state, mode) => {
      const first = self.apply(params, state, mode);
      const ownState = stateful ? field(operation, state, name) : none.state;
      const second = next.apply(field(operation, params, name), ownState, within(mode, name));
      return (x) => {
        const [y, before] = first(x);
        const [z, after] = second(y);
        return [z, stateful ? extended(before, name, after) : before];
      };
    },
  };
};
