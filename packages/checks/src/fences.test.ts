import { describe, expect, test } from 'vitest';
import { docstringExamples, markdownExamples } from './fences.ts';

const markdown = (text: string) => markdownExamples({ path: 'docs/a.md', text });

describe('examples of Markdown', () => {
  test('a ts fence is an example at its first line', () => {
    expect(markdown('# Title\n\n```ts\nconst a = 1;\n\nconst b = 2;\n```\nafter')).toEqual([
      { path: 'docs/a.md', line: 4, code: 'const a = 1;\n\nconst b = 2;', expectation: { kind: 'runs' } },
    ]);
  });

  test('other languages are no examples, nor are fences quoted in a longer fence', () => {
    expect(markdown('```sh\nls\n```\n````md\n```ts\nconst a = 1;\n```\n````')).toEqual([]);
  });

  test('no-run examples are only compiled', () => {
    expect(markdown('```ts no-run\na\n```').map((one) => one.expectation)).toEqual([{ kind: 'compiles' }]);
  });

  test('an error example takes its message from the text fence that follows', () => {
    expect(markdown('```ts error\na\n```\nsays\n```text\none\n  two\n```').map((one) => one.expectation)).toEqual([
      { kind: 'fails', message: 'one\n  two' },
    ]);
    expect(markdown('```ts error\na\n```\n```sh\none\n```').map((one) => one.expectation)).toEqual([
      { kind: 'fails', message: undefined },
    ]);
  });

  test('a misspelt mark is no silent pass', () => {
    expect(markdown('```ts norun\na\n```\n```typescript\nb\n```').map((one) => one.expectation.kind)).toEqual([
      'misspelt',
      'misspelt',
    ]);
  });

  test('a fence inside a list loses its indent', () => {
    expect(markdown('- item\n\n  ```ts\n  if (a) {\n    b;\n  }\n  ```').map((one) => one.code)).toEqual(['if (a) {\n  b;\n}']);
  });
});

describe('examples of docstrings', () => {
  test('a fence in a docstring is an example, one in a plain comment or a string is not', () => {
    const text = [
      '/**',
      ' * One.',
      ' *',
      ' * @example',
      ' * ```ts',
      ' * const a = {',
      ' *   b: 1,',
      ' * };',
      ' * ```',
      ' */',
      "export const s = '/** ```ts';",
      '/*',
      '```ts',
      'x',
      '```',
      '*/',
    ].join('\n');
    expect(docstringExamples({ path: 'packages/core/src/a.ts', text })).toEqual([
      { path: 'packages/core/src/a.ts', line: 6, code: 'const a = {\n  b: 1,\n};', expectation: { kind: 'runs' } },
    ]);
  });
});
