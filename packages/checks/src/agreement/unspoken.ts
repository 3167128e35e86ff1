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
    reason: 'to be mended: a scalar of another dtype, where an axis is needed',
    call: /^\w+\(t\(\[\], '\w+'\)/,
    said: /parameter of type 'never'/,
  },
  {
    reason: 'to be mended: of two mistakes, compiler and run time tell different ones first: the pattern, and the kind',
    call: /^reduce\(.*'median'/,
    said: /"reduce: /,
  },
];

/** What no type can tell, or tells not yet. */
const onlyAtRunTime: readonly { readonly reason: string; readonly call?: RegExp; readonly message: RegExp }[] = [
  {
    reason: 'whether a name is long enough for an index',
    message: /^slice: index -?\d+ is out of range for axis \d+ of \[.*[a-z]/,
  },
  { reason: 'whether a name is long enough for a range', message: /^slice: range \[-?\d+, \d.*\] does not fit axis/ },
  { reason: 'whether a name is long enough for a window', message: /^\w+: (window|kernel) .* is larger than axis .*: .*=\d+/ },
  { reason: 'whether a name divides into batches', message: /^batches: \d+ examples do not divide/ },
  { reason: 'to be mended: an accuracy where there are no classes', call: /^R\.accuracy/, message: /^argMax: axis/ },
  {
    reason: 'whether a size is above 2^31 - 1, as the function says that is called',
    message: /^(flatten|tile|repeat|conv|concatenate): axis \d+ is [\d.e+]{10,}, not an integer from 0 to 2\^31 - 1$/,
  },
  {
    reason: 'whether there are more elements to draw than counters',
    message: /^\w+: \[.*\] has [\d.e+]+ elements, more than 2\^31 - 1$/,
  },
];

/** Whether run time alone can say what is wrong. */
export const isRunTime = (code: string, message: string): boolean =>
  onlyAtRunTime.some((one) => one.message.test(message) && (one.call === undefined || one.call.test(code)));

/** Whether a call is refused without a sentence for a reason that is known. */
export const unspoken = (code: string, compiler: readonly string[]): boolean =>
  list.some(({ call, said }) => call.test(code) && compiler.some((text) => said.test(text)));
