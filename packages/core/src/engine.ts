/**
 * Engines: what turns a program into something that runs.
 */
import type { TypedArray } from './dtype.ts';
import type { Program } from './program.ts';

/**
 * A compiled program: values of the inputs to values of the outputs.
 *
 * Inputs are only read. Outputs are given up: the engine neither changes nor reuses them. An output may be an input.
 */
export type Executable = (inputs: readonly TypedArray[]) => readonly TypedArray[];

/** Compiles programs. All engines compute the same results, up to rounding. */
export interface Engine {
  readonly name: string;
  readonly compile: (program: Program) => Executable;
}
