import type { WrittenCheck } from '../../../domain/family.ts';
import type { SubjectSpec } from '../../../domain/subject.ts';
import { boxOf, inkOf } from '../outline.ts';
import type { Thing } from '../thing.ts';
import { type Canvas, canvasOf, type Placed, place } from './canvas.ts';
import { OF_CONTACTS } from './contacts.ts';
import { type Found, find } from './find.ts';
import { OF_LINES } from './lines.ts';
import { OF_PLACES } from './places.ts';
import { type Foresight, NOBODY_KNOWS, SURELY_MET, SURELY_UNMET, type Sureness } from './sight.ts';
import { OF_SIZES } from './sizes.ts';

/** What a task asks, as far as graders need to know it. */
export interface Asked {
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  readonly checks: readonly WrittenCheck[];
}

/** What the graders will say of a drawing. */
export interface Foretold {
  /** Ids of the criteria that fail, the implied ones first. */
  readonly fails: readonly string[];
  /** Those of them that fail by what they measure, not because something is missing or what they need fails. */
  readonly measured: readonly string[];
  /** Ids of those too near their threshold to foretell. */
  readonly unsure: readonly string[];
}

const FORESIGHTS: Readonly<Record<string, Foresight>> = {
  count: ({ found, check }) => (found[0]?.all.length === check.is ? SURELY_MET : SURELY_UNMET),
  colour: ({ subjects, check }) =>
    subjects[0]?.things.every(({ colour }) => colour === check.is) ? SURELY_MET : SURELY_UNMET,
  ...OF_PLACES,
  ...OF_CONTACTS,
  ...OF_SIZES,
  ...OF_LINES,
};
/** Checks that speak of all that matches, be it none. */
const COUNTING = ['count', 'crossings'];

/** Foretells, from the things alone, every criterion of a task for a drawing of them. @throws RangeError for a check that nothing is foretold of. */
export function foretell(things: readonly Thing[], { subjects, checks }: Asked): Foretold {
  const canvas = canvasOf(things);
  const found = new Map(Object.entries(subjects).map(([name, spec]) => [name, find(spec, things)]));
  const known = new Map([...found].map(([name, one]) => [`${name}-there`, presence(one, canvas)]));
  const task: Task = { checks, canvas, found, known, places: new Map(), measured: [] };
  for (const check of checks) surenessOf(check, task);
  const ids = [...known];
  return {
    fails: ids.filter(([, sureness]) => sureness < 0).map(([id]) => id),
    measured: task.measured,
    unsure: ids.filter(([, sureness]) => Math.abs(sureness) < 1).map(([id]) => id),
  };
}

/** A task beside a drawing; the last three fill as its checks are looked at. */
interface Task {
  readonly checks: readonly WrittenCheck[];
  readonly canvas: Canvas;
  readonly found: ReadonlyMap<string, Found>;
  readonly known: Map<string, Sureness>;
  readonly places: Map<string, Placed | null>;
  readonly measured: string[];
}

function surenessOf(check: WrittenCheck, task: Task): Sureness {
  const sureness = task.known.get(check.id) ?? look(check, task);
  task.known.set(check.id, sureness);
  return sureness;
}

function look(check: WrittenCheck, task: Task): Sureness {
  const foresight = FORESIGHTS[check.check];
  if (foresight === undefined) throw new RangeError(`nothing is foretold of the check "${check.check}"`);
  if (listOf(check.needs).some((id) => isUnmet(id, task))) return SURELY_UNMET;
  const { canvas, found } = task;
  const names = listOf(check.of);
  const all = names.flatMap((name) => found.get(name) ?? []);
  const isCounting = COUNTING.includes(check.check);
  const subjects = isCounting ? [] : placesOf(names, task);
  if (!isCounting && subjects.length < names.length) return SURELY_UNMET;
  const sureness = foresight({ check, canvas, subjects, found: all });
  if (sureness < 0) task.measured.push(check.id);
  return sureness;
}

function isUnmet(id: string, task: Task): boolean {
  const check = task.checks.find((one) => one.id === id);
  return (check === undefined ? (task.known.get(id) ?? SURELY_MET) : surenessOf(check, task)) < 0;
}

function placesOf(names: readonly string[], task: Task): readonly Placed[] {
  return names.flatMap((name) => (isUnmet(`${name}-there`, task) ? [] : (placeOf(name, task) ?? [])));
}

function placeOf(name: string, { places, found, canvas }: Task): Placed | null {
  const known = places.get(name);
  if (known !== undefined) return known;
  const placed = place(found.get(name)?.chosen ?? [], canvas);
  places.set(name, placed);
  return placed;
}

/** Ink of a subject beside the box of all ink: from where it is there, and from where nobody can doubt it. */
const LEAST_SHARE = 0.0005;
const SURE_SHARE = 0.0007;
/** A fraction of D: half of the length from which what is slim is there. */
const SURELY_SHORT = 0.009;

function presence({ all }: Found, canvas: Canvas): Sureness {
  const { xMin, xMax, yMin, yMax } = canvas.box;
  const ink = all.reduce((sum, thing) => sum + inkOf(thing), 0);
  const share = ((place(all, canvas)?.visibleShare ?? 0) * ink) / ((xMax - xMin) * (yMax - yMin));
  if (share > 0 && Math.abs(share - LEAST_SHARE) < SURE_SHARE - LEAST_SHARE) return NOBODY_KNOWS;
  if (share >= LEAST_SHARE) return SURELY_MET;
  return all.some((thing) => mayBeLong(thing, canvas)) ? NOBODY_KNOWS : SURELY_UNMET;
}

/** Lines and letters of little ink are there when they are long enough; nobody foretells those. */
function mayBeLong(thing: Thing, { diagonal }: Canvas): boolean {
  const { xMin, xMax, yMin, yMax } = boxOf(thing);
  const isSlim = thing.kind === 'line' || thing.kind === 'word';
  return isSlim && Math.hypot(xMax - xMin, yMax - yMin) > SURELY_SHORT * diagonal;
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
