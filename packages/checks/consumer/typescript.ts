import * as core from '@cotangent/core';
import * as primitives from '@cotangent/core/primitives';
import * as grad from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as train from '@cotangent/train';

export const modules: readonly object[] = [core, primitives, grad, nn, train];
