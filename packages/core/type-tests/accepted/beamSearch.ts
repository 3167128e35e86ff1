/** Decoding with several hypotheses a row: four beams, a vocabulary of 1000 words. */
import {
  add,
  argSort,
  dim,
  divide,
  expandDims,
  logSoftmax,
  matmul,
  negate,
  ones,
  rearrange,
  remainder,
  repeat,
  scan,
  slice,
  take,
  takeAlongAxis,
  tanh,
  type Dim,
  type Tensor,
  zeros,
} from '@cotangent/core';

/** A step: of all beams with all words after them the four best, what they score, and the states of the beams that they go on from. */
export const beamStep = <B extends Dim, H extends Dim>(
  scores: Tensor<[B, 4]>,
  logits: Tensor<[B, 4, 1000]>,
  states: Tensor<[B, 4, H]>,
) => {
  const extended = add(expandDims(scores, -1), logSoftmax(logits));
  const candidates = rearrange(extended, 'b k v -> b (k v)');
  const chosen = slice(argSort(negate(candidates)), [null, [0, 4]]);
  const parents = divide(chosen, 1000);
  return {
    scores: takeAlongAxis(candidates, chosen, 1),
    parents,
    words: remainder(chosen, 1000),
    states: takeAlongAxis(states, repeat(parents, 'b k -> b k h', { h: states.dim(2) }), 1),
  };
};

interface Decoder<H extends Dim> {
  readonly embedding: Tensor<[1000, H]>;
  readonly hidden: Tensor<[H, H]>;
  readonly out: Tensor<[H, 1000]>;
}

/** Words and the beams before them, of as many steps as there are penalties: of any batch, width and length. */
export const decode = <B extends Dim, H extends Dim, L extends Dim>(
  p: Decoder<H>,
  start: Tensor<[B, 4, H]>,
  first: Tensor<[B, 4], 'i32'>,
  penalties: Tensor<[L]>,
): readonly [Tensor<[B, 4]>, { readonly words: Tensor<[L, B, 4], 'i32'>; readonly parents: Tensor<[L, B, 4], 'i32'> }] => {
  const [last, steps] = scan(
    ({ scores, states, words }, penalty) => {
      const seen = tanh(add(matmul(states, p.hidden), take(p.embedding, words, 0)));
      const next = beamStep(scores, matmul(seen, p.out), seen);
      return [
        { scores: add(next.scores, penalty), states: next.states, words: next.words },
        { words: next.words, parents: next.parents },
      ];
    },
    { scores: zeros([start.dim(0), 4]), states: start, words: first },
    penalties,
  );
  return [last.scores, steps];
};

const [rows, length] = [dim('rows', 3), dim('length', 5)];

export const stepped: {
  readonly scores: Tensor<['rows', 4]>;
  readonly words: Tensor<['rows', 4], 'i32'>;
  readonly states: Tensor<['rows', 4, 7]>;
} = beamStep(ones([rows, 4]), ones([rows, 4, 1000]), ones([rows, 4, 7]));
export const decoded: Tensor<['length', 'rows', 4], 'i32'> = decode(
  { embedding: ones([1000, 7]), hidden: ones([7, 7]), out: ones([7, 1000]) },
  ones([rows, 4, 7]),
  zeros([rows, 4], 'i32'),
  zeros([length]),
)[1].words;
