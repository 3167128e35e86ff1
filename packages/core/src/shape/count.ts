/**
 * How many numbers there are from a start to a stop, in types.
 */
import type { Add, Divide, Subtract } from './arithmetic.ts';
import type { One } from './single.ts';

/** `A - B` for integers of either sign, 0 when it is negative. */
type Distance<A extends number, B extends number> = `${A}` extends `-${infer MinusA extends number}`
  ? `${B}` extends `-${infer MinusB extends number}`
    ? Clip<Subtract<MinusB, MinusA>>
    : 0
  : `${B}` extends `-${infer MinusB extends number}`
    ? Add<A, MinusB>
    : Clip<Subtract<A, B>>;

type Clip<N> = N extends number ? N : 0;

/** The quotient, rounded up. */
type Ceiling<A extends number, B extends number> =
  Divide<A, B> extends [infer Quotient extends number, infer Rest] ? (Rest extends 0 ? Quotient : Add<Quotient, 1>) : never;

/** How many of `start, start + step, ...` lie before `stop`. */
export type Count<
  Start extends number,
  Stop extends number,
  Step extends number,
> = `${Step}` extends `-${infer Down extends number}`
  ? Ceiling<Distance<Start, Stop>, Down>
  : Ceiling<Distance<Stop, Start>, Step>;

/** Why a bound that is no integer is refused. */
export type FractionalBound = 'arange counts in integers: for fractions use linspace(start, stop, count)';

/** Why a step of nothing is refused. */
export type ZeroStep = 'arange: the step is 0';

/** Why a bound that the compiler does not know is refused. */
export type WideBound = 'the bound is a `number`, not a literal: count to a named size, arange(dim("name", size))';

/** An integer bound of a count, or why it is refused. */
export type Bound<N extends number> = number extends N
  ? WideBound
  : `${N}` extends `${string}.${string}` | `${string}e${string}`
    ? FractionalBound
    : One<'arange', 'the bound', N>;

/** The step of a count, or why it is refused. */
export type StepBound<N extends number> = [N] extends [0] ? ZeroStep : Bound<N>;
