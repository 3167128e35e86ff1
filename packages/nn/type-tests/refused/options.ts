/** Options that a layer or a loss does not have, or of another kind. */
import { dense, huber, initializers, input, sequential } from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';
import { x } from '../layers.ts';

dense('h', 8, { weights: initializers.zeros });
dense(4, 8, { weights: initializers.zeros });
dense(4, 8, { activation: 'relu' });
dense(4, 8, { weight: 'zeros' });
dense('h', 8, { weight: 'zeros' });
dense(4, 8, { bias: true });
dense('h', 8, { bias: true });
dense(4, 8, { dtype: 'f16' });
dense('h', 8, { dtype: 'f64' });
dense(4, 8, 'relu');
dense(4, 8, false);
dense(4, 8, 16);
dense('h', 8, null);
dense('h', 8, initializers.zeros);
dense('h', 8, [initializers.zeros]);
dense(4, 8, input(4));
dense(4, 8, x);
dense('h', 8, { weights: initializers.zeros })(input(4)).init(1);
pipe(input(4), dense('h', 8, { bias: true }), dense('out', 3));
sequential(input(4), dense(4, 8, { useBias: false }), dense(8, 3));
huber(x, x, { slope: 1 });
huber(x, x, { delta: 'one' });
huber(x, x, 2);
input([4], { dtype: 'f64' });
