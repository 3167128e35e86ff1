/** Data whose examples are not as many, and states that no training starts from. */
import { add, dim, key, ones, sum, type Tensor, zeros } from '@cotangent/core';
import { adam, applyUpdates, batches, initialState, makeStep, sgd, trainTestSplit } from '@cotangent/train';

batches({ y: zeros([dim('examples', 12)], 'i32'), x: ones([12, 4]) }, 3);
batches([ones([12, 4]), zeros([dim('examples', 12)], 'i32')], 3);
batches({ x: ones([12, 4]) }, ones([1]).size > 0 ? 3 : 4);
trainTestSplit({ y: zeros([dim('examples', 12)], 'i32'), x: ones([12, 4]) }, { test: 0.25 });
applyUpdates({ w: ones([dim('examples', 12)]) }, { w: ones([12]) });
applyUpdates({ w: ones([dim('examples', 12)]) }, { w: ones([dim('examples', 12)], 'f64') });
trainTestSplit(ones([12, 4]), { test: 0.25, names: ['part', 'part'] });
batches([ones([7, 4]), ones([8, 4]), ones([9, 4])], 1);
applyUpdates([ones([3, 4]), ones([3, 4])], [ones([3]), ones([4])]);
initialState({ params: ones([3], 'i32'), state: {}, optimizer: adam({ rate: 0.1 }), key: key(0) });
initialState({ params: { n: 3 }, state: {}, optimizer: adam({ rate: 0.1 }), key: key(0) });
initialState({ params: { w: [ones([3], 'bool'), ones([3])] }, state: {}, optimizer: sgd({ rate: 0.1 }), key: key(0) });
initialState({ params: ones([3]), state: { steps: 3 }, optimizer: sgd({ rate: 0.1 }), key: key(0) });

export const unknownLoss = makeStep({ loss: (w: Tensor<[3]>) => sum(w) as unknown, optimizer: sgd({ rate: 0.1 }) });
export const unknownValue = makeStep({
  loss: (w: Tensor<[3]>) => [sum(w) as unknown, { state: {}, metrics: {} }],
  optimizer: sgd({ rate: 0.1 }),
});

export const anyName = (name: string) => trainTestSplit(ones([12, 4]), { test: 0.25, names: [name, 'rest'] });
export const genericNames = <A extends string, B extends string>(a: A, b: B) =>
  trainTestSplit(ones([12, 4]), { test: 0.25, names: [a, b] });
export const eitherName = (name: 'a' | 'b') => trainTestSplit(ones([12, 4]), { test: 0.25, names: ['rest', name] });
export const perhapsNamed = (names: { readonly names?: readonly ['a', 'b'] }) =>
  trainTestSplit(ones([12, 4]), { test: 0.25, ...names });
export const mixedUp = () => {
  const [train] = trainTestSplit(ones([12, 4]), { test: 0.25, names: ['a', 'b'] });
  const [other] = trainTestSplit(ones([12, 4]), { test: 0.25, names: ['c', 'd'] });
  return add(train, other);
};
