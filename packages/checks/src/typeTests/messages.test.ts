import { expect, test } from 'vitest';
import { essence, ourMessages } from './messages.ts';

const at = (message: string, code = 2345, column = 8) => ({ path: 'refused/a.ts', line: 3, column, code, message });

test('our messages are told from the quotation marks in types', () => {
  const message = `Argument of type '{ a: Tensor<["n", 4], "f32">; b: Tensor<[4], "f32">; }' is not assignable to type '"add: say dim(\\"n\\", 4)" | \`sum: axis \${N}\`'.`;
  expect(ourMessages(at(message))).toEqual(['add: say dim("n", 4)', 'sum: axis ${N}']);
});

test('overloads count by the last of them, wherever a compiler places the error', () => {
  const seven = `No overload matches this call.\n  The last overload gave the following error.\n    not type '"tril: b"'`;
  const six = `No overload matches this call.\n  Overload 1 of 2, '(x: "tril: a")', gave the following error.\n    not type '"tril: a"'\n  Overload 2 of 2, '(x: "tril: b")', gave the following error.\n    not type '"tril: b"'`;
  expect(essence(at(seven, 2769, 12))).toEqual(essence(at(six, 2769, 1)));
  expect(essence(at(seven, 2769))).not.toEqual(essence(at(six.replaceAll('tril: b', 'tril: c'), 2769)));
});

test('places, codes and our words tell other errors apart', () => {
  const one = essence(at(`"add: a"`));
  expect(essence(at(`"add: a" and more`))).toEqual(one);
  expect(essence(at(`"add: a"`, 2741))).toEqual(one);
  for (const other of [at(`"add: b"`), at(`"add: a"`, 2322), at(`"add: a"`, 2345, 9)]) expect(essence(other)).not.toEqual(one);
});
