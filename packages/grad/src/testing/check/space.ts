/**
 * Lists of tensors as single vectors, in which derivatives are directions.
 */
import { type AnyTensor, type Axis, evaluate } from '@cotangent/core';
import { axesOf, P } from '@cotangent/core/primitives';
import { range } from './vector.ts';

/** The `f64` tensors of given paths and shapes, as vectors of all their elements. */
export interface Space {
  readonly size: number;
  readonly paths: readonly string[];
  readonly shapes: readonly (readonly Axis[])[];
  readonly toVector: (tensors: readonly AnyTensor[]) => Float64Array;
  readonly toTensors: (vector: Float64Array) => readonly AnyTensor[];
  /** Where an element of the vector stands: `params.hidden.weight[1,2]`. */
  readonly pathOf: (index: number) => string;
  /** Why a list of tensors is not one of this space. */
  readonly misfit: (tensors: readonly AnyTensor[]) => string | undefined;
}

const sizeOf = (axis: Axis): number => (typeof axis === 'number' ? axis : axis.size);
const elements = (axes: readonly Axis[]): number => axes.reduce<number>((count, axis) => count * sizeOf(axis), 1);
const show = (dtype: string, axes: readonly Axis[]): string => `${dtype}[${axes.map(sizeOf).join(', ')}]`;

/** `[1,2]`; nothing for a scalar. */
const position = (axes: readonly Axis[], index: number): string => {
  const { found } = axes.reduceRight<{ readonly found: readonly number[]; readonly rest: number }>(
    ({ found: inner, rest }, axis) => ({ found: [rest % sizeOf(axis), ...inner], rest: Math.floor(rest / sizeOf(axis)) }),
    { found: [], rest: index },
  );
  return axes.length === 0 ? '' : `[${found.join(',')}]`;
};

/** The space of tensors of some shapes. */
export const space = (paths: readonly string[], shapes: readonly (readonly Axis[])[]): Space => {
  const counts = shapes.map(elements);
  const starts = range(counts.length + 1).map((leaf) => counts.slice(0, leaf).reduce((sum, count) => sum + count, 0));
  const from = (leaf: number): number => starts[leaf] ?? 0;
  const size = from(counts.length);
  return {
    size,
    paths,
    shapes,
    toVector: (tensors) => {
      const vector = new Float64Array(size);
      evaluate(tensors).forEach((tensor, leaf) => vector.set(tensor.toArray(), from(leaf)));
      return vector;
    },
    toTensors: (vector) => shapes.map((axes, leaf) => P.constant(vector.slice(from(leaf), from(leaf + 1)), axes, 'f64')),
    pathOf: (index) => {
      const leaf = counts.findIndex((count, at) => index < from(at) + count);
      return `${paths[leaf] ?? '?'}${position(shapes[leaf] ?? [], index - from(leaf))}`;
    },
    misfit: (tensors) => {
      if (tensors.length !== shapes.length) return `${tensors.length} tensors in place of ${shapes.length}`;
      const [found, wanted] = [
        tensors.map((tensor) => show(tensor.dtype, axesOf(tensor))),
        shapes.map((axes) => show('f64', axes)),
      ];
      const wrong = found.findIndex((text, leaf) => text !== wanted[leaf]);
      return wrong < 0 ? undefined : `${found[wrong]} in place of ${wanted[wrong]} at ${paths[wrong]}`;
    },
  };
};

/** The space that some tensors belong to. */
export const spaceOf = (paths: readonly string[], tensors: readonly AnyTensor[]): Space => space(paths, tensors.map(axesOf));

/** The tensors of two spaces together. */
export const product = (left: Space, right: Space): Space =>
  space([...left.paths, ...right.paths], [...left.shapes, ...right.shapes]);
