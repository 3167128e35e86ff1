import {
  add,
  concatenate,
  dim,
  ones,
  outer,
  pad,
  repeat,
  slice,
  splitAxis,
  stack,
  subtract,
  tile,
  type Dim,
  type Dimension,
  type Float,
  type Floor,
  type Minus,
  type Plus,
  type Shape,
  type Tensor,
  type Times,
} from '@cotangent/core';
import { pipe } from 'fp-ts/lib/function.js';
import { t } from '../tensors.ts';

export const joined: Tensor<[5, 3]> = concatenate([t([2, 3]), t([3, 3])]);
export const joinedLast: Tensor<['b', 9]> = concatenate([t(['b', 2]), t(['b', 3]), t(['b', 4])], -1);
export const joinedNames: Tensor<['2*batch', 3]> = concatenate([t(['batch', 3]), t(['batch', 3])]);
export const joinedName: Tensor<['seq+1']> = concatenate([t(['seq']), t([1])]);
export const joinedTwo: Tensor<['a+b']> = concatenate([t(['b']), t(['a'])]);
export const stacked: Tensor<[2, 3]> = stack([t([3]), t([3])]);
export const stackedLast: Tensor<[3, 2]> = stack([t([3]), t([3])], -1);
export const [front, back]: readonly [Tensor<[2]>, Tensor<[2]>] = splitAxis(t([4]), 2);
export const sized: readonly [Tensor<[2, 1]>, Tensor<[2, 3]>] = splitAxis(t([2, 4]), [1, 3], 1);
const [rows, words] = [dim('rows', 2), dim('words', 3)];
export const [splitRows, splitWords]: readonly [Tensor<['rows', 4]>, Tensor<['words', 4]>] = splitAxis(
  concatenate([ones([rows, 4]), ones([words, 4])]),
  [rows, words],
);
export const splitRest: readonly [Tensor<[3, 'rows']>, Tensor<[3, 1]>, Tensor<[3, 2]>] = splitAxis(
  t([3, 'rows+3']),
  [rows, 1, t([2]).dim(0)],
  -1,
);
export const splitName: readonly [Tensor<['batch']>, Tensor<['batch']>] = splitAxis(t(['2*batch']), 2);
export const picked: Tensor<[4]> = slice(t([3, 4]), [0]);
export const pickedName: Tensor<[4]> = slice(t(['batch', 4]), [-1]);
export const ranged: Tensor<[2, 4]> = slice(t([3, 4]), [[1, 3]]);
export const columns: Tensor<['batch', 2]> = slice(t(['batch', 4]), [null, [1, 3]]);
export const strided: Tensor<[3]> = slice(t([5]), [[0, 5, 2]]);
export const everyOther: Tensor<['floor((seq+1)/2)']> = slice(t(['seq']), [[0, null, 2]]);
export const fromEnd: Tensor<[2]> = slice(t([5]), [[-2, null]]);
export const shifted: Tensor<['seq-1']> = slice(t(['seq']), [[1, null]]);
export const shortened: Tensor<['seq-1']> = slice(t(['seq']), [[null, -1]]);
export const sliceLast: Tensor<[2, 4]> = pipe(t([3, 4]), slice([[1, 3]]));
export const padded: Tensor<[6, 4]> = pad(t([3, 4]), [
  [1, 2],
  [0, 0],
]);
export const paddedName: Tensor<['seq+2']> = pad(t(['seq']), [[1, 1]], 0);

export const genericJoin = <B extends Dim>(x: Tensor<[B, 2]>, y: Tensor<[B, 3]>): Tensor<[B, 5]> => concatenate([x, y], 1);
export const genericJoinLeading = <S extends Shape>(x: Tensor<[...S, 2]>, y: Tensor<[...S, 3]>): Tensor<[...S, 5]> =>
  concatenate([x, y], -1);
