import type { MaskFrame, Point } from '../../domain/geometry.ts';
import type { Mark, Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { isInClip } from './boxes.ts';
import { isInFill, isOnStroke } from './topmost.ts';

/** A colour of a thing, `#rrggbb`, and its part of the thing's ink, 0..1. */
export interface Coat {
  readonly hex: string;
  readonly share: number;
}

/** Enough to tell a share to a percent. */
const MOST_POINTS = 1500;
/** Half a pixel's diagonal: a hairline has few pixels' centres on it. */
const SLACK_PX = 0.75;
const PAPER = '#ffffff';

/** Every check of a task compares the same few. */
const KNOWN = new WeakMap<Thing, readonly Coat[]>();

/**
 * The colours of a thing as they look on a white page, each with its part of the ink: what its marks hide of each
 * other is not seen, and see-through paint is mixed. Letters show theirs where nothing else is; images show black.
 */
export function coatsOf(
  thing: Thing,
  picture: { readonly scene: Scene; readonly frame: MaskFrame },
): readonly Coat[] {
  const known = KNOWN.get(thing) ?? measure(thing, picture);
  KNOWN.set(thing, known);
  return known;
}

function measure({ marks, ink }: Thing, { scene, frame }: Parameters<typeof coatsOf>[1]): readonly Coat[] {
  const own = new Set(marks);
  const painted = scene.marks.filter(({ index }) => own.has(index));
  const slackPt = SLACK_PX / frame.pxPerPt;
  const counts = new Map<string, number>();
  let total = 0;
  for (const point of pointsOf(ink.full.pixels, ink.fullPx, frame)) {
    const hex = colourAt(painted, point, 0) ?? colourAt(painted, point, slackPt) ?? letterAt(painted, point);
    if (hex === null) continue;
    total += 1;
    counts.set(hex, (counts.get(hex) ?? 0) + 1);
  }
  if (total === 0) return [{ hex: '#000000', share: 1 }];
  return [...counts].map(([hex, count]) => ({ hex, share: count / total }));
}

function pointsOf(
  pixels: Uint8Array,
  count: number,
  { widthPx, pxPerPt, xMinPt, yMaxPt }: MaskFrame,
): Point[] {
  const step = Math.max(1, Math.ceil(count / MOST_POINTS));
  const found: Point[] = [];
  let nth = 0;
  pixels.forEach((pixel, at) => {
    if (pixel !== 1) return;
    if (nth % step === 0)
      found.push({
        x: xMinPt + ((at % widthPx) + 0.5) / pxPerPt,
        y: yMaxPt - (Math.floor(at / widthPx) + 0.5) / pxPerPt,
      });
    nth += 1;
  });
  return found;
}

/** All paint at a point, from the first mark to the last; null where there is none. */
function colourAt(marks: readonly Mark[], point: Point, slackPt: number): string | null {
  let seen: string | null = null;
  const add = (hex: string, opacity: number) => {
    seen = mixed(seen ?? PAPER, hex, opacity);
  };
  for (const mark of marks) {
    if ((mark.kind !== 'path' && mark.kind !== 'shading') || !isNear(mark, point, slackPt)) continue;
    if (mark.fill !== null && isInFill(mark, point)) add(mark.fill, mark.fillOpacity);
    if (mark.stroke !== null && isOnStroke(mark, point, slackPt)) add(mark.stroke, mark.strokeOpacity);
  }
  return seen;
}

function letterAt(marks: readonly Mark[], point: Point): string | null {
  const word = marks.findLast((mark) => mark.kind === 'text' && isNear(mark, point, 0));
  return word === undefined ? null : mixed(PAPER, word.fill ?? word.stroke ?? '#000000', word.fillOpacity);
}

function isNear(mark: Mark, point: Point, slackPt: number): boolean {
  const { xMin, xMax, yMin, yMax } = mark.box;
  const isAcross = point.x >= xMin - slackPt && point.x <= xMax + slackPt;
  return isAcross && point.y >= yMin - slackPt && point.y <= yMax + slackPt && isInClip(mark, point);
}

/** As PDF mixes them: each channel for itself. */
function mixed(under: string, over: string, opacity: number): string {
  if (opacity >= 1) return over;
  const channels = [1, 3, 5].map((at) => {
    const [low, high] = [under, over].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((low ?? 0) + ((high ?? 0) - (low ?? 0)) * opacity);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
