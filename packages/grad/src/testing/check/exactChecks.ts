/**
 * Checks without a tolerance: values, structures and bits.
 */
import { type Check, type CheckName, fault, passed } from './fault.ts';
import { signs, weights } from './random.ts';
import type { Space } from './space.ts';
import { pulled, pushed, type Subject, valueOf } from './subject.ts';
import { along, entry, firstDifference } from './vector.ts';
import * as E from 'fp-ts/lib/Either.js';
import type { Fault, Tally } from './fault.ts';

/** Vectors that must have the same bits. */
const same = (
  check: CheckName,
  message: string,
  space: Space,
  found: Float64Array,
  wanted: Float64Array,
): E.Either<Fault, Tally> => {
  const index = firstDifference(found, wanted);
  if (index < 0) return passed;
  const [analytic, numeric] = [entry(found, index), entry(wanted, index)];
  return fault(check, message, { path: space.pathOf(index), direction: 'none: values', analytic, numeric, tolerance: 0 });
};

const both = (first: E.Either<Fault, Tally>, second: () => E.Either<Fault, Tally>): E.Either<Fault, Tally> =>
  E.isLeft(first) ? first : second();

/** The derivative's own value of the function is the function's, to the bit. */
export const primal: Check = (subject, { forward, seed }) => {
  const { to, value, at } = subject;
  const compareWith = (by: string, found: Float64Array): E.Either<Fault, Tally> =>
    same('primal', `the value that ${by} gives is not that of the function`, to, found, value);
  return both(compareWith('vjp', to.toVector(pulled(subject, at.floats)[0])), () =>
    forward ? compareWith('jvp', to.toVector(pushed(subject, signs(seed, at.floats.length))[0])) : passed,
  );
};

/** Cotangents have the shapes and dtypes of the arguments, tangents those of the result. */
export const structure: Check = (subject, { forward, seed }) => {
  const { from, to, at } = subject;
  const cotangents = pulled(subject, at.floats)[1](to.toTensors(weights(seed, to.size)));
  const wrong = from.misfit(cotangents);
  if (wrong !== undefined) return fault('structure', `vjp gives a cotangent ${wrong}`);
  const tangents = forward ? to.misfit(pushed(subject, signs(seed, from.size))[1]) : undefined;
  return tangents === undefined ? passed : fault('structure', `jvp gives a tangent ${tangents}`);
};

/** The same pullback gives the same bits again, also after the function has been differentiated elsewhere; the inputs stay what they are. */
export const purity: Check = (subject, { seed, step }) => {
  const { from, to, at, value } = subject;
  const inputs = from.toTensors(at.floats);
  const [, pull] = subject.transformations.vjp((leaves) => subject.call(leaves, at.fixed), inputs);
  const cotangents = to.toTensors(weights(seed, to.size));
  const first = from.toVector(pull(cotangents));
  pullElsewhere(subject, seed, step);
  return both(
    same('purity', 'the pullback gives something else when it is called again', from, from.toVector(pull(cotangents)), first),
    () =>
      both(same('purity', 'the inputs have changed', from, from.toVector(inputs), at.floats), () =>
        same('purity', 'the function gives something else when it is called again', to, valueOf(subject, at.floats), value),
      ),
  );
};

/** Differentiates at another point, so that what a rule keeps outside its residuals is overwritten. */
const pullElsewhere = (subject: Subject, seed: number, step: number): void => {
  const { from, to, at } = subject;
  const [, pull] = pulled(subject, along(at.floats, signs(seed, from.size), step));
  from.toVector(pull(to.toTensors(weights(seed + 1, to.size))));
};
