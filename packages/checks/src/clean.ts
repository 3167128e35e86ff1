/**
 * Removes what earlier builds left, so that a file whose source is gone is not published.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages } from './workspace.ts';

for (const one of publicPackages) rmSync(join(one.path, 'dist'), { recursive: true, force: true });
