import type { Point } from '../../../domain/geometry.ts';
import { crossingOf, distanceToSide, gapToPoint } from '../distances.ts';
import { isRound } from '../outline.ts';
import type { Thing } from '../thing.ts';
import type { Placed } from './canvas.ts';
import {
  DOUBT,
  type Foresight,
  NOBODY_KNOWS,
  pairOf,
  parameter,
  type Sight,
  SURELY_MET,
  SURELY_UNMET,
  type Sureness,
} from './sight.ts';

const DOUBT_DEG = 1.5;
/** Crossings nearer than this to an end of a line, a fraction of D, may be taken for lines that meet. */
const NEAR_AN_END = 0.05;

function crossings({ found, canvas }: Sight): Sureness {
  const lines = found.flatMap(({ all }) => all).flatMap((thing) => (thing.kind === 'line' ? [thing] : []));
  const pairs = lines.flatMap((one, index) => lines.slice(index + 1).map((other) => [one, other] as const));
  const places = pairs.flatMap(([one, other]) => crossingOf(one, other) ?? []);
  if (places.length === 0) return lines.length === 0 ? SURELY_UNMET : SURELY_MET;
  const areas = canvas.things.filter(({ kind }) => kind !== 'line' && kind !== 'word');
  const ends = lines.flatMap(({ from, to }) => [from, to]);
  const isPlain = (at: Point) =>
    gapToPoint(areas, at) > 0 &&
    ends.every(({ x, y }) => Math.hypot(x - at.x, y - at.y) > NEAR_AN_END * canvas.diagonal);
  return places.some(isPlain) ? SURELY_UNMET : NOBODY_KNOWS;
}

function connects(sight: Sight): Sureness {
  const [line, one, other] = sight.subjects.map(({ things }) => things);
  const first = line?.[0];
  if (first?.kind !== 'line' || one === undefined || other === undefined) return SURELY_UNMET;
  const widest = (from: Point, to: Point) => Math.max(gapToPoint(one, from), gapToPoint(other, to));
  const gap = Math.min(widest(first.from, first.to), widest(first.to, first.from)) / sight.canvas.diagonal;
  return (parameter(sight, 'gap', 0.02) - gap) / DOUBT;
}

/** Lines at an angle to the horizontal that is told, or to one another. */
function turned(wantedDeg: (sight: Sight) => number): Foresight {
  return (sight) => {
    const off = turnBetween(angleOf(sight.subjects[0]), wantedDeg(sight));
    return (parameter(sight, 'within', 5) - off) / DOUBT_DEG;
  };
}

function angleOf(placed: Placed | undefined): number {
  const line = placed?.things[0];
  if (line?.kind !== 'line') return Number.NaN;
  return (Math.atan2(line.to.y - line.from.y, line.to.x - line.from.x) * 180) / Math.PI;
}

function turnBetween(oneDeg: number, otherDeg: number): number {
  const turn = Math.abs(oneDeg - otherDeg) % 180;
  return Math.min(turn, 180 - turn);
}

/** A fraction of D: within the first they surely touch, beyond the second they surely don't. */
const SURELY_TANGENT = 0.002;
const SURELY_NOT_TANGENT = 0.03;

function tangent(sight: Sight): Sureness {
  const [one, other] = pairOf(sight).map(({ things }) => things[0]);
  const off =
    one === undefined || other === undefined ? Number.NaN : tangencyFault(one, other) / sight.canvas.diagonal;
  if (!(off <= SURELY_NOT_TANGENT)) return SURELY_UNMET;
  return off < SURELY_TANGENT ? SURELY_MET : NOBODY_KNOWS;
}

/** How far two circles, or a line and a circle, are from touching in one point, inside or outside. */
function tangencyFault(one: Thing, other: Thing): number {
  if (other.kind === 'line') return one.kind === 'line' ? Number.NaN : tangencyFault(other, one);
  if (!isRound(other)) return Number.NaN;
  if (one.kind === 'line') return Math.abs(distanceToSide(other, one) - other.width / 2);
  if (!isRound(one)) return Number.NaN;
  const [radius, otherRadius] = [one.width / 2, other.width / 2];
  const away = Math.hypot(one.x - other.x, one.y - other.y);
  return Math.min(Math.abs(away - radius - otherRadius), Math.abs(away - Math.abs(radius - otherRadius)));
}

export const OF_LINES: Readonly<Record<string, Foresight>> = {
  crossings,
  connects,
  rotated: turned(({ check }) => Number(check.to)),
  parallel: turned(({ subjects }) => angleOf(subjects[1])),
  perpendicular: turned(({ subjects }) => angleOf(subjects[1]) + 90),
  tangent,
};
