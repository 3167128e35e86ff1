import { ones, scan, zeros } from '@cotangent/core';
import { vmap } from '@cotangent/grad';
import { affine, params, product, square, twice, x, xs } from '../functions.ts';

vmap(square, { in: null })(x);
vmap(product, { in: [0, 0, 0] })(xs, xs);
vmap(square, { out: 1 })(xs);
vmap(twice, { out: 2 })(xs);
vmap(square, { out: null })(xs);
vmap(affine, { in: [{ weight: null, bais: null }, 0] })(params, xs);
scan((h, a) => [h, a], zeros([3]), ones([]));
scan((h, a) => [h, a.left], zeros([3]), { left: xs, right: ones([4, 3]) });
scan((h, a) => [h, a], { h: zeros([3]) }, 3);
scan((h, a) => [{ h: h.h, more: a }, a], { h: zeros([3]) }, xs);
