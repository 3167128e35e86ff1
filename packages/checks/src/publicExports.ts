/**
 * The public names of a package entry, each with its declaration and its docstring.
 */
import { type Export, exportsOf, resolveRelative } from './modules.ts';
import type { SourceFile } from './workspace.ts';

/** A public name, and where it is declared. */
export interface PublicExport {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly code: string;
  readonly doc: string | undefined;
  readonly needsExample: boolean;
}

/** Reads the file at a path from the workspace root. */
export type Reader = (path: string) => SourceFile;

const unresolved = (path: string, name: string): PublicExport => ({
  name,
  path,
  line: 1,
  code: '',
  doc: undefined,
  needsExample: false,
});

const namesWanted = (name: string, wanted: string): boolean => wanted === '*' || name === wanted;

/** The declarations behind the names that a module exports as `wanted` (`*` for all of them). */
const declarations = (read: Reader, path: string, wanted: string): readonly PublicExport[] =>
  exportsOf(read(path))
    .filter((one) => one.name === '*' || namesWanted(one.name, wanted))
    .flatMap((one) => declarationsOf(read, path, wanted, one));

const declarationsOf = (read: Reader, path: string, wanted: string, one: Export): readonly PublicExport[] => {
  if (one.kind === 'declared') return [{ ...one, path }];
  if (!one.from.startsWith('.')) return [];
  const target = resolveRelative(path, one.from);
  if (one.name === '*') return declarations(read, target, wanted);
  const found = declarations(read, target, one.imported);
  if (found.length === 0) return [unresolved(target, one.name)];
  return found.map((each) => ({ ...each, name: one.imported === '*' ? `${one.name}.${each.name}` : one.name }));
};

/** Every public name of an entry module. Names that come from other packages are theirs to document. */
export const publicExports = (read: Reader, entry: string): readonly PublicExport[] => declarations(read, entry, '*');

const hasExample = (doc: string): boolean => /@example\s[\s\S]*```ts/.test(doc);

/** What the documentation of an entry lacks: overloads and types that share a name share their docstrings. */
export const documentationFaults = (names: readonly PublicExport[], demandExamples: boolean): readonly string[] =>
  [...Map.groupBy(names, (one) => one.name)].flatMap(([name, group]) => {
    const docs = group.flatMap((one) => one.doc ?? []);
    const [{ path, line } = unresolved('', name)] = group;
    if (docs.length === 0) return [`${path}:${line}: ${name} has no docstring`];
    const lacksExample = demandExamples && group.some((one) => one.needsExample) && !docs.some(hasExample);
    return lacksExample ? [`${path}:${line}: ${name} has no @example`] : [];
  });
