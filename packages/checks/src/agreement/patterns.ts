/**
 * Random calls of functions that take equations and patterns, as code: most of them nearly right.
 */
import * as fc from 'fast-check';

type Dim = number | string;

/** A token of a pattern, and the dimensions that it stands for. */
interface Token {
  readonly text: string;
  readonly dims: readonly Dim[];
}

const dims = fc.constantFrom<Dim>(1, 2, 3, 4, 6, 12, 'n', 'm', '2*m', 'm*n');
const products = fc.constantFrom<Dim>(4, 6, 12, '2*m', 'm*n');
const rarely = <A>(usual: fc.Arbitrary<A>, seldom: fc.Arbitrary<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: seldom });

const tensorOf = (shape: readonly Dim[], dtype: string): string =>
  `t(${JSON.stringify(shape)}${dtype === 'f32' ? '' : `, '${dtype}'`})`;

const dtypes = rarely(fc.constant('f32'), fc.constantFrom('f64', 'i32', 'u32', 'bool'));

/** A text, or one with a character more or less. */
const misspelt = (text: string): fc.Arbitrary<string> =>
  rarely(
    fc.constant(text),
    fc
      .tuple(fc.nat(text.length), fc.constantFrom('', '(', ')', ' ', '.', 'a', 'b', '1', '2', '->', ','))
      .map(([at, more]) => (more === '' ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + more + text.slice(at))),
  );

// Equations.

const letters = ['i', 'j', 'k'];

/** An operand: letters, some with an ellipsis among them. */
const operandTexts = fc
  .tuple(fc.array(fc.constantFrom(...letters), { maxLength: 3 }), fc.nat(3), fc.nat(3))
  .map(([names, at, dotted]) => (dotted === 0 ? [...names.slice(0, at), '...', ...names.slice(at)] : names));

/** What an equation is made of: its operands as lists of letters and ellipses, and the dimensions that these stand for. */
interface Bindings {
  readonly texts: readonly (readonly string[])[];
  readonly bound: readonly Dim[];
  readonly under: readonly Dim[];
  readonly output: readonly string[];
}

/** Equations of operands that fit, of which the first may be given. */
const equationsOf = ({ texts, bound, under, output }: Bindings, given?: readonly Dim[]): fc.Arbitrary<string> => {
  const dimsOf = (name: string): fc.Arbitrary<readonly Dim[]> =>
    name === '...'
      ? fc.tuple(fc.nat(2), fc.nat(5)).map(([from, one]) => under.slice(from).map((dim, index) => (index === one ? 1 : dim)))
      : rarely(fc.constant(bound[letters.indexOf(name)] ?? 1), dims).map((dim) => [dim]);
  const shapeOf = (text: readonly string[]): fc.Arbitrary<readonly Dim[]> =>
    fc.tuple(...text.map(dimsOf)).map((all) => all.flat());
  const shapes = fc.tuple(
    ...texts.map((text, index) => (index === 0 && given !== undefined ? fc.constant(given) : shapeOf(text))),
  );
  const used = output.filter((letter) => texts.some((text) => text.includes(letter)));
  const result = texts.some((text) => text.includes('...')) ? ['...', ...used] : used;
  const each = dtypes.chain((one) => fc.tuple(...texts.map(() => rarely(fc.constant(one), dtypes))));
  return fc
    .tuple(misspelt(`${texts.map((text) => text.join('')).join()}->${result.join('')}`), shapes, each)
    .map(
      ([equation, shapes, each]) =>
        `einsum('${equation}', ${shapes.map((shape, index) => tensorOf(shape, each[index] ?? 'f32')).join(', ')})`,
    );
};

const equations = fc
  .record({
    texts: fc.array(operandTexts, { minLength: 1, maxLength: 3 }),
    bound: fc.tuple(dims, dims, dims),
    under: fc.array(dims, { maxLength: 2 }),
    output: fc.shuffledSubarray(letters),
  })
  .chain((bindings) => equationsOf(bindings));

/** Equations whose first operand has a shape: letters for its first and last dimensions, an ellipsis for those between. */
const equationsAlong = (shape: readonly Dim[]): fc.Arbitrary<string> =>
  fc
    .record({
      before: fc.nat(Math.min(2, shape.length)),
      after: fc.nat(1),
      others: fc.array(operandTexts, { maxLength: 2 }),
      spare: dims,
      output: fc.shuffledSubarray(letters),
    })
    .chain(({ before, after: wanted, others, spare, output }) => {
      const after = Math.min(wanted, shape.length - before);
      const from = letters.slice(0, before);
      const to = letters.slice(before, before + after);
      const under = shape.slice(before, shape.length - after);
      const bound = [...shape.slice(0, before), ...shape.slice(shape.length - after), spare, spare, spare];
      return equationsOf({ texts: [[...from, '...', ...to], ...others], bound, under, output }, shape);
    });

