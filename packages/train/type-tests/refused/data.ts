/** Data whose examples are not as many. */
import { dim, ones, zeros } from '@cotangent/core';
import { applyUpdates, batches, trainTestSplit } from '@cotangent/train';

batches({ y: zeros([dim('examples', 12)], 'i32'), x: ones([12, 4]) }, 3);
batches([ones([12, 4]), zeros([dim('examples', 12)], 'i32')], 3);
batches({ x: ones([12, 4]) }, ones([1]).size > 0 ? 3 : 4);
trainTestSplit({ y: zeros([dim('examples', 12)], 'i32'), x: ones([12, 4]) }, { test: 0.25 });
applyUpdates({ w: ones([dim('examples', 12)]) }, { w: ones([12]) });
