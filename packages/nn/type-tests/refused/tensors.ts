import { type AnyTensor, type Dim, dim, type DType, type Float, ones, type Shape, type Tensor, zeros } from '@cotangent/core';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  dense,
  evaluation,
  gelu,
  huber,
  input,
  leakyRelu,
  logSoftmax,
  meanSquaredError,
  relu,
  softmax,
  softmaxCrossEntropy,
  softmaxCrossEntropyOneHot,
} from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';
import { either, given, whole } from '../layers.ts';

meanSquaredError(ones([4, 1]), zeros([4]));
meanSquaredError(given, zeros([4]));
meanSquaredError(ones([4]), given);
meanSquaredError(given);
meanSquaredError(zeros([4]))(given);
meanSquaredError(3, zeros([4]));
binaryCrossEntropyWithLogits(given, zeros([4]));
huber(given, zeros([4]));
huber(ones([4]), given, { delta: 2 });
huber(zeros([4]))(given);
softmaxCrossEntropy(given, zeros([4], 'i32'));
softmaxCrossEntropy(ones([4, 10]), given);
softmaxCrossEntropy(given);
softmaxCrossEntropy(zeros([4], 'i32'))(given);
softmaxCrossEntropyOneHot(given, ones([4, 10]));
softmaxCrossEntropyOneHot(ones([4, 10]), given);
relu(given);
meanSquaredError(ones([4]), zeros([4], 'f64'));
meanSquaredError(whole, whole);
meanSquaredError(zeros([4]))(ones([4, 1]));
binaryCrossEntropy(ones([dim('batch', 4), 1]), zeros([dim('other', 4), 1]));
pipe(ones([4, 1]), binaryCrossEntropy(zeros([4])));
huber(ones([4]), zeros([3]), { delta: 1 });
huber(ones([4]), zeros([4]), { slope: 1 });
huber(ones([4]), zeros([4]), { delta: 0 });
softmaxCrossEntropy(ones([dim('batch', 4), 10]), zeros([dim('batch', 4), 10], 'i32'));
softmaxCrossEntropy(ones([4, 10]), zeros([5], 'i32'));
softmaxCrossEntropy(ones([4, 10]), zeros([4]));
softmaxCrossEntropy(zeros([5], 'i32'))(ones([4, 10]));
softmaxCrossEntropyOneHot(ones([4, 10]), zeros([4, 9]));
meanSquaredError(whole);
meanSquaredError(ones([4], either('f64', 'f32')), ones([4], either('f64', 'f32')));
meanSquaredError(ones([4], either('f64', 'f32')))(ones([4]));
meanSquaredError(ones([4]), ones([4], either('f64', 'f32')));
softmaxCrossEntropy(ones([4, 10], either('i32', 'f32')), zeros([4], 'i32'));
softmaxCrossEntropy(ones([4, 10]), zeros([4], either('f32', 'i32')));
softmaxCrossEntropy(zeros([4], either('f32', 'i32')))(ones([4, 10]));
meanSquaredError(whole, ones([2]));
meanSquaredError(ones([2]))(whole);
meanSquaredError(whole, ones([3]));
huber(ones([4]), zeros([3]));
huber(zeros([3]))(ones([4]));
softmaxCrossEntropy(zeros([4, 10], 'i32'), zeros([4], 'i32'));
softmaxCrossEntropy(zeros([4, 10], 'i32'), zeros([5]));
softmaxCrossEntropy(ones([4, 10]), zeros([5]));
softmaxCrossEntropy(zeros([4]));
softmaxCrossEntropy(zeros([4], 'i32'))(zeros([4, 10], 'i32'));
softmaxCrossEntropy(zeros([5], 'i32'))(zeros([4, 10], 'i32'));
softmaxCrossEntropy(ones([]), zeros([], 'i32'));
softmaxCrossEntropy(zeros([5], 'i32'))(ones([]));
relu(whole);
relu();
gelu(3);
leakyRelu(whole, 0.1);
leakyRelu('steep');
dense(2, 3).apply({ weight: ones([3, 2]), bias: ones([3]) }, {}, evaluation)(ones([2]));

// In generic bodies: what is not true of every type.
export const twoBatches = <B extends Dim, C extends Dim>(x: Tensor<[B, 3]>, y: Tensor<[C, 3]>) => meanSquaredError(x, y);
export const twoBatchesLater = <B extends Dim, C extends Dim>(x: Tensor<[B, 3]>, y: Tensor<[C, 3]>) => meanSquaredError(y)(x);
export const twoShapes = <S extends Shape, R extends Shape>(x: Tensor<S>, y: Tensor<R>) => huber(x, y);
export const twoDTypes = <D extends Float, E extends Float>(x: Tensor<[3], D>, y: Tensor<[3], E>) => binaryCrossEntropy(x, y);
export const anyDType = <D extends DType>(x: Tensor<[3], D>) => binaryCrossEntropy(x, x);
export const scalarLogits = <S extends Shape>(x: Tensor<S>, y: Tensor<[], 'i32'>) => softmaxCrossEntropy(x, y);
export const anyLogits = (x: AnyTensor, y: Tensor<[3], 'i32'>) => softmaxCrossEntropy(y)(x);
export const otherLabels = <B extends Dim, C extends Dim>(x: Tensor<[B, 3]>, y: Tensor<[C], 'i32'>) => softmaxCrossEntropy(x, y);
export const anyLabels = <B extends Dim, I extends DType>(x: Tensor<[B, 3]>, y: Tensor<[B], I>) => softmaxCrossEntropy(x, y);
softmaxCrossEntropyOneHot(ones([]), ones([]));
softmaxCrossEntropyOneHot(zeros([4, 10], 'i32'), zeros([], 'i32'));
softmaxCrossEntropyOneHot(zeros([], 'i32'), zeros([], 'i32'));
pipe(ones([]), softmaxCrossEntropyOneHot(ones([])));
softmax(ones([]));
pipe(ones([]), logSoftmax);
softmax(input([]));
export const rowsOfAny = <S extends Shape>(x: Tensor<S>) => softmaxCrossEntropyOneHot(x, x);
export const softmaxOfAny = <S extends Shape>(x: Tensor<S>) => softmax(x);
export const logSoftmaxOfAny = <S extends Shape, D extends Float>(x: Tensor<S, D>) => logSoftmax(x);
export const softmaxOfAnyPiped = <S extends Shape>(x: Tensor<S>) => pipe(x, relu, softmax);
