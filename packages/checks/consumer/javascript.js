import assert from 'node:assert/strict';
import * as core from '@cotangent/core';
import * as primitives from '@cotangent/core/primitives';
import * as grad from '@cotangent/grad';
import * as nn from '@cotangent/nn';
import * as train from '@cotangent/train';

for (const module of [core, primitives, grad, nn, train]) assert.equal(typeof module, 'object');
console.log(`${process.version}: ok`);
