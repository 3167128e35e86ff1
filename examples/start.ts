/**
 * The main example: a step of backpropagation worked by hand, the same network trained, and how often that succeeds.
 */
import * as E from 'fp-ts/lib/Either.js';
import { progressBar, silent } from '@cotangent/train';
import { type Choices, decodeArguments, usage } from './tutorial/arguments.ts';
import { printWorkedStep } from './tutorial/printWorkedStep.ts';
import { printXor } from './tutorial/printXor.ts';
import { trainManyStarts } from './tutorial/seeds.ts';

const print = (text: string): void => void process.stdout.write(text);

const heading = (text: string): void => print(`\n${text}\n${'='.repeat(text.length)}\n\n`);

const counted = (epochs: number): string => `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`;

const printSeeds = ({ seed, epochs, rate }: Choices): void => {
  const observer = process.stdout.isTTY ? progressBar(process.stdout, { label: '100 starts' }) : silent;
  const { starts, solved, byRightAnswers } = trainManyStarts(seed, epochs, rate, observer);
  const rows = byRightAnswers.map((count, index) =>
    `  ${4 - index} of 4 right  ${String(count).padStart(3)}  ${'#'.repeat(Math.ceil(count / 2))}`.trimEnd(),
  );
  print(`${solved} of ${starts} random starts learn XOR in ${counted(epochs)} at rate ${rate}.\n\n${rows.join('\n')}\n
Two hidden nodes are the least that can do it, and gradient descent does not
always get there: some starts settle where two or three answers are right and
the slope is flat, others have not come far enough yet. All ${starts} networks were
trained together: vmap turned the step for one into the step for ${starts}, and
nothing else was changed. The start from seed ${seed} above is one more.\n`);
};

const main = (choices: Choices): void => {
  const { seed, epochs, rate } = choices;
  heading('1. A step of backpropagation, worked by hand');
  print(`After "Back Propagation" by Ariharasudhan, whose arithmetic is recomputed here.
The formulas are read off traces: off that of the network going forward, off
that of the chain rule by hand going back. The numbers are the library's own, in
float64.

${printWorkedStep()}\n`);
  heading('2. XOR, trained as the tutorial does');
  print(`A 2-2-1 network of sigmoids, binary cross-entropy, gradient descent:
seed ${seed}, ${counted(epochs)}, rate ${rate}.\n\n`);
  printXor(process.stdout, print, seed, epochs, rate);
  heading('3. Does it always work?');
  printSeeds(choices);
};

/** A reader that has seen enough, such as `head`, closes the pipe: the end, and no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const decoded = decodeArguments(process.argv.slice(2));
if (E.isLeft(decoded)) {
  process.stderr.write(`${decoded.left}\n\n${usage}\n`);
  process.exitCode = 2;
} else if (decoded.right.help) print(`${usage}\n`);
else main(decoded.right);
