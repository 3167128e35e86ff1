/**
 * Random calls of layers, as code: what their parameters are, and what they make of a tensor.
 */
import * as fc from 'fast-check';
import type { Dim } from './dims.ts';
import { rarely, tensorOf } from './pieces.ts';

const sizes = fc.constantFrom(1, 2, 3, 4, 6);

/** A size, or at times another one. */
const about = (size: number): fc.Arbitrary<number> => rarely(fc.constant(size), sizes);

/** A layer as code, and the size of what it takes. */
interface Drawn {
  readonly code: string;
  readonly input: readonly number[];
}

const chains = fc.tuple(sizes, sizes, sizes).chain(([input, hidden, output]) =>
  fc.tuple(about(hidden), fc.constantFrom('', 'N.relu, ', 'N.dropout(0.5), ')).map(([taken, between]): Drawn => ({
    code: `N.sequential(N.dense(${input}, ${hidden}), ${between}N.dense(${taken}, ${output}))`,
    input: [input],
  })),
);

const branches = fc.tuple(sizes, sizes, sizes).chain(([input, a, b]) =>
  about(input).map((other): Drawn => ({
    code: `N.parallel(N.dense(${input}, ${a}), N.dense(${other}, ${b}))`,
    input: [input],
  })),
);

const around = fc
  .tuple(
    sizes,
    fc.constantFrom(
      (layer: string) => `N.residual(${layer})`,
      (layer: string) => `N.repeat(2, ${layer})`,
    ),
  )
  .chain(([input, of]) => about(input).map((output): Drawn => ({ code: of(`N.dense(${input}, ${output})`), input: [input] })));

const flattened = fc.tuple(sizes, sizes, sizes).chain(([a, b, output]) =>
  about(a * b).map((taken): Drawn => ({
    code: `N.sequential(N.input(${a}, ${b}), N.flatten, N.dense(${taken}, ${output}))`,
    input: [a, b],
  })),
);

const batches = fc.array(fc.constantFrom<Dim>(2, 'n'), { maxLength: 2 });

const applied = (x: string): string => `layer.apply(layer.init(key(0)).params, layer.init(key(0)).state, N.evaluation)(${x})[0]`;

/** Calls of layers. */
export const layers: fc.Arbitrary<string> = fc.oneof(chains, branches, around, flattened).chain(({ code, input }) =>
  fc.oneof(
    fc.constant(`${code}.init(key(0)).params`),
    fc
      .tuple(batches, fc.tuple(...input.map(about)))
      .map(([before, last]) => `((layer) => ${applied(tensorOf([...before, ...last]))})(${code})`),
  ),
);
