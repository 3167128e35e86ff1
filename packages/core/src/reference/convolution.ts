/**
 * Convolutions: the numbers under each window are laid out as a row, and every kernel of a group is multiplied with every row.
 */
import { elements } from '../dim.ts';
import { isFloat, makeArray } from '../dtype.ts';
import type { Convolution } from '../primitives/attributes.ts';
import { operandAt } from '../primitives/rule.ts';
import type { Expression } from '../tensor.ts';
import { putProducts } from './dot.ts';
import { frame } from './frame.ts';
import { binaryKernel, onlyOutput, type Row, type Rows } from './kernel.ts';
import { box, type Copy, copier, otherAxes, permuter, stridesOf } from './strided.ts';

/** About so many numbers are laid out at a time. */
const room = 2 ** 20;

/** The attributes for all axes: a group of features is a window over them, and the next one begins after it. */
const overAllAxes = (convolution: Convolution, features: number): Convolution => ({
  ...convolution,
  strides: [1, features, ...convolution.strides],
  low: [0, 0, ...convolution.low],
  high: [0, 0, ...convolution.high],
  inputDilation: [1, 1, ...convolution.inputDilation],
  windowDilation: [1, 1, ...convolution.windowDilation],
});

/** Some of the windows, laid out at once: `count` of them. */
interface Slab {
  readonly copy: Copy;
  /** Where they begin in the frame of a group, and among the windows. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The windows cut along their first axis. Rows have `counts` in front, in steps of `toNext`, then a kernel's sizes, in steps of `within`. */
const slabs = (
  counts: readonly number[],
  kernel: readonly number[],
  toNext: readonly number[],
  within: readonly number[],
  copy: (legs: ReturnType<typeof box>) => Copy,
): readonly Slab[] => {
  const [first = 1, ...rest] = counts;
  const [step = 0, ...steps] = toNext;
  const each = elements(rest);
  const most = Math.max(1, Math.floor(room / Math.max(1, each * elements(kernel))));
  return Array.from({ length: Math.ceil(first / most) }, (_, index) => {
    const size = Math.min(most, first - index * most);
    const sizes = [size, ...rest, ...kernel];
    const legs = box(sizes, stridesOf(sizes), [step, ...steps, ...within]);
    return { copy: copy(legs), from: index * most * step, to: index * most * each, count: size * each };
  });
};

/** How many kernels each group has, and the sizes of one. */
const kernelsOf = ({ sizes }: Expression, groups: number) => {
  const [all = 0, ...sizesOfOne] = sizes;
  return { perGroup: all / groups, sizesOfOne, depth: elements(sizesOfOne) };
};

const conv: Row<'conv'> = ({ operands, outputs, attributes }) => {
  const [x, kernel, output] = [operandAt(operands, 0), operandAt(operands, 1), onlyOutput({ outputs })];
  const { dtype, size } = output;
  const [batch = 0, , ...counts] = output.sizes;
  const { perGroup, sizesOfOne, depth } = kernelsOf(kernel, attributes.groups);
  const into = isFloat(dtype) ? 'f64' : dtype;
  const windows = overAllAxes(attributes, operandAt(sizesOfOne, 0));
  const { fill, toNext, within } = frame(dtype, x.sizes, windows, into);
  const [toImage = 0, toGroup = 0, ...toWindow] = toNext;
  const parts = slabs(counts, sizesOfOne, toWindow, within.slice(1), (legs) => copier(dtype, legs));
  const widest = Math.max(0, ...parts.map(({ count }) => count));
  const widen = permuter(dtype, kernel.sizes, otherAxes(kernel.rank, []), into);
  const all = elements(counts);
  return binaryKernel((values, weights) => {
    const [framed, y] = [fill(values, 0), widen(weights)];
    const out = makeArray(dtype, size);
    const rows = makeArray(into, widest * depth);
    const products = makeArray(into, widest * perGroup);
    const place = (image: number, group: number, { copy, from, to, count }: Slab): void => {
      copy(rows, 0, framed, image * toImage + group * toGroup + from);
      putProducts(
        products,
        0,
        { x: y, xStart: group * perGroup * depth, y: rows, yStart: 0 },
        { rows: perGroup, columns: count, depth },
      );
      const start = (image * attributes.groups + group) * perGroup * all + to;
      for (let row = 0; row < perGroup; row++) out.set(products.subarray(row * count, (row + 1) * count), start + row * all);
    };
    for (let image = 0; image < batch; image++)
      for (let group = 0; group < attributes.groups; group++) for (const part of parts) place(image, group, part);
    return out;
  });
};

/** The kernel of convolutions. */
export const convolution: Rows<'conv'> = { conv };
