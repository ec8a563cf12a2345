import type { Grade } from '../domain/verdict.ts';

/** A grade's reading as its column: empty for "none of them", null where the task has no readings. */
export function toReadingColumn(reading: Grade['reading']): string | null {
  if (reading === undefined) return null;
  return reading ?? '';
}

/** The part of a grade that a column says. */
export function fromReadingColumn(column: string | null): Pick<Grade, 'reading'> {
  return column === null ? {} : { reading: column === '' ? null : column };
}
