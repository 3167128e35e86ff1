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

const equations = fc
  .record({
    texts: fc.array(operandTexts, { minLength: 1, maxLength: 3 }),
    bound: fc.tuple(dims, dims, dims),
    under: fc.array(dims, { maxLength: 2 }),
    output: fc.shuffledSubarray(letters),
  })
  .chain(({ texts, bound, under, output }) => {
    const dimsOf = (name: string): fc.Arbitrary<readonly Dim[]> =>
      name === '...'
        ? fc.tuple(fc.nat(2), fc.nat(5)).map(([from, one]) => under.slice(from).map((dim, index) => (index === one ? 1 : dim)))
        : rarely(fc.constant(bound[letters.indexOf(name)] ?? 1), dims).map((dim) => [dim]);
    const shapes = fc.tuple(...texts.map((text) => fc.tuple(...text.map(dimsOf)).map((all) => all.flat())));
    const used = output.filter((letter) => texts.some((text) => text.includes(letter)));
    const result = texts.some((text) => text.includes('...')) ? ['...', ...used] : used;
    const each = dtypes.chain((one) => fc.tuple(...texts.map(() => rarely(fc.constant(one), dtypes))));
    return fc.tuple(misspelt(`${texts.map((text) => text.join('')).join()}->${result.join('')}`), shapes, each);
  })
  .map(
    ([equation, shapes, each]) =>
      `einsum('${equation}', ${shapes.map((shape, index) => tensorOf(shape, each[index] ?? 'f32')).join(', ')})`,
  );

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

const rearrangements = fc
  .record({
    tokens: left,
    sizes,
    name: fc.constantFrom('rearrange', 'reduce', 'repeat'),
    kind: rarely(fc.constantFrom('sum', 'max', 'mean', 'min', 'prod', 'all', 'any'), fc.constant('median')),
    dtype: dtypes,
  })
  .chain(({ tokens, sizes, name, kind, dtype }) => {
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
export const patterns: fc.Arbitrary<string> = fc.oneof(equations, rearrangements);
