import type { Point } from '../../domain/geometry.ts';
import { type CrossingPlace, crossingPlaces } from './crossing-places.ts';
import { angleOf, placeOn } from './heading.ts';
import { boxOf } from './outlines.ts';
import { distance, type Stroke } from './path-strokes.ts';

/** A place where a line passes through another, or through itself. */
export interface Crossing {
  readonly at: Point;
  readonly one: Stroke;
  readonly other: Stroke;
}

/** Both lines bend more than this at the place: a node that both go through, as when a graph is drawn in one stroke. */
const BEND_DEG = 20;
/** Steps of one drawing that are compared; beyond it is texture. */
const MOST_STEPS = 20_000;
const MOST_CROSSINGS = 2000;
const MOST_BENDS = 300;

export interface CrossingLimits {
  /** A line must go on this far at both sides of a crossing. */
  readonly beyondPt: number;
  /** Lines that are no further apart between two crossings only touch; bends this near are at the place. */
  readonly touchPt: number;
}

interface Path {
  readonly stroke: Stroke;
  readonly points: readonly Point[];
  readonly along: readonly number[];
}

interface Meeting {
  readonly at: Point;
  readonly oneAlong: number;
  readonly otherAlong: number;
}

/** Null for texture. */
export function crossingsOf(strokes: readonly Stroke[], limits: CrossingLimits): readonly Crossing[] | null {
  const paths = strokes.map(pathOf);
  if (paths.reduce((sum, { points }) => sum + points.length, 0) > MOST_STEPS) return null;
  const found: Crossing[] = [];
  paths.forEach((one, index) => {
    for (const other of paths.slice(index)) {
      if (found.length > MOST_CROSSINGS) return;
      const meetings = withoutTouches(meetingsOf(one, other), one, other, limits.touchPt);
      const proper = meetings.filter((meeting) => isProper(meeting, one, other, limits));
      found.push(...proper.map(({ at }) => ({ at, one: one.stroke, other: other.stroke })));
    }
  });
  return found;
}

function pathOf(stroke: Stroke): Path {
  const [first] = stroke.points;
  const points = stroke.closed && first !== undefined ? [...stroke.points, first] : stroke.points;
  let length = 0;
  const along = points.map((point, index) => {
    length += index === 0 ? 0 : distance(points[index - 1] ?? point, point);
    return length;
  });
  return { stroke, points, along };
}

function meetingsOf(one: Path, other: Path): readonly Meeting[] {
  if (!doBoxesMeet(one, other)) return [];
  const places = crossingPlaces(one.points, other.points, MOST_CROSSINGS);
  const own = one === other ? places.filter((place) => isApartOnPath(place, one)) : places;
  return own.map(({ at, one: step, oneShare, other: otherStep, otherShare }) => ({
    at,
    oneAlong: alongAt(one, step, oneShare),
    otherAlong: alongAt(other, otherStep, otherShare),
  }));
}

function doBoxesMeet(one: Path, other: Path): boolean {
  const [a, b] = [boxOf(one.stroke), boxOf(other.stroke)];
  return a.xMin <= b.xMax && b.xMin <= a.xMax && a.yMin <= b.yMax && b.yMin <= a.yMax;
}

/** A path is compared with itself once, and neighbouring steps always meet. */
function isApartOnPath({ one, other }: CrossingPlace, { points, stroke }: Path): boolean {
  if (other - one < 2) return false;
  return !(stroke.closed && one === 0 && other === points.length - 2);
}

function alongAt({ along }: Path, step: number, share: number): number {
  const [from, to] = [along[step] ?? 0, along[step + 1] ?? 0];
  return from + share * (to - from);
}

/** Two crossings with next to nothing between the lines are a touch: circles from inside, an arc drawn over another. */
function withoutTouches(
  meetings: readonly Meeting[],
  one: Path,
  other: Path,
  touchPt: number,
): readonly Meeting[] {
  const kept: Meeting[] = [];
  for (const meeting of meetings) {
    const last = kept.at(-1);
    if (last !== undefined && isTouch([last, meeting], one, other, touchPt)) kept.pop();
    else kept.push(meeting);
  }
  const [first, last] = [kept[0], kept.at(-1)];
  const isRound = one.stroke.closed && kept.length > 1 && first !== undefined && last !== undefined;
  return isRound && isTouch([last, first], one, other, touchPt) ? kept.slice(1, -1) : kept;
}

function isTouch([from, to]: readonly [Meeting, Meeting], one: Path, other: Path, touchPt: number): boolean {
  if (distance(from.at, to.at) <= touchPt) return true;
  const [first, second] = [
    [from.at, ...cut(one, from.oneAlong, to.oneAlong), to.at],
    [from.at, ...cut(other, from.otherAlong, to.otherAlong), to.at],
  ];
  return areAlong(first, second, touchPt) && areAlong(second, first, touchPt);
}

/** Whether no point of a stretch is further from another stretch. Long ones with many bends are no touch. */
function areAlong(points: readonly Point[], beside: readonly Point[], nearPt: number): boolean {
  if (points.length > MOST_BENDS || beside.length > MOST_BENDS) return false;
  return points.every((point) =>
    beside.some((place, index) => placeOn(place, beside[index + 1] ?? place, point).awayPt <= nearPt),
  );
}

/** The points between two places of a path, in the order from the first place; of a loop, the shorter way. */
function cut({ points, along, stroke }: Path, from: number, to: number): readonly Point[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const isAfter = (index: number, place: number) => (along[index] ?? 0) > place;
  const inner = points.filter((_, index) => isAfter(index, low) && !isAfter(index, high));
  const lengthPt = along.at(-1) ?? 0;
  if (!stroke.closed || 2 * (high - low) <= lengthPt) return from <= to ? inner : inner.reverse();
  const outer = [
    ...points.filter((_, index) => isAfter(index, high)),
    ...points.filter((_, index) => !isAfter(index, low)),
  ];
  return from <= to ? outer.reverse() : outer;
}

function isProper(
  { oneAlong, otherAlong }: Meeting,
  one: Path,
  other: Path,
  { beyondPt, touchPt }: CrossingLimits,
): boolean {
  const goesOn = goesOnAt(one, oneAlong, beyondPt) && goesOnAt(other, otherAlong, beyondPt);
  return goesOn && !(bendsAt(one, oneAlong, touchPt) && bendsAt(other, otherAlong, touchPt));
}

function goesOnAt({ stroke, along }: Path, place: number, beyondPt: number): boolean {
  return stroke.closed || (place > beyondPt && (along.at(-1) ?? 0) - place > beyondPt);
}

function bendsAt({ points, along, stroke }: Path, place: number, nearPt: number): boolean {
  return along.some(
    (at, index) =>
      Math.abs(at - place) <= nearPt && Math.abs(turnAt(points, index, stroke.closed)) > BEND_DEG,
  );
}

function turnAt(points: readonly Point[], index: number, closed: boolean): number {
  const isLast = index === points.length - 1;
  const before = points[index - 1] ?? (closed ? points.at(-2) : undefined);
  const after = isLast ? (closed ? points[1] : undefined) : points[index + 1];
  const at = points[index];
  if (before === undefined || after === undefined || at === undefined) return 0;
  return ((angleOf(at, after) - angleOf(before, at) + 540) % 360) - 180;
}
