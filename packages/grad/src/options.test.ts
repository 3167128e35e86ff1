import { multiply, sum, tensor, type Tensor } from '@cotangent/core';
import { describe, expect, it, test } from 'vitest';
import { grad, valueAndGrad } from './grad.ts';
import { hessian, jacobianForward, jacobianReverse } from './jacobian.ts';
import { vmap } from './vmap.ts';

const untyped = (f: unknown) => f as (...args: readonly unknown[]) => unknown;
const square = (x: Tensor<[2]>): Tensor<[]> => sum(multiply(x, x));

describe('options that do not exist are told before the function is called', () => {
  it.each<[string, () => unknown]>([
    ['grad: argnum is no option: the options are argument, auxiliary', () => untyped(grad)(square, { argnum: 1 })],
    ['grad: the options are an object of argument, auxiliary', () => untyped(grad)(square, 1)],
    ['valueAndGrad: aux is no option: the options are argument, auxiliary', () => untyped(valueAndGrad)(square, { aux: true })],
    ['vmap: axis is no option: the options are in, out', () => untyped(vmap)(square, { axis: 1 })],
    ['jacobianForward: argument is no option: there are none', () => untyped(jacobianForward)(square, { argument: 1 })],
    ['jacobianReverse: argument is no option: there are none', () => untyped(jacobianReverse)(square, { argument: 1 })],
    ['hessian: argument is no option: there are none', () => untyped(hessian)(square, { argument: 1 })],
  ])('%s', (message, call) => {
    expect(call).toThrow(message);
  });
});

test('a function without options is passed on as it is: what map gives beside an element is none', () => {
  const [second] = [square].map(hessian);
  expect(second?.(tensor([1, 2])).toNested()).toEqual([
    [2, 0],
    [0, 2],
  ]);
});
