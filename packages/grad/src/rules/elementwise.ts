/**
 * Forward derivatives of elementwise primitives: a line each, with its formula.
 */
import type { AnyTensor } from '@cotangent/core';
import { type Binary, P, type Unary } from '@cotangent/core/primitives';
import { oneMinusSquare, over, scale, shift, square, sum, zerosLike } from './arithmetic.ts';
import { at, type JvpRule, type NotDifferentiable, type Tangent } from './site.ts';

/** `y = f(x)`: the tangent is `t f'(x)`. */
const unary =
  (derivative: (x: AnyTensor, y: AnyTensor) => AnyTensor): JvpRule<Unary> =>
  ({ primals, tangents, outputs }) => ({
    outputs,
    tangents: [P.multiply(at(tangents, 0), derivative(at(primals, 0), at(outputs, 0)))],
  });

type Partial = (t: AnyTensor, x: AnyTensor, y: AnyTensor, z: AnyTensor) => AnyTensor;

/** `z = f(x, y)`: the tangent is the sum of what each operand's tangent contributes. */
const binary =
  (left: Partial, right: Partial): JvpRule<Binary> =>
  ({ primals, tangents: [tx, ty], outputs }) => {
    const [x, y, z] = [at(primals, 0), at(primals, 1), at(outputs, 0)];
    const contribution = (partial: Partial, t: Tangent): Tangent => (t === undefined ? undefined : partial(t, x, y, z));
    return { outputs, tangents: [sum(contribution(left, tx), contribution(right, ty))] };
  };

/** `t` where the operand wins, half of it in a tie, 0 where it loses: Jacobians of max and min as JAX has them. */
const share = (t: AnyTensor, wins: AnyTensor, ties: AnyTensor): AnyTensor =>
  P.select(wins, t, P.select(ties, scale(t, 0.5), zerosLike(t)));

/** `x` with zeros replaced by ones, under a logarithm whose value there is multiplied by 0 or by a constant. */
const nonzero = (x: AnyTensor): AnyTensor => P.select(P.equal(x, zerosLike(x)), P.fillLike(x, 1), x);

/** `d(x^y)/dx = y x^(y-1)`; 0 at `x = y = 0`, where the formula would say `0 * inf`. Elsewhere nothing is cut off: it varies with `y` also at `y = 0`. */
const powerInBase = (x: AnyTensor, y: AnyTensor): AnyTensor => {
  const origin = P.and(P.equal(x, zerosLike(x)), P.equal(y, zerosLike(y)));
  return P.multiply(y, P.power(x, P.select(origin, P.fillLike(y, 1), shift(y, -1))));
};

const norm2 = (x: AnyTensor, y: AnyTensor): AnyTensor => P.add(square(x), square(y));

const integer: NotDifferentiable = 'not differentiable: integer or boolean valued';
const piecewiseConstant: NotDifferentiable = 'not differentiable: piecewise constant, its derivative is zero';

