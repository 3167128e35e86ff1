/**
 * A model file of five hundred lines seen through an editor: the language servers of both versions of TypeScript, asked as editors ask
 * them. `pnpm bench:types` prints how long they take.
 */
import { describe, expect, test } from 'vitest';
import { editorKinds, withSample } from './editors.ts';
import { sample } from './sample.ts';
import type { Session } from './session.ts';

const patience = 120_000;

/** What is offered when a snippet has been typed in place of some code. */
const offeredFor = (session: Session, code: string, typed: string): Promise<readonly string[]> => {
  session.edit([code, typed.replace('|', '')]);
  return session.completions(typed);
};

const rightNames = async (session: Session): Promise<void> => {
  const begun = '  const { weight, bias } = params3.hidden;';
  const operations = await offeredFor(session, begun, `  T.|\n${begun}`);
  expect(operations).toEqual(expect.arrayContaining(['matmul', 'einsum', 'softmax', 'zeros']));
  expect(operations.filter((name) => !/^[A-Za-z]\w*$/.test(name))).toEqual([]);

  const layers = await offeredFor(session, 'N.dropout(0.1),', 'N.|,');
  expect(layers).toEqual(expect.arrayContaining(['dense', 'dropout', 'relu', 'sequential']));
  expect(layers).not.toContain('matmul');

  const parameters = await offeredFor(session, begun, `${begun}\n  params3.hidden.|;`);
  expect(parameters.toSorted()).toEqual(['bias', 'weight']);
  const parts = await offeredFor(session, begun, `${begun}\n  params3.|;`);
  expect(parts.toSorted()).toEqual(['block', 'hidden', 'out']);
};

/** A hover on one line; the two versions write aliases and the order of properties in their own ways. */
const shown = async (session: Session, snippet: string): Promise<string> =>
  (await session.hover(snippet)).replaceAll(/\s+/g, ' ').replaceAll('T.Tensor', 'Tensor').replaceAll("'", '"');

const readableTypes = async (session: Session): Promise<void> => {
  session.edit();
  expect(await shown(session, 'const byHand3|')).toBe(
    'const byHand3: (x: Tensor<["batch", 784]>) => { hidden: Tensor<["batch", 103], "f32">; jacobian: Tensor<[103, 103], "f32">; ' +
      'gradients: Tensor<["batch", 784], "f32">; logits: Tensor<["batch", 10], "f32">; }',
  );
  expect(await shown(session, 'const picture1|')).toContain(
    'features: Tensor<["batch", 9, 16, 16], "f32">; patches: Tensor<["batch", 16, 144], "f32">; ' +
      'pooled: Tensor<["batch", 9], "f32">; flat: Tensor<["batch", 36], "f32">; }',
  );
  expect(await shown(session, 'params3.hid|den')).toContain(
    'hidden: { readonly weight: Tensor<[784, 103], "f32">; readonly bias: Tensor<[103], "f32">; }',
  );
};

/** Shape errors: the code, what it becomes, and what is said of it. What follows from a mistake may be marked after it. */
const mistakes = [
  ['N.dense(103, 103)', 'N.dense(103, 104)', 'residual: the layer takes [103], but gives [104]'],
  ['T.ones([104, 10])', 'T.ones([105, 10])', 'matmul: inner dims differ, [batch, 104] x [105, 10]: 104 vs 105'],
  ['T.sum(T.add(hidden, b), 0)', 'T.sum(T.add(hidden, b), 2)', 'sum: axis 2 is out of range for [batch, 100]'],
  ['T.sum(T.matmul(row, weight))', 'T.matmul(row, weight)', 'grad: the function returns a tensor of shape [100], not a scalar'],
  ['T.matmul(x, weight)', 'T.matmul(weight, x)', 'matmul: inner dims differ, [784, 100] x [batch, 784]: 100 vs batch'],
  ['stride: 2, padding: 3', 'stride: 0, padding: 3', 'conv: stride 0 is not a positive integer'],
  [
    '{ p: 4, q: 4 }',
    '{ p: 4, q: 5 }',
    "rearrange: 'b c (h p) (w q) -> b (h w) (p q c)': axis 3 of [batch, 8, 16, 16] is 16, which q=5 does not divide",
  ],
  ['[x.dim(0), 8, -1]', '[x.dim(0), 7, -1]', 'reshape: '],
  ['T.multiply(0.5), T.sum(-1)', 'T.multiply(0.5), T.sum(2)', 'sum: axis 2 is out of range for ['],
  ['T.tanh(T.add(T.add(T.matmul(x, p.input)', 'T.tanh(T.add(T.add(T.matmul(h, p.input)', 'matmul: inner dims differ, ['],
] as const;

const mistakesAtTheirLines = async (session: Session): Promise<void> => {
  session.edit();
  expect(await session.squiggles()).toEqual([]);
  for (const [right, wrong, message] of mistakes) {
    session.edit([right, wrong]);
    const [squiggle] = await session.squiggles();
    expect(squiggle === undefined ? '' : session.lineOf(squiggle)).toContain(wrong);
    expect(squiggle?.message).toContain(message);
    session.edit();
    expect(await session.squiggles()).toEqual([]);
  }
};

test('the sample is a file of five hundred lines', () => {
  expect(sample.split('\n').length).toBeGreaterThan(500);
});

describe.each(editorKinds)('an editor on $name', (kind) => {
  test('offers what there is, shows readable types, and marks mistakes until they are mended', { timeout: patience }, () =>
    withSample(kind, async (session) => {
      await rightNames(session);
      await readableTypes(session);
      await mistakesAtTheirLines(session);
    }),
  );
});
