/** Several faults in one list are told of the list, not of its elements. */
import { dim, evaluate, mapTree, ones, scan } from '@cotangent/core';
import { t } from '../tensors.ts';

scan((h, _x) => [h, h], t([4]), [t([7, 4]), t([8, 4]), t([9, 4])]);
scan((h, x) => [h, x], [t([4]), 3, 'a'], t([7, 4]));
scan((_h, x) => [[t([3]), t([2])], x], [t([4]), t([5])], t([7, 4]));
evaluate([1, 'a']);
evaluate({ deep: [1, 'a'] });
mapTree((x) => x, [1, 'a']);
dim('a' as string, 3);
dim('a' as 'a' | 'b', 3);

export const token = (name: string) => ones([dim(name, 3), 4]);