/** The rows of the elementwise primitives of one or two operands. */
export const elementwise: { readonly [K in Unary | Binary]: JvpRule<K> | NotDifferentiable } = {
  /** `-t` */
  negate: ({ tangents, outputs }) => ({ outputs, tangents: [P.negate(at(tangents, 0))] }),
  /** `|x|' = sign x`, 0 at 0 */
  abs: unary(P.sign),
  sign: piecewiseConstant,
  /** `(e^x)' = e^x` */
  exp: unary((_, y) => y),
  /** `(e^x - 1)' = e^x`, not `y + 1`, which cancels for `x << 0` */
  expm1: unary(P.exp),
  /** `1/x` */
  log: unary((x) => over(1, x)),
  /** `1/(1 + x)` */
  log1p: unary((x) => over(1, shift(x, 1))),
  /** `1/(2 sqrt x)` */
  sqrt: unary((_, y) => over(0.5, y)),
  /** `-x^(-3/2)/2 = -y/(2 x)` */
  rsqrt: unary((x, y) => P.divide(scale(y, -0.5), x)),
  /** `x^(-2/3)/3 = 1/(3 y^2)` */
  cbrt: unary((_, y) => over(1 / 3, square(y))),
  sin: unary(P.cos),
  cos: unary((x) => P.negate(P.sin(x))),
  /** `1 + tan^2 x` */
  tan: unary((_, y) => shift(square(y), 1)),
  /** `1/sqrt(1 - x^2)` */
  asin: unary((x) => P.rsqrt(oneMinusSquare(x))),
  /** `-1/sqrt(1 - x^2)` */
  acos: unary((x) => P.negate(P.rsqrt(oneMinusSquare(x)))),
  /** `1/(1 + x^2)` */
  atan: unary((x) => over(1, shift(square(x), 1))),
  sinh: unary(P.cosh),
  cosh: unary(P.sinh),
  /** `1 - tanh^2 x` */
  tanh: unary((_, y) => oneMinusSquare(y)),
  /** `1/sqrt(x^2 + 1)` */
  asinh: unary((x) => P.rsqrt(shift(square(x), 1))),
  /** `1/sqrt(x^2 - 1)` */
  acosh: unary((x) => P.rsqrt(P.multiply(shift(x, -1), shift(x, 1)))),
  /** `1/(1 - x^2)` */
  atanh: unary((x) => over(1, oneMinusSquare(x))),
  /** `s'(x) = s(x) s(-x)`, which loses nothing where `1 - s(x)` would be rounded to 0 */
  logistic: unary((x, y) => P.multiply(y, P.logistic(P.negate(x)))),
  /** `2/sqrt(pi) e^(-x^2)` */
  erf: unary((x) => scale(P.exp(P.negate(square(x))), 2 / Math.sqrt(Math.PI))),
  /** `sqrt(pi)/2 e^(y^2)` */
  erfInv: unary((_, y) => scale(P.exp(square(y)), Math.sqrt(Math.PI) / 2)),
  floor: piecewiseConstant,
  ceil: piecewiseConstant,
  round: piecewiseConstant,
  not: integer,
  stopGradient: 'not differentiable: a constant to every derivative, by definition',

  add: binary(
    (t) => t,
    (t) => t,
  ),
  subtract: binary(
    (t) => t,
    (t) => P.negate(t),
  ),
  /** `t y`, `x t` */
  multiply: binary(
    (t, _, y) => P.multiply(t, y),
    (t, x) => P.multiply(x, t),
  ),
  /** `t/y`, `-t x/y^2 = -t z/y` */
  divide: binary(
    (t, _, y) => P.divide(t, y),
    (t, _, y, z) => P.negate(P.multiply(t, P.divide(z, y))),
  ),
  /** `z = x - n y` with `n = trunc(x/y)` whole: `t`, `-n t`; `n = (x - z)/y` before rounding */
  remainder: binary(
    (t) => t,
    (t, x, y, z) => P.negate(P.multiply(t, P.round(P.divide(P.subtract(x, z), y)))),
  ),
  /** `t y x^(y-1)`, `t z log x`, the latter 0 at `x = 0` */
  power: binary(
    (t, x, y) => P.multiply(t, powerInBase(x, y)),
    (t, x, _, z) => P.multiply(t, P.multiply(z, P.log(nonzero(x)))),
  ),
  /** To the larger one; half to each in a tie. */
  maximum: binary(
    (t, x, y) => share(t, P.greater(x, y), P.equal(x, y)),
    (t, x, y) => share(t, P.greater(y, x), P.equal(x, y)),
  ),
  /** To the smaller one; half to each in a tie. */
  minimum: binary(
    (t, x, y) => share(t, P.less(x, y), P.equal(x, y)),
    (t, x, y) => share(t, P.less(y, x), P.equal(x, y)),
  ),
  /** `atan2(x, y)`: `t y/(x^2 + y^2)`, `-t x/(x^2 + y^2)` */
  atan2: binary(
    (t, x, y) => P.multiply(t, P.divide(y, norm2(x, y))),
    (t, x, y) => P.negate(P.multiply(t, P.divide(x, norm2(x, y)))),
  ),
  and: integer,
  or: integer,
  xor: integer,
  shiftLeft: integer,
  shiftRightLogical: integer,
  shiftRightArithmetic: integer,
};
