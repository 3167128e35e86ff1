/**
 * Mistakes that are refused without a sentence of ours, and why. All others are disagreements.
 */

/** A kind of call, and what the compiler, or run time, says of it. */
interface Unspoken {
  readonly reason: string;
  readonly call: RegExp;
  readonly said: RegExp;
}

const list: readonly Unspoken[] = [
  {
    reason: 'to be mended: of two wrong options, or two wrong sizes of a window, the compiler names neither',
    call: /^(conv|maxPool|minPool|averagePool|reduceWindow)\(/,
    said: /parameter of type 'Nonsense<|Type 'number' is not assignable to type 'string'/,
  },
  {
    reason: 'to be mended: a condition that is no boolean is set against a tensor of booleans',
    call: /^where\(/,
    said: /parameter of type 'Tensor<.*, "bool">'/,
  },
  {
    reason: 'to be mended: a number beside a tensor of booleans',
    call: /^(equal|notEqual|less|lessEqual|greater|greaterEqual|logical\w+)\(/,
    said: /parameter of type 'Tensor<\[\], "bool">'/,
  },
  {
    reason: 'to be mended: a range of one bound, or of four',
    call: /^slice\(/,
    said: /is not assignable to (parameter of )?type '("slice: the number of ranges is unknown|Range')/,
  },
];

/** Whether a call is refused without a sentence for a reason that is known. */
export const unspoken = (code: string, compiler: readonly string[]): boolean =>
  list.some(({ call, said }) => call.test(code) && compiler.some((text) => said.test(text)));
