import { UsageError } from '../domain/usage-error.ts';

/** What a flag's number must be. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

/** The number that was typed behind a flag (yargs would make NaN of `x`, and forget the `x`), or undefined where it was not given. */
export function readNumber(flag: string, typed: string | undefined, range: NumberRange): number | undefined {
  if (typed === undefined) return undefined;
  const number = typed.trim() === '' ? Number.NaN : Number(typed);
  const { from, to, isWhole } = range;
  if (number >= from && number <= to && (!isWhole || Number.isInteger(number))) return number;
  const wanted = `a ${isWhole ? 'whole number' : 'number'} from ${from} to ${to}`;
  throw new UsageError(`--${flag}: expected ${wanted}, got ${JSON.stringify(typed)}.`, {
    remedy: 'Run the command with --help to see what it takes.',
  });
}
