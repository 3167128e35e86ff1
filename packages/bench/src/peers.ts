/**
 * The peers, installed on first use into a folder of their own.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contender } from './workloads.ts';

const folder = new URL('../peers/', import.meta.url);

const install = (): void => {
  if (existsSync(new URL('node_modules', folder))) return;
  console.log('Installing the peers (jax-js and TensorFlow.js, about 300 MB, once) ...');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: fileURLToPath(folder), stdio: 'inherit' });
};

const load = async (file: string): Promise<Readonly<Record<string, Contender>>> =>
  // Plain JavaScript beside this package; every export of its two files is a Contender.
  (await import(new URL(file, folder).href)) as Readonly<Record<string, Contender>>;

/** All peers. Throws when they cannot be installed. */
export const peers = async (): Promise<readonly Contender[]> => {
  install();
  const { jaxJs } = await load('jax-js.js');
  const { tensorflowCpu, tensorflowWasm } = await load('tensorflow.js');
  return [jaxJs, tensorflowWasm, tensorflowCpu].filter((contender) => contender !== undefined);
};
