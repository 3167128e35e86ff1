import { multiply, type Tensor } from '@cotangent/core';
import { grad } from '@cotangent/grad';
import { square } from '../functions.ts';

export const scaled = grad((a: Tensor<[3]>, k = 2) => multiply(square(a), k));
