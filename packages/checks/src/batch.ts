/**
 * The process that `execute` starts: imports the modules it is given, one after the other, and reports on each.
 */
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import type { Report } from './execute.ts';

const send = (report: Report): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(report, undefined, undefined, () => {
      resolve();
    });
  });

/** An error without the frames of Node itself. */
const show = (error: unknown): string =>
  inspect(error, { depth: 2 })
    .split('\n')
    .filter((line) => !/^\s+at .*\(?node:internal/.test(line))
    .join('\n');

for (const path of process.argv.slice(2)) {
  await send({ kind: 'started', path });
  try {
    await import(pathToFileURL(path).href);
    await send({ kind: 'ended', path });
  } catch (error) {
    await send({ kind: 'ended', path, fault: show(error) });
  }
}
process.disconnect();
