/**
 * Kernels: what the reference engine makes of one equation. A kernel is the executable of a program of that equation alone.
 */
import type { TypedArray } from '../dtype.ts';
import type { Executable } from '../engine.ts';
import type { Equation } from '../equation.ts';
import type { Primitive } from '../primitives/attributes.ts';
import { operandAt } from '../primitives/rule.ts';
import type { Program } from '../program.ts';
import type { Expression } from '../tensor.ts';

/** Makes the executable of a sub-program. */
export type Compile = (program: Program) => Executable;

/** A row of the kernel table: everything static is worked out once, what it returns runs many times. */
export type Row<P extends Primitive> = (equation: Equation<P>, compile: Compile) => Executable;

/** Rows for some of the primitives. */
export type Rows<P extends Primitive> = { readonly [Q in P]: Row<Q> };

/** A kernel of one operand and one result. */
export const unaryKernel =
  (f: (x: TypedArray) => TypedArray): Executable =>
  (operands) => [f(operandAt(operands, 0))];

/** A kernel of two operands and one result. */
export const binaryKernel =
  (f: (x: TypedArray, y: TypedArray) => TypedArray): Executable =>
  (operands) => [f(operandAt(operands, 0), operandAt(operands, 1))];

/** A kernel of three operands and one result. */
export const ternaryKernel =
  (f: (x: TypedArray, y: TypedArray, z: TypedArray) => TypedArray): Executable =>
  (operands) => [f(operandAt(operands, 0), operandAt(operands, 1), operandAt(operands, 2))];

/** The kernel of operations that change no element: results may share memory with operands, since nothing is ever written to again. */
export const identityKernel: Executable = (operands) => operands;

/** The first operand of an equation. */
export const firstOperand = ({ operands }: { readonly operands: readonly Expression[] }): Expression => operandAt(operands, 0);

/** The single output of an equation. */
export const onlyOutput = ({ outputs }: { readonly outputs: readonly Expression[] }): Expression => operandAt(outputs, 0);
