import type { WrittenCheck } from '../../../domain/family.ts';
import type { SubjectSpec } from '../../../domain/subject.ts';
import { type Found, findSubject } from './find.ts';
import type { Layout } from './item.ts';
import { JUDGES, type Margin, type Placed, place } from './margins.ts';
import { type Raster, rasterise } from './raster.ts';

/** What a task asks, as far as a layout can be judged by it. */
export interface Asked {
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  readonly checks: readonly WrittenCheck[];
}

/** What the graders will say of a drawing of a layout. */
export interface Foretold {
  /** Ids of the criteria that fail, the implied ones first. */
  readonly fails: readonly string[];
  /** Ids of those too near their threshold to foretell. */
  readonly unsure: readonly string[];
}

/** Least share of the drawing's box for `there`, with room for what a stroke adds or takes. */
const SURELY_THERE = 0.001;

/** Foretells every criterion of a task for a drawing of this layout. */
export function foretell(layout: Layout, { subjects, checks }: Asked): Foretold {
  const raster = rasterise(layout);
  const found = new Map(
    Object.entries(subjects).map(([name, spec]) => [name, findSubject(layout, spec, raster)]),
  );
  const places = new Map<string, Placed | null>();
  const placedAs = (name: string): Placed | null => {
    const known = places.get(name);
    if (known !== undefined) return known;
    const chosen = found.get(name)?.chosen;
    const placed = chosen ? place(chosen, layout, raster) : null;
    places.set(name, placed);
    return placed;
  };
  const margins = new Map<string, Margin>();
  for (const [name, one] of found) margins.set(`${name}-there`, thereMargin(one, layout, raster));
  const judge = (check: WrittenCheck): Margin => {
    const known = margins.get(check.id);
    if (known !== undefined) return known;
    const margin = marginOf(check);
    margins.set(check.id, margin);
    return margin;
  };
  const marginOf = (check: WrittenCheck): Margin => {
    const needed = listOf(check.needs).map((id) => {
      const other = checks.find((one) => one.id === id);
      return other === undefined ? margins.get(id) : judge(other);
    });
    if (needed.some((margin) => margin !== undefined && margin.left < 0)) return FAILED;
    const names = listOf(check.of);
    if (check.check === 'count') return countMargin(check, found.get(names[0] ?? ''));
    const placed = names.flatMap((name) => placedAs(name) ?? []);
    if (placed.length < names.length) return FAILED;
    const judgeOf = JUDGES[check.check];
    if (judgeOf === undefined) throw new RangeError(`"${check.check}" can't be foretold`);
    return judgeOf({ check, subjects: placed, raster, layout });
  };
  for (const check of checks) judge(check);
  const ids = [...margins];
  return {
    fails: ids.filter(([, { left }]) => left < 0).map(([id]) => id),
    unsure: ids.filter(([, { left, tooNear }]) => Math.abs(left) < tooNear).map(([id]) => id),
  };
}

const FAILED: Margin = { left: -1, tooNear: 0 };
const MET: Margin = { left: 1, tooNear: 0 };

function thereMargin({ matches }: Found, layout: Layout, raster: Raster): Margin {
  if (matches.length === 0) return FAILED;
  const box = (raster.box.right - raster.box.left) * (raster.box.top - raster.box.bottom);
  const placed = place(new Set(matches), layout, raster);
  const share = ((placed?.visible.size ?? 0) * raster.area) / box;
  return share === 0 ? FAILED : { left: share, tooNear: SURELY_THERE };
}

function countMargin({ is }: WrittenCheck, found: Found | undefined): Margin {
  return found?.matches.length === is ? MET : FAILED;
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
