/**
 * The public face of each package is that of its golden file, `packages/<name>/type-tests/publicFace.golden.txt`. After a change that is
 * meant, `UPDATE_GOLDEN=1 npx vitest run packages/checks` writes it anew: read the difference before committing it.
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { golden } from '../golden.ts';
import { publicPackages } from '../workspace.ts';
import { publicFace } from './publicFace.ts';

test.each(publicPackages)('the public face of $folder is that of the golden file', { timeout: 120_000 }, async (one) => {
  const found = await publicFace(one);
  expect(found).toBe(golden(join(one.path, 'type-tests', 'publicFace.golden.txt'), found));
});
