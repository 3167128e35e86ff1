/**
 * Random calls of functions whose windows slide, as code: most of them nearly right.
 */
import * as fc from 'fast-check';
import { type Dim, dims } from './dims.ts';

const channels = fc.constantFrom<Dim>(1, 2, 2, 3, 4, 'm');
const spatial = fc.oneof({ weight: 2, arbitrary: fc.constantFrom<Dim>(8, 13, 32, 100) }, { weight: 1, arbitrary: dims });
const outputs = fc.constantFrom<Dim>(2, 6, 64, 'n');
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

interface Convolved {
  readonly axes: number;
  readonly groups: number;
  readonly own: Dim;
  readonly out: Dim;
}

/** Convolutions of tensors of leading dimensions, channels, and dimensions that the kernel slides along. */
const convolutionsOf = (
  { axes, groups, own, out }: Convolved,
  shapes: fc.Arbitrary<readonly [before: readonly Dim[], seen: Dim, around: readonly Dim[]]>,
): fc.Arbitrary<string> =>
  fc
    .record({
      shape: shapes.map(([before, seen, around]) => [...before, seen, ...around]),
      window: each<Dim>(axes, kernelSizes),
      dtypes: twoDTypes,
      by: withOptions(
        options(axes, { inputDilation: perAxis(axes), ...(groups === 1 ? {} : { groups: fc.constant(String(groups)) }) }),
      ),
      later: fc.boolean(),
    })
    .map(({ shape, window, dtypes: [first, second], by, later }) => {
      const [x, kernel] = [tensorOf(shape, first), tensorOf([out, own, ...window], second)];
      return later ? `conv(${kernel}${by})(${x})` : `conv(${x}, ${kernel}${by})`;
    });

const convolutions = fc
  .record({
    axes: fc.integer({ min: 1, max: 3 }),
    groups: fc.constantFrom(1, 1, 1, 2, 3),
    own: channels,
    out: outputs,
  })
  .chain((of) => {
    const seen = rarely(fc.constant(typeof of.own === 'number' ? of.own * of.groups : of.own), channels);
    return convolutionsOf(of, fc.tuple(leading, seen, each(of.axes, spatial)));
  });

const poolsOf = (axes: number, shapes: fc.Arbitrary<readonly Dim[]>): fc.Arbitrary<string> =>
  fc
    .record({
      shape: shapes,
      window: each(axes, rarely(sizes, fc.constantFrom(0, 1.5))).map((list) => JSON.stringify(list)),
      by: withOptions(options(axes)),
      byAverage: withOptions(options(axes, { includePadding: fc.constantFrom('true', 'false', 'true', '1') })),
      dtype: dtypes,
      kind: rarely(fc.constantFrom('sum', 'max', 'min'), fc.constantFrom('prod', 'mean', 'any', 'median')),
      name: fc.constantFrom('maxPool', 'minPool', 'averagePool', 'reduceWindow'),
      later: fc.boolean(),
    })
    .map(({ shape, window, by, byAverage, dtype, kind, name, later }) => {
      const x = tensorOf(shape, dtype);
      const rest = `${name === 'reduceWindow' ? `'${kind}', ` : ''}${window}${name === 'averagePool' ? byAverage : by}`;
      return later ? `${name}(${rest})(${x})` : `${name}(${x}, ${rest})`;
    });

const pools = fc.integer({ min: 1, max: 3 }).chain((axes) =>
  poolsOf(
    axes,
    fc.tuple(leading, each(axes, spatial)).map(([before, around]) => [...before, ...around]),
  ),
);

/** Calls of `conv`, `maxPool`, `minPool`, `averagePool` and `reduceWindow`, of tensors `t(shape)`. */
export const windows: fc.Arbitrary<string> = fc.oneof(convolutions, pools);

const upTo = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: Math.min(3, most) });

const convolutionsAlong = (shape: readonly Dim[]): fc.Arbitrary<string> =>
  fc.tuple(upTo(shape.length - 1), fc.constantFrom(1, 1, 2), outputs).chain(([axes, more, out]) => {
    const seen = shape.at(-axes - 1) ?? 1;
    const groups = typeof seen === 'number' && seen % more === 0 ? more : 1;
    const own = typeof seen === 'number' ? seen / groups : seen;
    return convolutionsOf({ axes, groups, own, out }, fc.constant([shape.slice(0, -axes - 1), seen, shape.slice(-axes)]));
  });

/** The same of a tensor `t(shape)`, which has an axis at least. */
export const windowsAlong = (shape: readonly Dim[]): fc.Arbitrary<string> => {
  const pooled = upTo(shape.length).chain((axes) => poolsOf(axes, fc.constant(shape)));
  return shape.length === 1 ? pooled : fc.oneof(convolutionsAlong(shape), pooled);
};