export const genericStack = <S extends Shape>(x: Tensor<S>): Tensor<[2, ...S]> => stack([x, x]);
export const genericSlice = <B extends Dim>(x: Tensor<[B, 4]>): Tensor<[B, 2]> => slice(x, [null, [0, 2]]);
export const splitTokens = <B extends Dim, C extends Dim>(
  x: Tensor<[Plus<B, C>, 4]>,
  b: Dimension<B>,
  c: Dimension<C>,
): readonly [Tensor<[B, 4]>, Tensor<[C, 4]>] => splitAxis(x, [b, c]);
export const splitOff = <B extends Dim>(x: Tensor<[2, B]>, y: Tensor<[2, 1]>): readonly [Tensor<[2, 1]>, Tensor<[2, B]>] =>
  splitAxis(concatenate([x, y], 1), [1, x.dim(1)], 1);
export const genericSplit = <B extends Dim>(x: Tensor<[B, 4]>): readonly [Tensor<[B, 2]>, Tensor<[B, 2]>] => splitAxis(x, 2, 1);
// Equal parts of what is so many times as long, and the whole of anything.
export const genericParts = <B extends Dim, H extends Dim>(
  x: Tensor<[B, Times<4, H>]>,
): readonly [
  readonly [Tensor<[B, H]>, Tensor<[B, H]>, Tensor<[B, H]>, Tensor<[B, H]>],
  Tensor<[B, Times<2, H>]>,
  Tensor<[B, Times<4, H>]>,
] => [splitAxis(x, 4, 1), splitAxis(x, 2, -1)[1], splitAxis(x, 1, 1)[0]];
export const wholeOf = <B extends Dim, S extends Shape>(
  x: Tensor<[B, 4]>,
  y: Tensor<[...S, B]>,
): readonly [Tensor<[B, 4]>, Tensor<[...S, B]>] => [splitAxis(x, 1)[0], splitAxis(y, 1, -1)[0]];
export const partsOfMore = <A extends Dim, B extends Dim>(
  x: Tensor<[A, 6]>,
  y: Tensor<[B, 6]>,
): readonly [
  Tensor<[A, 6]>,
  Tensor<[A, 6]>,
  Tensor<[A, 6]>,
  Tensor<[Plus<Plus<A, B>, 1>, 6]>,
  Tensor<[Plus<Times<2, A>, 1>, 6]>,
] => {
  const [first, second] = splitAxis(tile(x, [2, 1]), 2);
  const longer = pad(repeat(x, 4, 0), [
    [2, 0],
    [0, 0],
  ]);
  return [
    add(first, x),
    second,
    splitAxis(concatenate([x, x, x]), 3)[2],
    splitAxis(concatenate([x, y, t([2, 6]), y, x]), 2)[0],
    splitAxis(longer, 2)[1],
  ];
};
export const partsOfMoreOf: readonly [Tensor<[5, 6]>, Tensor<['2*n+1', 6]>] = [
  partsOfMore(t([2, 6]), t([2, 6]))[3],
  partsOfMore(t(['n', 6]), t(['m', 6]))[4],
];
export const genericPad = <B extends Dim>(x: Tensor<[B, 4]>): Tensor<[B, 6]> =>
  pad(x, [
    [0, 0],
    [1, 1],
  ]);
// One sum, of all that is added.
export const genericLonger = <L extends Dim>(x: Tensor<[L, 4]>): readonly [Tensor<[Plus<L, 1>, 4]>, Tensor<[Plus<L, 3>, 4]>] => [
  pad(x, [
    [1, 0],
    [0, 0],
  ]),
  pad(x, [
    [1, 2],
    [0, 0],
  ]),
];
export const genericDType = <D extends Float>(x: Tensor<[2], D>, y: Tensor<[2], D>): Tensor<[4], D> => concatenate([x, y]);
// Next tokens in a generic body: along a name, and along a type parameter, which is taken to have an element.
export const nextTokens = <B extends Dim, V extends Dim>(
  x: Tensor<[B, 'seq', V]>,
): readonly [Tensor<[B, 'seq-1', V]>, Tensor<[B, 'seq-1', V]>, Tensor<[B, V]>] => [
  slice(x, [null, [0, -1]]),
  slice(x, [null, [1, null]]),
  slice(x, [null, -1]),
];
export const nextOfAny = <B extends Dim, L extends Dim>(
  x: Tensor<[B, L]>,
): readonly [Tensor<[B, Minus<L, 1>]>, Tensor<[B, Minus<L, 1>]>, Tensor<[B, Minus<L, 1>]>] => [
  slice(x, [null, [0, -1]]),
  slice(x, [null, [null, -1]]),
  slice(x, [null, [1, null]]),
];
export const changes = <B extends Dim, L extends string>(x: Tensor<[B, L, 3]>): Tensor<[B, Minus<L, 1>, 3]> =>
  subtract(slice(x, [null, [1, null]]), slice(x, [null, [null, -1]]));
