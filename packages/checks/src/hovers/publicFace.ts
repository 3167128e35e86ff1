/**
 * What a package shows to its users: the declaration of every name that its entries export, as the compiler emits it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declarations } from '../declarations.ts';
import { type PublicExport, publicExports, type Reader } from '../publicExports.ts';
import type { Package } from '../workspace.ts';

const docstring = /\/\*\*[\s\S]*?\*\/\s*/g;

/** A declaration without what every one has: `export`, `declare`, docstrings of members, the last semicolon. */
const plain = (code: string): string =>
  code
    .replaceAll(docstring, '')
    .replace(/^export (declare )?/, '')
    .replace(/^(const|function) /, '')
    .replace(/;$/, '');

/** The declaration of a name; of one in a namespace under its whole name. */
const declarationOf = ({ name, code }: PublicExport): string =>
  name.includes('.') ? plain(code).replace(name.slice(name.lastIndexOf('.') + 1), name) : plain(code);

const compare = (a: PublicExport, b: PublicExport): number => (a.name < b.name ? -1 : Number(a.name > b.name));

const listing = (names: readonly PublicExport[]): string => names.toSorted(compare).map(declarationOf).join('\n');

/** The public face of a package, entry by entry, its names in order. */
export const publicFace = async ({ folder, manifest }: Package): Promise<string> => {
  const installed = join(await declarations(), 'node_modules', '@cotangent', folder);
  const read: Reader = (path) => ({ path, text: readFileSync(join(installed, path.replace(/\.ts$/, '.d.ts')), 'utf8') });
  return Object.entries(manifest.exports ?? {})
    .map(([name, path]) => `# ${manifest.name}${name.slice(1)}\n\n${listing(publicExports(read, path.slice(2)))}\n`)
    .join('\n');
};
