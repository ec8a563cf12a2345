import type { Point } from '../../domain/geometry.ts';
import type { GroundedSubject, Grounding, Ink } from '../../domain/subject.ts';

/** What two readings of the same ink may differ by: its edge falls on other pixels when the page has grown. */
const EDGE_PX = 2.5;
const AREA_SHARE = 0.08;

/** Subjects whose ink, whole or visible, is not the same in both drawings. `origin`: of the page of the second in the first. */
export function changedSubjects(before: Grounding, after: Grounding, origin: Point): ReadonlySet<string> {
  const scales = [before.frame.pxPerPt, after.frame.pxPerPt] as const;
  const edgePt = EDGE_PX / Math.min(...scales);
  const isSame = (one: Ink, other: Ink): boolean =>
    isSameBox(one, other, { origin, edgePt }) &&
    isSameArea(one.visiblePx / scales[0] ** 2, other.visiblePx / scales[1] ** 2, edgePt) &&
    isSameArea(one.fullPx / scales[0] ** 2, other.fullPx / scales[1] ** 2, edgePt);
  const changed = Object.values(before.subjects).filter((subject) => {
    const [one, other] = [inksOf(subject), inksOf(after.subjects[subject.name])];
    return (
      one.length !== other.length ||
      one.some((ink, at) => {
        const same = other[at];
        return same === undefined || !isSame(ink, same);
      })
    );
  });
  return new Set(changed.map(({ name }) => name));
}

/** The chosen thing, then all that match. */
function inksOf(subject: GroundedSubject | undefined): readonly Ink[] {
  if (subject === undefined) return [];
  const { chosen, things } = subject;
  return [...(chosen === null ? [] : [chosen]), ...things].map(({ ink }) => ink);
}

function isSameBox(
  { box: one, centroid: from }: Ink,
  { box: other, centroid: to }: Ink,
  { origin: { x, y }, edgePt }: { readonly origin: Point; readonly edgePt: number },
): boolean {
  const moves = [
    other.xMin + x - one.xMin,
    other.xMax + x - one.xMax,
    other.yMin + y - one.yMin,
    other.yMax + y - one.yMax,
    to.x + x - from.x,
    to.y + y - from.y,
  ];
  return moves.every((move) => Math.abs(move) <= edgePt);
}

function isSameArea(one: number, other: number, edgePt: number): boolean {
  return Math.abs(one - other) <= AREA_SHARE * Math.max(one, other) + edgePt ** 2;
}
