/**
 * Random calls of functions whose windows slide, as code: most of them nearly right.
 */
import * as fc from 'fast-check';
import { type Dim, dims } from './dims.ts';

const channels = fc.constantFrom<Dim>(1, 2, 2, 3, 4, 'm');
const spatial = fc.oneof({ weight: 2, arbitrary: fc.constantFrom<Dim>(8, 13, 32, 100) }, { weight: 1, arbitrary: dims });
const leading = fc.array(fc.constantFrom<Dim>(2, 'n'), { maxLength: 2 });
const sizes = fc.constantFrom(1, 1, 2, 3, 3, 5);
const kernelSizes = fc.oneof({ weight: 12, arbitrary: sizes }, { weight: 1, arbitrary: fc.constantFrom<Dim>(0, 'k', 'n', 9) });

const rarely = <A>(usual: fc.Arbitrary<A>, seldom: fc.Arbitrary<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: seldom });

const each = <A>(count: number, one: fc.Arbitrary<A>): fc.Arbitrary<readonly A[]> =>
  rarely(fc.array(one, { minLength: count, maxLength: count }), fc.array(one, { maxLength: 4 }));

const tensorOf = (shape: readonly Dim[], dtype: string): string =>
  `t(${JSON.stringify(shape)}${dtype === 'f32' ? '' : `, '${dtype}'`})`;

const dtypes = rarely(fc.constant('f32'), fc.constantFrom('f64', 'i32', 'u32', 'bool'));

/** Of two tensors, one dtype most often. */
const twoDTypes = dtypes.chain((one) => fc.tuple(fc.constant(one), rarely(fc.constant(one), dtypes)));

/** A number, or a list of one for each axis. */
const perAxis = (axes: number): fc.Arbitrary<string> => {
  const one = rarely(fc.constantFrom(1, 1, 2, 2, 3), fc.constantFrom(0, -1, 1.5));
  return fc.oneof(
    one.map(String),
    each(axes, one).map((list) => JSON.stringify(list)),
  );
};

const padding = (axes: number): fc.Arbitrary<string> => {
  const one = rarely(fc.constantFrom(0, 1, 1, 2, 3), fc.constantFrom(-1, 0.5));
  const pair = fc.tuple(one, one);
  return fc.oneof(
    fc.constantFrom("'same'", "'same'", "'valid'", "'full'"),
    one.map(String),
    each<unknown>(axes, fc.oneof(one, pair)).map((list) => JSON.stringify(list)),
  );
};

/** Some of the options, as an argument. */
const options = (axes: number, more: Readonly<Record<string, fc.Arbitrary<string>>> = {}): fc.Arbitrary<string> =>
  fc.record({ stride: perAxis(axes), padding: padding(axes), dilation: perAxis(axes), ...more }, { requiredKeys: [] }).map(
    (found) =>
      `{ ${Object.entries(found)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ')} }`,
  );

const withOptions = (argument: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: argument.map((text) => `, ${text}`) });

const convolutions = fc
  .record({
    axes: fc.integer({ min: 1, max: 3 }),
    groups: fc.constantFrom(1, 1, 1, 2, 3),
    own: channels,
    out: fc.constantFrom<Dim>(2, 6, 64, 'n'),
  })
  .chain(({ axes, groups, own, out }) =>
    fc
      .record({
        before: leading,
        seen: rarely(fc.constant(typeof own === 'number' ? own * groups : own), channels),
        spatial: each(axes, spatial),
        window: each<Dim>(axes, kernelSizes),
        dtypes: twoDTypes,
        by: withOptions(
          options(axes, { inputDilation: perAxis(axes), ...(groups === 1 ? {} : { groups: fc.constant(String(groups)) }) }),
        ),
        later: fc.boolean(),
      })
      .map(({ before, seen, spatial: around, window, dtypes: [first, second], by, later }) => {
        const [x, kernel] = [tensorOf([...before, seen, ...around], first), tensorOf([out, own, ...window], second)];
        return later ? `conv(${kernel}${by})(${x})` : `conv(${x}, ${kernel}${by})`;
      }),
  );

const pools = fc.integer({ min: 1, max: 3 }).chain((axes) =>
  fc
    .record({
      before: leading,
      spatial: each(axes, spatial),
      window: each(axes, rarely(sizes, fc.constantFrom(0, 1.5))).map((list) => JSON.stringify(list)),
      by: withOptions(options(axes)),
      byAverage: withOptions(options(axes, { includePadding: fc.constantFrom('true', 'false', 'true', '1') })),
      dtype: dtypes,
      kind: rarely(fc.constantFrom('sum', 'max', 'min'), fc.constantFrom('prod', 'mean', 'any', 'median')),
      name: fc.constantFrom('maxPool', 'minPool', 'averagePool', 'reduceWindow'),
      later: fc.boolean(),
    })
    .map(({ before, spatial: around, window, by, byAverage, dtype, kind, name, later }) => {
      const x = tensorOf([...before, ...around], dtype);
      const rest = `${name === 'reduceWindow' ? `'${kind}', ` : ''}${window}${name === 'averagePool' ? byAverage : by}`;
      return later ? `${name}(${rest})(${x})` : `${name}(${x}, ${rest})`;
    }),
);

/** Calls of `conv`, `maxPool`, `minPool`, `averagePool` and `reduceWindow`, of tensors `t(shape)`. */
export const windows: fc.Arbitrary<string> = fc.oneof(convolutions, pools);
