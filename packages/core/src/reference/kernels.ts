/**
 * The kernel table: a row for every primitive.
 */
import type { Executable } from '../engine.ts';
import type { Equation } from '../equation.ts';
import type { Primitive } from '../primitives/attributes.ts';
import { control } from './control.ts';
import { convolution } from './convolution.ts';
import { dot } from './dot.ts';
import { elementwise } from './elementwise.ts';
import { gathering } from './gather.ts';
import type { Compile, Rows } from './kernel.ts';
import { movement } from './movement.ts';
import { random } from './random.ts';
import { reductions } from './reductions.ts';
import { sliding } from './sliding.ts';

const kernels: Rows<Primitive> = {
  ...elementwise,
  ...movement,
  ...reductions,
  ...dot,
  ...convolution,
  ...sliding,
  ...gathering,
  ...random,
  ...control,
};

/** The kernel of an equation. */
export const kernelOf = <P extends Primitive>(equation: Equation<P>, compile: Compile): Executable =>
  kernels[equation.primitive](equation, compile);
