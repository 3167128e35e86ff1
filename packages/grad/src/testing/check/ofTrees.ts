/**
 * From a user's function of trees to a subject: a function of lists of `f64` tensors.
 */
import { type AnyTensor, evaluate, flattenTree, type Flat, unflattenTree } from '@cotangent/core';
import { axesOf, P } from '@cotangent/core/primitives';
import * as E from 'fp-ts/lib/Either.js';
import { type Fault, fault } from './fault.ts';
import { type Space, spaceOf } from './space.ts';
import type { Arguments, Call, Subject } from './subject.ts';
import type { Transformations } from './transformations.ts';

/** A user's function. */
export type Fn = (...args: readonly unknown[]) => unknown;

/** A user's function and what it is checked at. */
export interface Question {
  readonly f: Fn;
  readonly inputs: readonly unknown[];
  readonly names: readonly string[];
  readonly examples: readonly (readonly unknown[])[];
}

/** The tensors of a tree that have derivatives, with their paths, and the others. */
interface Parted {
  readonly paths: readonly string[];
  readonly floats: readonly AnyTensor[];
  readonly fixed: readonly AnyTensor[];
}

const isFloat = ({ dtype }: AnyTensor): boolean => dtype === 'f32' || dtype === 'f64';

const parted = ({ leaves, paths }: Flat): Parted => ({
  paths: paths.filter((_, index) => leaves[index] !== undefined && isFloat(leaves[index])),
  floats: leaves.filter(isFloat),
  fixed: leaves.filter((leaf) => !isFloat(leaf)),
});

/** A tensor of floats in `f64`, cut off from what it was computed from. */
const lifted = (tensor: AnyTensor): AnyTensor =>
  isFloat(tensor) ? P.constant(Float64Array.from(tensor.toArray()), axesOf(tensor), 'f64') : evaluate(tensor);

/** The arguments as one tree, each under its name. */
const flattenInputs = (inputs: readonly unknown[], names: readonly string[]): Flat => {
  const flats = inputs.map((input, index) => flattenTree(input, names[index] ?? `inputs[${index}]`));
  return {
    what: 'inputs',
    leaves: flats.flatMap(({ leaves }) => leaves),
    paths: flats.flatMap(({ paths }) => paths),
    structure: { kind: 'array', items: flats.map(({ structure }) => structure) },
  };
};

/** Runs a function on other tensors in the places of those of its arguments; gives the flat result. */
const runner =
  (f: Fn, { leaves, structure }: Flat): ((floats: readonly AnyTensor[], fixed: readonly AnyTensor[]) => Flat) =>
  (floats, fixed) => {
    const [nextFloat, nextFixed] = [floats.values(), fixed.values()];
    const all = leaves.map((leaf) => (isFloat(leaf) ? nextFloat : nextFixed).next().value ?? leaf);
    // The structure of the arguments is an array with an item for each.
    return flattenTree(f(...(unflattenTree(structure, all) as readonly unknown[])), 'result');
  };

const fromInputs = (from: Space, { floats, fixed }: Parted): Arguments => ({
  floats: from.toVector(floats.map(lifted)),
  fixed: fixed.map(lifted),
});

/** The result's tensors that have derivatives, or why they cannot be checked. */
const resultOf = (result: Flat): E.Either<Fault, Parted> => {
  const found = parted(result);
  const { paths, floats } = found;
  if (floats.length === 0) return fault('evaluation', 'the result has no tensor of floats, so there is nothing to differentiate');
  const narrow = floats.findIndex(({ dtype }) => dtype !== 'f64');
  if (narrow >= 0)
    return fault('evaluation', `${paths[narrow]} is f32 for arguments in f64: gradients are checked in f64 throughout`);
  const wild = evaluate(floats).findIndex((tensor) => !tensor.toArray().every(Number.isFinite));
  return wild < 0 ? E.right(found) : fault('evaluation', `${paths[wild]} is not finite at this point`);
};

/** Why an example cannot stand beside the inputs in a batch. */
const misfit = (from: Space, inputs: Parted, example: Parted): string | undefined => {
  const fixed = spaceOf(
    inputs.fixed.map(() => 'an argument of whole numbers'),
    inputs.fixed,
  );
  return from.misfit(example.floats.map(lifted)) ?? fixed.misfit(example.fixed.map((leaf) => P.fill(0, axesOf(leaf), 'f64')));
};

/** The subject that a question is about. */
export const subjectOf = (
  { f, inputs, names, examples }: Question,
  transformations: Transformations,
): E.Either<Fault, Subject> => {
  const flat = flattenInputs(inputs, names);
  const given = parted(flat);
  if (given.floats.length === 0)
    return fault('evaluation', 'the inputs have no tensor of floats, so there is nothing to differentiate in');
  const from = spaceOf(given.paths, given.floats);
  const others = examples.map((example) => parted(flattenInputs(example, names)));
  const wrong = others.map((other) => misfit(from, given, other)).find((text) => text !== undefined);
  if (wrong !== undefined) return fault('evaluation', `an example has ${wrong}: examples have the shapes of the inputs`);
  const run = runner(f, flat);
  const call: Call = (floats, fixed) => parted(run(floats, fixed)).floats;
  const result = resultOf(run(given.floats.map(lifted), given.fixed.map(lifted)));
  if (E.isLeft(result)) return result;
  const to = spaceOf(result.right.paths, result.right.floats);
  const at = fromInputs(from, given);
  const value = to.toVector(result.right.floats);
  return E.right({
    order: 1,
    call,
    from,
    to,
    at,
    value,
    examples: others.map((other) => fromInputs(from, other)),
    transformations,
  });
};
