/**
 * The transformations that are checked, as functions of lists of tensors.
 */
import type { AnyTensor } from '@cotangent/core';
import { jvp } from '../../jvp.ts';
import { vjp } from '../../vjp.ts';
import { vmap } from '../../vmap.ts';

type Tensors = readonly AnyTensor[];
type OfTensors = (tensors: Tensors) => Tensors;

/** Forward mode, reverse mode, batching. */
export interface Transformations {
  readonly jvp: (f: OfTensors, primals: Tensors, tangents: Tensors) => readonly [value: Tensors, tangents: Tensors];
  readonly vjp: (f: OfTensors, primals: Tensors) => readonly [value: Tensors, pullback: OfTensors];
  readonly vmap: (f: OfTensors) => OfTensors;
}

/** The library's own. */
export const transformations: Transformations = {
  jvp: (f, primals, tangents) => jvp(f, [primals], [tangents]),
  vjp: (f, primals) => {
    const [value, pullback] = vjp(f, primals);
    return [value, (cotangents) => pullback(cotangents)[0]];
  },
  // Lists of tensors of unknown shapes stay that when they are batched.
  vmap: (f) => (tensors) => vmap(f)(tensors) as Tensors,
};
