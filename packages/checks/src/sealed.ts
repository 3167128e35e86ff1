/**
 * Declarations that are not checked again.
 *
 * The compiler checks the declarations of every package that a program imports, unless the program says `skipLibCheck`, and ours take
 * it longer than most programs do. They were checked where they were made, so each says that it needs no more.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const seal = '// @ts-nocheck\n';

/** Declarations under a line that tells the compiler to take them as they are. */
export const sealed = (text: string): string => `${seal}${text}`;

/** Declarations without that line. */
export const unsealed = (text: string): string => (text.startsWith(seal) ? text.slice(seal.length) : text);

/** The source map of declarations, for the same one line further down: in `mappings` lines end in semicolons. */
const shifted = (map: string): string => map.replace('"mappings":"', '"mappings":";');

const written = (path: string, change: (text: string) => string): void => {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

/** Seals the declarations below a folder, and shifts their source maps. */
export const sealAll = (folder: string): void => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.d.ts')) written(join(folder, name), sealed);
    if (name.endsWith('.d.ts.map')) written(join(folder, name), shifted);
  }
};
