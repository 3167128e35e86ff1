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

/**
 * A step and its metrics as a JSON object: `{"step":1,"loss":0.6931}`.
 *
 * Tensors are nested arrays; what JSON has no number for is "NaN", "Infinity" or "-Infinity".
 */
export const toJson = (step: number, metrics: unknown): string => {
  const named = isRecord(metrics) && !isTensor(metrics) ? metrics : { value: metrics };
  return JSON.stringify(Object.assign({ step }, named, { step }), (_, value: unknown) => {
    const read = isTensor(value) ? value.toNested() : value;
    return typeof read === 'number' && !Number.isFinite(read) ? String(read) : read;
  });
};
