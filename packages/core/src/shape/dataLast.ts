/**
 * Functions that wait for their tensor.
 */

/**
 * What a data-last signature returns: `F`, once the call is resolved.
 *
 * While the checker infers an outer call it passes over every call to a function one of whose signatures is generic and returns
 * a function, even when another signature is meant, and decides about the outer call's other arguments without it. A return type that
 * is still a question, `Z` being a type parameter that is `0` by default, is no function to it.
 */
export type DataLast<Z, F> = Z extends 0 ? F : never;
