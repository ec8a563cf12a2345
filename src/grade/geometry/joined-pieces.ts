import type { Point } from '../../domain/geometry.ts';
import { angleOf } from './heading.ts';
import { distance, type Stroke } from './path-strokes.ts';

/** Ends of pieces this close meet, or a stroke's width where that is more. */
const MEET_PT = 1;
/** Where a line bends more than this from one piece to the next, a node of a graph may be meant. */
const GOES_ON_DEG = 60;

interface End {
  readonly stroke: Stroke;
  readonly at: Point;
  /** Which way a pen goes that leaves the stroke here. */
  readonly outDeg: number;
}

/** Lines of which exactly two meet at an end, and go on, as one: a curve that a loop draws in pieces. */
export function joinedPieces(strokes: readonly Stroke[]): readonly Stroke[] {
  const left = new Set(strokes);
  for (let pair = nextPair(left); pair !== null; pair = nextPair(left)) {
    const [one, other] = pair;
    left.delete(one.stroke);
    left.delete(other.stroke);
    left.add(jointOf(one, other));
  }
  return [...left];
}

function nextPair(strokes: ReadonlySet<Stroke>): readonly [End, End] | null {
  const ends = [...strokes].filter(({ closed }) => !closed).flatMap(endsOf);
  for (const end of ends) {
    const near = ends.filter((other) => other !== end && distance(other.at, end.at) <= reachOf(end, other));
    const [other] = near;
    if (other !== undefined && near.length === 1 && other.stroke !== end.stroke && goesOn(end, other))
      return [end, other];
  }
  return null;
}

function reachOf(one: End, other: End): number {
  return Math.max(MEET_PT, Math.min(one.stroke.widthPt, other.stroke.widthPt));
}

function goesOn(one: End, other: End): boolean {
  const turn = Math.abs(((one.outDeg - other.outDeg + 720) % 360) - 180);
  return turn <= GOES_ON_DEG;
}

function endsOf(stroke: Stroke): End[] {
  const { points } = stroke;
  return [points, [...points].reverse()].flatMap((path) => {
    const [before, at] = [path.at(-2), path.at(-1)];
    return before === undefined || at === undefined ? [] : [{ stroke, at, outDeg: angleOf(before, at) }];
  });
}

/** From the far end of the one to the far end of the other. */
function jointOf(one: End, other: End): Stroke {
  const isLast = ({ stroke, at }: End) => stroke.points.at(-1) === at;
  const before = isLast(one) ? one.stroke.points : [...one.stroke.points].reverse();
  const after = isLast(other) ? [...other.stroke.points].reverse() : other.stroke.points;
  return {
    ...one.stroke,
    points: [...before, ...after.slice(1)],
    shape: null,
    mark: Math.max(one.stroke.mark, other.stroke.mark),
  };
}
