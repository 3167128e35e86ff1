/** Layers that are begun and applied with what they do not take. */
import { key, ones, type Dim, type Shape, type Tensor, zeros } from '@cotangent/core';
import { dense, evaluation, sequential, train } from '@cotangent/nn';
import { given, model, params, state, x } from '../layers.ts';

model.apply(params, state, evaluation)(ones([32, 783]));
model.apply(params, state, evaluation)(ones([784, 32]));
model.apply(params, state, evaluation)(ones([]));
model.apply(params, state, evaluation)(ones([32, 784], 'f64'));
model.apply(params, state, evaluation)(zeros([32, 784], 'i32'));
model.apply(params, state, evaluation)(zeros([32, 783], 'i32'));
model.apply(params, state, evaluation)(given);
model.apply(params, state, evaluation)([1, 2, 3]);
model.apply(params, state, evaluation)(3);
model.apply(params, state, evaluation)(x.dim(0));
sequential(dense(3, 2)).apply([{ weight: ones([3, 2]), bias: ones([2]) }], [{}], evaluation)(ones([2]));
model.init(1);
model.init('seed');
model.init(ones([2]));
model.apply(params, state, 'train')(x);
model.apply(params, state, train)(x);
model.apply(params, state, true)(x);
model.apply(params, state, { mode: 'training' })(x);
model.apply(params, state, { mode: 'train', key: key(0) })(x);
model.apply(params, state, { _tag: 'Train' })(x);
model.apply(params, state, { _tag: 'Train', key: 0 })(x);
train(0);
train(ones([2]));
model.apply(params, state, train(0))(x);

export const ofAny = <S extends Shape>(y: Tensor<S>) => model.apply(params, state, evaluation)(y);
export const ofSome = <N extends Dim>(y: Tensor<[N, N]>) => model.apply(params, state, evaluation)(y);
export const ofLast = <N extends Dim>(y: Tensor<[N, 784]>) =>
  dense(3, 2).apply(dense(3, 2).init(key(0)).params, {}, evaluation)(y);
