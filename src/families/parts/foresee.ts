import type { WrittenCheck } from '../../domain/family.ts';
import type { SubjectSpec } from '../../domain/subject.ts';
import { FORESEEN } from './foresee-checks.ts';
import { type Found, find } from './foresee-subjects.ts';
import { boxOfThings, inkOfThing, type Thing } from './things.ts';

/** What the graders need to know of a task. */
export interface Question {
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  readonly checks: readonly WrittenCheck[];
}

/** What graders will say of a drawing. `unsure`: criteria that are near their threshold. */
export interface Foreseen {
  readonly fails: readonly string[];
  readonly unsure: readonly string[];
}

/** Ink of a subject beside the box of all ink: from where it is there, and from where nobody can doubt it. */
const LEAST_SHARE = 0.0005;
const SURE_SHARE = 0.0007;

/** What one check will say: how far from its threshold, at least 1 where nobody can doubt it; < 0 is unmet. */
export type Sureness = number;

/**
 * Says from a layout alone which criteria a drawing of it fails, as the graders will find them in the PDF. Nothing in
 * the layout may cover anything that is measured. @throws Error for a check that it doesn't know.
 */
export function foresee({ subjects, checks }: Question, things: readonly Thing[]): Foreseen {
  const found = Object.fromEntries(
    Object.entries(subjects).map(([name, spec]) => [name, find(spec, things)]),
  );
  const { xMin, xMax, yMin, yMax } = boxOfThings(things);
  const diagonal = Math.hypot(xMax - xMin, yMax - yMin);
  const share = (all: readonly Thing[]) =>
    all.reduce((sum, thing) => sum + inkOfThing(thing), 0) / ((xMax - xMin) * (yMax - yMin));
  const shares = Object.entries(found).map(([name, { all }]): [string, number] => [
    `${name}-there`,
    share(all),
  ]);
  const fails = new Set(shares.flatMap(([id, part]) => (part < LEAST_SHARE ? id : [])));
  const unsure = shares.flatMap(([id, part]) => (part > 0 && part < SURE_SHARE ? id : []));
  for (const check of checks) {
    const sureness = surenessOf(check, { found, diagonal, fails, things });
    if (sureness < 0) fails.add(check.id);
    if (Math.abs(sureness) < 1) unsure.push(check.id);
  }
  return { fails: [...fails], unsure };
}

interface Known {
  readonly found: Readonly<Record<string, Found>>;
  readonly diagonal: number;
  readonly fails: ReadonlySet<string>;
  readonly things: readonly Thing[];
}

/** A criterion may need only those before it in the list. */
function surenessOf(check: WrittenCheck, { found, diagonal, fails, things }: Known): Sureness {
  if ([check.needs ?? []].flat().some((need) => fails.has(need))) return -1;
  const names = [check.of ?? []].flat();
  const subjects = names.map((name) => found[name] ?? { all: [], chosen: [] });
  const evaluate = FORESEEN[check.check];
  if (evaluate === undefined) throw new Error(`Nothing is foreseen of the check "${check.check}".`);
  const isThere = names.every((name) => !fails.has(`${name}-there`));
  const isCounted = check.check === 'count' || check.check === 'crossings';
  if (!isCounted && !(isThere && subjects.every(({ chosen }) => chosen.length > 0))) return -1;
  return evaluate({ subjects, check, diagonal, things });
}
