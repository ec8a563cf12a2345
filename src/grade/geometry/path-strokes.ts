import type { Point } from '../../domain/geometry.ts';
import type { Mark, Outline, RecognisedShape, Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { holds, middleOf } from './boxes.ts';
import { boxOf } from './outlines.ts';

/** One outline of a thing as a path, with the pen that drew it. */
export interface Stroke {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly isFilled: boolean;
  readonly shape: RecognisedShape | null;
  /** 0 where nothing strokes it. */
  readonly widthPt: number;
  /** Index of the mark that paints it last. */
  readonly mark: number;
}

/** Comparing outlines takes the square of these; a thing with more is texture and has no paths. */
const MAX_OUTLINES = 500;
/** pgf rounds coordinates; a pair of paths with all points this close is one path, painted twice (`double`). */
const SAME_PT = 0.3;

/** The paths of a thing, each once. One mark may hold several things: only outlines with their middle in its box count. */
export function strokesOf({ marks, ink }: Thing, scene: Scene): readonly Stroke[] {
  const own = new Set(marks);
  const strokes = scene.marks
    .filter(({ index, kind }) => own.has(index) && kind === 'path')
    .flatMap(strokesOfMark)
    .filter((stroke) => holds(ink.box, middleOf(boxOf(stroke))));
  return strokes.length > MAX_OUTLINES ? [] : withoutTwins(strokes);
}

/** All outlines of a mark as paths. */
export function strokesOfMark(mark: Mark): readonly Stroke[] {
  return mark.outlines
    .map((outline, index) => ({
      ...outline,
      isFilled: mark.fill !== null && mark.fillOpacity > 0,
      shape: mark.shapes[index] ?? null,
      widthPt: mark.stroke === null ? 0 : mark.strokeWidthPt,
      mark: mark.index,
    }))
    .filter(({ points }) => points.length > 1);
}

/** Fill and stroke of one path, or both lines of a `double` one, as one. */
export function withoutTwins(strokes: readonly Stroke[]): readonly Stroke[] {
  const kept: Stroke[] = [];
  for (const stroke of strokes) {
    const at = kept.findIndex((other) => isTwin(stroke, other));
    const twin = kept[at];
    if (twin === undefined) kept.push(stroke);
    else kept[at] = merged(twin, stroke);
  }
  return kept;
}

function merged(one: Stroke, other: Stroke): Stroke {
  return {
    ...one,
    isFilled: one.isFilled || other.isFilled,
    widthPt: Math.max(one.widthPt, other.widthPt),
    mark: Math.max(one.mark, other.mark),
  };
}

/** Whether two paths are one, painted twice. */
export function isTwin(one: Outline, other: Outline): boolean {
  if (one.closed !== other.closed || one.points.length !== other.points.length) return false;
  return one.points.every((point, index) => distance(point, other.points[index] ?? point) <= SAME_PT);
}

/** Points between two points. */
export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
