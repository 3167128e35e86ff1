/**
 * The shape rule of every primitive: axes and dtypes of its outputs, or an error that names what is wrong.
 */
import { type Axes, type Axis, checkAxes, elements, nameOf, namedAxis, sameAxis, showAxes, sizeOf, sizesOf } from '../dim.ts';
import { checkDType, type DType, dtypeOfArray, isFloat } from '../dtype.ts';
import { DTypeError } from '../errors.ts';
import type { Expression } from '../tensor.ts';
import type { Binary, Comparison, GatherAxes, None, Primitive, Reduction, Unary } from './attributes.ts';
import {
  type Abstract,
  agree,
  checkAxis,
  checkCounts,
  checkDistinct,
  isBool,
  isIndex,
  isNumeric,
  isWhole,
  one,
  operandAt,
  refuse,
  type Rule,
  sameDTypes,
  wantDType,
} from './rule.ts';
import { slidingRules } from './slidingRules.ts';

const unary =
  (accepts: (dtype: DType) => boolean, wanted: string): Rule<Unary> =>
  (operands, _, primitive) => {
    const x = operandAt(operands, 0);
    wantDType(primitive, x, accepts, wanted);
    return one(x.axes, x.dtype);
  };
const unaryFloat = unary(isFloat, 'floats');
const unaryNumeric = unary(isNumeric, 'numbers');
const unaryAny = unary(() => true, 'any dtype');

const binary =
  (accepts: (dtype: DType) => boolean, wanted: string): Rule<Binary> =>
  (operands, _, primitive) => {
    const dtype = sameDTypes(primitive, operands);
    wantDType(primitive, operandAt(operands, 0), accepts, wanted);
    return one(agree(primitive, operands), dtype);
  };
const binaryNumeric = binary(isNumeric, 'numbers');
const binaryFloat = binary(isFloat, 'floats');
const binaryWhole = binary(isWhole, 'integers or booleans');
const binaryInteger = binary(isIndex, 'integers');

const comparison: Rule<Comparison> = (operands, _, primitive) => {
  sameDTypes(primitive, operands);
  return one(agree(primitive, operands), 'bool');
};

const without = (axes: Axes, dropped: readonly number[]): Axes => axes.filter((_, index) => !dropped.includes(index));

const reduction =
  (accepts: (dtype: DType) => boolean, wanted: string): Rule<Reduction> =>
  (operands, { axes: reduced }, primitive) => {
    const x = operandAt(operands, 0);
    wantDType(primitive, x, accepts, wanted);
    checkDistinct(primitive, x.axes, reduced);
    return one(without(x.axes, reduced), x.dtype);
  };
const reduceNumeric = reduction(isNumeric, 'numbers');
const reduceBool = reduction(isBool, 'booleans');

const argReduction: Rule<'argMax' | 'argMin'> = (operands, { axis }, primitive) => {
  const x = operandAt(operands, 0);
  checkAxis(primitive, x.axes, axis);
  if (x.sizes[axis] === 0) refuse(primitive, `axis ${axis} of ${showAxes(x.axes)} is empty`);
  return one(without(x.axes, [axis]), 'i32');
};

const broadcastInDim: Rule<'broadcastInDim'> = (operands, { shape: given, axes }) => {
  const x = operandAt(operands, 0);
  const shape = checkAxes('broadcastInDim', given);
  if (axes.length !== x.rank) refuse('broadcastInDim', `${axes.length} axes for ${showAxes(x.axes)}`);
  checkDistinct('broadcastInDim', shape, axes);
  const named = [...shape];
  axes.forEach((axis, index) => {
    const from = operandAt(x.axes, index);
    const to = operandAt(shape, axis);
    if (sizeOf(from) !== 1 && !sameAxis(from, to)) {
      refuse('broadcastInDim', `cannot broadcast ${showAxes(x.axes)} to ${showAxes(shape)}: ${nameOf(from)} vs ${nameOf(to)}`);
    }
    if (sizeOf(from) === sizeOf(to)) named[axis] = namedAxis(to, from);
  });
  return one(named, x.dtype);
};

