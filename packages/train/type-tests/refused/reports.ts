/** What shows how a run goes, of what is no writer, no event and no matrix. */
import { ones } from '@cotangent/core';
import { confusionMatrix, getObserverMonoid, progressBar, showConfusionMatrix, silent } from '@cotangent/train';
import { batch, scores } from '../model.ts';

progressBar();
progressBar('epoch');
progressBar({ write: (text: string) => text }, { every: '10' });
silent();
silent('started');
getObserverMonoid().concat(silent, 10);
showConfusionMatrix(scores);
showConfusionMatrix(ones([3, 4], 'i32'));
showConfusionMatrix(confusionMatrix(scores, batch.y), 3);
