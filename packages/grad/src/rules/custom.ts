/**
 * Derivatives that users define.
 */
import { type AnyTensor, TraceError } from '@cotangent/core';
import { axesOf, bind, type CustomTangent, P } from '@cotangent/core/primitives';
import { instantiate } from './arithmetic.ts';
import type { JvpRule, Tangent, TransposeRule } from './site.ts';

const refuseCaptured = (what: string, name: string, tangents: readonly Tangent[]): void => {
  if (tangents.some((tangent) => tangent !== undefined)) {
    throw new TraceError(
      `${what}: ${name} closes over a value that is being differentiated, for which its rule gives no derivative: pass it as an argument`,
    );
  }
};

/** The user's rule. */
export const customJvp: JvpRule<'customJvp'> = ({ primals, tangents, outputs, attributes: { name, captured, rule } }) => {
  refuseCaptured('customJvp', name, tangents.slice(0, captured));
  const args = primals.slice(captured);
  return {
    outputs,
    tangents: rule(
      args,
      args.map((x, index) => instantiate(tangents[captured + index], x)),
    ),
  };
};

/** A `customTangent` whose first operands are what the pullback needs of the forward pass, so that rewriting it rewrites them. */
interface Pullback extends CustomTangent {
  readonly residuals: number;
  readonly pullback: (residuals: readonly AnyTensor[], cotangents: readonly AnyTensor[]) => readonly AnyTensor[];
}

/** The user's forward pass in place of the function, and a tangent that only its transpose knows: the user's backward pass. */
export const customVjp: JvpRule<'customVjp'> = ({ primals, tangents, attributes: { name, captured, forward, backward } }) => {
  refuseCaptured('customVjp', name, tangents.slice(0, captured));
  const args = primals.slice(captured);
  const [outputs, residuals] = forward(args);
  const attributes: Pullback = {
    name,
    outputs: outputs.map((output) => ({ axes: axesOf(output), dtype: output.dtype })),
    residuals: residuals.length,
    pullback: backward,
    backward: (cotangents) => backward(residuals, cotangents),
  };
  const given = args.map((x, index) => instantiate(tangents[captured + index], x));
  return { outputs, tangents: bind('customTangent', [...residuals, ...given], attributes) };
};

/** Forward mode needs no transpose, and cannot have one. */
export const customTangent: JvpRule<'customTangent'> = ({ attributes: { name } }) => {
  throw new TraceError(`jvp: ${name} has a customVjp rule, which gives no forward derivative: define it with customJvp`);
};

/** The user's backward pass. */
export const transposeCustomTangent: TransposeRule<'customTangent'> = ({ operands, cotangents, attributes }) => {
  // The rule above is the only place where customTangent equations are made.
  const { residuals, pullback, outputs } = attributes as Pullback;
  const incoming = outputs.map(({ axes, dtype }, index) => cotangents[index] ?? P.fill(0, axes, dtype));
  return [...operands.slice(0, residuals).map(() => undefined), ...pullback(operands.slice(0, residuals), incoming)];
};
