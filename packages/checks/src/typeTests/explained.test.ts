import { describe, expect, test } from 'vitest';
import { markdownExamples } from '../fences.ts';
import { readSource } from '../workspace.ts';
import { messagesIn, unexplained, wording } from './explained.ts';
import { suites } from './suites.ts';

/** What the page says that the compiler says: a message a line, or messages inside the compiler's own words. */
const explained = markdownExamples(readSource('docs/shapes.md')).flatMap(({ expectation }) =>
  expectation.kind === 'fails' && expectation.message !== undefined
    ? [...expectation.message.split('\n'), ...messagesIn(expectation.message)]
    : [],
);

/** What needs no explanation, and why. */
const apart: ReadonlyMap<string, string> = new Map([
  [
    'hessian: the function returns a tensor of shape ${ShowShape<S>}, not a scalar: take its sum or mean first',
    'a shape that is a type parameter, in a type that is printed whole',
  ],
  [
    "add: cannot tell whether the elements are numbers: bound their dtype, <D extends...' is not assignable to parameter of type '(a: Tensor<[",
    'a message that the compiler has cut, with what it says behind it',
  ],
  ['dense: ${NoneBefore<"a", In>}', 'what a step takes, in its type, which is printed whole'],
  ["reduce: 'any'", 'a function with its kind, as it begins messages, in a type that is printed by name'],
]);

const unexplainedOf = (folder: string): readonly string[] => {
  const said = messagesIn(readSource(`packages/${folder}/type-tests/refused.golden.txt`).text);
  return unexplained(said, explained).filter((text) => !apart.has(text));
};

describe('docs/shapes.md', () => {
  test.each(suites.map(({ folder }) => folder))('explains the messages of %s', (folder) => {
    expect(unexplainedOf(folder)).toEqual([]);
  });
});

describe('wording', () => {
  test.each([
    ['add: cannot broadcast [batch, 10] with [4]: 10 vs 4', 'where: cannot broadcast [2] with [2*a, b+1]: 2 vs b+1'],
    ['add: cannot broadcast [2] with [3]: 2 vs 3', 'add: cannot broadcast [${B}, 10] with [${Dims<S>}, 4]: ${B} vs 4'],
    ["rearrange: 'h w -> w h': axis 1 of [4, 6] is 6, not w=4", "reduce: 'a b': axis -1 of [n] is n, not (b=2 c=m)"],
    ['sum: needs numbers, got bool: convert it first', 'max: needs numbers, got i32: convert it first'],
    [
      'add: cannot tell whether [${Dims<S>}] broadcasts with [3]: why',
      'where: cannot tell whether [3, 4] broadcasts with [readonly 3, 4: write Tensor<[...typeof shape]>]: why',
    ],
  ])('is one for %j and %j', (a, b) => {
    expect(unexplained([a], [b])).toEqual([]);
    expect(unexplained([b], [a])).toEqual([]);
  });

  test.each([
    ['grad: params.n is a number: trees hold tensors', 'compile: arguments[1]["two words"] is null: trees hold tensors'],
    ["scan: the step's carry.h is f32[2], not f32[3] as carry.h", 'jvp: tangents[0] is f64[batch], not f32[3] as primals[0]'],
    ["jvp: tangents[0] has no field 'b', which primals[0] has", "scan: the step's carry has no field 'h', which carry has"],
    ['jvp: tangents is a list of 0, and primals is a list of 1', "scan: the step's carry.h is a record, and carry.h is a tensor"],
  ])('is one for trees, %j and %j', (a, b) => {
    expect(unexplained([a], [b])).toEqual([]);
  });

  test('is another for another reason', () => {
    expect(wording('sum: axis 2 is out of range for [3]')).toBe('_: axis _ is out of range for []');
    expect(unexplained(['sum: axis 2 is out of range for [3]'], ['sum: axis 2 cannot be counted in [3]'])).toHaveLength(1);
  });
});
