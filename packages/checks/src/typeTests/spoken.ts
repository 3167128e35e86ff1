/**
 * Which diagnostics of golden files say in a sentence of ours what is wrong and where; and of the others, why they may stand.
 */
import { messagesIn } from './explained.ts';
import { type Wrong, wrongStatements } from './wrong.ts';

/** A diagnostic of a golden file, and the statement that it is about. */
interface Entry {
  readonly text: string;
  readonly code: string;
}

const noStatement: Wrong = { first: 0, last: 0, code: '' };

/** The diagnostics of a golden file. `sourceOf` reads the file that one is about. */
export const entriesOf = (golden: string, sourceOf: (path: string) => string): readonly Entry[] =>
  golden
    .trim()
    .split(/\n(?=\S)/)
    .map((text) => {
      const [, path = '', line] = /^(.+?)\((\d+),/.exec(text) ?? [];
      const at = Number(line);
      const { code } = wrongStatements(sourceOf(path)).find(({ first, last }) => first <= at && at <= last) ?? noStatement;
      return { text, code };
    });

/** Whether a diagnostic holds a sentence that begins with a function in its statement. */
export const speaks = ({ text, code }: Entry, functions: ReadonlySet<string>): boolean =>
  messagesIn(text).some((message) => {
    const name = /^(\w+): /.exec(message)?.[1] ?? '';
    return functions.has(name) && new RegExp(String.raw`\b${name}\b`).test(code);
  });

/** A kind of diagnostic without a sentence. */
export interface Silence {
  /** Why it may stand, or what is to be mended. */
  readonly reason: string;
  readonly words: RegExp;
  /** How many there are in each package, where there may not be more. */
  readonly count?: Readonly<Partial<Record<string, number>>>;
}

// prettier-ignore
/** The first that fits is the kind. Numbers may only become smaller. */
export const silences: readonly Silence[] = [
  { reason: '`never` says nothing',
    words: / type 'never'\.$/m, count: {} },
  { reason: 'one sentence for all functions: it stands in the type of a tensor, of an axis or of a size',
    words: /nothing is known of the shape|the (dimension|size|axis) (is a `number`, not a literal|may be one of several)/ },
  { reason: 'too few or too many arguments: the compiler counts them',
    words: /error TS255[45]/ },
  { reason: 'an option or a property that does not exist: the compiler names it',
    words: /error TS(2353|2561)|Object literal may only specify known properties|Property '.+' does not exist/ },
  { reason: 'fields that are missing: the compiler names them',
    words: /error TS27(39|40|41)|is missing (the following properties|in type)/ },
  { reason: 'a result that is not what was written down: the compiler sets both types beside each other',
    words: /error TS2322: Type '(Tensor<.*|P)' is not assignable to type '(Tensor<.*|Fixed|Q)'\./ },
  { reason: 'an argument of a function that the user wrote or made: the compiler sets both types beside each other',
    words: /Argument of type '.+' is not assignable to parameter of type '(Tensor<|P'|\{ readonly sizes|\(args_0|readonly \[|Batch'|TrainState<|Reducer<)/, count: { core: 1, grad: 14, nn: 0, train: 10 } },
  { reason: 'a function, or its result, of another kind: the compiler sets both types beside each other',
    words: /is not assignable to (parameter of )?type '(\(|Layer<|FloatFunction|AnyLayer')/, count: { nn: 1, train: 1 } },
  { reason: 'a value of another kind than any that is taken: a text for a number',
    words: /is not assignable to (parameter of )?type '/, count: { core: 10, nn: 0, train: 29 } },
];

/** The kind of a diagnostic without a sentence. */
export const silenceOf = ({ text }: Entry): Silence | undefined => silences.find(({ words }) => words.test(text));
