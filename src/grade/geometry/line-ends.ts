import type { Point } from '../../domain/geometry.ts';
import type { Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { outlineLength } from './outlines.ts';
import { distance, type Stroke, strokesOf } from './path-strokes.ts';

/** One end of a line; with an arrow tip, `at` is the point of the tip. */
export interface LineEnd {
  readonly at: Point;
  readonly hasTip: boolean;
}

/** A line as a person sees it: pieces that meet end to end are one, tips belong to their ends. */
export interface Line {
  readonly points: readonly Point[];
  readonly ends: readonly [LineEnd, LineEnd];
}

/** Ends of pieces this close meet, or a stroke's width where that is more. */
const MEET_PT = 1;
/** A tip is at most this part as long as its line; also where the line is short, a head longer than it is no head. */
const MOST_OF_LINE = 0.5;
/** One half of a tip is at most this many times as wide as the other. */
const MOST_LOPSIDED = 3;

/** The longest open line of a thing, or null when it has none. */
export function lineOf(thing: Thing, scene: Scene): Line | null {
  return longestLine(strokesOf(thing, scene));
}

/** The longest open line of some strokes, or null when there is none. */
export function longestLine(strokes: readonly Stroke[]): Line | null {
  const longest = strokes
    .filter(({ closed }) => !closed)
    .sort((one, other) => outlineLength(other) - outlineLength(one))[0];
  if (longest === undefined) return null;
  const tips = strokes.filter((stroke) => stroke !== longest && !isRound(stroke));
  const others = tips.filter((stroke) => !stroke.closed && !isTipOf(stroke, longest));
  const points = joined(longest, others);
  const chain = { ...longest, points };
  const heads = tips.filter((stroke) => isTipOf(stroke, chain));
  return { points, ends: endsOfLine(chain, heads) };
}

/** First and last point of a line with the tips that lie there. */
export function endsOfLine(
  { points, widthPt }: Stroke,
  tips: readonly Stroke[],
): readonly [LineEnd, LineEnd] {
  return [endWith(tips, [...points].reverse(), widthPt), endWith(tips, points, widthPt)];
}

function isRound({ shape }: Stroke): boolean {
  return shape?.name === 'circle' || shape?.name === 'ellipse';
}

/** The points of a piece and of all that goes on from its ends. */
function joined(first: Stroke, pieces: readonly Stroke[]): readonly Point[] {
  let points = first.points;
  const left = new Set(pieces);
  for (let grows = true; grows; ) {
    grows = false;
    for (const piece of left) {
      const longer = appended(points, piece) ?? appended([...points].reverse(), piece);
      if (longer === null) continue;
      points = longer;
      left.delete(piece);
      grows = true;
    }
  }
  return points;
}

function appended(points: readonly Point[], piece: Stroke): readonly Point[] | null {
  const end = points.at(-1);
  const near = Math.max(MEET_PT, piece.widthPt);
  const isNear = (point: Point | undefined) =>
    end !== undefined && point !== undefined && distance(end, point) <= near;
  if (isNear(piece.points[0])) return [...points, ...piece.points.slice(1)];
  if (isNear(piece.points.at(-1))) return [...points, ...[...piece.points].reverse().slice(1)];
  return null;
}

/** Whether a stroke is the arrow tip at one of a line's ends. */
export function isTipOf(stroke: Stroke, line: Stroke): boolean {
  return [line.points, [...line.points].reverse()].some(
    (points) => tipReach(stroke, points, line.widthPt) !== null,
  );
}

/** `points` end where the end is. */
function endWith(tips: readonly Stroke[], points: readonly Point[], widthPt: number): LineEnd {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const reaches = tips.flatMap((tip) => tipReach(tip, points, widthPt) ?? []);
  const far = reaches.sort((one, other) => distance(other, end) - distance(one, end))[0];
  return { at: far ?? end, hasTip: far !== undefined };
}

/**
 * Where the tip of a line's last point ends, or null when the stroke is no tip of it: it lies around the end, on
 * both sides of the line by about as much, and it is small beside the line.
 */
function tipReach(stroke: Stroke, points: readonly Point[], widthPt: number): Point | null {
  const [end, lengthPt] = [points.at(-1), outlineLength({ points, closed: false })];
  if (end === undefined) return null;
  const heading = headingAt(points, end);
  const along = stroke.points.map(({ x, y }) => (x - end.x) * heading.x + (y - end.y) * heading.y);
  const across = stroke.points.map(({ x, y }) => (y - end.y) * heading.x - (x - end.x) * heading.y);
  const [back, front] = [Math.min(...along), Math.max(...along)];
  const [right, left] = [-Math.min(...across), Math.max(...across)];
  const near = Math.max(MEET_PT, widthPt);
  const isSmall = front - back <= MOST_OF_LINE * lengthPt && left + right <= MOST_OF_LINE * lengthPt;
  const isAtEnd = back <= near && front >= -near;
  const isAround =
    Math.min(left, right) > 0 && Math.max(left, right) <= MOST_LOPSIDED * Math.min(left, right);
  if (!isSmall || !isAtEnd || !isAround) return null;
  return front > 0 ? { x: end.x + front * heading.x, y: end.y + front * heading.y } : end;
}

/** The unit vector in which a line arrives at its end, over its last few points: flattened curves turn in small steps. */
function headingAt(points: readonly Point[], end: Point): Point {
  const before =
    [...points].reverse().find((point) => distance(point, end) >= 2 * MEET_PT) ?? points[0] ?? end;
  const length = distance(before, end) || 1;
  return { x: (end.x - before.x) / length, y: (end.y - before.y) / length };
}
