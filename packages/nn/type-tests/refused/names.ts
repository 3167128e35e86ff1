/** Names that are no literals: the type would claim layers that are not there. */
import { dense, named } from '@cotangent/nn';

export const anyName = (name: string) => dense(name, 3);
export const eitherName = (name: 'a' | 'b') => dense(name, 3);
export const nameOrSize = (first: 'a' | 4) => dense(first, 3);
export const anyNamed = (name: string) => named(name, dense(3, 3));
export const eitherNamed = (name: 'a' | 'b') => named(name, dense(3, 3));