const reshape: Rule<'reshape'> = (operands, { shape: given }) => {
  const x = operandAt(operands, 0);
  const shape = checkAxes('reshape', given);
  const wanted = elements(sizesOf(shape));
  if (wanted !== x.size) refuse('reshape', `${showAxes(x.axes)} -> ${showAxes(shape)}: ${x.size} elements vs ${wanted}`);
  return one(shape, x.dtype);
};

const transpose: Rule<'transpose'> = (operands, { permutation }) => {
  const x = operandAt(operands, 0);
  if (permutation.length !== x.rank)
    refuse('transpose', `[${permutation.join(', ')}] is no permutation of the axes of ${showAxes(x.axes)}`);
  checkDistinct('transpose', x.axes, permutation);
  return one(
    permutation.map((axis) => operandAt(x.axes, axis)),
    x.dtype,
  );
};

const padded = (axis: Axis, low: number, high: number, interior: number): Axis => {
  if (low === 0 && high === 0 && interior === 0) return axis;
  const size = sizeOf(axis);
  return size + low + high + interior * Math.max(0, size - 1);
};

const pad: Rule<'pad'> = (operands, { low, high, interior }) => {
  const [x, value] = [operandAt(operands, 0), operandAt(operands, 1)];
  sameDTypes('pad', operands);
  for (const [name, counts] of Object.entries({ low, high, interior })) checkCounts('pad', name, counts, x.axes);
  if (interior.some((count) => count < 0)) refuse('pad', `interior [${interior.join(', ')}] is negative`);
  if (value.rank !== 0) refuse('pad', `the padding value is ${showAxes(value.axes)}, not a scalar`);
  const axes = x.axes.map((axis, index) =>
    padded(axis, operandAt(low, index), operandAt(high, index), operandAt(interior, index)),
  );
  axes.forEach((axis, index) => {
    if (sizeOf(axis) < 0) refuse('pad', `crops more than axis ${index} of ${showAxes(x.axes)} has`);
  });
  return one(axes, x.dtype);
};

const slice: Rule<'slice'> = (operands, { start, limit, stride }) => {
  const x = operandAt(operands, 0);
  for (const [name, counts] of Object.entries({ start, limit, stride })) checkCounts('slice', name, counts, x.axes);
  const axes = x.axes.map((axis, index): Axis => {
    const [from, to, step] = [operandAt(start, index), operandAt(limit, index), operandAt(stride, index)];
    if (from < 0 || to < from || to > sizeOf(axis) || step < 1) {
      refuse('slice', `${from}:${to}:${step} does not lie in axis ${index} of ${showAxes(x.axes)}`);
    }
    return from === 0 && to === sizeOf(axis) && step === 1 ? axis : Math.ceil((to - from) / step);
  });
  return one(axes, x.dtype);
};

const concatenate: Rule<'concatenate'> = (operands, { axis }) => {
  const [first, ...rest] = operands;
  if (first === undefined) return refuse('concatenate', 'there is nothing to concatenate');
  const dtype = sameDTypes('concatenate', operands);
  checkAxis('concatenate', first.axes, axis);
  for (const other of rest) {
    const fits =
      other.rank === first.rank &&
      other.axes.every((one_, index) => index === axis || sameAxis(one_, operandAt(first.axes, index)));
    if (!fits) refuse('concatenate', `${showAxes(first.axes)} and ${showAxes(other.axes)} differ beside axis ${axis}`);
  }
  const total = operands.reduce((sum, operand) => sum + operandAt(operand.sizes, axis), 0);
  const merged = first.axes.map((from, index) =>
    rest.reduce((found, other) => namedAxis(found, operandAt(other.axes, index)), from),
  );
  return one(rest.length === 0 ? first.axes : merged.map((from, index) => (index === axis ? total : from)), dtype);
};

