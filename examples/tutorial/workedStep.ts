/**
 * The tutorial's worked step of backpropagation, recomputed: one example, two hidden nodes, one output.
 *
 * The network is written once, as an ordinary function, and so is the chain rule by hand. Formulas are read off their traces; values
 * and derivatives are the library's, which knows nothing of the chain rule by hand, and each derivative stands beside a finite
 * difference, which knows nothing of derivatives. `workedStep.test.ts` evaluates each formula as it is printed.
 */
import {
  add,
  type AnyTensor,
  type Float,
  isTensor,
  mapTree,
  multiply,
  negate,
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

/** All that a formula may name. */
type Name = keyof (Weights & Example & Forward) | `σ'(z_${keyof Probes})` | `δ_${keyof Probes}` | `δ_${keyof Weights}`;
type Quantities = Readonly<Record<Name, Number_>>;

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
const forwardFormulas = (): Readonly<Record<string, string>> => {
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

/** The trace of a rule: its formula in terms of the quantities it takes. */
const formulaOf = (rule: (of: Quantities) => Number_, of: Quantities): string => {
  let found = '';
  trace((at: Quantities) => {
    const names = new Map(named(at).map(([name, tensor]) => [tensor, name] as const));
    const result = rule(at);
    found = names.get(result) ?? formula(result, names);
    return result;
  })(of);
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
  const texts = forwardFormulas();
  return (Object.keys(printedForward) as (keyof Forward)[]).map((name) =>
    line(name, texts[name] ?? '', forward[name].item(), printedForward[name]),
  );
};

const weightSlopes = grad((at: Weights) => lossOf(at))(weights);
const probeSlopes = grad((probes: Probes) => lossOf(weights, probes))(noProbes);
const forward = network(weights, example);

/** The tutorial's deltas are *negative* derivatives: it adds them in its updates. */
const delta = (slope: Number_): Number_ => negate(slope);
const slopeAt = grad((z: Number_) => sigmoid(z));

/** Every quantity as the library computes it. */
const quantities: Quantities = {
  ...weights,
  ...example,
  ...forward,
  "σ'(z_h1)": slopeAt(forward.z_h1),
  "σ'(z_h2)": slopeAt(forward.z_h2),
  "σ'(z_o)": slopeAt(forward.z_o),
  δ_h1: delta(probeSlopes.h1),
  δ_h2: delta(probeSlopes.h2),
  δ_o: delta(probeSlopes.o),
  δ_w1: delta(weightSlopes.w1),
  δ_w2: delta(weightSlopes.w2),
  δ_b1: delta(weightSlopes.b1),
  δ_w3: delta(weightSlopes.w3),
  δ_w4: delta(weightSlopes.w4),
  δ_b2: delta(weightSlopes.b2),
};

/** What the tutorial prints for a quantity, and the rule for it: the chain rule by hand. */
type Row = readonly [rule: (of: Quantities) => Number_, printed: string];

const deltaRows: Readonly<Record<keyof Probes, Row>> = {
  o: [(of) => multiply(subtract(of.target, of.a_o), of["σ'(z_o)"]), '0.1444'],
  h1: [(of) => multiply(multiply(of.δ_o, of.w3), of["σ'(z_h1)"]), '0.0182'],
  h2: [(of) => multiply(multiply(of.δ_o, of.w4), of["σ'(z_h2)"]), '0.0371'],
};

const gradientRows: Readonly<Record<keyof Weights, Row>> = {
  w3: [(of) => multiply(of.δ_o, of.a_h1), '0.0864'],
  w4: [(of) => multiply(of.δ_o, of.a_h2), '0.0931'],
  b2: [(of) => of.δ_o, '0.1444'],
  w1: [(of) => multiply(of.δ_h1, of.A), '0.0182'],
  w2: [(of) => add(multiply(of.δ_h1, of.B), multiply(of.δ_h2, add(of.A, of.B))), '0'],
  b1: [(of) => add(of.δ_h1, of.δ_h2), '0.0553'],
};

const printedUpdates: Readonly<Record<keyof Weights, string>> = {
  w3: '0.2086',
  w4: '0.4093',
  b2: '0.6144',
  w1: '0.3018',
  w2: '0.5',
  b1: '0.1055',
};

const namesOf = <T extends object>(record: T): readonly (keyof T & string)[] => Object.keys(record) as (keyof T & string)[];

const deltaLines = (): readonly Line[] =>
  namesOf(deltaRows).map((name) => {
    const [rule, printed] = deltaRows[name];
    const difference = finiteDifference((shift) => -lossOf(weights, shifted(noProbes, name, shift)).item());
    return line(`δ_${name}`, formulaOf(rule, quantities), quantities[`δ_${name}`].item(), printed, difference);
  });

const gradientLines = (): readonly Line[] =>
  namesOf(gradientRows).map((name) => {
    const [rule, printed] = gradientRows[name];
    const difference = finiteDifference((shift) => -lossOf(shifted(weights, name, shift)).item());
    return line(`δ_${name}`, formulaOf(rule, quantities), quantities[`δ_${name}`].item(), printed, difference);
  });

/** The tutorial's update adds deltas; the library's subtracts slopes. */
const updateLines = (): readonly Line[] => {
  const descend = <S extends Shape, D extends Float>(weight: Tensor<S, D>, slope: Tensor<S, D>): Tensor<S, D> =>
    subtract(weight, multiply(slope, rate));
  const updated = mapTree(descend, weights, weightSlopes);
  return namesOf(printedUpdates).map((name) => {
    const rule = (of: Quantities): Number_ => add(of[name], multiply(rate, of[`δ_${name}`]));
    return line(`${name}'`, formulaOf(rule, quantities), updated[name].item(), printedUpdates[name]);
  });
};

/** The whole worked step. */
export const workedStep = (): readonly Section[] => [
  { title: 'Forward: from the inputs A = 1, B = 0 to the loss (target 1)', lines: forwardLines() },
  { title: 'Backward: how much less loss for a little more input to each sigmoid (delta)', lines: deltaLines() },
  { title: 'Backward: the same for each weight', lines: gradientLines() },
  { title: `Update: weight + ${rate} · delta`, lines: updateLines() },
];
