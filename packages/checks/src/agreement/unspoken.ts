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
    reason: 'where no number is wrong, the compiler says itself that includePadding is true or false',
    call: /^averagePool\(.*includePadding: 1/,
    said: /not assignable to type 'boolean'/,
  },
  {
    reason: 'of two mistakes the compiler tells the one in the step, which comes first; run time runs it when the data fit',
    call: /^scan\(/,
    said: /"(scan: the step's carry|sum: )/,
  },
  {
    reason: 'of two mistakes the compiler tells the one in the shape, run time the one in the element that it comes to first',
    call: /^tensor\(/,
    said: /"tensor: data(\[.*)?: expected an array of/,
  },
  {
    reason:
      'an activation takes a tensor of floats or a layer, as the compiler says of any other dtype; run time names the dtype',
    call: /^N\.\w+\(t\(/,
    said: /: expected a tensor of floats or a layer: /,
  },
  {
    reason: 'what a function takes that a derivative or a layer gives: the compiler sets both types beside each other',
    call: /^(G\.(vjp|hvp|linearize|linearTranspose)\(|\(\(layer\) =>)/,
    said: /^Argument of type 'Tensor<.* is not assignable to parameter of type 'Tensor</,
  },
];

/** What no type can tell, or tells not yet. */
const onlyAtRunTime: readonly { readonly reason: string; readonly call?: RegExp; readonly message: RegExp }[] = [
  {
    reason: 'whether a name is long enough for an index',
    message: /^slice: index -?\d+ is out of range for axis \d+ of \[.*[a-z]/,
  },
  { reason: 'whether a name is long enough for a range', message: /^slice: range \[(null|-?\d+), \d.*\] does not fit axis/ },
  { reason: 'whether a name is long enough for a window', message: /^\w+: (window|kernel) .* is larger than axis .*: .*=\d+/ },
  {
    reason: 'whether a type parameter is 0, of which a window that slides has none',
    call: /^\(<.* => .*conv\(/,
    message: /^conv: the window of .* is empty$/,
  },
  {
    reason: 'whether a type parameter is 0, beside which -1 may be any number',
    call: /^\(<.* => .*reshape\(/,
    message: /^reshape: \[(.*, )?0[,\]].* -> \[(.*, )?0[,\]].*: -1 stands for no whole number$/,
  },
  {
    reason: 'whether a type parameter is 0, of which there is no first element and no last',
    call: /^\(</,
    message: /^slice: index (0|-1) is out of range for axis \d+ of \[(.*, )?0(, .*)?\]$/,
  },
  {
    reason: 'whether a type parameter is 0, or all of it has been cut off, of which there is nothing to cut',
    call: /^\(</,
    message: /^slice: range \[.*\] does not fit axis \d+ of \[(.*, )?0(, .*)?\]$/,
  },
  {
    reason: 'whether a type parameter is 0, or all of it has been cut off, over which no window slides',
    call: /^\(</,
    message: /^\w+: (window|kernel) \[.*\] is larger than axis -\d of \[(.*, )?0(, .*)?\] with its padding: /,
  },
  { reason: 'whether a name divides into batches', message: /^batches: \d+ examples do not divide/ },
  {
    reason: 'how many examples a share of them is, which is rounded',
    message: /^trainTestSplit: [\d.]+ of \d+ examples leaves none/,
  },
  {
    reason: 'whether a size is above 2^31 - 1, as the function says that is called',
    message: /^\w+: axis \d+ is [\d.e+]{10,}, not an integer from 0 to 2\^31 - 1$/,
  },
  {
    reason: 'whether there are more elements to draw than counters',
    message: /^\w+: \[.*\] has [\d.e+]+ elements, more than 2\^31 - 1$/,
  },
  {
    reason: 'how many elements there are, where the number has more digits than types reckon with',
    message: /\b\d{16,}\b.* elements|elements vs .*\b\d{16,}\b/,
  },
];

/** Whether run time alone can say what is wrong. */
export const isRunTime = (code: string, message: string): boolean =>
  onlyAtRunTime.some((one) => one.message.test(message) && (one.call === undefined || one.call.test(code)));

/** Whether a call is refused without a sentence for a reason that is known. */
export const unspoken = (code: string, compiler: readonly string[]): boolean =>
  list.some(({ call, said }) => call.test(code) && compiler.some((text) => said.test(text)));
