/**
 * Random calls of derivatives, of one tensor and of trees, as code: most of them nearly right.
 */
import * as fc from 'fast-check';
import { bodies, near, rarely, short, tensorOf, typeOf } from './pieces.ts';

const names = fc.constantFrom('grad', 'valueAndGrad', 'jacobianReverse', 'jacobianForward', 'hessian');
const floats = rarely(fc.constant('f32'), fc.constantFrom('f64', 'i32'));

const ofTensors = fc
  .record({ name: names, shape: short, dtype: floats, body: fc.oneof(bodies, fc.constantFrom('sum(x)', 'sum(exp(x))')) })
  .map(({ name, shape, dtype, body }) => `G.${name}((x: ${typeOf(shape, dtype)}) => (${body}))(${tensorOf(shape, dtype)})`);

/** Functions of a record `p`. */
const treeBodies = fc.constantFrom(
  'sum(p.a)',
  'multiply(sum(p.a), sum(exp(p.b[0])))',
  'multiply(sum(p.a), sum(exp(p.b[0])))',
  'p.b[0]',
  '[p.b[0], sum(p.a)]',
  '{ c: exp(p.a), d: [p.b[0]] }',
  '{ ...p }',
);

/** Of parameters `{ a, b: [c] }`. */
const ofTrees = fc
  .record({ name: names, a: short, b: short, dtypes: fc.tuple(floats, floats), body: treeBodies })
  .map(({ name, a, b, dtypes: [first, second], body }) => {
    const type = `{ readonly a: ${typeOf(a, first)}; readonly b: readonly [${typeOf(b, second)}] }`;
    return `G.${name}((p: ${type}) => (${body}))({ a: ${tensorOf(a, first)}, b: [${tensorOf(b, second)}] })`;
  });

/** A function at a point, along a direction that is of the shape of its argument or of its result. */
interface Along {
  readonly f: string;
  readonly point: string;
  readonly direction: string;
}

const alongInput = fc.constantFrom<(given: Along) => string>(
  ({ f, point, direction }) => `G.jvp(${f}, [${point}], [${direction}])`,
  ({ f, point, direction }) => `G.linearize(${f}, ${point})[1](${direction})`,
  ({ f, point, direction }) => `G.hvp(${f})(${point}, ${direction})`,
);

const alongResult = fc.constantFrom<(given: Along) => string>(
  ({ f, point, direction }) => `G.vjp(${f}, ${point})[1](${direction})[0]`,
  ({ f, point, direction }) => `G.linearTranspose(${f}, ${point})(${direction})[0]`,
);

/** Functions of a tensor of which tangents and cotangents have its shape. */
const alike = fc.constantFrom('x', 'multiply(x, 2)', 'reverse(x)');

const along = fc.record({ shape: short, dtype: floats, input: fc.boolean() }).chain(({ shape, dtype, input }) =>
  fc
    .record({
      body: input ? fc.oneof(bodies, fc.constantFrom('sum(x)', 'sum(exp(x))')) : alike,
      call: input ? alongInput : alongResult,
      to: near(shape),
    })
    .map(({ body, call, to }) =>
      call({ f: `(x: ${typeOf(shape, dtype)}) => (${body})`, point: tensorOf(shape, dtype), direction: tensorOf(to, dtype) }),
    ),
);

/** Calls of derivatives in all modes. */
export const derivatives: fc.Arbitrary<string> = fc.oneof(ofTensors, ofTrees, along);
