/** Whether a value is an object with a field, of what only untyped callers can pass otherwise. */
export const hasField = (value: unknown, name: string): boolean => typeof value === 'object' && value !== null && name in value;