const pairedAxes = (
  what: string,
  left: Expression,
  right: Expression,
  [l, r]: readonly [readonly number[], readonly number[]],
): readonly Axis[] => {
  if (l.length !== r.length) refuse('dotGeneral', `${l.length} and ${r.length} ${what} axes`);
  return l.map((axis, index) => {
    const [a, b] = [operandAt(left.axes, axis), operandAt(right.axes, operandAt(r, index))];
    if (!sameAxis(a, b))
      refuse('dotGeneral', `${what} dims differ, ${showAxes(left.axes)} x ${showAxes(right.axes)}: ${nameOf(a)} vs ${nameOf(b)}`);
    return namedAxis(a, b);
  });
};

const dotGeneral: Rule<'dotGeneral'> = (operands, { contract, batch }) => {
  const dtype = sameDTypes('dotGeneral', operands);
  const [left, right] = [operandAt(operands, 0), operandAt(operands, 1)];
  wantDType('dotGeneral', left, isNumeric, 'numbers');
  checkDistinct('dotGeneral', left.axes, [...contract[0], ...batch[0]]);
  checkDistinct('dotGeneral', right.axes, [...contract[1], ...batch[1]]);
  pairedAxes('inner', left, right, contract);
  const shared = pairedAxes('batch', left, right, batch);
  return one(
    [...shared, ...without(left.axes, [...contract[0], ...batch[0]]), ...without(right.axes, [...contract[1], ...batch[1]])],
    dtype,
  );
};

const checkGather = (operand: Expression, indices: Expression, attributes: GatherAxes): void => {
  const { collapsed, operandBatch, indicesBatch, indexMap, sliceSizes } = attributes;
  checkCounts('gather', 'sliceSizes', sliceSizes, operand.axes);
  checkDistinct('gather', operand.axes, [...collapsed, ...operandBatch]);
  checkDistinct('gather', operand.axes, [...indexMap, ...operandBatch]);
  checkDistinct('gather', indices.axes.slice(0, -1), indicesBatch);
  sliceSizes.forEach((size, axis) => {
    const dropped = collapsed.includes(axis) || operandBatch.includes(axis);
    if (size < 0 || size > Math.max(1, operand.sizes[axis] ?? 0) || (dropped && size > 1)) {
      refuse('gather', `a slice of ${size} does not fit axis ${axis} of ${showAxes(operand.axes)}`);
    }
  });
  if (operandBatch.length !== indicesBatch.length)
    refuse('gather', `${operandBatch.length} and ${indicesBatch.length} batch axes`);
  operandBatch.forEach((axis, index) => {
    if (operand.sizes[axis] !== indices.sizes[indicesBatch[index] ?? -1])
      refuse('gather', `batch axes differ, ${showAxes(operand.axes)} and ${showAxes(indices.axes)}`);
  });
};

/** The axes of a gather's result, or of a scatter's updates. */
const gathered = (operand: Expression, indices: Expression, attributes: GatherAxes): Axes => {
  const { offset, collapsed, operandBatch, indexMap, sliceSizes } = attributes;
  checkGather(operand, indices, attributes);
  const vector = indices.sizes.at(-1);
  if (vector !== indexMap.length) refuse('gather', `indices ${showAxes(indices.axes)} need a last axis of ${indexMap.length}`);
  const slices = operand.axes
    .map((axis, index): Axis => (sliceSizes[index] === sizeOf(axis) ? axis : operandAt(sliceSizes, index)))
    .filter((_, index) => !collapsed.includes(index) && !operandBatch.includes(index));
  const batches = indices.axes.slice(0, -1);
  if (slices.length !== offset.length) refuse('gather', `${offset.length} offset axes for ${slices.length} slice axes`);
  const [slice_, batch_] = [slices.values(), batches.values()];
  return Array.from({ length: slices.length + batches.length }, (_, index) => {
    const next = offset.includes(index) ? slice_.next() : batch_.next();
    return next.value ?? refuse('gather', 'the offset axes do not fit the result');
  });
};

