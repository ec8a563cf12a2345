import type { Point } from '../../domain/geometry.ts';
import { type CrossingPlace, crossingPlaces } from './crossing-places.ts';
import { angleOf } from './heading.ts';
import { boxOf, outlineLength } from './outlines.ts';
import { distance, type Stroke } from './path-strokes.ts';
import { areAlong, type Path, pathOf, runTogether, type Strand, strandAt } from './strands.ts';

/** A place where a line passes through another, or through itself. */
export interface Crossing {
  readonly at: Point;
  readonly one: Stroke;
  readonly other: Stroke;
  /** Both lines about the place. */
  readonly strands: readonly [Strand, Strand];
}

/** Both lines bend more than this at the place: a node that both go through, as when a graph is drawn in one stroke. */
const BEND_DEG = 20;
/** Steps of one drawing that are compared; beyond it is texture. */
const MOST_STEPS = 20_000;
const MOST_CROSSINGS = 2000;
const MOST_BENDS = 300;
/** So far from where they meet, lines that part by 4 degrees are told apart. */
const SPAN_IN_TOUCHES = 15;

export interface CrossingLimits {
  /** A line must go on this far at both sides of a crossing. */
  readonly beyondPt: number;
  /** Lines that are no further apart between two crossings only touch; bends this near are at the place. */
  readonly touchPt: number;
}

interface Meeting {
  readonly at: Point;
  readonly oneAlong: number;
  readonly otherAlong: number;
}

/** Null for texture. */
export function crossingsOf(strokes: readonly Stroke[], limits: CrossingLimits): readonly Crossing[] | null {
  const paths = strokes.map((stroke) => pathOf(asLoop(stroke, limits.touchPt)));
  if (paths.reduce((sum, { points }) => sum + points.length, 0) > MOST_STEPS) return null;
  const found: Crossing[] = [];
  paths.forEach((one, index) => {
    for (const other of paths.slice(index)) {
      if (found.length > MOST_CROSSINGS) return;
      const meetings = withoutTouches(meetingsOf(one, other), one, other, limits.touchPt);
      const proper = meetings.filter((meeting) => isProper(meeting, one, other, limits));
      found.push(...proper.map((meeting) => crossingAt(meeting, one, other, limits)));
    }
  });
  return withoutRepeats(found, limits.touchPt);
}

/** An arc all round, or a polygon that comes back to its first corner, ends nowhere. */
function asLoop(stroke: Stroke, touchPt: number): Stroke {
  const { points, closed } = stroke;
  const [first, last] = [points[0], points.at(-1)];
  const isLoop = !closed && points.length > 3 && first && last && distance(first, last) <= touchPt;
  return isLoop ? { ...stroke, points: points.slice(0, -1), closed: true } : stroke;
}

function crossingAt(
  { at, oneAlong, otherAlong }: Meeting,
  one: Path,
  other: Path,
  { touchPt }: CrossingLimits,
): Crossing {
  const spanPt = SPAN_IN_TOUCHES * touchPt;
  const strands = [strandAt(one, oneAlong, spanPt), strandAt(other, otherAlong, spanPt)] as const;
  return { at, one: one.stroke, other: other.stroke, strands };
}

/** A line that is drawn again, in whatever pieces, crosses nothing again. */
function withoutRepeats(found: readonly Crossing[], touchPt: number): readonly Crossing[] {
  const kept: Crossing[] = [];
  for (const crossing of found)
    if (!kept.some((other) => isRepeat(crossing, other, touchPt))) kept.push(crossing);
  return kept;
}

function isRepeat(one: Crossing, other: Crossing, touchPt: number): boolean {
  if (distance(one.at, other.at) > 2 * touchPt) return false;
  const [[a, b], [c, d]] = [one.strands, other.strands];
  const together = (first: Strand, second: Strand) => runTogether(first, second, touchPt);
  return (together(a, c) && together(b, d)) || (together(a, d) && together(b, c));
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
  const ways = [
    waysBetween(one, [from.oneAlong, to.oneAlong], [from.at, to.at]),
    waysBetween(other, [from.otherAlong, to.otherAlong], [from.at, to.at]),
  ] as const;
  // A loop runs along itself: only its shorter ways are compared.
  if (one === other) return doTouch(shortest(ways[0]), shortest(ways[1]), touchPt);
  return ways[0].some((first) => ways[1].some((second) => doTouch(first, second, touchPt)));
}

function shortest(ways: readonly (readonly Point[])[]): readonly Point[] {
  const lengthOf = (points: readonly Point[]) => outlineLength({ points, closed: false });
  return ways.reduce((least, next) => (lengthOf(next) < lengthOf(least) ? next : least));
}

/** Long stretches with many bends are no touch. */
function doTouch(first: readonly Point[], second: readonly Point[], touchPt: number): boolean {
  if (first.length > MOST_BENDS || second.length > MOST_BENDS) return false;
  return areAlong(first, second, touchPt) && areAlong(second, first, touchPt);
}

/** The stretch of a path from one place to another; of a loop, either way round. */
function waysBetween(
  { points, along, stroke }: Path,
  [from, to]: readonly [number, number],
  [start, end]: readonly [Point, Point],
): readonly (readonly Point[])[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const isAfter = (index: number, place: number) => (along[index] ?? 0) > place;
  const turned = (way: readonly Point[], isBack: boolean) => [
    start,
    ...(isBack ? [...way].reverse() : way),
    end,
  ];
  const inner = points.filter((_, index) => isAfter(index, low) && !isAfter(index, high));
  if (!stroke.closed) return [turned(inner, from > to)];
  const outer = [
    ...points.filter((_, index) => isAfter(index, high)),
    ...points.filter((_, index) => !isAfter(index, low)),
  ];
  return [turned(inner, from > to), turned(outer, from <= to)];
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
