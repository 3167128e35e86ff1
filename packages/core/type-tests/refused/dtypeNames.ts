/** What is no dtype, or not one that a function makes. */
import {
  arange,
  convert,
  eye,
  fromArray,
  fromNested,
  fromUnknown,
  full,
  getRing,
  key,
  linspace,
  normal,
  oneHot,
  ones,
  randint,
  refine,
  scalar,
  spec,
  tensor,
  tensorCodec,
  truncatedNormal,
  uniform,
  zeros,
} from '@cotangent/core';
import { t } from '../tensors.ts';

ones([2], 'float32');
zeros([2], 'int');
full([2], 1, 'double');
eye(2, 'float');
tensor([1, 2], 'float32');
tensor(1, 'f16');
scalar(1, 'number');
fromArray([1, 2], [2], 'int32');
fromNested([1, 2], [2], 'bf16');
fromUnknown([1, 2], 'boolean');
tensorCodec([2], 'string');
spec([2], 'float64');
oneHot(t([2], 'i32'), 3, 'float');
oneHot(t([2], 'i32'), 3, 3);
getRing([2], 'f64');
linspace(0, 1, 3, 'i32');
arange(3, 'int');
arange(0, 3, 'bool');
arange(0, 3, 1, 'long');
uniform(key(0), [2], { dtype: 'i32' });
normal(key(0), [2], { dtype: 'float32' });
truncatedNormal(key(0), [2], { dtype: 'double' });
randint(key(0), [2], { max: 3, dtype: 'f32' });
convert(t([3]), 'int');
convert(t([3]), 3);
refine(t([3]), [3], 'float32');

export const chosen = (dtype: string) => ones([2], dtype);
export const converted = (dtype: string) => convert(t([3]), dtype);
