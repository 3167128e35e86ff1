/**
 * The command line of the main example, decoded: every fault named, nothing guessed.
 */
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { parseArgs } from 'node:util';

/** What can be chosen. */
export interface Choices {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  readonly help: boolean;
}

/** Epochs and rate are the tutorial's; the seed is one from which the network learns. */
const defaults: Choices = { seed: 1, epochs: 10_000, rate: 0.1, help: false };

export const usage: string = `usage: pnpm start [--seed N] [--epochs N] [--rate R]

  --seed N     where the random initial weights come from:
               a whole number from 0 to 4294967295 (${defaults.seed})
  --epochs N   how often the network sees the four examples:
               a whole number from 1 to 1000000 (${defaults.epochs})
  --rate R     the learning rate: a number above 0, at most 1000 (${defaults.rate})`;

type Texts = Readonly<Record<string, string | boolean | undefined>>;

const parsed = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      epochs: { type: 'string' },
      rate: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    tokens: true,
  });

/** `--rate -1` as `--rate=-1`: parseArgs would take a negative number for an option, and we say better what is wrong with it. */
const joined = (args: readonly string[]): readonly string[] =>
  args.flatMap((arg, index) => {
    const isNegative = (text: string | undefined): boolean => /^-[\d.]/.test(text ?? '');
    const takesValue = (text: string | undefined): boolean => /^--(seed|epochs|rate)$/.test(text ?? '');
    const next = args[index + 1];
    if (isNegative(arg) && takesValue(args[index - 1])) return [];
    return [takesValue(arg) && next !== undefined && isNegative(next) ? `${arg}=${next}` : arg];
  });

/** What parseArgs says, which names the option, without its advice on dashes, which does not help here. */
const refusal = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  const [, withoutValue] = /^Option '(--\w+)[^']*' argument (?:missing|is ambiguous)/.exec(message) ?? [];
  return withoutValue === undefined ? message.replace(/[.\n]\s?[^]*/, '') : `${withoutValue} needs a value`;
};

const parse = (args: readonly string[]): E.Either<string, Texts> =>
  pipe(
    // pnpm passes on the `--` that stands before arguments.
    E.tryCatch(() => parsed(joined(args[0] === '--' ? args.slice(1) : args)), refusal),
    E.chain(({ values, tokens }) => {
      const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
      const twice = names.find((name, index) => names.indexOf(name) < index);
      return twice === undefined ? E.right(values) : E.left(`--${twice} is given more than once`);
    }),
  );

const number = (
  texts: Texts,
  name: 'seed' | 'epochs' | 'rate',
  wanted: string,
  fits: (value: number) => boolean,
): E.Either<string, number> => {
  const text = texts[name];
  if (text === undefined) return E.right(defaults[name]);
  const value = typeof text === 'string' && text.trim() !== '' ? Number(text) : Number.NaN;
  return fits(value) ? E.right(value) : E.left(`--${name} is '${String(text)}': it must be ${wanted}`);
};

const whole =
  (least: number, most: number) =>
  (value: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;

/** The choices of a command line, or what is wrong with it. */
export const decodeArguments = (args: readonly string[]): E.Either<string, Choices> => {
  const texts = parse(args);
  if (E.isLeft(texts)) return texts;
  const seed = number(texts.right, 'seed', 'a whole number from 0 to 4294967295', whole(0, 2 ** 32 - 1));
  const epochs = number(texts.right, 'epochs', 'a whole number from 1 to 1000000', whole(1, 1_000_000));
  const rate = number(texts.right, 'rate', 'a number above 0, at most 1000', (value) => value > 0 && value <= 1000);
  if (E.isLeft(seed)) return seed;
  if (E.isLeft(epochs)) return epochs;
  if (E.isLeft(rate)) return rate;
  return E.right({ seed: seed.right, epochs: epochs.right, rate: rate.right, help: texts.right['help'] === true });
};
