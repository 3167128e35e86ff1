/**
 * The dtypes of what is measured with labels, in types: floats that come first, and whole numbers.
 */

/** Accepts the floats `What` that come before labels: logits, scores. */
export interface BeforeLabels<
  F extends string,
  What extends string,
  _Bound extends string = `${F}: cannot tell whether the ${What} are floats: bound their dtype, <D extends Float>`,
> {
  readonly f32: object;
  readonly f64: object;
  readonly i32: `${F}: ${What} are floats, got i32: give the ${What} first, then the labels`;
  readonly u32: `${F}: ${What} are floats, got u32: give the ${What} first, then the labels`;
  readonly bool: `${F}: ${What} are floats, got bool: give the ${What} first, then the labels`;
  readonly one: 1;
  readonly needs: `${F}: needs floats`;
}

/** Accepts labels; of others `Instead` is said. */
export interface WholeNumbers<
  F extends string,
  Instead extends string = 'convert them to i32',
  _Bound extends string = `${F}: cannot tell whether the labels are whole numbers: bound their dtype, <D extends Integer>`,
> {
  readonly f32: `${F}: labels are whole numbers, got f32: ${Instead}`;
  readonly f64: `${F}: labels are whole numbers, got f64: ${Instead}`;
  readonly i32: object;
  readonly u32: object;
  readonly bool: `${F}: labels are whole numbers, got bool: ${Instead}`;
  readonly one: 1;
  readonly needs: `${F}: labels are whole numbers`;
}

/** What is said of one tensor, which is taken for the labels and may be the `What`. */
export type OrBoth<
  F extends string,
  What extends string,
> = `convert them to i32, or give ${What} and labels, ${F}(${What}, labels)`;