const gather: Rule<'gather'> = (operands, attributes) => {
  const [operand, indices] = [operandAt(operands, 0), operandAt(operands, 1)];
  wantDType('gather', indices, isIndex, 'i32 or u32 indices');
  return one(gathered(operand, indices, attributes), operand.dtype);
};

const scatterAdd: Rule<'scatterAdd'> = (operands, attributes) => {
  const [operand, indices, updates] = [operandAt(operands, 0), operandAt(operands, 1), operandAt(operands, 2)];
  wantDType('scatterAdd', operand, isNumeric, 'numbers');
  wantDType('scatterAdd', indices, isIndex, 'i32 or u32 indices');
  sameDTypes('scatterAdd', [operand, updates]);
  const wanted = sizesOf(gathered(operand, indices, attributes));
  if (wanted.join() !== updates.sizes.join())
    refuse('scatterAdd', `updates are ${showAxes(updates.axes)}, wanted [${wanted.join(', ')}]`);
  return one(operand.axes, operand.dtype);
};

const threefry: Rule<'threefry'> = (operands) => {
  for (const operand of operands) {
    wantDType('threefry', operand, (dtype) => dtype === 'u32', 'u32 words');
    if (operand.sizes.at(-1) !== 2) refuse('threefry', `keys and counters have two words, got ${showAxes(operand.axes)}`);
  }
  return one(agree('threefry', operands), 'u32');
};

const select: Rule<'select'> = (operands) => {
  wantDType('select', operandAt(operands, 0), isBool, 'a boolean condition');
  return one(agree('select', operands), sameDTypes('select', operands.slice(1)));
};

const abstractOf = ({ axes, dtype }: Expression): Abstract => ({ axes, dtype });

const scan: Rule<'scan'> = (operands, { program, constants, carry, length }) => {
  if (operands.length !== program.inputs.length)
    refuse('scan', `${operands.length} operands for ${program.inputs.length} inputs of the body`);
  program.inputs.forEach((input, index) => {
    const operand = operandAt(operands, index);
    const isStacked = index >= constants + carry;
    const axes = isStacked ? operand.axes.slice(1) : operand.axes;
    const fits = operand.dtype === input.dtype && (!isStacked || operand.sizes[0] === sizeOf(length));
    if (!fits || axes.length !== input.rank || !axes.every((axis, at) => sizeOf(axis) === input.sizes[at])) {
      refuse(
        'scan',
        `operand ${index} is ${operand.dtype}${showAxes(operand.axes)} for a body input of ${input.dtype}${showAxes(input.axes)}`,
      );
    }
  });
  return program.outputs.map((output, index) =>
    index < carry
      ? abstractOf(operandAt(program.inputs, constants + index))
      : { axes: [length, ...output.axes], dtype: output.dtype },
  );
};

const subProgram: Rule<'customJvp' | 'customVjp'> = (operands, { program, name }, primitive) => {
  program.inputs.forEach((input, index) => {
    const operand = operandAt(operands, index);
    if (operand.dtype !== input.dtype || operand.sizes.join() !== input.sizes.join()) {
      refuse(
        primitive,
        `operand ${index} of ${name} is ${operand.dtype}${showAxes(operand.axes)}, wanted ${input.dtype}${showAxes(input.axes)}`,
      );
    }
  });
  return program.outputs.map(abstractOf);
};

const shaped: Rule<'input' | 'iota'> = (_, { shape, dtype }, primitive) =>
  one(checkAxes(primitive, shape), checkDType(primitive, dtype));

