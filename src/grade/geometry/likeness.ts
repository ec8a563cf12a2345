import type { Point } from '../../domain/geometry.ts';
import type { Body } from './body.ts';

/** How far ink may lie beside its image: a twentieth of the mean radius, as a hand draws it again; a pixel and a half at least. */
const SLACK = 0.05;
const LEAST_SLACK_PX = 1.5;
/** Turns are tried in steps of 5 degrees, and around the best of them in single ones. */
const COARSE_DEG = 5;
/** A turn must fit better than none by this: round things have no turn. */
const CLEARLY = 0.03;

export interface Turned {
  readonly turnDeg: number;
  readonly isMirrored: boolean;
}

const UPRIGHT: Turned = { turnDeg: 0, isMirrored: false };

/**
 * Intersection over union, 0..1, of two forms laid centre on centre and scaled to one size, the first one turned
 * counter-clockwise (and mirrored left to right before that). Ink within the slack of the other's counts as shared.
 */
export function overlapOf(one: Body, other: Body, turned: Turned = UPRIGHT): number {
  const slack = Math.max(SLACK, LEAST_SLACK_PX * one.pixelInRadii, LEAST_SLACK_PX * other.pixelInRadii);
  const there = turner(turned);
  const back = unturner(turned);
  const share = (points: readonly Point[], move: (point: Point) => Point, target: Body) =>
    points.filter((point) => target.awayFrom(move(point)) <= slack).length / Math.max(1, points.length);
  const shared = (share(one.points, there, other) + share(other.points, back, one)) / 2;
  return shared / (2 - shared);
}

/** The turn (and mirroring, where it may be) with the largest overlap; none where none is clearly better. */
export function bestTurn(
  one: Body,
  other: Body,
  { mostDeg, mayMirror }: { readonly mostDeg: number; readonly mayMirror: boolean },
): Turned & { readonly overlap: number } {
  let best = { ...UPRIGHT, overlap: overlapOf(one, other) };
  const upright = best.overlap;
  const attempt = (turned: Turned) => {
    const overlap = overlapOf(one, other, turned);
    if (overlap > best.overlap && overlap > upright + CLEARLY) best = { ...turned, overlap };
  };
  const steps = Math.floor(mostDeg / COARSE_DEG);
  for (const isMirrored of mayMirror ? [false, true] : [false]) {
    for (let step = 0; step <= steps; step += 1) {
      attempt({ turnDeg: step * COARSE_DEG, isMirrored });
      if (step * COARSE_DEG < 180) attempt({ turnDeg: -step * COARSE_DEG, isMirrored });
    }
  }
  const coarse = best;
  for (let turn = coarse.turnDeg - COARSE_DEG + 1; turn < coarse.turnDeg + COARSE_DEG; turn += 1) {
    if (Math.abs(turn) <= mostDeg) attempt({ turnDeg: turn, isMirrored: coarse.isMirrored });
  }
  return best;
}

function turner({ turnDeg, isMirrored }: Turned): (point: Point) => Point {
  const { cos, sin } = cosAndSin(turnDeg);
  const sign = isMirrored ? -1 : 1;
  return ({ x, y }) => ({ x: sign * x * cos - y * sin, y: sign * x * sin + y * cos });
}

function unturner({ turnDeg, isMirrored }: Turned): (point: Point) => Point {
  const { cos, sin } = cosAndSin(turnDeg);
  const sign = isMirrored ? -1 : 1;
  return ({ x, y }) => ({ x: sign * (x * cos + y * sin), y: y * cos - x * sin });
}

function cosAndSin(degrees: number) {
  const angle = (degrees * Math.PI) / 180;
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}
