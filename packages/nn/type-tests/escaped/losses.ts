/** What only run time finds: the number of a loss that waits for its predictions. */
import { ones, zeros } from '@cotangent/core';
import { huber } from '@cotangent/nn';

huber(zeros([4]), { delta: -1 })(ones([4]));
huber(zeros([4]), { delta: 0 })(ones([4]));