const constant: Rule<'constant'> = (_, { value, shape, dtype }) => {
  const axes = checkAxes('constant', shape);
  if (value.length !== elements(sizesOf(axes))) refuse('constant', `${value.length} elements for ${showAxes(axes)}`);
  if (dtypeOfArray(value) !== dtype) throw new DTypeError(`constant: a ${value.constructor.name} does not hold ${dtype}`);
  return one(axes, dtype);
};

const iota: Rule<'iota'> = (operands, attributes, primitive) => {
  checkAxis('iota', attributes.shape, attributes.axis);
  return shaped(operands, attributes, primitive);
};

/** The shape rule of every primitive. */
export const shapeRules: { readonly [P in Primitive]: Rule<P> } = {
  constant,
  input: shaped,
  variable: (operands) => one(operandAt(operands, 0).axes, operandAt(operands, 0).dtype),
  negate: unaryNumeric,
  abs: unaryNumeric,
  sign: unaryNumeric,
  exp: unaryFloat,
  expm1: unaryFloat,
  log: unaryFloat,
  log1p: unaryFloat,
  sqrt: unaryFloat,
  rsqrt: unaryFloat,
  cbrt: unaryFloat,
  sin: unaryFloat,
  cos: unaryFloat,
  tan: unaryFloat,
  asin: unaryFloat,
  acos: unaryFloat,
  atan: unaryFloat,
  sinh: unaryFloat,
  cosh: unaryFloat,
  tanh: unaryFloat,
  asinh: unaryFloat,
  acosh: unaryFloat,
  atanh: unaryFloat,
  logistic: unaryFloat,
  erf: unaryFloat,
  erfInv: unaryFloat,
  floor: unaryFloat,
  ceil: unaryFloat,
  round: unaryFloat,
  not: unary(isWhole, 'integers or booleans'),
  stopGradient: unaryAny,
  add: binaryNumeric,
  subtract: binaryNumeric,
  multiply: binaryNumeric,
  divide: binaryNumeric,
  remainder: binaryNumeric,
  power: binaryNumeric,
  maximum: binaryNumeric,
  minimum: binaryNumeric,
  atan2: binaryFloat,
  and: binaryWhole,
  or: binaryWhole,
  xor: binaryWhole,
  shiftLeft: binaryInteger,
  shiftRightLogical: binaryInteger,
  shiftRightArithmetic: binaryInteger,
  equal: comparison,
  notEqual: comparison,
  less: comparison,
  lessEqual: comparison,
  greater: comparison,
  greaterEqual: comparison,
  select,
  convert: (operands, { dtype }) => one(operandAt(operands, 0).axes, checkDType('convert', dtype)),
  broadcastInDim,
  reshape,
  transpose,
  reverse: (operands, { axes }) => {
    const x = operandAt(operands, 0);
    checkDistinct('reverse', x.axes, axes);
    return one(x.axes, x.dtype);
  },
  pad,
  slice,
  concatenate,
  dotGeneral,
  ...slidingRules,
  reduceSum: reduceNumeric,
  reduceProd: reduceNumeric,
  reduceMax: reduceNumeric,
  reduceMin: reduceNumeric,
  reduceAnd: reduceBool,
  reduceOr: reduceBool,
  argMax: argReduction,
  argMin: argReduction,
  argSort: (operands, { axis }) => {
    const x = operandAt(operands, 0);
    checkAxis('argSort', x.axes, axis);
    return one(x.axes, 'i32');
  },
  cumulativeSum: (operands, { axis }) => {
    const x = operandAt(operands, 0);
    checkAxis('cumulativeSum', x.axes, axis);
    wantDType('cumulativeSum', x, isNumeric, 'numbers');
    return one(x.axes, x.dtype);
  },
  gather,
  scatterAdd,
  iota,
  threefry,
  scan,
  customJvp: subProgram,
  customVjp: subProgram,
  customTangent: (_, { outputs }) => outputs,
};

/** The attributes of primitives that have none. */
export const none: None = Object.freeze({});
