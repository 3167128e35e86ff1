/**
 * Arguments that functions accept whose first operand is of a given shape.
 */
import * as fc from 'fast-check';
import { type Argument, axis, tensor } from './argument.ts';
import { type Dim, dims, modest, productOf, sumOf } from './dims.ts';

export type Shape = readonly Dim[];

/** The arguments of a call. */
export type Arguments = fc.Arbitrary<readonly Argument[]>;

/** Counts, and widths of edges. */
export const sizes = fc.integer({ min: 0, max: 4 });

/** A list of so many elements. */
export const lots = <A>(element: fc.Arbitrary<A>, count: number): fc.Arbitrary<readonly A[]> =>
  fc.array(element, { minLength: count, maxLength: count });

/** An axis of a shape, from either end. */
export const axesOf = ({ length }: Shape): fc.Arbitrary<number> => fc.integer({ min: -length, max: length - 1 });

/** A shape with another along which it broadcasts: the last of its dimensions, some of them 1. */
export const within = (shape: Shape): fc.Arbitrary<Shape> =>
  fc
    .tuple(fc.nat(shape.length), fc.array(fc.boolean(), { minLength: shape.length, maxLength: shape.length }))
    .map(([from, ones]) => shape.map((dim, index) => (ones[index] === true && index % 2 === from % 2 ? 1 : dim)).slice(from));

export const alone = (shape: Shape): Arguments => fc.constant([tensor(shape)]);

export const broadcast = (shape: Shape): Arguments =>
  fc
    .tuple(within(shape), fc.boolean())
    .map(([other, swapped]) => (swapped ? [tensor(other), tensor(shape)] : [tensor(shape), tensor(other)]));

/** A tensor whose rows, or a matrix whose columns, are as long as the tensor's rows; or a vector. */
export const multiplied = (shape: Shape): Arguments =>
  fc
    .tuple(within(shape.slice(0, -2)), dims, fc.nat(3))
    .map(([batch, columns, kind]) => [
      tensor(shape),
      tensor([...(kind === 0 ? [] : batch), ...shape.slice(-1), ...(kind === 1 ? [] : [columns])]),
    ]);

export const alongOne = (shape: Shape): Arguments => axesOf(shape).map((at) => [tensor(shape), at]);

export const alongTwo = (shape: Shape): Arguments =>
  fc.tuple(axesOf(shape), axesOf(shape)).map(([i, j]) => [tensor(shape), i, j]);

export const between = (shape: Shape): Arguments => axesOf([...shape, 1]).map((at) => [tensor(shape), at]);

const overSome = (shape: Shape): Arguments =>
  fc
    .tuple(fc.subarray(shape.map((_, index) => index)), fc.boolean())
    .map(([axes, back]) => [tensor(shape), axes.map((at, index) => (back && index % 2 === 0 ? at - shape.length : at))]);

/** With dimensions kept, or not. */
export const kept = (args: Arguments): Arguments =>
  fc.oneof(
    args,
    fc.tuple(args, fc.boolean()).map(([given, keepDims]) => [...given, { options: { keepDims } }]),
  );

/** Over one axis, some of them, or all. */
export const over = (shape: Shape): Arguments =>
  shape.length === 0
    ? fc.oneof(alone(shape), kept(overSome(shape)))
    : fc.oneof(alongOne(shape), kept(alongOne(shape)), overSome(shape), kept(overSome(shape)), alone(shape));

export const permuted = (shape: Shape): Arguments =>
  fc
    .tuple(
      fc.shuffledSubarray(
        shape.map((_, index) => index),
        { minLength: shape.length },
      ),
      fc.boolean(),
    )
    .map(([order, back]) => [tensor(shape), back ? order.map((at) => (at % 2 === 0 ? at : at - shape.length)) : order]);

export const ones = (shape: Shape): Arguments =>
  fc
    .nat(shape.length)
    .chain((at) =>
      fc.constantFrom<readonly Argument[]>(
        [tensor(shape.toSpliced(at, 0, 1)), at],
        [tensor(shape.toSpliced(at, 0, 1)), at - shape.length - 1],
        [tensor(shape.toSpliced(at, 0, 1))],
      ),
    );

/** Counts of which some are tokens. */
const counts: fc.Arbitrary<Argument> = fc.oneof({ weight: 3, arbitrary: sizes }, { weight: 1, arbitrary: dims.map(axis) });

export const tiled = (shape: Shape): Arguments => lots(counts, shape.length).map((list) => [tensor(shape), list]);

export const repeated = (shape: Shape): Arguments => fc.tuple(sizes, axesOf(shape)).map(([n, at]) => [tensor(shape), n, at]);

export const padded = (shape: Shape): Arguments =>
  lots(fc.tuple(sizes, sizes), shape.length).map((edges) => [tensor(shape), edges]);

