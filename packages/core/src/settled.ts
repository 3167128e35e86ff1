/**
 * How evaluation reaches into tensors. The symbols are not part of any entry of the package, so nobody outside can.
 */

/** The value of a tensor, once it has been computed. Not to be changed or handed out. */
export const known: unique symbol = Symbol('known');

/** Gives a tensor its value. Evaluation is deterministic, so nobody can observe this. */
export const settle: unique symbol = Symbol('settle');

/** How often a tensor is an operand. */
export const uses: unique symbol = Symbol('uses');

/** Counts one more use as an operand. */
export const use: unique symbol = Symbol('use');
