import { vmap } from '@cotangent/grad';
import { square, xs } from '../functions.ts';

// Whether a result varies over the batch depends on what the function does.
vmap(square, { out: null })(xs);
