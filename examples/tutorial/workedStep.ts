/**
 * The tutorial's worked step of backpropagation, recomputed: one example, two hidden nodes, one output.
 *
 * The network is written once, as an ordinary function. Its formulas are read off its trace, its values and derivatives are
 * the library's, and each derivative stands beside a finite difference that knows nothing of derivatives.
 */
import {
  add,
  type AnyTensor,
  type Float,
  isTensor,
  mapTree,
  multiply,
  scalar,
  type Shape,
  sigmoid,
  subtract,
  type Tensor,
  trace,
} from '@cotangent/core';
import { grad } from '@cotangent/grad';
import { formula } from './formula.ts';

type Number_ = Tensor<[], 'f64'>;

/** The weights as the tutorial names them. `w2` stands in three places: it is shared by both hidden nodes. */
export interface Weights {
  readonly w1: Number_;
  readonly w2: Number_;
  readonly b1: Number_;
  readonly w3: Number_;
  readonly w4: Number_;
  readonly b2: Number_;
}

/** What the forward pass computes on its way. */
interface Forward {
  readonly z_h1: Number_;
  readonly a_h1: Number_;
  readonly z_h2: Number_;
  readonly a_h2: Number_;
  readonly z_o: Number_;
  readonly a_o: Number_;
  readonly loss: Number_;
}

/** Numbers added to the inputs of the three sigmoids: the derivative in them is the tutorial's delta, with its sign turned. */
interface Probes {
  readonly h1: Number_;
  readonly h2: Number_;
  readonly o: Number_;
}

/** One line of the table. */
export interface Line {
  readonly symbol: string;
  readonly formula: string;
  readonly exact: number;
  /** As the tutorial prints it. */
  readonly printed: string;
  readonly agrees: boolean;
  /** For derivatives: the same number by finite differences. */
  readonly difference?: number;
}

/** A step of the tutorial with its lines. */
export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

const number = (value: number): Number_ => scalar(value, 'f64');

/** The example: inputs A and B, the target, and the learning rate. */
const example = { A: number(1), B: number(0), target: number(1) };
const rate = 0.1;

const weights: Weights = { w1: number(0.3), w2: number(0.5), b1: number(0.1), w3: number(0.2), w4: number(0.4), b2: number(0.6) };
const noProbes: Probes = { h1: number(0), h2: number(0), o: number(0) };

type Example = typeof example;

const neuron = (first: Number_, second: Number_, bias: Number_, probe?: Number_): Number_ => {
  const z = add(add(first, second), bias);
  return probe === undefined ? z : add(z, probe);
};

/** The network as the tutorial writes it. */
const network = ({ w1, w2, b1, w3, w4, b2 }: Weights, { A, B, target }: Example, probes?: Probes): Forward => {
  const z_h1 = neuron(multiply(A, w1), multiply(B, w2), b1, probes?.h1);
  const a_h1 = sigmoid(z_h1);
  const z_h2 = neuron(multiply(A, w2), multiply(B, w2), b1, probes?.h2);
  const a_h2 = sigmoid(z_h2);
  const z_o = neuron(multiply(a_h1, w3), multiply(a_h2, w4), b2, probes?.o);
  const a_o = sigmoid(z_o);
  const error = subtract(target, a_o);
  return { z_h1, a_h1, z_h2, a_h2, z_o, a_o, loss: multiply(multiply(error, error), 0.5) };
};

const lossOf = (at: Weights, probes?: Probes): Number_ => network(at, example, probes).loss;

const named = (record: object): readonly (readonly [string, AnyTensor])[] =>
  Object.entries(record).flatMap(([name, value]: [string, unknown]) => (isTensor(value) ? [[name, value] as const] : []));

/** The trace of the network: each quantity's formula in terms of those before it. */
const formulas = (): Readonly<Record<string, string>> => {
  const inputs = new Map<AnyTensor, string>();
  let found: Readonly<Record<string, string>> = {};
  trace((at: Weights, given: Example) => {
    for (const [name, tensor] of [...named(at), ...named(given)]) inputs.set(tensor, name);
    const forward = network(at, given);
    const names = new Map([...inputs, ...named(forward).map(([name, tensor]) => [tensor, name] as const)]);
    found = Object.fromEntries(named(forward).map(([name, tensor]) => [name, formula(tensor, names)]));
    return forward;
  })(weights, example);
  return found;
};

