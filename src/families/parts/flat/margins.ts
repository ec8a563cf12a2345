import type { WrittenCheck } from '../../../domain/family.ts';
import { type Box, boxAround, boxOf, type Layout, outlineOf, type Point } from './item.ts';
import { areaOf, boxOfCells, centroidOf, type Raster } from './raster.ts';

/** A subject of a check as it lies in a layout. */
export interface Placed {
  readonly items: ReadonlySet<number>;
  readonly full: ReadonlySet<number>;
  readonly visible: ReadonlySet<number>;
  /** Of what can be seen. */
  readonly box: Box;
  readonly centre: { readonly x: number; readonly y: number };
}

/** What a check looks at. */
export interface Sight {
  readonly check: WrittenCheck;
  readonly subjects: readonly Placed[];
  readonly raster: Raster;
  readonly layout: Layout;
}

/**
 * How far a check is from its threshold, in the units of that check, and how near counts as too near to foretell:
 * ink is measured on a grid, and strokes and letters are not the outlines that are reckoned with.
 */
export interface Margin {
  readonly left: number;
  readonly tooNear: number;
}

export function place(items: ReadonlySet<number>, layout: Layout, raster: Raster): Placed | null {
  const area = areaOf(raster, items);
  if (area.visible.size === 0) return null;
  const isWhole = area.visible.size === area.full.size;
  const boxes = layout.filter((_, index) => items.has(index)).map(boxOf);
  const box = isWhole ? boxAround(boxes) : boxOfCells(raster, area.visible);
  return { items, ...area, box, centre: centroidOf(raster, area.visible) };
}

const widthOf = ({ left, right }: Box) => right - left;
const heightOf = ({ bottom, top }: Box) => top - bottom;

function numberIn({ check }: Sight, key: string, otherwise: number): number {
  const value = check[key];
  return typeof value === 'number' ? value : otherwise;
}

type Judge = (sight: Sight) => Margin;

function direction(axis: 'x' | 'y', sign: 1 | -1): Judge {
  return (sight) => {
    const [one, other] = pairOf(sight);
    const size = axis === 'x' ? widthOf : heightOf;
    const across = axis === 'x' ? 'y' : 'x';
    const ahead = sign * (one.centre[axis] - other.centre[axis]);
    const needed = numberIn(sight, 'band', 0.2) * (size(one.box) + size(other.box));
    const aside = sight.check.dominant === true ? Math.abs(one.centre[across] - other.centre[across]) : 0;
    return { left: (ahead - Math.max(needed, aside)) / sight.raster.diagonal, tooNear: 0.015 };
  };
}

function pairOf({ subjects, check }: Sight): readonly [Placed, Placed] {
  const [one, other] = subjects;
  if (one === undefined || other === undefined)
    throw new RangeError(`"${check.id}": expected two subjects, got ${subjects.length}`);
  return [one, other];
}

const LINES: Readonly<Record<string, (box: Box) => number>> = {
  left: ({ left }) => left,
  right: ({ right }) => right,
  centre: ({ left, right }) => (left + right) / 2,
  top: ({ top }) => top,
  bottom: ({ bottom }) => bottom,
  middle: ({ bottom, top }) => (bottom + top) / 2,
};

function aligned(sight: Sight): Margin {
  const line = LINES[String(sight.check.on)];
  if (line === undefined) throw new RangeError(`"${sight.check.id}": unknown line`);
  const places = sight.subjects.map(({ box }) => line(box));
  const spread = (Math.max(...places) - Math.min(...places)) / sight.raster.diagonal;
  return { left: numberIn(sight, 'within', 0.02) - spread, tooNear: 0.012 };
}

function inside(sight: Sight): Margin {
  const [one, other] = pairOf(sight);
  const share = shared(one.full, other.full) / one.full.size;
  return { left: share - numberIn(sight, 'share', 0.95), tooNear: 0.03 };
}

function shared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  return [...one].filter((cell) => other.has(cell)).length;
}

function overlapOf(sight: Sight): number {
  const [one, other] = pairOf(sight);
  return shared(one.full, other.full) / Math.min(one.full.size, other.full.size);
}

