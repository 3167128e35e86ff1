/**
 * Which messages the documentation explains. Messages that differ in functions, shapes, names and numbers alone are one.
 */

/** Stands for what a message is about. */
const hole = '_';

/** The names of dimensions in the shapes of a message. */
const namesIn = (message: string): ReadonlySet<string> =>
  new Set([...message.matchAll(/\[([^\]]*)\]/g)].flatMap(([, dims = '']) => dims.match(/[A-Za-z_]\w*/g) ?? []));

/** A place in a tree: `params.hidden.weight`, `the step's carry[0]`. */
const place =
  /\b(?:params|updates|primals|tangents|arguments|result|tree|others|xs|data|the loss function's metrics|(?:the step's )?(?:carry|batch))(?:\[(?:\d+|"[^"]*")\]|\.\w+)*(?= (?:is|has|needs|and|may)\b|[:,]|$)/g;

/** What an element should be, and what to do about it. */
const element = /expected (?:a number|an integer|true, false)[^:]*: .*/;

/** What an option, or the argument with options, is. */
const option =
  /^(?<name>\w+): (?:\w+(?:\[\d+\])?|the argument) is (?:"[^"]*"|an array of \d+|an object|a function|missing|null|true|false|-?[\d.]+), (?=expected )/;

/** A shape that is a readonly tuple, which says what to do. */
const fixed = /\[readonly [^:]*: write Tensor<\[\.\.\.typeof shape\]>\]/g;

/** What a function adds that waits for its tensor where it cannot tell. It is explained once. */
const orWrap = /, or wrap the function that is passed on, .*$/;

/** A message with holes for its function, shapes, dimensions, dtypes, names and numbers. */
export const wording = (said: string): string => {
  const message = said.replaceAll(fixed, '[]').replace(orWrap, '');
  const names = namesIn(message);
  return message
    .replace(element, `expected ${hole}, found ${hole}: ${hole}`)
    .replace(option, '$<name>: _ is _, ')
    .replace(/(?<=expected one of the options ).*/, hole)
    .replace(/(?<=expected a seed, an integer, found ).*/, hole)
    .replace(/\w+(?= is no option: )/, hole)
    .replace(place, hole)
    .replace(/\b(?:a \w+|null|undefined)(?=: trees hold|, expected)/g, hole)
    .replace(/\ba (?:tensor|record|list of \d+)\b/g, hole)
    .replace(/(?<=expected _, got ).*(?=make one)/, hole)
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, hole)
    .replace(/\[[^\]]*\]/g, '[]')
    .replace(/'[^']*'|"[^"]*"/g, "''")
    .replace(/^\w+: /, `${hole}: `)
    .replace(/\w+(?=\((?:f\)\(x, \.\.\.|scores, labels)\))/, hole)
    .replace(/\b(?:f32|f64|i32|u32|bool)\b/g, hole)
    .replace(/\b[A-Za-z]\w*=\w+/g, hole)
    .replace(/[A-Za-z_]\w*/g, (word) => (names.has(word) ? hole : word))
    .replace(/-?\d+(?:\.\d+)?/g, hole)
    .replace(/_(?:[*+-]_)+/g, hole)
    .replace(/\(_(?: _)*\)/g, hole)
    .replace(/\{ \w+: _ \}/g, '{ _: _ }');
};

/** What a wording says, with any word in its holes. */
const pattern = (words: string): RegExp =>
  new RegExp(`^${words.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replaceAll(hole, String.raw`\S+`)}$`);

/** The library's messages in what a compiler says: the literal types, and templates of them, that have a colon and a blank. */
export const messagesIn = (said: string): readonly string[] =>
  said
    .split('\n')
    .flatMap((line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`/g)])
    .map(([, literal, template]) => literal?.replaceAll(/\\(.)/g, '$1') ?? template ?? '')
    .filter((text) => text.includes(': '));

/** Of messages, one for each wording that is none of the explained ones. */
export const unexplained = (messages: readonly string[], explained: readonly string[]): readonly string[] => {
  const known = [...new Set(explained.map(wording))].map(pattern);
  return [...new Map(messages.map((text) => [wording(text), text] as const))]
    .filter(([words]) => !known.some((one) => one.test(words)))
    .map(([, text]) => text);
};
