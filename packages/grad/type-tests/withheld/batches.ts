import { dim, ones, type Tensor } from '@cotangent/core';
import { vmap } from '@cotangent/grad';
import { square } from '../functions.ts';

export const nested: Tensor<['outer', 'batch']> = vmap(vmap(square))(ones([dim('outer', 2), dim('batch', 5), 3]));
