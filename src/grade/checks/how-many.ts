import type { ParameterValue } from '../../domain/check.ts';

const WHOLE = { kind: 'number', min: 0, max: 1000, integer: true } as const;

/** Parameters of a check that counts. */
export const HOW_MANY = {
  is: { ...WHOLE, doc: 'Exactly this many.' },
  min: { ...WHOLE, doc: 'At least this many; instead of `is`.' },
  max: { ...WHOLE, doc: 'At most this many; instead of `is`.' },
} as const;

type Given = Readonly<Record<string, ParameterValue>>;

/** What is wrong with them, a sentence each. */
export function mistakesOfHowMany({ is, min, max }: Given): readonly string[] {
  if (is !== undefined && (min !== undefined || max !== undefined)) {
    return ['expected either "is", or "min" and "max", got both; leave one out'];
  }
  if (is === undefined && min === undefined && max === undefined) {
    return ['expected "is", "min" or "max", got none of them; say how many there are to be'];
  }
  if (Number(min ?? 0) > Number(max ?? Number.POSITIVE_INFINITY)) {
    return [`expected "min" to be at most "max", got ${min} and ${max}`];
  }
  return [];
}

/** The least and the most that are right. */
export function howMany({ is, min, max }: Given): { readonly least: number; readonly most: number } {
  return { least: Number(is ?? min ?? 0), most: Number(is ?? max ?? Number.POSITIVE_INFINITY) };
}

/** `exactly 2`, `at least 1`, `2 to 4` */
export function wantedNumber(least: number, most: number): string {
  if (least === most) return `exactly ${least}`;
  if (most === Number.POSITIVE_INFINITY) return `at least ${least}`;
  return least === 0 ? `at most ${most}` : `${least} to ${most}`;
}
