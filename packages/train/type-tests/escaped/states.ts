/** The states of optimizers that remember more, in the place of those that remember less. */
import { adam, constant, scaleBySchedule, sgd } from '@cotangent/train';
import { moment } from '../model.ts';

sgd({ rate: 1 }).update(moment, adam({ rate: 1 }).init(moment), moment);
sgd({ rate: 1 }).update(moment, sgd({ rate: 1, momentum: 0.5 }).init(moment), moment);
scaleBySchedule(constant(1)).update(moment, adam({ rate: 1 }).init(moment), moment);
