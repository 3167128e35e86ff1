/**
 * The public types of functions whose implementation is untyped.
 */
import { ShapeError } from '../../errors.ts';
import { type AnyTensor, checkTensor, isTensor } from '../../tensor.ts';

/**
 * Gives a function its public signature.
 *
 * With `typed` the one place where types are asserted: the signature says what the implementation checks at run time, with the same
 * words, which `type-tests/` and the unit tests hold against each other.
 */
export const withSignature = <F>(implementation: (...operands: never) => unknown): F => implementation as unknown as F;

const numerals = ['no operands', 'one operand', 'two operands', 'three operands'];

/**
 * Throws `ShapeError` where there are more than `most` operands. What arrays give behind theirs, an index and the list, is passed over: `[x, y].reduce(add)`,
 * `[x, y].map(exp)`.
 */
export const checkSurplus = (operation: string, most: number, operands: readonly unknown[]): void => {
  if (isSurplus(most, operands)) throw new ShapeError(`${operation}: takes ${numerals[most] ?? most}, not more`);
};

/** Whether there are more than `most` operands, what arrays give aside. */
export const isSurplus = (most: number, operands: readonly unknown[]): boolean => {
  if (operands.length <= most) return false;
  const [index, list] = operands.slice(-2);
  return operands.length > most + 2 || typeof index !== 'number' || !Array.isArray(list);
};

/** A function of at most `most` operands. */
export const atMost =
  <A extends readonly unknown[], R>(operation: string, most: number, f: (...operands: A) => R) =>
  (...operands: A): R => {
    checkSurplus(operation, most, operands);
    return f(...operands);
  };

/** A function of a tensor and one `what`, of which more are given one after the other: it throws, with `call` as an example. */
export const oneWhat =
  <A extends readonly unknown[], R>(operation: string, what: string, call: string, f: (...operands: A) => R) =>
  (...operands: A): R => {
    if (isTensor(operands[0]) && isSurplus(2, operands)) throw new ShapeError(`${operation}: takes one ${what}: write ${call}`);
    return f(...operands);
  };

/**
 * A function of a tensor and what else it needs; without the tensor, one that waits for it, when the rest passes a check.
 *
 * What comes first is checked first, as by the compiler: a tensor in front by `checkFront`, before all else.
 */
export const tensorLast =
  <A extends readonly unknown[], R>(
    f: (x: AnyTensor, ...rest: A) => R,
    check?: (...rest: A) => void,
    checkFront?: (x: AnyTensor) => void,
  ) =>
  (...operands: readonly [x: AnyTensor, ...rest: A] | A): R | ((x: AnyTensor) => R) => {
    const [first, ...rest] = operands;
    if (isTensor(first)) {
      checkFront?.(first);
      // With a tensor in front the others are the rest, by the type of the operands.
      return f(first, ...(rest as unknown as A));
    }
    check?.(...(operands as A));
    return (x) => f(x, ...(operands as A));
  };

/** A function that waits for its tensor when it has at most `most` operands: the first of more has to be that tensor. */
export const waiting =
  <A extends readonly unknown[], R>(operation: string, most: number, f: (...operands: A) => R) =>
  (...operands: A): R => {
    // What is none is refused.
    if (operands.length > most) checkTensor(operation, operands[0] as AnyTensor);
    return f(...operands);
  };

/** A check of what waits for a tensor, in whose first place only what `may` stand there does: anything else is given in the place of the tensor. */
export const orNoTensor =
  <A extends readonly unknown[]>(
    operation: string,
    may: (...rest: readonly unknown[]) => boolean,
    check?: (...rest: A) => void,
  ): ((...rest: A) => void) =>
  (...rest) => {
    // What is none is refused.
    if (rest[0] !== undefined && !may(...rest)) checkTensor(operation, rest[0] as AnyTensor);
    check?.(...rest);
  };

export const isNumber = (given: unknown): boolean => typeof given === 'number';

export const isText = (given: unknown): boolean => typeof given === 'string';

export const isNumbers = (given: unknown): boolean => Array.isArray(given) && given.every(isNumber);

/** A function that throws when the last of its operands, `what`, is missing, as it may be for untyped callers. */
export const whole =
  <A extends readonly unknown[], R>(operation: string, what: string, f: (...operands: A) => R) =>
  (...operands: A): R => {
    if (operands.length < f.length) throw new ShapeError(`${operation}: ${what} is missing`);
    checkSurplus(operation, f.length, operands);
    return f(...operands);
  };

/** A function that does not wait for its tensor: of fewer than `least` operands it throws, with `call` as an example, which has `x` for its tensor. */
export const unwaiting =
  <A extends readonly unknown[], R>(operation: string, least: number, call: string, f: (...operands: A) => R, x = 'x') =>
  (...operands: A): R => {
    if (operands.length < least)
      throw new ShapeError(`${operation}: waits for no tensor: write ${call}, or (${x}) => ${call} in a pipe`);
    return f(...operands);
  };

const isOptions = (given: unknown): boolean =>
  given === undefined || (typeof given === 'object' && given !== null && !Array.isArray(given));

/**
 * Checks of the operands of a call whose first one may be all, that it is a tensor, and that there is no second one that should be one too.
 * Options may stand there if the call takes them, and an index with its list: `xs.map(meanSquaredError)` gives them.
 */
export const checkOnly = (operation: string, operands: readonly unknown[], takesOptions: boolean): void => {
  const [x, second, third] = operands;
  // What is no tensor is refused.
  checkTensor(operation, x as AnyTensor);
  const isIndex = typeof second === 'number' && Array.isArray(third);
  if (operands.length > 1 && !isIndex && !(takesOptions && isOptions(second))) checkTensor(operation, second as AnyTensor);
};

/** A function of two tensors named `operation`, the first of which passes a check; of the second alone, which then passes it, one that waits for the first. */
export const pairLast =
  <R>(operation: string, f: (x: AnyTensor, y: AnyTensor) => R, check: (operation: string, given: AnyTensor) => void) =>
  (...operands: readonly [y: AnyTensor] | readonly [x: AnyTensor, y: AnyTensor]): R | ((x: AnyTensor) => R) => {
    checkSurplus(operation, 2, operands);
    check(operation, operands[0]);
    return operands.length === 1 ? (x) => f(x, operands[0]) : f(...operands);
  };