/** Factors, and where they are cut into dimensions. */
export const grouped = (factors: Shape, ends: readonly boolean[]): Shape =>
  factors
    .reduce<readonly Shape[]>((groups, factor, index) => {
      const [open = [], ...closed] = groups;
      return ends[index] === true ? [[factor], ...groups] : [[...open, factor], ...closed];
    }, [])
    .toReversed()
    .map(productOf);

const factorsOf = (dim: Dim): Shape => {
  const factor = typeof dim === 'number' ? [2, 3, 5, 7].find((one) => dim > one && dim % one === 0) : undefined;
  return factor === undefined ? [dim] : [factor, Number(dim) / factor];
};

/** Another shape of as many elements, where one dimension may be left open. */
export const regrouped = (shape: Shape): Arguments =>
  fc
    .record({
      factors: fc.oneof(
        fc.constant(shape),
        fc.shuffledSubarray(shape.flatMap(factorsOf), { minLength: shape.flatMap(factorsOf).length }),
      ),
      ends: lots(fc.boolean(), 12),
      open: fc.nat(6),
    })
    .map(({ factors, ends, open }) => [
      tensor(shape),
      grouped(factors, ends).map((dim, index) => axis(index === open ? -1 : dim)),
    ]);

/** Tensors that differ along an axis. */
export const joined = (shape: Shape): Arguments =>
  fc
    .tuple(fc.array(dims, { minLength: 1, maxLength: 3 }), fc.constantFrom('f32', 'f32', 'f64'), axesOf(shape))
    .map(([others, dtype, at]) => [others.map((dim) => tensor(shape.with(at, dim), dtype)), at]);

/** A tensor, one that differs from it along an axis, and perhaps itself again. */
export const extended = (shape: Shape): Arguments =>
  fc
    .tuple(dims, axesOf(shape), fc.boolean())
    .map(([dim, at, again]) => [[tensor(shape), tensor(shape.with(at, dim)), ...(again ? [tensor(shape)] : [])], at]);

export const stacked = (shape: Shape): Arguments =>
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('f32', 'f32', 'f64'), axesOf([...shape, 1]))
    .map(([count, dtype, at]) => [Array.from({ length: count }, () => tensor(shape, dtype)), at]);

const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

/** Parts of an axis that has been made for them. */
export const split = (shape: Shape): Arguments =>
  axesOf(shape).chain((at) =>
    fc.oneof(
      fc
        .tuple(modest, fc.integer({ min: 1, max: 4 }))
        .map(([dim, parts]): readonly Argument[] => [tensor(shape.with(at, productOf([dim, parts]))), parts, at]),
      fc
        .array(sizes, { minLength: 1, maxLength: 4 })
        .map((parts): readonly Argument[] => [tensor(shape.with(at, total(parts))), parts, at]),
      fc
        .array(modest, { minLength: 1, maxLength: 3 })
        .map((parts): readonly Argument[] => [tensor(shape.with(at, sumOf(parts))), parts.map(axis), at]),
    ),
  );

/** Parts of an axis as it is. */
export const parted = (shape: Shape): Arguments =>
  fc.tuple(fc.constantFrom(1, 2, 3, 4, 6), axesOf(shape)).map(([parts, at]) => [tensor(shape), parts, at]);

const ranges: fc.Arbitrary<Argument> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(0, 1, -1, -2),
  fc.tuple(fc.constantFrom(null, 0, 1, -1, -2), fc.constantFrom(null, 2, 3, -1)),
  fc.tuple(fc.constantFrom(null, 0, 1), fc.constantFrom(null, 2, 4, -1), fc.constantFrom(1, 2, 3)),
);

export const sliced = (shape: Shape): Arguments =>
  fc.array(ranges, { maxLength: shape.length }).map((list) => [tensor(shape), list]);

/** Every so many of each axis. */
export const thinned = (shape: Shape): Arguments =>
  lots(fc.tuple(fc.constantFrom(null, 0, 1), fc.constant(null), fc.constantFrom(0, 1, 2, 2, 3, 3, 4, 4, 5, 6)), shape.length).map(
    (list) => [tensor(shape), list],
  );

export const taken = (shape: Shape): Arguments =>
  fc
    .tuple(fc.array(dims, { maxLength: 2 }), fc.constantFrom('i32', 'u32'), axesOf(shape))
    .map(([of, dtype, at]) => [tensor(shape), tensor(of, dtype), at]);

export const takenAlong = (shape: Shape): Arguments =>
  fc
    .tuple(dims, fc.constantFrom('i32', 'u32'), axesOf(shape))
    .map(([dim, dtype, at]) => [tensor(shape), tensor(shape.with(at, dim), dtype), at]);

/** A larger shape. */
export const broadened = (shape: Shape): Arguments =>
  fc.array(modest, { maxLength: 2 }).map((more) => [tensor(shape), [...more, ...shape].map(axis)]);
