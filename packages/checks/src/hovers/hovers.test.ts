/**
 * What an editor shows of the names in user programs, asked of TypeScript 7's own language server: `packages/<name>/type-tests/hovers/`,
 * compared with `hovers.golden.txt` beside it. The programs import the packages by their declarations, as users' do.
 *
 * After a change that is meant, `UPDATE_GOLDEN=1 npx vitest run packages/checks` writes it anew: read the difference.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withProject } from '../declarations.ts';
import { nativeEditor } from '../editor/native.ts';
import { golden } from '../golden.ts';
import { publicPackages } from '../workspace.ts';
import { pointsOf } from './points.ts';

type Programs = Readonly<Record<string, string>>;

/** What is shown of each point of the programs. */
const hoversOf = (programs: Programs): Promise<string> =>
  withProject(programs, async (folder) => {
    const editor = await nativeEditor(folder);
    const shown: string[] = [];
    for (const [file, text] of Object.entries(programs)) {
      editor.open(file, text);
      for (const { name, position } of pointsOf(text)) shown.push(`// ${file}: ${name}\n${await editor.hover(file, position)}\n`);
    }
    await editor.end();
    return shown.join('\n');
  });

const suites = publicPackages
  .map(({ folder, path }) => ({ folder, path: join(path, 'type-tests') }))
  .filter(({ path }) => existsSync(join(path, 'hovers')));

const programsIn = (path: string): Programs =>
  Object.fromEntries(
    readdirSync(join(path, 'hovers'))
      .toSorted()
      .map((file) => [file, readFileSync(join(path, 'hovers', file), 'utf8')]),
  );

describe('hovers', () => {
  test.each(suites)('of the programs of $folder are those of the golden file', { timeout: 120_000 }, async ({ path }) => {
    const hovers = await hoversOf(programsIn(path));
    expect(hovers).toBe(golden(join(path, 'hovers.golden.txt'), hovers));
  });
});

test('points are exported names and marked ones', () => {
  expect(
    pointsOf('export const one = f(1);\nconst two = 2;\n//      ^?\nexport const { a, b } = c;\nexport const [d] = e;'),
  ).toEqual([
    { name: 'one', position: { line: 0, column: 13 } },
    { name: 'two in const two = 2;', position: { line: 1, column: 8 } },
    { name: 'a', position: { line: 3, column: 15 } },
    { name: 'b', position: { line: 3, column: 18 } },
    { name: 'd', position: { line: 4, column: 14 } },
  ]);
});
