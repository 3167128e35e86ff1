/**
 * Arguments of a function that are given beside it, to what changes functions and gives one that takes them.
 */
import { ShapeError } from './errors.ts';
import { isTensor } from './tensor.ts';
import type { Co } from './shape/dims.ts';
import type { Leaf } from './treeTypes.ts';

/** That the arguments of a function are not given with it. */
export type SecondCall<F extends string> = `${F}: the arguments of the function come in a second call: ${F}(f)(x, ...)`;

/** `1` for what holds a tensor, as deep as options are. */
type HoldsTensor<V, Depth extends readonly unknown[] = []> = V extends Leaf
  ? 1
  : V extends (...given: never) => unknown
    ? 0
    : V extends object
      ? Depth['length'] extends 4
        ? 0
        : HoldsTensor<V extends readonly unknown[] ? V[number] : V[keyof V], readonly [...Depth, 1]>
      : 0;

/** `1` for what stands in the place of options and is an argument: a tensor, a list, a number, or a record that holds tensors. */
type IsMisplaced<V> = V extends readonly unknown[] | number ? 1 : HoldsTensor<V>;

/** `T`, the type of the options that are given as `V`, unless that is an argument. The second question is there for `V` to be inferred. */
export type OptionsOf<F extends string, V, T> = 1 extends IsMisplaced<V> ? SecondCall<F> : [V] extends [never] ? V : T;

/** `1` where an argument stands behind a function, in the place of options or after them. */
type AreMisplaced<G extends readonly unknown[]> = G extends readonly []
  ? 0
  : G extends readonly [infer V]
    ? IsMisplaced<V>
    : G extends readonly [unknown, unknown, ...unknown[]]
      ? 1
      : 0;

/** What stands behind a function, given as `G`, where `T` may: options or nothing. `Z` is as in `Checked`. */
export type Behind<F extends string, G extends readonly unknown[], T extends readonly unknown[], Z extends 0 = 0> = [
  Z,
  Co<AreMisplaced<G>>,
] extends [0, Co<0>]
  ? T
  : [Z] extends [never]
    ? G
    : readonly [SecondCall<F>, ...unknown[]];

/** The same where there are no options. What `map` gives a function behind an element, a number and a list, is passed over. */
export type NoneBehind<F extends string, G extends readonly unknown[]> = G['length'] extends 0
  ? readonly []
  : G extends readonly [number, readonly unknown[]]
    ? G
    : 1 extends AreMisplaced<G>
      ? readonly [SecondCall<F>, ...unknown[]]
      : readonly [];

/** Whether a value is a plain record, of whatever realm; instances of classes, as engines are, are not looked into. */
const isRecord = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return typeof prototype !== 'object' || prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Whether a value holds a tensor, as deep as options are. */
const holdsTensor = (value: unknown, depth = 0): boolean =>
  isTensor(value) ||
  (depth < 4 && (Array.isArray(value) || isRecord(value)) && Object.values(value).some((field) => holdsTensor(field, depth + 1)));

const isMisplaced = (value: unknown): boolean => typeof value === 'number' || Array.isArray(value) || holdsTensor(value);

/** Throws `ShapeError` when a function's arguments are given behind it, in the place of options or after them. */
export const checkBehind = (operation: string, [first, ...more]: readonly unknown[]): void => {
  if (!isMisplaced(first) && more.every((one) => one === undefined)) return;
  throw new ShapeError(`${operation}: the arguments of the function come in a second call: ${operation}(f)(x, ...)`);
};

/**
 * Checks that a function that has no options is given none, and no arguments. What `map` gives it behind an element is passed over:
 * `functions.map(hessian)` gives it numbers.
 */
export const checkNone = (operation: string, given: readonly unknown[]): void => {
  const [first, second] = given;
  if (typeof first === 'number' && Array.isArray(second)) return;
  checkBehind(operation, given);
  const [stranger] = isRecord(first) ? Object.keys(first) : [];
  if (stranger !== undefined) throw new ShapeError(`${operation}: ${stranger} is no option: there are none`);
};
