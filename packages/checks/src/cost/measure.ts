/**
 * The cost of one more call: two programs with the same operands, of which one makes twenty calls more.
 */
import { type UserOptions, withProject } from '../declarations.ts';
import { type Compiler, type Cost, costOf, typescript7 } from '../typescript.ts';
import { type CostRow, preamble, type ProgramRow } from './rows.ts';

const step = 20;
const first = 100;

/** A program with the operands of `of` calls that makes the first `calls` of them. */
const programOf = ({ operands, call }: CostRow, calls: number, of: number): string =>
  Array.from({ length: of }, (_, at) => {
    const i = first + at;
    return `export const call${i} = (${operands(i)}) => ${at < calls ? call(i) : '0'};`;
  }).join('\n');

const costOfProgram = (program: string, compiler: Compiler, options: UserOptions = {}): Promise<Cost> =>
  withProject({ 'program.ts': `${preamble}\n${program}\n` }, (folder) => costOf(folder, compiler), options);

const difference = async (
  row: CostRow,
  [from, to, of]: readonly [number, number, number],
  compiler: Compiler,
): Promise<number> => {
  const less = await costOfProgram(programOf(row, from, of), compiler);
  const more = await costOfProgram(programOf(row, to, of), compiler);
  return (more.instantiations - less.instantiations) / (to - from);
};

/** The instantiations that one more call costs, its operands' types apart. */
export const marginalCost = (row: CostRow, compiler: Compiler = typescript7): Promise<number> =>
  difference(row, [step, 2 * step, 2 * step], compiler);

/** The instantiations that the first call in a program costs. */
export const firstCost = (row: CostRow, compiler: Compiler = typescript7): Promise<number> =>
  difference(row, [0, 1, 1], compiler);

/** The cost of a whole program. */
export const programCost = ({ program, skipLibCheck = true }: ProgramRow, compiler: Compiler = typescript7): Promise<Cost> =>
  costOfProgram(program, compiler, { skipLibCheck });
