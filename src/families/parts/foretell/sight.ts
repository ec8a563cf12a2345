import type { WrittenCheck } from '../../../domain/family.ts';
import type { Canvas, Placed } from './canvas.ts';
import type { Found } from './find.ts';

/** What a check looks at. */
export interface Sight {
  readonly check: WrittenCheck;
  readonly subjects: readonly Placed[];
  /** The same subjects with all that matches, for checks that count. */
  readonly found: readonly Found[];
  readonly canvas: Canvas;
}

/** How far a check is from its threshold, at least 1 where nobody can doubt it; below 0 it is unmet. */
export type Sureness = number;

/** Foretells one kind of check, by the same rules as its grader (docs/checks.md). */
export type Foresight = (sight: Sight) => Sureness;

export const SURELY_MET: Sureness = 1;
export const SURELY_UNMET: Sureness = -1;
export const NOBODY_KNOWS: Sureness = 0;

/** Pixels, strokes and tips move a measured place by less than this, a fraction of D. */
export const DOUBT = 0.008;

/** A parameter of a check that is a number. */
export function parameter({ check }: Sight, key: string, otherwise: number): number {
  const value = check[key];
  return typeof value === 'number' ? value : otherwise;
}

/** The two subjects that a check compares. @throws RangeError for fewer. */
export function pairOf({ subjects, check }: Sight): readonly [Placed, Placed] {
  const [one, other] = subjects;
  if (one === undefined || other === undefined)
    throw new RangeError(`"${check.id}": expected two subjects, got ${subjects.length}`);
  return [one, other];
}
