import { describe, expect, test } from 'vitest';
import { type AnyTensor, dim, type Float, mapTree, oneHot, sum, tensor, type Tensor, zeros } from '@cotangent/core';
import { P, typed } from '@cotangent/core/primitives';
import { grad } from '@cotangent/grad';
import { pipe } from 'fp-ts/lib/function.js';
import { apart, jet, type Points, pointsOf } from '../../test/derivatives.ts';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  huber,
  meanAbsoluteError,
  meanSquaredError,
  sigmoid,
  softmax,
  softmaxCrossEntropy,
  softmaxCrossEntropyOneHot,
} from '../index.ts';

const { POSITIVE_INFINITY: inf, NaN: nan } = Number;

/** A loss of one prediction and one target at a time, with its derivatives in the prediction. */
const one = <D extends Float>(loss: (x: Points<D>, y: Points<D>) => AnyTensor, prediction: number, target: number, dtype: D) => {
  const { value, first, second } = jet((x: Points<D>) => loss(x, pointsOf([target], dtype)), [prediction], dtype);
  return [value[0] ?? nan, first[0] ?? nan, second[0] ?? nan] as const;
};

const logistic = (x: number): number => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)));

describe('the loss of', () => {
  // By hand: errors -0.5, 0.5, 0, 1; their squares, sizes, and Huber terms 0.125, 0.125, 0, 0.5.
  const [predictions, targets] = [tensor([2.5, 0, 2, 8], 'f64'), tensor([3, -0.5, 2, 7], 'f64')];

  test.each([
    ['meanSquaredError', meanSquaredError(predictions, targets), 1.5 / 4],
    ['meanAbsoluteError', meanAbsoluteError(predictions, targets), 2 / 4],
    ['huber', huber(predictions, targets), 0.75 / 4],
    ['huber of delta 0.25', huber(predictions, targets, { delta: 0.25 }), (2 * (0.5 - 0.125) + (1 - 0.125)) / 16],
  ])('numbers: %s', (_, loss, expected) => {
    expect(loss.shape).toEqual([]);
    expect(loss.item()).toBeCloseTo(expected, 15);
  });

  test('probabilities and logits', () => {
    const y = tensor([1, 0, 1], 'f64');
    const expected = -(Math.log(0.9) + Math.log(0.8) + Math.log(0.3)) / 3;
    expect(binaryCrossEntropy(tensor([0.9, 0.2, 0.3], 'f64'), y).item()).toBeCloseTo(expected, 15);
    const logits = tensor([Math.log(9), Math.log(0.25), Math.log(3 / 7)], 'f64');
    expect(binaryCrossEntropyWithLogits(logits, y).item()).toBeCloseTo(expected, 15);
    expect(binaryCrossEntropy(sigmoid(logits), y).item()).toBeCloseTo(expected, 15);
  });

  test('classes, by label and by row', () => {
    const logits = tensor(
      [
        [1, 2, 3],
        [1, 1, 1],
      ],
      'f64',
    );
    const labels = tensor([2, 0], 'i32');
    const expected = -(Math.log(Math.exp(3) / (Math.exp(1) + Math.exp(2) + Math.exp(3))) - Math.log(3)) / 2;
    expect(softmaxCrossEntropy(logits, labels).item()).toBeCloseTo(expected, 15);
    expect(softmaxCrossEntropyOneHot(logits, oneHot(labels, 3, 'f64')).item()).toBeCloseTo(expected, 15);
    const smooth = tensor(
      [
        [0.1, 0.1, 0.8],
        [0.4, 0.3, 0.3],
      ],
      'f64',
    );
    const rest = 1 + Math.exp(-1) + Math.exp(-2);
    expect(softmaxCrossEntropyOneHot(logits, smooth).item()).toBeCloseTo((Math.log(rest) + 0.3 + Math.log(3)) / 2, 15);
  });

  test('any leading axes is the mean over them', () => {
    const batch = dim('batch', 4);
    expect(softmaxCrossEntropy(zeros([2, batch, 5]), zeros([2, batch], 'i32')).item()).toBeCloseTo(Math.log(5), 6);
    expect(softmaxCrossEntropy(zeros([5]), tensor(3, 'i32')).item()).toBeCloseTo(Math.log(5), 6);
    expect(meanSquaredError(zeros([2, batch, 5]), zeros([2, batch, 5])).item()).toBe(0);
  });
});

