import { UsageError } from '../domain/usage-error.ts';
import { nearest } from '../util/nearest.ts';
import { printableLine } from '../util/printable.ts';

/** The mistake of a name that nothing has: what it is a name of, what is known, and the nearest of that. */
export function unknownName(what: string, got: string, known: readonly string[]): UsageError {
  const near = nearest(got, known);
  const hint = near === null ? '' : `; did you mean "${near}"?`;
  const list = known.map((name) => `"${name}"`).join(', ');
  return new UsageError(`unknown ${what} "${printableLine(got)}"; expected one of ${list}${hint}`, {
    remedy: 'See: otterbench models list',
  });
}
