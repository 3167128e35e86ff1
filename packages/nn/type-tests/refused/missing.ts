/** Options of layers that may be missing, or one of several. */
import { dense, initializers, input, type Initializer } from '@cotangent/nn';
import { pipe } from 'fp-ts/lib/function.js';

declare const unbiased: { readonly bias?: false };
declare const double: { readonly dtype?: 'f64' };
declare const perhaps: { readonly bias: false } | undefined;
declare const either: { readonly bias: false | Initializer };

dense(4, 3, unbiased);
dense(4, 3, double);
dense(4, 3, perhaps);
dense(4, 3, either);
pipe(input(4), dense('a', 3, unbiased));
pipe(input(4), dense('a', 3, perhaps));
pipe(input(4), dense('a', 3, { bias: Math.random() < 0.5 ? false : initializers.zeros }));
