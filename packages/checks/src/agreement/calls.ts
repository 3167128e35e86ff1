/**
 * Random calls of functions, as code: right ones, and more often ones with a mistake in them.
 */
import * as fc from 'fast-check';
import { type Argument, mistaken, show } from './argument.ts';
import { functions } from './functions.ts';
import { patterns } from './patterns.ts';
import { type Row, rows } from './rows.ts';
import { windows } from './windows.ts';

/** Functions that take options take them after the tensor only. */
const isOptions = (argument: Argument): boolean => typeof argument === 'object' && argument !== null && 'options' in argument;

/** The call as code; the tensors that may come last, last. */
const written = (name: string, args: readonly Argument[], last: Row['last']): string => {
  if (last === 1 && args.length > 1 && !args.some(isOptions))
    return `${name}(${args.slice(1).map(show).join(', ')})(${args.slice(0, 1).map(show).join()})`;
  if (last === 2) return `${name}(${args.slice(1).map(show).join()})(${args.slice(0, 1).map(show).join()})`;
  return `${name}(${args.map(show).join(', ')})`;
};

/** A call, right or with a mistake or two, since which of them is told first may depend on where the tensor stands. */
const callsOf = ({ names, args, last }: Row): fc.Arbitrary<string> => {
  const name = fc.constantFrom(...names);
  const once = args.chain(mistaken);
  const made = fc.oneof(
    { weight: 1, arbitrary: args },
    { weight: 4, arbitrary: once },
    { weight: 2, arbitrary: once.chain(mistaken) },
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(name, made).map(([name, given]) => written(name, given, undefined)) },
    { weight: 1, arbitrary: fc.tuple(name, made).map(([name, given]) => written(name, given, last)) },
  );
};

/** Calls of each row as often as it has functions, but at least twice as often; those with patterns, windows or functions apart. */
export const calls: fc.Arbitrary<string> = fc.noBias(
  fc.oneof(
    ...rows.map((row) => ({ weight: 2 + row.names.length, arbitrary: callsOf(row) })),
    { weight: 30, arbitrary: patterns },
    { weight: 30, arbitrary: windows },
    { weight: 30, arbitrary: functions },
  ),
);
