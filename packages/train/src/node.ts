/**
 * What needs Node: metrics in files.
 */
export { type FileError, jsonLines, type MetricsFile } from './observers/jsonLines.ts';
