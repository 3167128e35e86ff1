/**
 * The errors that misuse throws: each names the operation, what is wrong, and what to do.
 */

/** A shape, axis or rank that an operation refuses. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** A dtype that an operation refuses. */
export class DTypeError extends Error {
  override readonly name = 'DTypeError';
}

/** A misuse of a function while it is traced: reading a value, branching on a tensor, returning no tensor. */
export class TraceError extends Error {
  override readonly name = 'TraceError';
}

/** A tree of tensors that has another structure, or another leaf, than is asked for. */
export class TreeError extends Error {
  override readonly name = 'TreeError';
}

/** A state that the library itself must never reach. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}
