/**
 * Functions of float64 numbers that JavaScript's `Math` lacks or has otherwise.
 */

/** x^y as in IEEE 754 and C: 1^y and (-1)^(+-inf) are 1, where JavaScript says NaN for y NaN or infinite. */
export const power = (x: number, y: number): number => {
  const isOne = x === 1 || (x === -1 && (y === Infinity || y === -Infinity));
  return isOne ? 1 : x ** y;
};

/** 1 / (1 + e^-x), from the side where the exponential cannot overflow. */
export const logistic = (x: number): number => {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
};

/** The nearest integer, of two equally near the even one; keeps the sign of zero. */
export const roundHalfToEven = (x: number): number => {
  const below = Math.floor(x);
  const above = Math.ceil(x);
  const rest = x - below;
  if (rest === 0.5) return below % 2 === 0 ? below : above;
  return rest < 0.5 ? below : above;
};
