import type { CheckInput } from '../../domain/check.ts';
import type { Point } from '../../domain/geometry.ts';
import type { Thing } from '../../domain/subject.ts';
import type { Crossing } from './crossings.ts';
import { placeOn } from './heading.ts';
import type { Stroke } from './path-strokes.ts';
import { type SeenAt, seenAtOf } from './seen-strokes.ts';
import type { Strand } from './strands.ts';
import { isOpaque, topmostAt } from './topmost.ts';
import { trace } from './traced.ts';

/** A line of which nothing is seen so near to the place, as a part of D, ends before it. A judgement. */
const LEAST_NEAR = 0.03;
/** Ink so near to a line, in pixels beyond the widths of both, may be that line's. */
const SLACK_PX = 2;
const STEPS = 20;

interface Sight {
  readonly seenAt: SeenAt;
  readonly pixelPt: number;
  readonly nearPt: number;
}

/** Crossings that no area painted later covers, with both lines to be seen at both sides. */
export function seenCrossings(
  found: readonly Crossing[],
  things: readonly Thing[],
  input: CheckInput,
): readonly Crossing[] {
  const sight: Sight = {
    seenAt: seenAtOf(things, input),
    pixelPt: 1 / input.grounding.frame.pxPerPt,
    nearPt: LEAST_NEAR * input.scene.diagonalPt,
  };
  return found.filter((crossing) => !isCovered(crossing, input) && areSeen(crossing, sight));
}

/** A node that is painted over lines hides where they meet. */
function isCovered({ at, one, other }: Crossing, { scene }: CheckInput): boolean {
  const later = Math.max(one.mark, other.mark);
  return topmostAt(scene.marks, at, (mark) => mark.index > later && isOpaque(mark)) !== null;
}

function areSeen({ one, other, strands: [first, second] }: Crossing, sight: Sight): boolean {
  const ownPt = (one.widthPt + other.widthPt) / 2 + SLACK_PX * sight.pixelPt;
  return (
    isSeen(one, { own: first, beside: second, ownPt }, sight) &&
    isSeen(other, { own: second, beside: first, ownPt }, sight)
  );
}

interface Sides {
  readonly own: Strand;
  readonly beside: Strand;
  /** Ink further than this from the other line is the line's own. */
  readonly ownPt: number;
}

/** Whether a line is seen at both sides, or lies so close to the other one that it can't be told. */
function isSeen(stroke: Stroke, { own, beside, ownPt }: Sides, { seenAt, nearPt }: Sight): boolean {
  return [own.before, own.after].every((side) => {
    const { points, along } = trace({ points: side, closed: false }, nearPt / STEPS);
    const apart = points.filter(
      (point, index) => (along[index] ?? 0) <= nearPt && awayFrom(beside, point) > ownPt,
    );
    return apart.length === 0 || apart.some((point) => seenAt(stroke, point));
  });
}

function awayFrom({ before, after }: Strand, point: Point): number {
  const distances = [before, after].flatMap((side) =>
    side.map((from, index) => placeOn(from, side[index + 1] ?? from, point).awayPt),
  );
  return Math.min(...distances);
}
