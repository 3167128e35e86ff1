/**
 * The forward derivative of every primitive, or why its tangent is always zero.
 */
import type { Comparison, Primitive } from '@cotangent/core/primitives';
import { customJvp, customTangent, customVjp } from './custom.ts';
import { elementwise } from './elementwise.ts';
import { reductions } from './reductions.ts';
import { scan } from './scan.ts';
import type { JvpRule, NotDifferentiable } from './site.ts';
import { sliding } from './sliding.ts';
import { structural } from './structural.ts';

const boolean: NotDifferentiable = 'not differentiable: boolean valued';
const indices: NotDifferentiable = 'not differentiable: integer valued';
const constant: NotDifferentiable = 'not differentiable: it has no operands';

const comparisons: { readonly [K in Comparison]: NotDifferentiable } = {
  equal: boolean,
  notEqual: boolean,
  less: boolean,
  lessEqual: boolean,
  greater: boolean,
  greaterEqual: boolean,
};

/** One row a primitive. */
export const jvpRules: { readonly [K in Primitive]: JvpRule<K> | NotDifferentiable } = {
  ...elementwise,
  ...comparisons,
  ...reductions,
  ...structural,
  ...sliding,
  constant,
  input: constant,
  iota: constant,
  argMax: indices,
  argMin: indices,
  argSort: indices,
  windowArgMax: indices,
  windowArgMin: indices,
  threefry: 'not differentiable: random bits',
  scan,
  customJvp,
  customVjp,
  customTangent,
};