export const changed: readonly [Tensor<[2, 'seq-1', 3]>, Tensor<['batch', 'seq-2', 3]>] = [
  changes(t([2, 'seq', 3])),
  changes(changes(t(['batch', 'seq', 3]))),
];
export const pieces = <B extends Dim, L extends Dim>(
  x: Tensor<[B, L, 4]>,
): readonly [
  Tensor<[L, 4]>,
  Tensor<[B, 4]>,
  Tensor<[1, L, 2]>,
  Tensor<[B, 1, 4]>,
  Tensor<[B, 1, 4]>,
  Tensor<[B, Minus<L, 1>, 4]>,
] => [
  slice(x, [0]),
  slice(x, [null, -1]),
  slice(x, [
    [0, 1],
    [0, null],
    [1, 3],
  ]),
  slice(x, [null, [-1, null]]),
  pipe(
    x,
    slice([
      [null, null],
      [null, 1],
    ]),
  ),
  slice([null, [1, null]])(x),
];

// What a generic axis is cut by and made longer by is one sum, and what cancels is gone: causal shifts, teacher forcing.
export const before = <L extends Dim, D extends Dim>(x: Tensor<[L, D]>, first: Tensor<[1, D]>): Tensor<[L, D]> =>
  subtract(x, concatenate([first, slice(x, [[0, -1]])]));
export const after = <L extends Dim, D extends Dim>(x: Tensor<[L, D]>): Tensor<[L, D]> =>
  pad(slice(x, [[1, null]]), [
    [0, 1],
    [0, 0],
  ]);
export const beforeLast = <B extends Shape, L extends Dim>(
  x: Tensor<[...B, Minus<L, 1>, 3]>,
  first: Tensor<[...B, 1, 3]>,
): Tensor<[...B, L, 3]> => concatenate([first, x], -2);
export const twoBefore = <L extends Dim>(x: Tensor<[L, 4]>): Tensor<[L, 4]> =>
  slice(
    pad(x, [
      [2, 0],
      [0, 0],
    ]),
    [[0, -2]],
  );
