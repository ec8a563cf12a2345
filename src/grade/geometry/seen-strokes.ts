import type { CheckInput } from '../../domain/check.ts';
import type { Point } from '../../domain/geometry.ts';
import type { Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { isInClip } from './boxes.ts';
import { union } from './masks.ts';
import { isTwin, type Stroke, strokesOfMark, withoutTwins } from './path-strokes.ts';
import { isOpaque, topmostAt } from './topmost.ts';
import { trace } from './traced.ts';
import { distancesTo } from './visit-places.ts';

/** Comparing outlines takes the square of these; a thing with more is texture and has no paths. */
const MOST_OUTLINES = 1000;
/** A line of which less is seen is hidden; dots of 1 pt with gaps of 9 pt show a quarter. A judgement. */
const LEAST_SEEN = 0.1;
const MOST_SAMPLES = 60;
/** A pixel's centre may lie half its diagonal from the ink, and fringes are dropped. */
const SLACK_PX = 1.5;

/** Whether a person sees a stroke at a point of its path. */
export type SeenAt = (stroke: Stroke, point: Point) => boolean;

/**
 * By the visible ink of the stroke's things (white on white, clipped and covered ink is none) and by what is painted
 * over it, also by the things themselves.
 */
export function seenAtOf(things: readonly Thing[], { scene, grounding }: Scenery): SeenAt {
  const [first, ...rest] = things.map(({ ink }) => ink.visible);
  if (first === undefined) return () => false;
  const visible = union(first, ...rest);
  const awayFrom = distancesTo(visible, grounding.frame);
  const slackPt = SLACK_PX / grounding.frame.pxPerPt;
  return ({ mark, widthPt }, point) =>
    awayFrom(point) <= slackPt + widthPt / 2 &&
    topmostAt(scene.marks, point, (over) => over.index > mark && isOpaque(over)) === null;
}

type Scenery = Pick<CheckInput, 'scene' | 'grounding'>;

/** The paths of a thing, edges of shadings too, each once, of which a person sees at least a tenth. */
export function seenStrokesOf(thing: Thing, scenery: Scenery): readonly Stroke[] {
  const { scene } = scenery;
  const own = new Set(thing.marks);
  const marks = scene.marks.filter(
    ({ index, kind }) => own.has(index) && (kind === 'path' || kind === 'shading'),
  );
  const strokes = marks.flatMap(strokesOfMark);
  if (strokes.length > MOST_OUTLINES) return [];
  const seenAt = seenAtOf([thing], scenery);
  const seen = strokes.filter((stroke) => isSeen(stroke, { scene, seenAt }));
  return withoutTwins(withoutHalos(seen, scene));
}

function isSeen(
  stroke: Stroke,
  { scene, seenAt }: { readonly scene: Scene; readonly seenAt: SeenAt },
): boolean {
  const mark = scene.marks[stroke.mark];
  const { points } = trace(stroke, scene.diagonalPt / (10 * MOST_SAMPLES));
  const step = Math.max(1, Math.floor(points.length / MOST_SAMPLES));
  const left = points.filter(
    (point, index) => index % step === 0 && mark !== undefined && isInClip(mark, point),
  );
  return left.length > 0 && left.filter((point) => seenAt(stroke, point)).length >= LEAST_SEEN * left.length;
}

/** A broad white line beneath another one only parts it from what it crosses. */
function withoutHalos(strokes: readonly Stroke[], { marks }: Scene): readonly Stroke[] {
  const isWhite = ({ mark }: Stroke) => marks[mark]?.stroke === '#ffffff';
  return strokes.filter(
    (stroke) =>
      !isWhite(stroke) ||
      !strokes.some((other) => other.mark > stroke.mark && !isWhite(other) && isTwin(stroke, other)),
  );
}
