/**
 * The worked step as text: a table for each stage, and where the tutorial slips.
 */
import { table } from './table.ts';
import { type Line, type Section, workedStep } from './workedStep.ts';

const cells = ({ symbol, formula, exact, printed, agrees, difference }: Line): readonly string[] => [
  symbol,
  formula,
  exact.toFixed(6),
  printed,
  agrees ? 'yes' : 'NO',
  difference?.toFixed(6) ?? '',
];

const printSection = ({ title, lines }: Section): string => {
  const withDifference = lines.some(({ difference }) => difference !== undefined);
  const head = ['', 'formula', 'exact', 'tutorial', 'agrees', ...(withDifference ? ['by differences'] : [])];
  return `${title}\n\n${table(
    head,
    lines.map((line) => cells(line).slice(0, head.length)),
    ['left', 'left', 'right', 'right', 'left', 'right'],
  )}`;
};

const slips = `Where the tutorial slips:
  * z_o: 0.5987 · 0.2 + 0.6457 · 0.4 + 0.6 is 0.978, not 0.30901. Everything
    after it is off.
  * σ' belongs at the input z of a sigmoid; the tutorial puts the output a into
    it.
  * w2 feeds both hidden nodes as the network is written, so its delta is not
    δ_h2 · B = 0.
A delta is minus the derivative of the loss, which is why the updates add it.
"By differences" is the same number measured without derivatives: the loss a
little to both sides, (f(+h) - f(-h)) / 2h, extrapolated to h = 0.`;

/** The whole text. */
export const printWorkedStep = (): string => [...workedStep().map(printSection), slips].join('\n\n');
