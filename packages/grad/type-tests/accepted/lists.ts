import { add, multiply, ones, scan, type Tensor } from '@cotangent/core';

// Lists written down where they are carried, and where they are sliced, are tuples.
const [x, y] = [ones([7, 3]), ones([7, 2])];
export const [last, slices] = scan(([h, c], [a, b]) => [[add(h, a), multiply(c, b)], b], [ones([3]), ones([2])], [x, y]);
export const first: Tensor<[3]> = last[0];
export const all = slices.shape satisfies [7, 2];

// A step may say what it takes, read-only or not.
type Carry = [Tensor<[3]>, Tensor<[2]>];
export const [, ofCarry] = scan(([h, c]: Carry, a: Tensor<[3]>) => [[add(h, a), c], h], [ones([3]), ones([2])], x);
export const [[, ofReadonly]] = scan(([h, c]: Readonly<Carry>, a: Tensor<[3]>) => [[add(h, a), c], h], [ones([3]), ones([2])], x);
export const third = ofCarry.shape satisfies [7, 3];
export const fourth = ofReadonly.shape satisfies [2];
