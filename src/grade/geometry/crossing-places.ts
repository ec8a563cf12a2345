import type { Point } from '../../domain/geometry.ts';
import { between } from './traced.ts';

/** Where two steps cross: the numbers of the steps and how far along each. */
export interface CrossingPlace {
  readonly at: Point;
  readonly one: number;
  readonly other: number;
  readonly oneShare: number;
  readonly otherShare: number;
}

/** Two lines that meet in a vertex of both are moved past each other, so that they cross once or not at all. */
const ASIDE: Point = { x: 1.3e-4, y: 0.7e-4 };

/** Where the steps of one path cross those of another, in the order of the first path; at most `most`. */
export function crossingPlaces(
  ones: readonly Point[],
  others: readonly Point[],
  most: number,
): readonly CrossingPlace[] {
  const found: CrossingPlace[] = [];
  const moved = others.map(({ x, y }) => ({ x: x + ASIDE.x, y: y + ASIDE.y }));
  for (let one = 0; one + 1 < ones.length; one += 1) {
    const here: CrossingPlace[] = [];
    for (let other = 0; other + 1 < moved.length; other += 1) {
      const place = crossed(ones, moved, one, other);
      if (place !== null) here.push(place);
    }
    found.push(...here.sort((a, b) => a.oneShare - b.oneShare));
    if (found.length >= most) break;
  }
  return found;
}

function crossed(
  ones: readonly Point[],
  others: readonly Point[],
  one: number,
  other: number,
): CrossingPlace | null {
  const [a, b, c, d] = [ones[one], ones[one + 1], others[other], others[other + 1]];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  if (Math.max(a.x, b.x) < Math.min(c.x, d.x) || Math.max(c.x, d.x) < Math.min(a.x, b.x)) return null;
  if (Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y)) return null;
  const [ofC, ofD] = [sideOf(a, b, c), sideOf(a, b, d)];
  const [ofA, ofB] = [sideOf(c, d, a), sideOf(c, d, b)];
  if (ofC > 0 === ofD > 0 || ofA > 0 === ofB > 0) return null;
  const oneShare = ofA / (ofA - ofB);
  return { at: between(a, b, oneShare), one, other, oneShare, otherShare: ofC / (ofC - ofD) };
}

/** Positive left of the line from one point to another. */
function sideOf(from: Point, to: Point, point: Point): number {
  return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}
