/**
 * The workspace as data: where it lies, which packages it publishes, which source files they have.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { failure } from 'io-ts/lib/PathReporter.js';

/** The root folder of the workspace. */
export const root = join(import.meta.dirname, '..', '..', '..');

const Manifest = t.intersection([
  t.type({ name: t.string, exports: t.union([t.record(t.string, t.string), t.undefined]) }),
  t.partial({
    private: t.boolean,
    dependencies: t.record(t.string, t.string),
    devDependencies: t.record(t.string, t.string),
    peerDependencies: t.record(t.string, t.string),
  }),
]);

/** What the checks read of a package.json. */
type Manifest = t.TypeOf<typeof Manifest>;

/** A workspace package: its folder's name, its absolute path, its manifest. */
export interface Package {
  readonly folder: string;
  readonly path: string;
  readonly manifest: Manifest;
}

/** A source file with its path from the workspace root, written with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const decodeManifest = (path: string): Manifest =>
  E.getOrElse((errors: t.Errors): Manifest => {
    throw new Error(`${path}: ${failure(errors).join('; ')}`);
  })(Manifest.decode(JSON.parse(readFileSync(path, 'utf8'))));

const isHidden = (path: string): boolean => /(^|[/\\])(node_modules|dist|coverage|\.[^/\\]+)([/\\]|$)/.test(path);

/** The paths of all files below a folder of the workspace, from its root, without what tools generate. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !isHidden(path))
    .map((path) => path.split(sep).join('/'))
    .toSorted();

/** Reads a file of the workspace. */
export const readSource = (path: string): SourceFile => ({ path, text: readFileSync(join(root, path), 'utf8') });

/** Every package below `packages/`. */
export const packages: readonly Package[] = readdirSync(join(root, 'packages'))
  .filter((folder) => existsSync(join(root, 'packages', folder, 'package.json')))
  .toSorted()
  .map((folder) => {
    const path = join(root, 'packages', folder);
    return { folder, path, manifest: decodeManifest(join(path, 'package.json')) };
  });

/** The packages that are published. */
export const publicPackages: readonly Package[] = packages.filter((one) => one.manifest.private !== true);

/** The TypeScript sources of a package, tests included. */
export const sourcesOf = (one: Package): readonly SourceFile[] =>
  filesBelow(`packages/${one.folder}/src`)
    .filter((path) => path.endsWith('.ts'))
    .map(readSource);
