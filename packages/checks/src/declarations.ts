/**
 * The declarations of the public packages, laid out as in a user's `node_modules`: what their compiler and their editor read.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sealAll, sealed } from './sealed.ts';
import { build, typescript7 } from './typescript.ts';
import { type Package, publicPackages, root, sourcesOf } from './workspace.ts';

/** Below this package, so that what the declarations import from elsewhere is found. */
const generated = join(root, 'packages', 'checks', '.generated');

const prefix = 'declarations-';
const day = 86_400_000;

/** A name for the declarations of today's sources. */
const fingerprint = (): string => {
  const hash = createHash('sha256')
    .update(typescript7.name)
    .update(sealed(''))
    .update(readFileSync(join(root, 'tsconfig.base.json')));
  for (const one of publicPackages) {
    hash.update(JSON.stringify(one.manifest));
    for (const { path, text } of sourcesOf(one)) if (!path.endsWith('.test.ts')) hash.update(path).update(text);
  }
  return hash.digest('hex').slice(0, 16);
};

const project = {
  extends: '../../../../tsconfig.base.json',
  compilerOptions: {
    rootDir: '../../../',
    outDir: 'node_modules/@cotangent',
    emitDeclarationOnly: true,
    declarationMap: false,
    sourceMap: false,
    types: ['node'],
  },
  include: publicPackages.map(({ folder }) => `../../../${folder}/src`),
  exclude: ['../../../*/src/**/*.test.ts'],
};

/** The manifest that leads to a package's declarations. */
const installedManifest = ({ manifest }: Package): string =>
  JSON.stringify({
    name: manifest.name,
    type: 'module',
    exports: Object.fromEntries(
      Object.entries(manifest.exports ?? {}).map(([name, path]) => [name, { types: path.replace(/\.ts$/, '.d.ts') }]),
    ),
  });

const emit = async (folder: string): Promise<void> => {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  await build(folder);
  for (const one of publicPackages)
    writeFileSync(join(folder, 'node_modules', '@cotangent', one.folder, 'package.json'), installedManifest(one));
  sealAll(join(folder, 'node_modules', '@cotangent'));
};

const removeOld = (): void => {
  for (const name of readdirSync(generated)) {
    const path = join(generated, name);
    if (name.startsWith(prefix) && Date.now() - statSync(path).mtimeMs > day) rmSync(path, { recursive: true, force: true });
  }
};

const made = async (): Promise<string> => {
  mkdirSync(generated, { recursive: true });
  const folder = join(generated, `${prefix}${fingerprint()}`);
  if (existsSync(folder)) return folder;
  removeOld();
  const draft = mkdtempSync(join(generated, 'draft-'));
  try {
    await emit(draft);
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
};

const lazy = <A>(make: () => A): (() => A) => {
  let found: { readonly value: A } | undefined;
  return () => (found ??= { value: make() }).value;
};

/**
 * A folder whose `node_modules/@cotangent` holds the declarations of today's sources. It is made once for all that ask, by the process
 * that comes first.
 */
export const declarations: () => Promise<string> = lazy(made);

/** What users set apart. */
export interface UserOptions {
  /** Whether the declarations of what is imported are taken on trust: they are, if nothing is said. */
  readonly skipLibCheck?: boolean;
  /** Whether the project is a library, which has declarations of its own. */
  readonly declaration?: boolean;
  /** Whether types in messages are printed whole, however long they are. */
  readonly noErrorTruncation?: boolean;
}

/** A user's project. */
const consumer = (options: UserOptions) => ({
  extends: '../../../../../tsconfig.base.json',
  compilerOptions: {
    noEmit: true,
    declaration: false,
    declarationMap: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
    skipLibCheck: true,
    ...options,
  },
  include: ['*.ts'],
});

const withFolder = async <A>(name: string, use: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(await declarations(), `${name}-`));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Calls `use` with a folder that holds a project of these files, which imports the packages by their declarations. */
export const withProject = async <A>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<A>,
  options: UserOptions = {},
): Promise<A> =>
  withFolder('project', async (folder) => {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(consumer(options)));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  });

/** Where the declarations of each entry lie, for projects elsewhere. */
const paths = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
  const installed = join(await declarations(), 'node_modules', '@cotangent');
  return Object.fromEntries(
    publicPackages.flatMap(({ folder, manifest }) =>
      Object.entries(manifest.exports ?? {}).map(([name, path]) => [
        `${manifest.name}${name.slice(1)}`,
        [join(installed, folder, path.replace(/\.ts$/, '.d.ts'))],
      ]),
    ),
  );
};

/** Calls `use` with a project like the one in a folder of the workspace, but on the declarations of the packages in place of their sources. */
export const withDeclarations = async <A>(folder: string, use: (project: string) => Promise<A>): Promise<A> =>
  withFolder('paths', async (made) => {
    const project = { extends: join(folder, 'tsconfig.json'), compilerOptions: { paths: await paths() } };
    writeFileSync(join(made, 'tsconfig.json'), JSON.stringify(project));
    return use(made);
  });
