/**
 * What editors show of the names in user programs, asked of the language servers of both versions of TypeScript:
 * `packages/<name>/type-tests/hovers/`. What version 7 shows is compared with `hovers.golden.txt` beside it; where version 6 shows something
 * else, that stands in `hovers.typescript-6.golden.txt`. The programs import the packages by their declarations, as users' do.
 *
 * After a change that is meant, `UPDATE_GOLDEN=1 npx vitest run packages/checks` writes both anew: read the difference.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withProject } from '../declarations.ts';
import { classicEditor } from '../editor/classic.ts';
import type { Editor } from '../editor/editor.ts';
import { nativeEditor } from '../editor/native.ts';
import { golden } from '../golden.ts';
import { publicPackages } from '../workspace.ts';
import { pointsOf } from './points.ts';

type Programs = Readonly<Record<string, string>>;

/** What an editor shows of each point of the programs, which are its project. */
const shownIn = async (editor: Editor, programs: Programs): Promise<readonly string[]> => {
  const shown: string[] = [];
  for (const [file, text] of Object.entries(programs)) {
    editor.open(file, text);
    for (const { name, position } of pointsOf(text)) shown.push(`// ${file}: ${name}\n${await editor.hover(file, position)}\n`);
  }
  await editor.end();
  return shown;
};

/** What is shown of each point of the programs by either version, the newer first. */
const hoversOf = (programs: Programs): Promise<readonly [newer: readonly string[], older: readonly string[]]> =>
  withProject(programs, async (folder) => [
    await shownIn(await nativeEditor(folder), programs),
    await shownIn(classicEditor(folder), programs),
  ]);

/** A hover without the names of modules, `T.Tensor` being `Tensor`: of two names in scope each version has its favorite. */
const bare = (hover: string): string => hover.replaceAll(/\b[A-Z]\.(?=[A-Z])/g, '');

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
    const [newer, older] = await hoversOf(programsIn(path));
    const same = new Set(newer.map(bare));
    const hovers = newer.join('\n');
    const others = older.filter((one) => !same.has(bare(one))).join('\n');
    expect(hovers).toBe(golden(join(path, 'hovers.golden.txt'), hovers));
    expect(others).toBe(golden(join(path, 'hovers.typescript-6.golden.txt'), others));
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