export const inside = <L extends Dim>(x: Tensor<[Plus<L, 2>, 4]>): Tensor<[L, 4]> => slice(slice(x, [[1, null]]), [[0, -1]]);
export const cutInTwo = <L extends Dim>(
  x: Tensor<[L, 4]>,
  longer: Tensor<[Plus<L, 2>, 4]>,
): readonly [Tensor<[L, 4]>, Tensor<[Plus<L, 2>, 4]>] => [
  concatenate([slice(x, [[0, 1]]), slice(x, [[1, null]])]),
  concatenate([inside(longer), t([2, 4])]),
];
// A step of 1 is none; others make quotients, which are used like other sizes.
export const everyOne = <L extends Dim, D extends Dim>(x: Tensor<[L, D]>): readonly Tensor<[L, D]>[] => [
  slice(x, [[null, null, 1]]),
  slice(x, [null, [0, null, 1]]),
  pipe(x, slice([[0, null, 1]])),
];
export const everySecond = <L extends Dim, D extends Dim>(
  x: Tensor<[L, D]>,
): readonly [Tensor<[Floor<Plus<L, 1>, 2>, D]>, Tensor<[Floor<L, 2>, D]>, Tensor<[Floor<Plus<L, 3>, 4>, D]>] => {
  const evens = slice(x, [[0, null, 2]]);
  return [
    add(evens, pipe(x, slice([[null, null, 2]]))),
    slice(x, [[1, null, 2]]),
    add(slice(evens, [[0, null, 2]]), slice(x, [[null, null, 4]])),
  ];
};
export const inTwo = <L extends Dim, D extends Dim>(x: Tensor<[L, D]>) => concatenate([everySecond(x)[0], everySecond(x)[1]]);
export const inTwoOf: readonly [Tensor<[7, 3]>, Tensor<['floor(seq/2)+floor((seq+1)/2)', 3]>, Tensor<['2*seq', 3]>] = [
  inTwo(t([7, 3])),
  inTwo(t(['seq', 3])),
  inTwo(t(['2*seq', 3])),
];
export const everySecondOf: readonly [Tensor<[4, 3]>, Tensor<[3, 3]>, Tensor<[2, 3]>] = everySecond(t([7, 3]));
export const everyThird = <L extends Dim>(
  x: Tensor<[L]>,
): readonly [Tensor<[Floor<Plus<L, 1>, 3>]>, Tensor<[Floor<Plus<L, 2>, 3>]>, Tensor<[1]>, Tensor<[Plus<Floor<L, 3>, 1>]>] => [
  slice(x, [[1, null, 3]]),
  slice(x, [[null, null, 3]]),
  slice(x, [[0, 1, 3]]),
  slice(pad(x, [[1, 0]]), [[0, null, 3]]),
];
// What is a multiple of the step is none of the quotient.
export const everyOfMore = <L extends Dim>(
  x: Tensor<[L]>,
): readonly [Tensor<[L]>, Tensor<[L]>, Tensor<[Times<2, L>]>, Tensor<[Plus<L, 1>]>, Tensor<[Plus<Floor<L, 2>, 1>]>] => [
  slice(tile(x, [2]), [[0, null, 2]]),
  slice(concatenate([x, x]), [[1, null, 2]]),
  slice(tile(x, [4]), [[0, null, 2]]),
  slice(pad(tile(x, [2]), [[3, 0]]), [[1, null, 2]]),
  slice(pad(x, [[2, 0]]), [[1, null, 2]]),
];
export const everyOfMoreOf: readonly [Tensor<[6]>, Tensor<['n']>, Tensor<['floor(n/2)+1']>] = [
  everyOfMore(t([6]))[0],
  everyOfMore(t(['n']))[1],
  everyOfMore(t(['n']))[4],
];
export const sums = <L extends Dim, M extends Dim>(
  x: Tensor<[L]>,
  y: Tensor<[M]>,
): readonly [Tensor<[Plus<L, 3>]>, Tensor<[Plus<L, M>]>, Tensor<[Plus<Plus<L, M>, 2>]>, Tensor<[Plus<L, 'seq-1'>]>] => [
  pad(pad(x, [[1, 0]]), [[0, 2]]),
  concatenate([pad(x, [[1, 0]]), slice(y, [[1, null]])]),
  concatenate([t([1]), x, y, t([1])]),
  concatenate([slice(t(['seq']), [[1, null]]), x]),
];
// What was added is there: it can be cut off again, and looked at.
export const added = <L extends Dim>(
  x: Tensor<[L, 4]>,
): readonly [Tensor<[L, 4]>, Tensor<[4]>, Tensor<[4]>, Tensor<[3, 4]>, Tensor<[1, 4]>] => {
  const longer = pad(x, [
    [2, 1],
    [0, 0],
  ]);
  return [slice(longer, [[2, -1]]), slice(longer, [3]), slice(longer, [-4]), slice(longer, [[1, 4]]), slice(longer, [[-3, -2]])];
};
export const beforeOf: readonly [Tensor<[5, 2]>, Tensor<['seq', 2]>, Tensor<['seq-2', 4]>] = [
  before(t([5, 2]), t([1, 2])),
  before(t(['seq', 2]), t([1, 2])),
  inside(t(['seq', 4])),
];

// A count of 1 leaves an axis as it is.
export const wider = <B extends Dim>(x: Tensor<[B, 4]>): readonly [Tensor<[B, 8]>, Tensor<[B, 4]>] => [
  tile(x, [1, 2]),
  repeat(repeat(x, 1, 0), 1, -1),
];
// Whatever stands behind the axis that is cut.
export const first = <B extends Dim, S extends Shape>(
  x: Tensor<[B, ...S]>,
): readonly [Tensor<S>, Tensor<[Minus<B, 1>, ...S]>, Tensor<[B, ...S]>] => [
  slice(x, [0]),
  slice(x, [[0, -1]]),
  slice(x, [[null, null]]),
];
export const ofOuter = <A extends Dim>(x: Tensor<[A]>): Tensor<[A, 3]> => slice(outer(pad(x, [[2, 0]]), t([3])), [[0, -2]]);
