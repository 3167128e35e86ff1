/** Batch axes that may be missing, or one of several. */
import { ones, type Tensor } from '@cotangent/core';
import { vmap } from '@cotangent/grad';

const same = (x: Tensor<[3, 4]>) => x;
const record = (x: Tensor<[3, 4]>) => ({ a: x });
declare const into: { readonly in?: 1 };
declare const from: { readonly out?: 1 };
declare const perhaps: { readonly in: 1 } | undefined;
declare const either: 0 | 1;
declare const open: { readonly a?: 1 };

vmap(same, into)(ones([3, 5, 4]));
vmap(same, from)(ones([5, 3, 4]));
vmap(same, perhaps)(ones([3, 5, 4]));
vmap(record, { out: open })(ones([5, 3, 4]));
vmap(same, { out: either })(ones([5, 3, 4]));
vmap(same, { in: either });
vmap(same, { in: [either] });
