/**
 * XOR trained and told as text.
 */
import { collect, every, foldObserved, lineChart, observers, progressBar, repeat, type Writer } from '@cotangent/train';
import { table } from './table.ts';
import type { Params } from './xor.ts';
import { examples, model, predictions, startFrom, trainingStep } from './xor.ts';
import { binaryCrossEntropy, evaluation } from '@cotangent/nn';

/** Where text goes as it comes about. */
export type Print = (text: string) => void;

const lossAt = (params: Params): string =>
  binaryCrossEntropy(model.apply(params, {}, evaluation)(examples.x)[0], examples.y)
    .item()
    .toFixed(4);

const predictionTable = (params: Params): string => {
  const outputs = predictions(params).toArray();
  const rows = examples.x.toNested().map(([a, b], index) => {
    const [output, answer] = [outputs[index] ?? Number.NaN, examples.y.toArray()[index] ?? Number.NaN];
    const rounded = Math.round(output);
    return [`${a} xor ${b}`, output.toFixed(4), String(rounded), String(answer), rounded === answer ? 'right' : 'WRONG'];
  });
  return table(['', 'output', 'rounded', 'answer', ''], rows, ['left', 'right', 'right', 'right', 'left']);
};

/** Trains from a seed, with progress on the writer: a line every tenth of the run, a bar on a terminal. */
export const printXor = (writer: Writer, print: Print, seed: number, epochs: number, rate: number): void => {
  const start = startFrom(seed, rate);
  const losses = collect(({ loss }: { readonly loss: { readonly item: () => number } }) => loss.item());
  const progress = progressBar(writer, { every: Math.max(1, Math.round(epochs / 10)) });
  print(`before training: loss ${lossAt(start.params)}\n`);
  const watch = observers(progress, every(Math.max(1, Math.floor(epochs / 280)), losses.observer));
  const [{ params }] = foldObserved(trainingStep(rate), watch)(start, repeat(epochs, examples))();
  print(`\nThe loss, from the first epoch to the last:\n\n${lineChart(losses.values(), { width: 76, height: 9, from: 0 })}\n\n`);
  print(`${predictionTable(params)}\n`);
};
