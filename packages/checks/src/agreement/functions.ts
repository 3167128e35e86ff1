/**
 * Random calls of functions of functions and of trees, as code: loops, batches, derivatives and losses, most of them nearly right.
 */
import * as fc from 'fast-check';
import { derivatives } from './derivatives.ts';
import { type Dim, modest } from './dims.ts';
import { bodies, dtypes, near, rarely, short, tensorOf, typeOf } from './pieces.ts';
import { layers } from './layers.ts';
import { training } from './training.ts';

/** `scan` of a step over slices of a tensor, or of a record of tensors. */
const loops = fc
  .record({ carry: short, slice: short, steps: modest, other: modest, dtype: dtypes })
  .chain(({ carry, slice, steps, other, dtype }) =>
    fc
      .record({
        next: rarely(fc.constant('c'), fc.constantFrom('x', 'sum(c)', 'expandDims(c, 0)', '[c]')),
        kept: fc.constantFrom('x', 'c', '[c, x]', '{ c, x }', '{}', 'sum(x)'),
        record: fc.boolean(),
        unlike: rarely(fc.constant(steps), fc.constant(other)),
        reverse: fc.constantFrom('', ', { reverse: true }'),
      })
      .map(({ next, kept, record, unlike, reverse }) => {
        const xs = tensorOf([steps, ...slice], dtype);
        const step = record
          ? `(c: ${typeOf(carry)}, { x }: { readonly x: ${typeOf(slice, dtype)}; readonly y: Tensor<[]> }) => [${next}, ${kept}]`
          : `(c: ${typeOf(carry)}, x: ${typeOf(slice, dtype)}) => [${next}, ${kept}]`;
        return `scan(${step}, ${tensorOf(carry)}, ${record ? `{ x: ${xs}, y: ${tensorOf([unlike])} }` : xs}${reverse})`;
      }),
  );

/** `vmap` of a function of one tensor, along some axis of argument and result. */
const batched = fc
  .record({
    shape: short,
    batch: modest,
    body: bodies,
    from: fc.integer({ min: -2, max: 2 }),
    to: fc.integer({ min: -2, max: 2 }),
    options: fc.nat(2),
  })
  .map(({ shape, batch, body, from, to, options }) => {
    // A batch axis that is not there is one mistake; the rest of the shape is what the function says.
    const given = shape.toSpliced(options === 0 ? 0 : from < 0 ? from + shape.length + 1 : from, 0, batch);
    const axes = ['', `, { in: ${from} }`, `, { in: ${from}, out: ${to} }`][options] ?? '';
    return `G.vmap((x: ${typeOf(shape)}) => (${body})${axes})(${tensorOf(given)})`;
  });

/** Losses of predictions and targets, and of logits and labels. */
const losses = fc
  .record({ shape: short, last: modest, dtype: dtypes, later: fc.boolean() })
  .chain(({ shape, last, dtype, later }) =>
    fc
      .record({
        name: fc.constantFrom(
          'meanSquaredError',
          'meanAbsoluteError',
          'binaryCrossEntropy',
          'binaryCrossEntropyWithLogits',
          'huber',
        ),
        labeled: fc.constantFrom('N.softmaxCrossEntropy', 'N.softmaxCrossEntropyOneHot', 'R.accuracy', 'R.confusionMatrix'),
        targets: near([...shape, last]),
        labels: near(shape),
        other: rarely(fc.constant(dtype), dtypes),
        whole: rarely(fc.constantFrom('i32', 'u32'), fc.constantFrom('f32', 'bool')),
        kind: fc.boolean(),
      })
      .map(({ name, labeled, targets, labels, other, whole, kind }) => {
        const [first, full] = [tensorOf([...shape, last], dtype), tensorOf(targets, other)];
        const second = kind || labeled.endsWith('OneHot') ? full : tensorOf(labels, whole);
        const f = kind ? `N.${name}` : labeled;
        return later ? `${f}(${second})(${first})` : `${f}(${first}, ${second})`;
      }),
  );

/** The first of the batches that data fall into. */
const batches = fc
  .record({
    rows: fc.constantFrom<Dim>(4, 6, 12, 'n', '2*n'),
    other: modest,
    parts: fc.constantFrom(1, 2, 3, 4),
    x: short,
    y: short,
  })
  .chain(({ rows, other, parts, x, y }) =>
    fc
      .record({
        second: rarely(fc.constant(rows), fc.constant(other)),
        size: rarely(fc.constant(parts), fc.constantFrom(0, 0.5, -1)),
        drop: fc.constantFrom('', ', { dropLast: true }'),
      })
      .map(
        ({ second, size, drop }) =>
          `first(R.batches({ x: ${tensorOf([rows, ...x])}, y: ${tensorOf([second, ...y], 'i32')} }, ${size}${drop}))`,
      ),
  );

/** Calls of `scan`, `vmap`, derivatives, losses and `batches`, of activations, of layers, and of what training needs. */
export const functions: fc.Arbitrary<string> = fc.oneof(loops, batched, derivatives, losses, batches, training, layers);
