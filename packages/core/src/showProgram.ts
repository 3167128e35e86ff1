/**
 * The printed form of programs: one equation a line, stable, readable.
 */
import { showAxes } from './dim.ts';
import type { TypedArray } from './dtype.ts';
import { type Equation, isEquation } from './equation.ts';
import { hasField } from './hasField.ts';
import type { Program } from './program.ts';
import type { Expression } from './tensor.ts';

type Names = Map<Expression, string>;

/** `a` to `z`, then `aa`, `ab` and so on. */
const nameAt = (index: number): string => {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : nameAt(Math.floor(index / 26) - 1) + last;
};

const showNumber = (value: number, boolean: boolean): string =>
  boolean ? String(value !== 0) : Object.is(value, -0) ? '-0' : String(Number(value.toPrecision(7)));

const showValue = (value: TypedArray, boolean: boolean): string => {
  const shown = Array.from(value.subarray(0, 6), (element) => showNumber(element, boolean));
  return value.length === 1 && shown[0] !== undefined ? shown[0] : `[${shown.join(', ')}${value.length > 6 ? ', ...' : ''}]`;
};

const isInline = (equation: Equation): equation is Equation<'constant'> =>
  isEquation(equation, 'constant') && equation.attributes.value.length === 1 && equation.outputs[0]?.rank === 0;

const showAttribute = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(showAttribute).join(', ')}]`;
  if (typeof value === 'object' && value !== null && 'name' in value && 'size' in value)
    return `${String(value.name)}=${String(value.size)}`;
  return String(value);
};

/** Attributes that the types of the results already say, or that have no text. */
const hidden = new Set(['shape', 'dtype', 'value', 'program', 'rule', 'forward', 'backward', 'outputs', 'scope', 'captured']);

const showAttributes = (equation: Equation): string => {
  if (isEquation(equation, 'constant'))
    return ` {value: ${showValue(equation.attributes.value, equation.attributes.dtype === 'bool')}}`;
  const shown = Object.entries(equation.attributes).filter(([name]) => !hidden.has(name));
  return shown.length === 0 ? '' : ` {${shown.map(([name, value]) => `${name}: ${showAttribute(value)}`).join(', ')}}`;
};

const typeOf = ({ dtype, axes }: Expression): string => `${dtype}${showAxes(axes)}`;

const showOperand = (operand: Expression, names: Names): string => {
  const { equation } = operand;
  const name = names.get(operand);
  if (name !== undefined) return name;
  return isInline(equation) ? showValue(equation.attributes.value, operand.dtype === 'bool') : '?';
};

const declare = (tensor: Expression, names: Names): string => {
  const name = nameAt(names.size);
  names.set(tensor, name);
  return `${name}: ${typeOf(tensor)}`;
};

const subProgram = (equation: Equation, indent: string): string =>
  'program' in equation.attributes ? ` ${showBody(equation.attributes.program, `${indent}  `)}` : '';

const showEquation = (equation: Equation, names: Names, indent: string): string => {
  const operands = equation.operands.map((operand) => showOperand(operand, names)).join(', ');
  const results = equation.outputs.map((output) => declare(output, names)).join(', ');
  return `${indent}${results} = ${equation.primitive}(${operands})${showAttributes(equation)}${subProgram(equation, indent)}`;
};

const showBody = ({ inputs, equations, outputs }: Program, indent: string): string => {
  const names: Names = new Map();
  const head = inputs.map((input) => declare(input, names)).join(', ');
  const lines = equations.filter((equation) => !isInline(equation)).map((equation) => showEquation(equation, names, indent));
  const results = outputs.map((output) => showOperand(output, names)).join(', ');
  return [`program(${head}) {`, ...lines, `${indent}return ${results}`, `${indent.slice(2)}}`].join('\n');
};

/**
 * The text of a program: inputs with their types, one equation a line, scalar constants in place.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { add, showProgram, spec, type Tensor, trace } from '@cotangent/core';
 *
 * const { program } = trace((x: Tensor<[2]>) => add(x, x))(spec([2]));
 * assert.equal(showProgram(program), 'program(a: f32[2]) {\n  b: f32[2] = add(a, a)\n  return b\n}');
 * ```
 */
export const showProgram = (program: Program): string => {
  if (!hasField(program, 'equations'))
    throw new TypeError('showProgram: expected a program: write showProgram(trace(f)(x).program)');
  return showBody(program, '  ');
};
