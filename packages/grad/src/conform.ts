/**
 * What makes a derivative belong to its tensor: the same axes, names included, and the same dtype.
 */
import { type AnyTensor, InternalError } from '@cotangent/core';
import { axesOf, P } from '@cotangent/core/primitives';

const describe = (x: AnyTensor): string => `${x.dtype}[${x.sizes.join(', ')}]`;

const sameSizes = (x: AnyTensor, y: AnyTensor): boolean =>
  x.rank === y.rank && x.sizes.every((size, axis) => size === y.sizes[axis]);

const sameNames = (x: AnyTensor, y: AnyTensor): boolean => {
  const [of, wanted] = [axesOf(x), axesOf(y)];
  return (
    of === wanted ||
    of.every((axis, index) => {
      const other = wanted[index];
      return axis === other || (typeof axis === 'object' && typeof other === 'object' && axis.name === other.name);
    })
  );
};

/**
 * A tangent or cotangent with the axes of its primal: rules may lose the name of an axis, or find one that the primal has not.
 * Anything else that differs is a wrong rule, and says so.
 */
export const conform = (derivative: AnyTensor, like: AnyTensor, primitive: string): AnyTensor => {
  if (derivative.dtype !== like.dtype || !sameSizes(derivative, like)) {
    throw new InternalError(`the derivative of ${primitive} is ${describe(derivative)} for a tensor of ${describe(like)}`);
  }
  return sameNames(derivative, like) ? derivative : P.reshape(derivative, axesOf(like));
};