// Patterns.

const tokens = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), dims).map(([text, dim]): Token => ({ text, dims: [dim] })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('(e f)', '(f e)', '(e 2)', '(e)'), products)
      .map(([text, dim]): Token => ({ text, dims: [dim] })),
  },
  { weight: 1, arbitrary: fc.constantFrom('1', '()').map((text): Token => ({ text, dims: [1] })) },
  { weight: 2, arbitrary: fc.array(dims, { maxLength: 2 }).map((all): Token => ({ text: '...', dims: all })) },
);

const left = fc.uniqueArray(tokens, {
  maxLength: 4,
  selector: ({ text }) => (/e/.test(text) ? '(e f)' : text),
});

const wordsOf = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.replace(/[()]/g, '').split(' ')).filter((word) => !/^[12]?$/.test(word));

/** The words in another order, two of them in parentheses at times. */
const right = (words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.shuffledSubarray([...words], { minLength: words.length }), fc.nat(4), fc.constantFrom('', '', '1', '()'))
    .map(([order, at, unit]) =>
      [
        ...order.slice(0, at),
        ...(at + 1 < order.length ? [`(${order.slice(at, at + 2).join(' ')})`] : order.slice(at, at + 2)),
        ...order.slice(at + 2),
        unit,
      ].join(' '),
    );

const sizes = fc.constantFrom(
  '',
  '',
  '{ e: 2 }',
  '{ e: 2 }',
  '{ f: 3 }',
  '{ e: 2, f: 3 }',
  "{ e: named('m') }",
  "{ f: named('n') }",
  '{ a: 2 }',
  '{ q: 2 }',
  '{ e: 1.5 }',
  "{ e: 'm' }",
);

const kinds = rarely(fc.constantFrom('sum', 'max', 'mean', 'min', 'prod', 'all', 'any'), fc.constant('median'));

const rearrangementsOf = (tokens: readonly Token[]): fc.Arbitrary<string> =>
  fc
    .record({ sizes, name: fc.constantFrom('rearrange', 'reduce', 'repeat'), kind: kinds, dtype: dtypes })
    .chain(({ sizes, name, kind, dtype }) => {
      const words = wordsOf(tokens.map(({ text }) => text));
      const wanted =
        name === 'reduce'
          ? fc.subarray([...words])
          : name === 'repeat'
            ? fc.constantFrom(words, [...words, '2'], [...words, 'q'])
            : fc.constant(words);
      return wanted
        .chain(right)
        .chain((text) => misspelt(`${tokens.map((token) => token.text).join(' ')} -> ${text}`))
        .map((pattern) => {
          const all = name === 'reduce' && (kind === 'all' || kind === 'any') && dtype === 'f32';
          const rest = [`'${pattern}'`, ...(name === 'reduce' ? [`'${kind}'`] : []), ...(sizes === '' ? [] : [sizes])];
          return `${name}(${tensorOf(
            tokens.flatMap((token) => token.dims),
            all ? 'bool' : dtype,
          )}, ${rest.join(', ')})`;
        });
    });

/** Calls of `einsum`, `rearrange`, `reduce` and `repeat`. */
export const patterns: fc.Arbitrary<string> = fc.oneof(equations, left.chain(rearrangementsOf));

const names = ['a', 'b', 'c', 'd', 'g', 'h'];

/** A word for each dimension of a shape; one of them may be taken apart, and some of them be an ellipsis. */
const tokensAlong = (shape: readonly Dim[]): fc.Arbitrary<readonly Token[]> =>
  fc
    .record({
      apart: fc.nat(shape.length),
      factors: fc.constantFrom('(e f)', '(f e)', '(e 2)', '(3 e)'),
      from: fc.nat(shape.length),
      dotted: fc.nat(3),
      count: fc.nat(3),
    })
    .map(({ apart, factors, from, dotted, count }) => {
      const each = shape.map((dim, index): Token => ({ text: index === apart ? factors : (names[index] ?? 'q'), dims: [dim] }));
      return dotted > 0 ? each : each.toSpliced(from, count, { text: '...', dims: shape.slice(from, from + count) });
    });

/** The same of a tensor of a shape. */
export const patternsAlong = (shape: readonly Dim[]): fc.Arbitrary<string> =>
  fc.oneof(equationsAlong(shape), tokensAlong(shape).chain(rearrangementsOf));