/** Richardson's extrapolation of central differences; errs by about 1e-13 here. */
const finiteDifference = (f: (shift: number) => number): number => {
  const h = 2 ** -11;
  const central = (step: number): number => (f(step) - f(-step)) / (2 * step);
  return (4 * central(h) - central(2 * h)) / 3;
};

const shifted = <T extends object>(tree: T, name: keyof T, shift: number): T => ({
  ...tree,
  [name]: add(tree[name] as Number_, shift),
});

/** Four decimals are what the tutorial prints; where it prints more, more are compared. */
const agrees = (exact: number, printed: string): boolean => {
  const decimals = Math.max(4, printed.split('.')[1]?.length ?? 0);
  return exact.toFixed(decimals) === Number(printed).toFixed(decimals);
};

const line = (symbol: string, text: string, exact: number, printed: string, difference?: number): Line => ({
  symbol,
  formula: text,
  exact,
  printed,
  agrees: agrees(exact, printed),
  ...(difference === undefined ? {} : { difference }),
});

const printedForward: Readonly<Record<keyof Forward, string>> = {
  z_h1: '0.4',
  a_h1: '0.5987',
  z_h2: '0.6',
  a_h2: '0.6457',
  z_o: '0.30901',
  a_o: '0.5762',
  loss: '0.0809',
};

const forwardLines = (): readonly Line[] => {
  const texts = formulas();
  const forward = network(weights, example);
  return (Object.keys(printedForward) as (keyof Forward)[]).map((name) =>
    line(name, texts[name] ?? '', forward[name].item(), printedForward[name]),
  );
};

/** The tutorial's deltas are *negative* derivatives: it adds them in its updates. */
const deltaLines = (): readonly Line[] => {
  const derivative = grad((probes: Probes) => lossOf(weights, probes))(noProbes);
  const delta = (name: keyof Probes, text: string, printed: string): Line =>
    line(
      `δ_${name}`,
      text,
      -derivative[name].item(),
      printed,
      finiteDifference((shift) => -lossOf(weights, shifted(noProbes, name, shift)).item()),
    );
  return [
    delta('o', "(target - a_o) · σ'(z_o)", '0.1444'),
    delta('h1', "δ_o · w3 · σ'(z_h1)", '0.0182'),
    delta('h2', "δ_o · w4 · σ'(z_h2)", '0.0371'),
  ];
};

const printedWeights: Readonly<Record<keyof Weights, readonly [formula: string, derivative: string, updated: string]>> = {
  w3: ['δ_o · a_h1', '0.0864', '0.2086'],
  w4: ['δ_o · a_h2', '0.0931', '0.4093'],
  b2: ['δ_o', '0.1444', '0.6144'],
  w1: ['δ_h1 · A', '0.0182', '0.3018'],
  w2: ['δ_h1 · B + δ_h2 · (A + B)', '0', '0.5'],
  b1: ['δ_h1 + δ_h2', '0.0553', '0.1055'],
};

const weightNames = Object.keys(printedWeights) as readonly (keyof Weights)[];

const gradientLines = (): readonly Line[] => {
  const derivative = grad((at: Weights) => lossOf(at))(weights);
  return weightNames.map((name) =>
    line(
      `δ_${name}`,
      printedWeights[name][0],
      -derivative[name].item(),
      printedWeights[name][1],
      finiteDifference((shift) => -lossOf(shifted(weights, name, shift)).item()),
    ),
  );
};

const updateLines = (): readonly Line[] => {
  const derivative = grad((at: Weights) => lossOf(at))(weights);
  const descend = <S extends Shape, D extends Float>(weight: Tensor<S, D>, slope: Tensor<S, D>): Tensor<S, D> =>
    subtract(weight, multiply(slope, rate));
  const updated = mapTree(descend, weights, derivative);
  return weightNames.map((name) =>
    line(`${name}'`, `${name} + ${rate} · δ_${name}`, updated[name].item(), printedWeights[name][2]),
  );
};

/** The whole worked step. */
export const workedStep = (): readonly Section[] => [
  { title: 'Forward: from the inputs A = 1, B = 0 to the loss (target 1)', lines: forwardLines() },
  { title: 'Backward: how much less loss for a little more input to each sigmoid (delta)', lines: deltaLines() },
  { title: 'Backward: the same for each weight', lines: gradientLines() },
  { title: `Update: weight + ${rate} · delta`, lines: updateLines() },
];
