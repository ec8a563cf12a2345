import type { Box, Point } from '../../domain/geometry.ts';
import type { SeenPicture } from '../../domain/rendered.ts';
import type { Mark } from '../../domain/scene.ts';
import { commonMoves } from '../geometry/common-move.ts';

/** A point of the old picture lies at `scale` × the point + `shift` in the new one. */
export interface Alignment {
  readonly scale: number;
  readonly shift: Point;
}

/** Two marks of one paint are one mark when their sizes differ by no more. */
const SAME_SIZE = 0.02;
/** In points: what is told from a box is exact but for the rounding of numbers in PDFs. */
const SAME_SHIFT_PT = 0.25;
/** Marks of one paint that are looked at: hatching has thousands, and all moved alike. */
const MOST_OF_A_PAINT = 60;
/** How many shifts are tried, those of most marks first. */
const TRIED = 3;

/**
 * Ways in which one picture may lie on the other, likely ones first: by the shifts of marks that are in both (exact), by
 * what most subjects did (as exact as masks are), and as the pages lie. Pages are cropped to their ink, so their origins
 * say nothing.
 */
export function alignmentsOf(before: SeenPicture, after: SeenPicture): readonly Alignment[] {
  const bySubjects = commonMoves(
    { ...after, subjects: [], parameters: {}, before: { ...before, subjects: [], sharesPage: false } },
    [],
  ).map(({ scale, shift }) => ({ scale, shift }));
  const scale = bySubjects[0]?.scale ?? 1;
  const all = [
    ...byMarks(before, after, scale),
    ...bySubjects.slice(0, TRIED),
    { scale: 1, shift: { x: 0, y: 0 } },
  ];
  return all.filter(
    (one, index) => isUsable(one) && !all.slice(0, index).some((other) => isNear(one, other)),
  );
}

/** A subject without any size tells nothing. */
function isUsable({ scale, shift: { x, y } }: Alignment): boolean {
  return scale > 0 && [scale, x, y].every(Number.isFinite);
}

function isNear(one: Alignment, other: Alignment): boolean {
  const off = Math.hypot(one.shift.x - other.shift.x, one.shift.y - other.shift.y);
  return one.scale === other.scale && off <= SAME_SHIFT_PT;
}

interface MarkPair {
  readonly old: Box;
  readonly now: Box;
}

function byMarks(before: SeenPicture, after: SeenPicture, roughScale: number): readonly Alignment[] {
  const pairs = pairsOf(before.scene.marks, after.scene.marks, roughScale);
  const scale = roughScale === 1 ? 1 : middleScale(pairs, roughScale);
  const shifts = pairs.map(({ old, now }) => ({
    x: now.xMin - scale * old.xMin,
    y: now.yMin - scale * old.yMin,
  }));
  const groups = Map.groupBy(
    shifts,
    ({ x, y }) => `${Math.round(x / SAME_SHIFT_PT)} ${Math.round(y / SAME_SHIFT_PT)}`,
  );
  return [...groups.values()]
    .sort((one, other) => other.length - one.length)
    .slice(0, TRIED)
    .flatMap(([shift]) => (shift === undefined ? [] : [{ scale, shift }]));
}

function pairsOf(old: readonly Mark[], now: readonly Mark[], scale: number): readonly MarkPair[] {
  const byPaint = Map.groupBy(old, paintOf);
  return [...Map.groupBy(now, paintOf)].flatMap(([paint, marks]) => {
    const partners = (byPaint.get(paint) ?? []).slice(0, MOST_OF_A_PAINT).map(drawnBox);
    return marks
      .slice(0, MOST_OF_A_PAINT)
      .map(drawnBox)
      .flatMap((box) =>
        partners.filter((old) => isOfSize(box, old, scale)).map((old) => ({ old, now: box })),
      );
  });
}

/** Where its path goes: strokes often keep their width when all else is scaled. */
function drawnBox({ box, outlines }: Mark): Box {
  const whole = { xMin: Infinity, yMin: Infinity, xMax: -Infinity, yMax: -Infinity };
  for (const { x, y } of outlines.flatMap(({ points }) => points)) {
    whole.xMin = Math.min(whole.xMin, x);
    whole.yMin = Math.min(whole.yMin, y);
    whole.xMax = Math.max(whole.xMax, x);
    whole.yMax = Math.max(whole.yMax, y);
  }
  return whole.xMin > whole.xMax ? box : whole;
}

function paintOf({ kind, fill, stroke, text }: Mark): string {
  return JSON.stringify([kind, fill, stroke, text]);
}

function isOfSize(now: Box, old: Box, scale: number): boolean {
  const [width, height] = [now.xMax - now.xMin, now.yMax - now.yMin];
  const slackPt = SAME_SIZE * Math.max(width, height);
  return (
    Math.abs(width - scale * (old.xMax - old.xMin)) <= slackPt &&
    Math.abs(height - scale * (old.yMax - old.yMin)) <= slackPt
  );
}

/** The middle one of what pairs of marks say; masks tell it less well. */
function middleScale(pairs: readonly MarkPair[], otherwise: number): number {
  const scales = pairs
    .map(({ old, now }) => diagonal(now) / diagonal(old))
    .filter(Number.isFinite)
    .sort((one, other) => one - other);
  return scales[scales.length >> 1] ?? otherwise;
}

function diagonal({ xMin, xMax, yMin, yMax }: Box): number {
  return Math.hypot(xMax - xMin, yMax - yMin);
}
