import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declarations, withProject } from './declarations.ts';
import { sealAll, unsealed } from './sealed.ts';
import { diagnose, typescript6, typescript7 } from './typescript.ts';
import { publicPackages } from './workspace.ts';

const patience = 120_000;

const imports = publicPackages
  .flatMap(({ manifest }) => Object.keys(manifest.exports ?? {}).map((name) => `import '${manifest.name}${name.slice(1)}';`))
  .join('\n');

/** A program that imports everything, its libraries checked, beside a copy of the declarations that went through `change`. */
const checked = (change: (text: string) => string, compiler = typescript7) =>
  withProject(
    { 'program.ts': imports },
    async (folder) => {
      const copies = join(folder, 'node_modules');
      cpSync(join(await declarations(), 'node_modules'), copies, { recursive: true });
      for (const name of readdirSync(copies, { recursive: true, encoding: 'utf8' }))
        if (name.endsWith('.d.ts')) writeFileSync(join(copies, name), change(readFileSync(join(copies, name), 'utf8')));
      return diagnose(folder, compiler);
    },
    { skipLibCheck: false },
  );

describe('declarations that are not checked again', { timeout: patience }, () => {
  test.each([typescript7, typescript6])('have no errors in $name', async (compiler) => {
    expect(await checked(unsealed, compiler)).toEqual([]);
  });

  test('would be found out in this test', async () => {
    const wrong = (text: string): string => `${unsealed(text)}export declare const wrong: Nowhere;\n`;
    expect((await checked(wrong)).map(({ code }) => code)).toContain(2304);
  });
});

test('a seal is one line, by which the source map is shifted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cotangent-seal-'));
  const [declared, map] = [join(folder, 'a.d.ts'), join(folder, 'a.d.ts.map')];
  writeFileSync(declared, 'export {};\n');
  writeFileSync(map, '{"version":3,"sources":["../src/a.ts"],"mappings":"AAGA;AACA"}');
  sealAll(folder);
  expect(readFileSync(declared, 'utf8')).toBe('// @ts-nocheck\nexport {};\n');
  expect(unsealed(readFileSync(declared, 'utf8'))).toBe('export {};\n');
  expect(readFileSync(map, 'utf8')).toBe('{"version":3,"sources":["../src/a.ts"],"mappings":";AAGA;AACA"}');
  rmSync(folder, { recursive: true });
});
