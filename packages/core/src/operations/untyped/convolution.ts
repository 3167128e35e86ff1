/**
 * Convolutions at run time, with the messages of `shape/convolution.ts`.
 */
import { agree, type Axis, checkAxes, checkNames, elements, nameOf, showShape, sizeOf } from '../../dim.ts';
import { ShapeError } from '../../errors.ts';
import * as P from '../../primitives/builders.ts';
import { divideAxes, multiplyAxes } from '../../dims/polynomials.ts';
import { type AnyTensor, axesOf, checkTensor, type Expression, expressionOf, isTensor } from '../../tensor.ts';
import { difference, showEmpty } from './axes.ts';
import { needNumbers, needSame } from './dtypes.ts';
import { renamed } from './shaping.ts';
import {
  type Along,
  checkKinds,
  checkPositive,
  countWindows,
  readSliding,
  type Slider,
  slidingOf,
  type SlidingOptions,
} from './sliding.ts';

/** Options of convolutions. */
interface Options extends SlidingOptions {
  readonly groups?: number;
}

const slider: Slider = { operation: 'conv', names: ['stride', 'padding', 'dilation', 'inputDilation', 'groups'] };

/** Checks what does not depend on the input. */
const checkKernel = (given: AnyTensor, options: Options): readonly Along[] => {
  const kernel = checkTensor('conv', given);
  if (kernel.rank < 3 || kernel.rank > 5)
    throw new ShapeError(`conv: the kernel needs 3 to 5 axes, [out, in, ...window], got ${showShape(kernel.shape)}`);
  if (kernel.sizes.slice(2).includes(0)) throw new ShapeError(`conv: the window of kernel ${showEmpty(kernel)} is empty`);
  const along = readSliding(slider, options, kernel.rank - 2);
  checkPositive('conv', 'groups', options.groups ?? 1, 1);
  return along;
};

const checkChannels = (x: AnyTensor, kernel: AnyTensor, channels: Axis, groups: number): void => {
  const [, own = 0] = axesOf(kernel);
  const shapes = `${showShape(x.shape)} x ${showShape(kernel.shape)}`;
  const wanted = groups === 1 ? own : multiplyAxes(own, groups);
  if (!agree(channels, wanted)) {
    const within = groups === 1 ? '' : ` in ${groups} groups`;
    throw new ShapeError(`conv: channels differ, ${shapes}${within}: ${difference(channels, wanted)}`);
  }
};

const checkGroups = (kernel: AnyTensor, groups: number): void => {
  const [out = 0] = axesOf(kernel);
  if (groups !== 1 && divideAxes(out, groups) === undefined)
    throw new ShapeError(`conv: kernel ${showShape(kernel.shape)} does not divide into ${groups} groups: ${nameOf(out)} kernels`);
};

/** `[...B, in, ...S] -> [product(B), in, ...S]` */
const asImages = (x: AnyTensor, leading: number): Expression =>
  leading === 1 ? expressionOf(x) : P.reshape(x, [elements(x.sizes.slice(0, leading)), ...axesOf(x).slice(leading)]);

const convolve = (x: AnyTensor, kernel: AnyTensor, options: Options = {}): Expression => {
  const along = checkKernel(kernel, options);
  const { groups = 1 } = options;
  const leading = checkTensor('conv', x).rank - along.length - 1;
  const channels = axesOf(x)[leading];
  if (channels === undefined) {
    throw new ShapeError(
      `conv: ${showShape(x.shape)} has too few axes for kernel ${showShape(kernel.shape)}: it needs one of channels and ${along.length} behind it`,
    );
  }
  checkChannels(x, kernel, channels, groups);
  const window = axesOf(kernel).slice(2);
  const counts = countWindows({ operation: 'conv', what: `kernel ${showShape(kernel.shape)}`, x }, window, along);
  checkGroups(kernel, groups);
  checkNames('conv', [expressionOf(x), expressionOf(kernel)]);
  needSame('conv', x, [kernel]);
  const attributes = { ...slidingOf(x.sizes.slice(leading + 1), window.map(sizeOf), counts, along), groups };
  const axes = checkAxes('conv', [...axesOf(x).slice(0, leading), ...axesOf(kernel).slice(0, 1), ...counts]);
  return renamed(P.conv(asImages(x, leading), kernel, attributes), axes);
};

/** `[...B, in, ...S] x [out, in / groups, ...K] -> [...B, out, ...S']`; of the kernel alone, a function that waits for the input. */
export const conv = (
  first: AnyTensor,
  second?: AnyTensor | Options,
  options?: Options,
): Expression | ((x: AnyTensor) => Expression) => {
  if (second === undefined) checkKernel(first, {});
  needNumbers('conv', checkTensor('conv', first));
  if (isTensor(second)) return convolve(first, second, options);
  // By the types it is neither, which only an untyped caller can pass.
  if (typeof second === 'number' || Array.isArray(second)) checkTensor('conv', second as unknown as AnyTensor);
  checkKinds(slider, second ?? {});
  checkKernel(first, second ?? {});
  return (x) => convolve(x, first, second);
};