describe('binary cross-entropy of probabilities', () => {
  test('counts logarithms below -100 as -100', () => {
    expect([one(binaryCrossEntropy, 0, 1, 'f64')[0], one(binaryCrossEntropy, 1, 0, 'f64')[0]]).toEqual([100, 100]);
    expect([one(binaryCrossEntropy, 0, 0, 'f64')[0], one(binaryCrossEntropy, 1, 1, 'f64')[0]]).toEqual([0, 0]);
    expect([one(binaryCrossEntropy, 1e-44, 1, 'f64')[0], one(binaryCrossEntropy, 1e-40, 1, 'f64')[0]]).toEqual([
      100,
      -Math.log(1e-40),
    ]);
  });

  const inside = [1e-30, 1e-12, 1e-7, 0.1, 0.5, 0.9, 1 - 2 ** -20];
  test.each(['f32', 'f64'] as const)('has exact derivatives inside, in %s', (dtype) => {
    for (const given of inside) {
      const p = dtype === 'f32' ? Math.fround(given) : given;
      for (const y of [0, 0.25, 1]) {
        const [, first] = one(binaryCrossEntropy, p, y, dtype);
        const expected = (1 - y) / (1 - p) - y / p;
        expect(Math.abs(first - expected), `${p} ${y}`).toBeLessThanOrEqual(
          Math.abs(expected) * (dtype === 'f32' ? 3e-7 : 1e-15),
        );
      }
    }
    const [, , second] = one(binaryCrossEntropy, 0.2, 0.25, dtype);
    expect(second).toBeCloseTo(0.25 / 0.04 + 0.75 / 0.64, dtype === 'f32' ? 5 : 13);
  });

  test.each(['f32', 'f64'] as const)('has finite derivatives of the right sign at 0 and 1, in %s', (dtype) => {
    for (const [p, y, sign] of [
      [0, 1, -1],
      [0, 0, 1],
      [1, 0, 1],
      [1, 1, -1],
      [0, 0.5, -1],
      [1, 0.5, 1],
    ] as const) {
      const [value, first, second] = one(binaryCrossEntropy, p, y, dtype);
      expect([value, first, second].every(Number.isFinite), `${p} ${y}: ${first} ${second}`).toBe(true);
      expect(Math.sign(first)).toBe(sign);
    }
  });

  test('passes through a saturated sigmoid without NaN', () => {
    const loss = (x: Points<'f32'>) => binaryCrossEntropy(sigmoid(x), pointsOf([1, 0, 1, 0], 'f32'));
    const { value, first, second } = jet(loss, [-inf, inf, -200, 200], 'f32');
    expect(value).toEqual([100]);
    expect([...first, ...second].every(Number.isFinite)).toBe(true);
  });

  /** So many logits from -100 to 100, a power of two so that their mean can be undone without rounding. */
  const count = 512;
  const logits = Array.from({ length: count }, (_, index) => -100 + (200 * index) / (count - 1));

  /** What `factor` times the loss of each logit alone is, with its derivatives. */
  const afterSigmoid = <D extends Float>(y: number, dtype: D, factor = 1) => {
    const targets = pointsOf(
      Array.from(logits, () => y),
      dtype,
    );
    const times = (x: AnyTensor): AnyTensor => P.multiply(x, P.fillLike(x, count * factor));
    const { first, second } = jet((x: Points<D>) => times(binaryCrossEntropy(sigmoid(x), targets)), logits, dtype);
    return logits.map((x, index) => ({
      x: dtype === 'f32' ? Math.fround(x) : x,
      first: first[index] ?? nan,
      second: second[index] ?? nan,
    }));
  };

  const soft = [0, 0.001, 0.25, 0.5, 1] as const;

  test.each([
    ['f32', 2 ** -24, 2 ** -116],
    ['f64', 2 ** -53, 2 ** -1012],
  ] as const)('after a sigmoid has derivatives sigmoid(x) - y and sigmoid(x) sigmoid(-x), in %s', (dtype, rounding, least) => {
    for (const target of soft) {
      const y = dtype === 'f32' ? Math.fround(target) : target;
      const wrong = afterSigmoid(y, dtype).filter(({ x, first, second }) => {
        const [yes, no] = [logistic(x), logistic(-x)];
        const exact = (1 - y) * yes - y * no;
        // What rounding p to within two units in its last place makes of 1 / (1 - p).
        const blur = (2 * (1 - y) * rounding) / no;
        const right = Math.abs(first - exact) <= 8 * rounding + blur && Math.abs(second - yes * no) <= 8 * rounding + 3 * blur;
        const faded =
          first * exact >= 0 && Math.abs(first) <= Math.abs(exact) * (1 + 8 * rounding) + least && Math.abs(second) <= 1;
        return !(yes < least || no < rounding ? faded : right);
      });
      expect(wrong).toEqual([]);
    }
  });

  test.each(['f32', 'f64'] as const)('leaves room for factors of a thousand, in %s', (dtype) => {
    for (const y of soft) {
      const derivatives = afterSigmoid(y, dtype, 1000).flatMap(({ first, second }) => [first, second]);
      expect(derivatives.filter((derivative) => !(Math.abs(derivative) <= 2000))).toEqual([]);
    }
  });

  test.each(['f32', 'f64'] as const)('has a second derivative to which targets of weight 0 add nothing, in %s', (dtype) => {
    expect([1e-30, 2 ** -116, 2 ** -60].map((p) => one(binaryCrossEntropy, p, 0, dtype)[2])).toEqual([1, 1, 1]);
    expect(one(binaryCrossEntropy, 1 - 2 ** -20, 1, dtype)[2]).toBeCloseTo(1, 5);
  });

  test.each(['f32', 'f64'] as const)('is differentiated in the targets, too, in %s', <D extends Float>(dtype: D) => {
    const targets = pointsOf([0.25], dtype);
    const slopeAt = (p: number) => grad((y: Points<D>) => binaryCrossEntropy(pointsOf([p], dtype), y))(targets).item();
    expect([slopeAt(0), slopeAt(0.5), slopeAt(1)].map((slope) => slope + 0)).toEqual([100, 0, -100]);
    expect(slopeAt(0.2)).toBeCloseTo(Math.log(4), dtype === 'f32' ? 6 : 14);
    // -1 / (p (1 - p)), in whichever order
    const inTargets = (p: Points<D>) => grad((y: Points<D>) => binaryCrossEntropy(p, y))(targets);
    const inProbability = (y: Points<D>) => grad((p: Points<D>) => binaryCrossEntropy(p, y));
    for (const p of [1e-20, 0.2, 0.875]) {
      const mixed = grad((at: Points<D>) => typed<[], D>(sum(inTargets(at))))(pointsOf([p], dtype)).item();
      const swapped = grad((y: Points<D>) => typed<[], D>(sum(inProbability(y)(pointsOf([p], dtype)))))(targets).item();
      const expected = -1 / (p * (1 - p));
      expect([mixed / expected, swapped / expected].map((ratio) => Math.abs(ratio - 1) < 1e-6)).toEqual([true, true]);
    }
  });

  test('is NaN of anything that is no probability', () => {
    expect([
      one(binaryCrossEntropy, -0.1, 1, 'f64')[0],
      one(binaryCrossEntropy, 1.1, 0.5, 'f64')[0],
      one(binaryCrossEntropy, nan, 0, 'f64')[0],
    ]).toEqual([nan, nan, nan]);
  });
});

