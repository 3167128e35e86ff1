/**
 * What a trace remembers of the function it traces: conditions that were computed and not used so far.
 *
 * JavaScript gives a library no way to see `if (tensor)`: an object is always true. A condition that nothing uses is its
 * trace, so a traced function that leaves one behind is refused. Arguments of dtype bool are not watched: a mask or a flag that a
 * function has no use for is no mistake. The scope belongs to one trace and is reached through its inputs.
 */
import { showAxes } from './dim.ts';
import { TraceError } from './errors.ts';
import type { Expression } from './tensor.ts';

/** One run of a traced function. Open while the function runs. */
export interface TraceScope {
  readonly name: string;
  /** Rises as scopes are opened: of two open scopes the outer one has the smaller id. */
  readonly id: number;
  readonly isOpen: () => boolean;
  readonly close: () => void;
  readonly unusedConditions: Set<Expression>;
}

let scopes = 0;

/** An open scope for one run of a function by the transformation called `name`. */
export const traceScope = (name: string): TraceScope => {
  let open = true;
  return {
    name,
    id: scopes++,
    isOpen: () => open,
    close: () => {
      open = false;
    },
    unusedConditions: new Set(),
  };
};

/** The outermost open one of some scopes: it outlives the others, so a tensor that depends on all of them belongs to it. */
export const outermost = (found: TraceScope | undefined, scope: TraceScope | undefined): TraceScope | undefined => {
  if (scope === undefined || !scope.isOpen()) return found;
  return found === undefined || scope.id < found.id ? scope : found;
};

/** Remembers a comparison as not used so far, when it is made inside a trace; gives it back. */
export const asCondition = (condition: Expression): Expression => {
  condition.scope?.unusedConditions.add(condition);
  return condition;
};

/** A condition that becomes an operand, a result, or text, or whose value is read, has found its use. */
export const markConditionUsed = (condition: Expression): void => {
  condition.scope?.unusedConditions.delete(condition);
};

const showEquation = ({ equation }: Expression): string =>
  `${equation.primitive}(${equation.operands.map((operand) => `${operand.dtype}${showAxes(operand.axes)}`).join(', ')})`;

/** Throws `TraceError` when a traced function computed a condition that it neither used nor read nor returned. */
export const refuseUnusedConditions = (scope: TraceScope, outputs: readonly Expression[]): void => {
  outputs.forEach(markConditionUsed);
  for (const condition of scope.unusedConditions) {
    throw new TraceError(
      `${scope.name}: the condition ${showEquation(condition)} was computed and never used. In \`if\`, \`?:\`, \`&&\`, \`!\` or \`while\` ` +
        'JavaScript sees an object, which is always true: choose with where(condition, x, y), ' +
        'read it with condition.item() where it has a value, or drop the comparison',
    );
  }
};
