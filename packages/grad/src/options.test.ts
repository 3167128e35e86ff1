import { compile, multiply, ShapeError, sum, tensor, type Tensor } from '@cotangent/core';
import { describe, expect, it, test } from 'vitest';
import { grad, valueAndGrad } from './grad.ts';
import { hessian, hvp, jacobianForward, jacobianReverse } from './jacobian.ts';
import { vmap } from './vmap.ts';

const untyped = (f: unknown) => f as (...args: readonly unknown[]) => unknown;
const square = (x: Tensor<[2]>): Tensor<[]> => sum(multiply(x, x));

describe('options that do not exist are told before the function is called', () => {
  it.each<[string, () => unknown]>([
    ['grad: argnum is no option: the options are argument, a number', () => untyped(grad)(square, { argnum: 1 })],
    ['grad: the options are argument, a number', () => untyped(grad)(square, 'x')],
    ['grad: the options are argument, a number', () => untyped(grad)(square, { argument: '0' })],
    ['grad: auxiliary is no option: the options are argument, a number', () => untyped(grad)(square, { auxiliary: true })],
    [
      'valueAndGrad: aux is no option: the options are argument, a number; auxiliary, true or false',
      () => untyped(valueAndGrad)(square, { aux: true }),
    ],
    ['vmap: axis is no option: the options are in, out', () => untyped(vmap)(square, { axis: 1 })],
    ['jacobianForward: argument is no option: there are none', () => untyped(jacobianForward)(square, { argument: 1 })],
    ['jacobianReverse: argument is no option: there are none', () => untyped(jacobianReverse)(square, { argument: 1 })],
    ['hessian: argument is no option: there are none', () => untyped(hessian)(square, { argument: 1 })],
  ])('%s', (message, call) => {
    expect(call).toThrow(message);
  });
});

const x = tensor([1, 2]);

describe.each<[string, unknown]>([
  ['grad', grad],
  ['valueAndGrad', valueAndGrad],
  ['hessian', hessian],
  ['hvp', hvp],
  ['jacobianForward', jacobianForward],
  ['jacobianReverse', jacobianReverse],
  ['vmap', vmap],
  ['compile', compile],
])('%s says that the arguments of a function come after it', (name, transform) => {
  it.each<[string, readonly unknown[]]>([
    ['a tensor', [x]],
    ['a list', [[x]]],
    ['a number', [1]],
    ['a tree', [{ w: x, b: x }]],
    ['a deep tree', [{ layers: [{ w: x }] }]],
    ['a tree and a tensor', [{ w: x }, x]],
    ['what stands behind options', [{}, x]],
  ])('%s', (_, given) => {
    expect(() => untyped(transform)(square, ...given)).toThrow(
      new ShapeError(`${name}: the arguments of the function come in a second call: ${name}(f)(x, ...)`),
    );
  });
});

test('options of batch axes are no arguments: the lists in them hold no tensors', () => {
  expect(vmap(square, { in: [0] })(tensor([[1, 2]])).toNested()).toEqual([5]);
});

test('a function without options is passed on as it is: what map gives beside an element is none', () => {
  const [second] = [square].map(hessian);
  expect(second?.(tensor([1, 2])).toNested()).toEqual([
    [2, 0],
    [0, 2],
  ]);
});
