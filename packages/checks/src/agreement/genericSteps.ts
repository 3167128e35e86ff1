/**
 * The calls in bodies of generic functions: of tensors in whose shapes `'A'`, `'B'` and `'...S'` stand for type parameters.
 */
import * as fc from 'fast-check';
import { axis, code, tensor } from './argument.ts';
import { type Call, callsOf } from './calls.ts';
import type { Dim } from './dims.ts';
import { type Arguments, lots, type Shape } from './given.ts';
import type { Row } from './rows.ts';
import { generalSteps } from './steps.ts';

/** What stands for leading dimensions, wherever they are. */
export const leading = '...S';

const elements = fc.constantFrom<Dim>('A', 'A', 'B', leading, leading, 2, 2, 'n', 1, 6, 12);

/** Shapes with leading dimensions once at most. */
export const genericShapes: fc.Arbitrary<Shape> = fc
  .array(elements, { minLength: 1, maxLength: 4 })
  .map((shape) => shape.filter((dim, at) => dim !== leading || shape.indexOf(leading) === at));

// Calls in which leading dimensions have a text of their own.

const letters = 'ijkl';

/** A letter for each dimension, and an ellipsis for those that lead. */
const lettersOf = (shape: Shape): readonly string[] => shape.map((dim, at) => (dim === leading ? '...' : (letters[at] ?? 'm')));

/** Some of them in another order, the ellipsis among them. */
const some = (texts: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc
    .shuffledSubarray([...new Set(texts)])
    .map((kept) => (texts.includes('...') && !kept.includes('...') ? ['...', ...kept] : kept));

const equations = (shape: Shape): Arguments =>
  fc.tuple(some(lettersOf(shape)), some(lettersOf(shape)), fc.boolean()).map(([output, second, both]) => {
    const own = lettersOf(shape);
    const other = second.map((text) => shape[own.indexOf(text)] ?? 1);
    const inputs = both ? `${own.join('')},${second.join('')}` : own.join('');
    return [code(`'${inputs}->${output.join('')}'`), tensor(shape), ...(both ? [tensor(other)] : [])];
  });

/** Words in another order, the last ones of them in parentheses. */
const arranged = (texts: readonly string[], from: number): string => {
  const group = texts.slice(from);
  return [...texts.slice(0, from), ...(group.length === 0 ? [] : [`(${group.join(' ')})`])].join(' ');
};

const moves = (shape: Shape): Arguments =>
  fc
    .tuple(fc.shuffledSubarray([...lettersOf(shape)], { minLength: shape.length }), fc.nat(4), fc.boolean())
    .map(([order, from, same]) => {
      const own = lettersOf(shape);
      return [tensor(shape), code(`'${own.join(' ')} -> ${arranged(same ? own : order, from)}'`)];
    });

const lessens = (shape: Shape): Arguments =>
  fc
    .subarray([...lettersOf(shape)])
    .map((kept) => [tensor(shape), code(`'${lettersOf(shape).join(' ')} -> ${kept.join(' ')}'`), code(`'sum'`)]);

/** How windows slide; a stride that is left out is that of the function. */
const sliding = fc
  .tuple(
    fc.constantFrom('', 'stride: 1, ', 'stride: 2, ', 'stride: 3, '),
    fc.constantFrom(`'same'`, `'valid'`, '1', '2', '[[1, 0]]'),
  )
  .map(([stride, padding]) => code(`{ ${stride}padding: ${padding} }`));

const pooled = (shape: Shape): Arguments =>
  fc
    .tuple(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }), sliding)
    .map(([window, options]) => [tensor(shape), window, options]);

const convolved = (shape: Shape): Arguments =>
  fc
    .tuple(
      elements.filter((dim) => dim !== leading),
      fc.constantFrom<Dim>(1, 2, 3, 'B'),
      sliding,
    )
    .map(([out, window, options]) => [tensor(shape), tensor([out, shape.at(-2) ?? 1, window]), options]);

const factorsOf = (dim: Dim): Shape => (dim === 6 ? [2, 3] : dim === 12 ? [2, -1] : dim === leading ? [-1] : [dim]);

const reshaped = (shape: Shape): Arguments =>
  fc
    .tuple(fc.shuffledSubarray([...shape], { minLength: shape.length }), fc.boolean(), lots(fc.nat(5), 4))
    .map(([order, same, open]) => [
      tensor(shape),
      (same ? shape : order).flatMap((dim, at) => (open[at] === 0 ? [-1] : factorsOf(dim))).map(axis),
    ]);

const rows = (shape: Shape): readonly Row[] => [
  ...generalSteps(shape),
  { names: ['einsum', 'einsum'], args: equations(shape) },
  { names: ['rearrange', 'rearrange'], args: moves(shape) },
  { names: ['reduce'], args: lessens(shape) },
  { names: ['maxPool', 'averagePool'], args: pooled(shape) },
  { names: ['conv'], args: convolved(shape) },
  { names: ['reshape', 'reshape', 'reshape'], args: reshaped(shape), last: 1 },
  { names: ['dot', 'outer'], args: near(shape).map((other) => [tensor(shape), tensor(other)]), last: 2 },
  { names: Array.from({ length: 6 }, () => 'matmul'), args: near(shape).map((other) => [tensor(shape), tensor(other)]), last: 2 },
  { names: ['diagonal', 'tril'], args: fc.constant([tensor(shape)]) },
];

/** A shape, or one with another dimension in it, or only the last of its dimensions. */
export const near = (shape: Shape): fc.Arbitrary<Shape> =>
  fc.oneof(
    fc.constant(shape),
    fc.tuple(fc.nat(3), elements).map(([at, dim]) => (at < shape.length && dim !== leading ? shape.with(at, dim) : shape)),
    fc.nat(shape.length).map((from) => shape.slice(from)),
  );

/** A call of a tensor of a shape, right most often. */
export const genericCalls = (shape: Shape): fc.Arbitrary<Call> =>
  fc.oneof(...rows(shape).map((row) => ({ weight: row.names.length, arbitrary: callsOf(row, [12, 1, 0]) })));
