/**
 * The order of the packages: `core <- grad <- nn <- train`, and engines that import `core` alone.
 */
import { requestsOf, resolveRelative } from './modules.ts';
import type { Package, SourceFile } from './workspace.ts';

/** For every public package, the packages of this workspace that it may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  grad: ['core'],
  nn: ['core', 'grad'],
  train: ['core', 'grad', 'nn'],
};

const scope = '@cotangent/';

/** The folder of the workspace package that a specifier or dependency names. */
const workspaceFolder = (specifier: string): string | undefined =>
  specifier.startsWith(scope) ? specifier.slice(scope.length).split('/')[0] : undefined;

const isTest = (path: string): boolean => path.endsWith('.test.ts');

/** What a request of a file breaks, or nothing. */
const requestFault = (folder: string, file: SourceFile, specifier: string): string | undefined => {
  if (specifier.startsWith('.')) {
    const inside = resolveRelative(file.path, specifier).startsWith(`packages/${folder}/`);
    return inside ? undefined : `'${specifier}' leaves the package; import it by the name of the package it is in`;
  }
  const target = workspaceFolder(specifier);
  if (target === undefined || (mayImport[folder] ?? []).includes(target)) return undefined;
  if (target === folder) return isTest(file.path) ? undefined : `'${specifier}' is the package itself; use a relative import`;
  return `'${specifier}' comes after ${folder} in the order core <- grad <- nn <- train`;
};

/** The imports of a package's file that break the order. */
export const importFaults = (folder: string, file: SourceFile): readonly string[] =>
  requestsOf(file).flatMap(({ specifier, line }) => {
    const fault = requestFault(folder, file, specifier);
    return fault === undefined ? [] : [`${file.path}:${line}: ${fault}`];
  });

/** The declared dependencies of a public package that break the order. */
export const manifestFaults = ({ folder, manifest }: Pick<Package, 'folder' | 'manifest'>): readonly string[] => {
  const allowed = mayImport[folder];
  if (allowed === undefined) return [`packages/${folder}/package.json: the package has no place in the order of packages`];
  const declared = [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies].flatMap((names) =>
    Object.keys(names ?? {}),
  );
  return declared.flatMap((name) => {
    const target = workspaceFolder(name);
    return target === undefined || allowed.includes(target)
      ? []
      : [`packages/${folder}/package.json: depends on '${name}', which comes after ${folder} in the order`];
  });
};