describe('binary cross-entropy of logits', () => {
  test.each([
    ['f32', 1e-6],
    ['f64', 1e-15],
  ] as const)('has derivatives sigmoid(x) - y and sigmoid(x) sigmoid(-x), in %s', (dtype, tolerance) => {
    for (const x of [-100, -30, -1, 0, 1, 30, 100]) {
      for (const y of [0, 0.25, 0.5, 1]) {
        const [value, first, second] = one(binaryCrossEntropyWithLogits, x, y, dtype);
        const expected = [
          Math.max(x, 0) - x * y + Math.log1p(Math.exp(-Math.abs(x))),
          logistic(x) - y,
          logistic(x) * logistic(-x),
        ] as const;
        const wrong = [value, first, second].filter((given, order) => apart(given, expected[order] ?? nan, tolerance));
        expect(wrong, `${x} ${y}`).toEqual([]);
      }
    }
  });

  test('is exact at infinity', () => {
    const at = (x: number, y: number) => one(binaryCrossEntropyWithLogits, x, y, 'f32');
    expect([at(inf, 1), at(-inf, 0)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect([at(inf, 0), at(-inf, 1)]).toEqual([
      [inf, 1, 0],
      [inf, -1, 0],
    ]);
    expect(at(nan, 1)[0]).toBe(nan);
  });

  test('is differentiated in the targets, too', () => {
    const inTargets = (x: number) =>
      jet((y: Points) => binaryCrossEntropyWithLogits(pointsOf([x], 'f64'), y), [0.25], 'f64').first[0];
    expect([inTargets(3), inTargets(-1e20), inTargets(0)].map((slope) => (slope ?? nan) + 0)).toEqual([-3, 1e20, 0]);
  });
});

describe('huber', () => {
  test('joins at its kinks', () => {
    const around = [-3, -2, -1, 0, 1, 2, 3].map((error) =>
      one((x: Points, y: Points) => huber(x, y, { delta: 2 }), error, 0, 'f64'),
    );
    expect(around.map(([value]) => value)).toEqual([4, 2, 0.5, 0, 0.5, 2, 4]);
    expect(around.map(([, first]) => first + 0)).toEqual([-2, -2, -1, 0, 1, 2, 2]);
    expect(around.map(([, , second]) => second)).toEqual([0, 1, 1, 1, 1, 1, 0]);
  });

  test.each(['f32', 'f64'] as const)('is linear however large the error, in %s', (dtype) => {
    expect(one(huber, 1e30, 0, dtype).slice(1)).toEqual([1, 0]);
    expect(one(huber, -inf, 0, dtype)).toEqual([inf, -1, 0]);
    expect(one(huber, nan, 0, dtype)[0]).toBe(nan);
  });

  test('refuses a delta that is not positive', () => {
    expect(() => huber(tensor([1]), tensor([1]), { delta: Number('0') })).toThrow('huber: delta is 0, which is not positive');
  });
});

test('absolute errors have derivative 0 where there is none, squared ones double the error', () => {
  expect([-2, 0, 2].map((x) => one(meanAbsoluteError, x, 0, 'f64')[1] + 0)).toEqual([-1, 0, 1]);
  expect([-2, 0, 2].map((x) => one(meanSquaredError, x, 0, 'f64')).map(([, first, second]) => [first + 0, second])).toEqual([
    [-4, 2],
    [0, 2],
    [4, 2],
  ]);
});

describe('softmax cross-entropy', () => {
  test.each(['f32', 'f64'] as const)('has the gradient softmax - target, in %s', <D extends Float>(dtype: D) => {
    const logits: Tensor<[3, 3], D> = typed(
      tensor(
        [
          [1, 2, 3],
          [0, 0, 0],
          [100, -100, 0],
        ],
        dtype,
      ),
    );
    const labels = tensor([2, 0, 1], 'i32');
    const targets = oneHot(labels, 3, dtype);
    const expected = Array.from(softmax(logits).toArray(), (p, index) => (p - (targets.toArray()[index] ?? nan)) / 3);
    const byLabel = grad((x: typeof logits) => softmaxCrossEntropy(x, labels))(logits);
    const byRow = grad((x: typeof logits) => softmaxCrossEntropyOneHot(x, targets))(logits);
    for (const found of [byLabel, byRow]) {
      const wrong = Array.from(found.toArray()).filter((value, index) =>
        apart(value, expected[index] ?? nan, dtype === 'f32' ? 1e-7 : 1e-15),
      );
      expect(wrong).toEqual([]);
    }
  });

  test('does not overflow, and rules out a class of -Infinity', () => {
    expect(softmaxCrossEntropy(tensor([1e4, 0, -1e4]), tensor(0, 'i32')).item()).toBe(0);
    expect(softmaxCrossEntropy(tensor([1e4, 0, -1e4]), tensor(2, 'i32')).item()).toBe(2e4);
    const masked = tensor([1, -inf, 1], 'f64');
    expect(softmaxCrossEntropy(masked, tensor(0, 'i32')).item()).toBeCloseTo(Math.log(2), 15);
    expect(softmaxCrossEntropy(masked, tensor(1, 'i32')).item()).toBe(inf);
    expect(softmaxCrossEntropyOneHot(masked, tensor([1, 0, 0], 'f64')).item()).toBeCloseTo(Math.log(2), 15);
    expect(softmaxCrossEntropyOneHot(masked, tensor([0.5, 0.5, 0], 'f64')).item()).toBe(inf);
    const byLabel = grad((x: typeof masked) => softmaxCrossEntropy(x, tensor(0, 'i32')))(masked);
    const byRow = grad((x: typeof masked) => softmaxCrossEntropyOneHot(x, tensor([1, 0, 0], 'f64')))(masked);
    expect([...byLabel.toArray()]).toEqual([-0.5, 0, 0.5]);
    expect([...byRow.toArray()]).toEqual([-0.5, 0, 0.5]);
  });

  test.each([-1, 3, 2 ** 31 - 1])('is NaN of the label %d, which names no class', (label) => {
    expect(softmaxCrossEntropy(zeros([2, 3]), tensor([0, label], 'i32')).item()).toBe(nan);
  });

  test('says the sizes of a name where only these differ', () => {
    expect(() => softmaxCrossEntropy(zeros([dim('n', 3), 4]), zeros([dim('n', 5)], 'i32'))).toThrow(
      'softmaxCrossEntropy: logits [n, 4] need labels [n=3], got [n=5]',
    );
  });

  test('takes u32 labels', () => {
    expect(softmaxCrossEntropy(zeros([4]), tensor(3, 'u32')).item()).toBeCloseTo(Math.log(4), 6);
  });
});

test('without predictions losses wait for them', () => {
  const [x, y] = [tensor([1, 2]), tensor([2, 4])];
  expect(pipe(x, meanSquaredError(y)).item()).toBe(meanSquaredError(x, y).item());
  expect(pipe(x, huber(y, { delta: 0.5 })).item()).toBe(huber(x, y, { delta: 0.5 }).item());
  expect(pipe(tensor([[1, 2]]), softmaxCrossEntropy(tensor([1], 'i32'))).item()).toBe(
    softmaxCrossEntropy(tensor([[1, 2]]), tensor([1], 'i32')).item(),
  );
});

test('losses keep f64', () => {
  const [x, y] = [tensor([0.5], 'f64'), tensor([1], 'f64')];
  const all = {
    a: meanSquaredError(x, y),
    b: meanAbsoluteError(x, y),
    c: huber(x, y),
    d: binaryCrossEntropy(x, y),
    e: binaryCrossEntropyWithLogits(x, y),
  };
  mapTree((loss) => {
    expect([loss.dtype, loss.shape]).toEqual(['f64', []]);
    return loss;
  }, all);
});
