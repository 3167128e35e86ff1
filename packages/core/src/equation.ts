/**
 * Equations: the nodes of the expression graph. An equation applies a primitive to operands; tensors are its outputs.
 */
import type { Attributes, Primitive } from './primitives/attributes.ts';
import type { Expression } from './tensor.ts';

/**
 * One application of a primitive.
 *
 * Ids rise as equations are built, and an equation is built after its operands, so sorting by id is a topological order.
 */
export interface Equation<P extends Primitive = Primitive> {
  readonly id: number;
  readonly primitive: P;
  readonly operands: readonly Expression[];
  readonly attributes: Attributes<P>;
  readonly outputs: readonly Expression[];
}

/** Narrows an equation to one primitive. */
export const isEquation = <P extends Primitive>(equation: Equation, primitive: P): equation is Equation<P> =>
  equation.primitive === primitive;

/** Orders equations so that each comes after those it depends on. */
export const byId = (a: Equation, b: Equation): number => a.id - b.id;
