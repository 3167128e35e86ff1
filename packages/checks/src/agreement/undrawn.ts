/**
 * Functions whose calls are not drawn, and why. Those of other packages than core have its letter before them.
 */

interface Undrawn {
  readonly reason: string;
  readonly functions: readonly string[];
}

// prettier-ignore
export const undrawn: readonly Undrawn[] = [
  { reason: 'classes of errors',
    functions: ['DTypeError', 'InternalError', 'ShapeError', 'TraceError', 'TreeError', 'R.ConfigError'] },
  { reason: 'what all calls are drawn with',
    functions: ['dim', 'key'] },
  { reason: 'an unknown value, of which only run time knows anything',
    functions: ['isTensor', 'fromUnknown', 'fromArray', 'fromNested', 'R.decodeOptimizer', 'R.decodeSchedule'] },
  { reason: 'what it gives is no tensor and no tree of them',
    functions: ['refine', 'tensorCodec', 'showProgram', 'trace', 'flattenTree', 'flattenTreeLike', 'N.named', 'N.showSummary', 'N.summary',
      'N.train', 'R.lineChart', 'R.showConfusionMatrix'] },
  { reason: 'what it gives is of functions',
    functions: ['compile', 'getBooleanAlgebra', 'getProductMonoid', 'getRing', 'getSumMonoid', 'G.customJvp', 'G.customVjp', 'N.activation'] },
  { reason: 'any tree at all',
    functions: ['evaluate', 'mapTree', 'unflattenTree'] },
  { reason: 'that of core, where it is drawn',
    functions: ['G.stopGradient'] },
  { reason: 'what it gives is an optimizer, a part of one or a schedule: their updates are those of applyUpdates',
    functions: ['R.adam', 'R.adamW', 'R.addDecayedWeights', 'R.chain', 'R.clipByGlobalNorm', 'R.clipByValue', 'R.constant', 'R.cosineDecay',
      'R.exponentialDecay', 'R.joinSchedules', 'R.linear', 'R.piecewise', 'R.scale', 'R.scaleBySchedule', 'R.sgd', 'R.warmupCosine'] },
  { reason: 'reducers of training, whose states are no trees of tensors alone, and who looks on',
    functions: ['R.collect', 'R.epochs', 'R.every', 'R.fold', 'R.foldAsync', 'R.foldObserved', 'R.getObserverMonoid', 'R.initialState',
      'R.logLines', 'R.makeStep', 'R.observers', 'R.progressBar', 'R.repeat', 'R.silent'] },
];
