/**
 * Seals the declarations of a build.
 */
import { join } from 'node:path';
import { sealAll } from './sealed.ts';
import { publicPackages } from './workspace.ts';

for (const one of publicPackages) sealAll(join(one.path, 'dist'));
