/**
 * Literal numbers from 0 to 1, told by their texts.
 */

/** Whether a number with the text `N` is from 0 to below 1; of a plain `number` run time decides. */
export type FromZeroToBelowOne<N extends string> = `${number}` extends N
  ? true
  : N extends `-${string}`
    ? false
    : N extends '0' | `0.${string}` | `${string}e-${string}`
      ? true
      : false;
