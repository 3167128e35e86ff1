import { describe, expect, test } from 'vitest';
import { importFaults, manifestFaults } from './order.ts';
import { publicPackages, sourcesOf } from './workspace.ts';

describe('the order of packages', () => {
  test.each(publicPackages.map((one) => [one.manifest.name, one] as const))('%s imports only what comes before it', (_, one) => {
    expect([...manifestFaults(one), ...sourcesOf(one).flatMap((file) => importFaults(one.folder, file))]).toEqual([]);
  });

  const faultsOf = (folder: string, text: string, path = `packages/${folder}/src/a.ts`) => importFaults(folder, { path, text });

  test('an import of a later package is refused, whichever way it is written', () => {
    expect(faultsOf('core', `import { grad } from '@cotangent/grad';`)).toEqual([
      `packages/core/src/a.ts:1: '@cotangent/grad' comes after core in the order core <- grad <- nn <- train`,
    ]);
    expect(faultsOf('grad', `\nimport type { A } from '@cotangent/nn';`)).toHaveLength(1);
    expect(faultsOf('nn', `export * from '@cotangent/train';`)).toHaveLength(1);
    expect(faultsOf('nn', `const train = await import('@cotangent/train/x');`)).toHaveLength(1);
  });

  test('an import of an earlier package, of others, and a mention in a docstring pass', () => {
    expect(faultsOf('grad', `import { add } from '@cotangent/core/primitives';\nimport fc from 'fast-check';`)).toEqual([]);
    expect(faultsOf('core', `/**\n * import { grad } from '@cotangent/grad';\n */\nexport const a = 1;`)).toEqual([]);
  });

  test('a relative import may not leave its package', () => {
    expect(faultsOf('grad', `import { a } from '../../core/src/a.ts';`)).toHaveLength(1);
    expect(faultsOf('grad', `import { a } from '../src/b.ts';`)).toEqual([]);
  });

  test('a package imports itself by name in tests only', () => {
    expect(faultsOf('grad', `import { grad } from '@cotangent/grad';`)).toHaveLength(1);
    expect(faultsOf('grad', `import { grad } from '@cotangent/grad';`, 'packages/grad/src/a.test.ts')).toEqual([]);
  });

  test('a declared dependency on a later package, or a package without a place, is refused', () => {
    const manifest = { name: '@cotangent/core', exports: undefined, devDependencies: { '@cotangent/grad': 'workspace:*' } };
    expect(manifestFaults({ folder: 'core', manifest })).toHaveLength(1);
    expect(manifestFaults({ folder: 'train', manifest })).toEqual([]);
    expect(manifestFaults({ folder: 'unknown', manifest })).toHaveLength(1);
  });
});
