/**
 * Forward derivatives of primitives that move, copy and contract elements: linear, so the tangent is the primitive itself
 * applied to tangents.
 */
import type { AnyTensor } from '@cotangent/core';
import { bindOne, P, type Primitives } from '@cotangent/core/primitives';
import { instantiate, sum } from './arithmetic.ts';
import { at, type JvpRule, type Tangent } from './site.ts';

type Linear =
  | 'variable'
  | 'select'
  | 'convert'
  | 'broadcastInDim'
  | 'reshape'
  | 'transpose'
  | 'reverse'
  | 'pad'
  | 'slice'
  | 'concatenate'
  | 'dotGeneral'
  | 'cumulativeSum'
  | 'gather'
  | 'scatterAdd';

type Shaping = 'broadcastInDim' | 'reshape' | 'transpose' | 'reverse' | 'slice' | 'cumulativeSum' | 'gather';

/** `y = L x`, further operands being indices: the tangent is `L t`. */
const linear =
  <K extends Shaping>(primitive: K): JvpRule<K> =>
  ({ primals, tangents, outputs, attributes }) => ({
    outputs,
    tangents: [bindOne(primitive, [at(tangents, 0), ...primals.slice(1)], attributes)],
  });

/** `y = L (x_1, ..., x_n)`: the tangent is `L (t_1, ..., t_n)`, with zeros for what does not vary. */
const jointlyLinear =
  <K extends 'pad' | 'concatenate'>(primitive: K): JvpRule<K> =>
  ({ primals, tangents, outputs, attributes }) => ({
    outputs,
    tangents: [
      bindOne(
        primitive,
        primals.map((x, index) => instantiate(tangents[index], x)),
        attributes,
      ),
    ],
  });

const when = (t: Tangent, then: (t: AnyTensor) => AnyTensor): Tangent => (t === undefined ? undefined : then(t));

/** The rows of the structural primitives. */
export const structural: { readonly [K in Linear & keyof Primitives]: JvpRule<K> } = {
  variable: ({ tangents, outputs }) => ({ outputs, tangents }),
  /** The tangent of the branch that is taken; the other one, NaN or not, plays no part. */
  select: ({ primals, tangents: [, onTrue, onFalse], outputs }) => {
    const [condition, x, y] = [at(primals, 0), at(primals, 1), at(primals, 2)];
    return { outputs, tangents: [P.select(condition, instantiate(onTrue, x), instantiate(onFalse, y))] };
  },
  /** Float to float is linear; what becomes a whole number has no tangent, whatever stands here. */
  convert: ({ tangents, outputs, attributes: { dtype } }) => ({ outputs, tangents: [P.convert(at(tangents, 0), dtype)] }),
  broadcastInDim: linear('broadcastInDim'),
  reshape: linear('reshape'),
  transpose: linear('transpose'),
  reverse: linear('reverse'),
  pad: jointlyLinear('pad'),
  slice: linear('slice'),
  concatenate: jointlyLinear('concatenate'),
  /** Bilinear: `L(t, y) + L(x, t)` */
  dotGeneral: ({ primals, tangents: [tx, ty], outputs, attributes }) => {
    const [x, y] = [at(primals, 0), at(primals, 1)];
    const left = when(tx, (t) => P.dotGeneral(t, y, attributes));
    const right = when(ty, (t) => P.dotGeneral(x, t, attributes));
    return { outputs, tangents: [sum(left, right)] };
  },
  cumulativeSum: linear('cumulativeSum'),
  gather: linear('gather'),
  scatterAdd: ({ primals, tangents, outputs, attributes }) => {
    const [operand, indices, updates] = [at(primals, 0), at(primals, 1), at(primals, 2)];
    const [to, from] = [instantiate(tangents[0], operand), instantiate(tangents[2], updates)];
    return { outputs, tangents: [P.scatterAdd(to, indices, from, attributes)] };
  },
};
