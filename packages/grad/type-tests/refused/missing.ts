/** Batch axes, options and arguments that may be missing, or one of several. */
import { ones, type Tensor } from '@cotangent/core';
import { grad, jvp, valueAndGrad, vmap } from '@cotangent/grad';
import { product, x, lossAndOutput } from '../functions.ts';

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

declare const auxiliary: boolean;
declare const beside: { readonly auxiliary?: true };
declare const at: { readonly argument?: 1 };

valueAndGrad(product, { auxiliary });
valueAndGrad(product, { argument: 1, auxiliary });
valueAndGrad(product, beside);
valueAndGrad(product, at);
grad(product, { auxilary: true });
grad(product, { argnums: 1 });
grad(product, { argument: '1' });
grad(product, { auxiliary: true });
grad(product, 'x');
valueAndGrad(product, { argnums: 1 });
valueAndGrad(product, { argument: '1' });
jvp(product, [x], [x]);
valueAndGrad(lossAndOutput, { auxiliary: true, argnums: 1 });
valueAndGrad(lossAndOutput, { auxiliary: true, argument: 1, argnums: 1 });
valueAndGrad(product, { auxiliary: false, argnums: 1 });
