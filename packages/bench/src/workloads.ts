/**
 * What every contender trains: the same numbers to start from, the same data, the same steps.
 */

/** One dense layer's initial values, row-major `[inputs, outputs]`. */
export interface LayerValues {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
  readonly inputs: number;
  readonly outputs: number;
}

/** XOR: 2-2-1, sigmoids, binary cross-entropy, full batch. */
export interface Xor {
  readonly layers: readonly [LayerValues, LayerValues];
  /** `[4, 2]` */
  readonly x: Float32Array;
  /** `[4, 1]` */
  readonly y: Float32Array;
  readonly rate: number;
}

/** 784-128-10, relu, softmax cross-entropy. */
export interface Mlp extends Xor {
  readonly batch: number;
  readonly classes: number;
}

/** Runs some steps, going on from where the last call stopped, and gives the last loss. */
export type Trainer = (steps: number) => number | Promise<number>;

/** A library that takes part. */
export interface Contender {
  readonly name: string;
  readonly xor: (workload: Xor) => Trainer | Promise<Trainer>;
  readonly mlp: (workload: Mlp) => Trainer | Promise<Trainer>;
}

/** Reproducible numbers in (-1, 1): a linear congruential generator with the constants of Numerical Recipes. */
const numbers = (seed: number, length: number, scale: number): Float32Array => {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 31 - 1) * scale;
  });
};

const layer = (seed: number, inputs: number, outputs: number): LayerValues => {
  const scale = 1 / Math.sqrt(inputs);
  return { weight: numbers(seed, inputs * outputs, scale), bias: numbers(seed + 1, outputs, scale), inputs, outputs };
};

export const xor: Xor = {
  layers: [layer(1, 2, 2), layer(3, 2, 1)],
  x: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1),
  y: Float32Array.of(0, 1, 1, 0),
  rate: 0.1,
};

const batch = 64;
const classes = 10;

export const mlp: Mlp = {
  layers: [layer(5, 784, 128), layer(7, 128, classes)],
  x: numbers(9, batch * 784, 1),
  y: Float32Array.from({ length: batch * classes }, (_, index) =>
    index % classes === Math.floor(index / classes) % classes ? 1 : 0,
  ),
  rate: 0.1,
  batch,
  classes,
};