function gapOf(sight: Sight): number {
  const [one, other] = pairOf(sight);
  if (shared(one.full, other.full) > 0) return 0;
  const outlines = ({ items }: Placed) => sight.layout.filter((_, index) => items.has(index)).map(outlineOf);
  const gaps = outlines(one).flatMap((from) =>
    outlines(other).flatMap((to) => [gapBetween(from, to), gapBetween(to, from)]),
  );
  return Math.min(...gaps) / sight.raster.diagonal;
}

/** The least way from a corner of one outline to a side of the other. */
function gapBetween(corners: readonly Point[], sides: readonly Point[]): number {
  const ways = corners.flatMap((corner) =>
    sides.map((from, index) => wayToSide(corner, [from, sides.at(index - 1) ?? from])),
  );
  return Math.min(...ways);
}

function wayToSide({ x, y }: Point, [from, to]: readonly [Point, Point]): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/** Where both lie: whose cell it is that is seen; cells that a third thing covers tell nothing. */
function depth(isFirst: boolean): Judge {
  return (sight) => {
    const [one, other] = isFirst ? pairOf(sight) : ([...pairOf(sight)].reverse() as [Placed, Placed]);
    const both = [...one.full].filter((cell) => other.full.has(cell));
    const met = both.length / Math.min(one.full.size, other.full.size);
    const ones = both.filter((cell) => one.visible.has(cell)).length;
    const others = both.filter((cell) => other.visible.has(cell)).length;
    if (ones + others === 0) return { left: both.length === 0 ? -1 : 0, tooNear: 0.03 };
    if (met < 0.03) return { left: met < 0.002 ? -1 : 0, tooNear: 0.03 };
    return { left: ones / (ones + others) - 0.9, tooNear: 0.05 };
  };
}

function sizeOf({ items }: Placed, measure: string, { layout, raster }: Sight): number {
  const box = boxAround(layout.filter((_, index) => items.has(index)).map(boxOf));
  if (measure === 'width') return widthOf(box);
  if (measure === 'height') return heightOf(box);
  return areaOf(raster, items).full.size * raster.area;
}

/** Of what is partly covered, nobody can foretell which size is seen. */
function sizeDoubt({ subjects }: Sight): number {
  const isWhole = subjects.every(({ full, visible }) => full.size === visible.size);
  return isWhole ? 0.06 : Number.POSITIVE_INFINITY;
}

function ratio(sight: Sight): Margin {
  const [one, other = one] = sight.subjects;
  if (one === undefined || other === undefined) throw new RangeError('expected a subject, got none');
  const measure = String(sight.check.measure ?? 'area');
  const found =
    sight.subjects.length === 1
      ? sizeOf(one, 'width', sight) / sizeOf(one, 'height', sight)
      : sizeOf(one, measure, sight) / sizeOf(other, measure, sight);
  const wanted = numberIn(sight, 'is', 1);
  const off = Math.max(found / wanted, wanted / found) - 1;
  return { left: numberIn(sight, 'within', 0.1) - off, tooNear: sizeDoubt(sight) };
}

function largerThan(sight: Sight): Margin {
  const [one, other] = pairOf(sight);
  const measure = String(sight.check.measure ?? 'area');
  const found = sizeOf(one, measure, sight) / sizeOf(other, measure, sight);
  return { left: found - numberIn(sight, 'by', 1.1), tooNear: sizeDoubt(sight) };
}

/** The checks whose outcome can be foretold for a flat layout, by the same rules as the graders (docs/checks.md). */
export const JUDGES: Readonly<Record<string, Judge>> = {
  'left-of': direction('x', -1),
  'right-of': direction('x', 1),
  above: direction('y', 1),
  below: direction('y', -1),
  aligned,
  inside,
  apart: (sight) => ({ left: gapOf(sight) - numberIn(sight, 'gap', 0.005), tooNear: 0.008 }),
  overlaps: (sight) => ({ left: overlapOf(sight) - 0.02, tooNear: 0.015 }),
  touching: (sight) => ({ left: numberIn(sight, 'gap', 0.01) - gapOf(sight), tooNear: 0.008 }),
  'in-front-of': depth(true),
  behind: depth(false),
  ratio,
  'larger-than': largerThan,
};
