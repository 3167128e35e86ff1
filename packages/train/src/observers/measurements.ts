/**
 * Metrics as numbers and as text.
 */
import { isTensor } from '@cotangent/core';

/** A number that was measured, with the path to it: `loss`, `layers.hidden`. */
export type Measurement = readonly [path: string, value: number];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The single numbers among metrics. Reading them computes them. */
export const measurements = (metrics: unknown, path = ''): readonly Measurement[] => {
  if (typeof metrics === 'number') return [[path, metrics]];
  if (isTensor(metrics)) return metrics.size === 1 ? [[path, Number(metrics.item())]] : [];
  if (!isRecord(metrics)) return [];
  return Object.entries(metrics).flatMap(([name, value]) => measurements(value, path === '' ? name : `${path}.${name}`));
};

/** A number in four digits: `0.04276`, `123.4`, `1.2e-7`. */
export const showNumber = (value: number): string => {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  return size >= 1e-4 && size < 1e6 ? value.toPrecision(4) : value.toExponential(2);
};

/** Measurements in a line: `loss 0.6931  accuracy 0.5`. */
export const showMeasurements = (metrics: unknown): string =>
  measurements(metrics)
    .map(([path, value]) => (path === '' ? showNumber(value) : `${path} ${showNumber(value)}`))
    .join('  ');

/** Plain data for JSON: tensors as nested arrays, what JSON has no number for as "NaN", "Infinity" or "-Infinity". */
const plain = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (isTensor(value)) return plain(value.toNested());
  if (Array.isArray(value)) return value.map(plain);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)])) : value;
};

/** A step and its metrics as a JSON object: `{"step":1,"loss":0.6931}`. */
export const toJson = (step: number, metrics: unknown): string => {
  const named = isRecord(metrics) && !isTensor(metrics) ? metrics : { value: metrics };
  return JSON.stringify(plain(Object.assign({ step }, named, { step })));
};
