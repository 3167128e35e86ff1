/**
 * `log(exp(a) + exp(b))` with its own derivative, which is smooth where the formula's branches meet.
 */
import * as P from '../../primitives/builders.ts';
import { closedProgram } from '../../program.ts';
import { type AnyTensor, axesOf, type Expression } from '../../tensor.ts';
import { callTraced } from '../../trace.ts';
import { traceScope } from '../../traceScope.ts';

/** `max(a, b) + log(1 + exp(-|a - b|))`; where both are one infinity, `a + b`, which is that infinity. */
const value = (a: AnyTensor, b: AnyTensor): Expression => {
  const difference = P.subtract(a, b);
  const finite = P.add(P.maximum(a, b), P.log1p(P.exp(P.negate(P.abs(difference)))));
  return P.select(P.notEqual(difference, difference), P.add(a, b), finite);
};

/** `d logAddExp(a, b) = sigmoid(a - b) da + sigmoid(b - a) db`; 1/2 each where both are one infinity. */
const tangent = (a: AnyTensor, b: AnyTensor, da: AnyTensor, db: AnyTensor): Expression => {
  const zero = P.fillLike(a, 0);
  const oneInfinity = P.and(P.equal(a, b), P.equal(P.abs(a), P.fillLike(a, Number.POSITIVE_INFINITY)));
  const difference = P.subtract(P.select(oneInfinity, zero, a), P.select(oneInfinity, zero, b));
  return P.add(P.multiply(P.logistic(difference), da), P.multiply(P.logistic(P.negate(difference)), db));
};

/** `log(exp(a) + exp(b))` of equal shapes. */
export const logAddExp = (a: AnyTensor, b: AnyTensor): Expression => {
  const scope = traceScope('logAddExp');
  const inputs = [P.input('a', axesOf(a), a.dtype, scope), P.input('b', axesOf(b), b.dtype, scope)] as const;
  const { leaves } = callTraced(scope, () => value(...inputs));
  const { captured, program } = closedProgram(inputs, leaves);
  const rule = ([x, y]: readonly AnyTensor[], [dx, dy]: readonly AnyTensor[]): readonly AnyTensor[] =>
    // A rule gets as many primals and tangents as the function has operands.
    [tangent(x as AnyTensor, y as AnyTensor, dx as AnyTensor, dy as AnyTensor)];
  // A customJvp has as many outputs as its program, here one.
  return P.customJvp([...captured, a, b], { name: 'logAddExp', program, captured: captured.length, rule })[0] as Expression;
};
