/**
 * The worked step: backpropagation by hand, every line recomputed, and the slips of a well-known kind of tutorial shown.
 */
import { printWorkedStep } from './tutorial/printWorkedStep.ts';

console.log(printWorkedStep());
