/**
 * `pnpm bench`: Cotangent beside its peers, on this machine, in one run.
 *
 * `--only xor|mlp|nodes` runs one part; `--no-peers` leaves the peers out; `--epochs N` shortens XOR.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { cotangent } from './cotangent.ts';
import { nodeCosts } from './nodes.ts';
import { peers } from './peers.ts';
import { race } from './race.ts';
import { figureTable, resultTable } from './table.ts';
import { mlp, xor } from './workloads.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    'no-peers': { type: 'boolean', default: false },
    epochs: { type: 'string', default: '10000' },
  },
});

const parts = ['xor', 'mlp', 'nodes'];
const epochs = Number(values.epochs);

const complain = (message: string): never => {
  console.error(message);
  process.exit(2);
};

if (values.only !== undefined && !parts.includes(values.only))
  complain(`--only is '${values.only}': it must be one of ${parts.join(', ')}`);
if (!Number.isInteger(epochs) || epochs < 10)
  complain(`--epochs is '${values.epochs}': it must be a whole number of at least 10`);

const wanted = (part: string): boolean => values.only === undefined || values.only === part;

const main = async (): Promise<void> => {
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`);
  const racing = wanted('xor') || wanted('mlp');
  const contenders = [cotangent, ...(values['no-peers'] || !racing ? [] : await peers())];
  if (wanted('xor')) {
    const results = await race(contenders, (contender) => contender.xor(xor), { steps: epochs / 10, rounds: 10, warmUp: 200 });
    console.log(resultTable(`XOR, 2-2-1, ${epochs} full-batch SGD epochs, in ten rounds taken in turn`, results, epochs), '\n');
  }
  if (wanted('mlp')) {
    const results = await race(contenders, (contender) => contender.mlp(mlp), { steps: 20, rounds: 7, warmUp: 10 });
    console.log(resultTable('784-128-10 perceptron, batch 64, SGD steps, in seven rounds of 20 taken in turn', results, 1), '\n');
  }
  if (wanted('nodes')) {
    const costs = nodeCosts([1000, 10_000, 100_000]);
    const rows = costs.map(
      ({ nodes, build, differentiate, print, evaluate }) => [String(nodes), build, differentiate, print, evaluate] as const,
    );
    console.log(figureTable('Microseconds a node of a chain', ['nodes', 'build', 'differentiate', 'print', 'evaluate'], rows));
  }
};

await main();
