/**
 * Random calls of functions, as code: right ones, and more often ones with a mistake in them.
 */
import * as fc from 'fast-check';
import { type Argument, mistaken, show, type Writing } from './argument.ts';
import { functions } from './functions.ts';
import { patterns } from './patterns.ts';
import { type Row, rows } from './rows.ts';
import { windows } from './windows.ts';

/** Functions that take options take them after the tensor only. */
const isOptions = (argument: Argument): boolean => typeof argument === 'object' && argument !== null && 'options' in argument;

/** A call. */
export interface Call {
  readonly name: string;
  readonly args: readonly Argument[];
  /** How many of its tensors come last, in a call of their own. */
  readonly last: Row['last'];
}

/** The call as code; the tensors that may come last, last. */
export const written = ({ name, args, last }: Call, how?: Writing): string => {
  const list = (some: readonly Argument[]): string => some.map((one) => show(one, how)).join(', ');
  if (last === 1 && args.length > 1 && !args.some(isOptions)) return `${name}(${list(args.slice(1))})(${list(args.slice(0, 1))})`;
  if (last === 2) return `${name}(${list(args.slice(1))})(${list(args.slice(0, 1))})`;
  return `${name}(${list(args)})`;
};

/** How often arguments are right, and how often there are one or two mistakes in them. */
export type Weights = readonly [right: number, one: number, two: number];

/** A call, right or with a mistake or two, since which of them is told first may depend on where the tensor stands. */
export const callsOf = ({ names, args, last }: Row, [right, one, two]: Weights): fc.Arbitrary<Call> => {
  const once = args.chain(mistaken);
  return fc.record({
    name: fc.constantFrom(...names),
    args: fc.oneof(
      { weight: right, arbitrary: args },
      { weight: one, arbitrary: once },
      { weight: two, arbitrary: once.chain(mistaken) },
    ),
    last: fc.constantFrom(undefined, undefined, undefined, last),
  });
};

/** Calls of each row as often as it has functions, but at least twice as often; those with patterns, windows or functions apart. */
export const calls: fc.Arbitrary<string> = fc.noBias(
  fc.oneof(
    ...rows.map((row) => ({ weight: 2 + row.names.length, arbitrary: callsOf(row, [1, 4, 2]).map((call) => written(call)) })),
    { weight: 30, arbitrary: patterns },
    { weight: 30, arbitrary: windows },
    { weight: 50, arbitrary: functions },
  ),
);
