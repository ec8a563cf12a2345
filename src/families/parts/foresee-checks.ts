import type { WrittenCheck } from '../../domain/family.ts';
import type { Box, Point } from '../../domain/geometry.ts';
import { crossingOf, distanceToSide, gapBetween, gapToPoint, sharedOf } from './distances.ts';
import type { Found } from './foresee-subjects.ts';
import { areaOfThing, boxOfThings, centroidOfThing, mapThing, type Thing } from './things.ts';

/** What a check is asked. `diagonal`: D, in the unit of the things. */
interface Asked {
  readonly subjects: readonly Found[];
  readonly check: WrittenCheck;
  readonly diagonal: number;
  readonly things: readonly Thing[];
}

type Foresight = (asked: Asked) => number;

/** Pixels, strokes and tips move a measured place by less than this, a fraction of D. */
const DOUBT = 0.008;
/** What touches a ring hides a part of its thin ink, which moves its centroid. */
const DOUBT_OF_RINGS = 0.025;
/** The same for angles, in degrees, and for ratios. */
const DOUBT_DEG = 1.5;
const DOUBT_RATIO = 0.03;

/** What the graders' checks come to for things of ours; defaults as in docs/checks.md. At least 1 or -1 where it is sure. */
export const FORESEEN: Readonly<Record<string, Foresight>> = {
  count: ({ subjects, check }) => (subjects[0]?.all.length === check.is ? 1 : -1),
  'left-of': (asked) => direction(asked, 'x', -1),
  'right-of': (asked) => direction(asked, 'x', 1),
  above: (asked) => direction(asked, 'y', 1),
  below: (asked) => direction(asked, 'y', -1),
  aligned: ({ subjects, check, diagonal }) => {
    const places = subjects.map(({ chosen }) => EDGES[String(check.on)]?.(boxOfThings(chosen)) ?? 0);
    return (
      (parameter(check, 'within', 0.02) - (Math.max(...places) - Math.min(...places)) / diagonal) / DOUBT
    );
  },
  ratio: ({ subjects, check, things }) => {
    const [one, other] = subjects.map(({ chosen }) => chosen.map((thing) => seenOf(thing, things)));
    const measure = String(check.measure ?? 'area');
    const found =
      other === undefined
        ? sizeOf(one, 'width') / sizeOf(one, 'height')
        : sizeOf(one, measure) / sizeOf(other, measure);
    const wanted = Number(check.is);
    return (parameter(check, 'within', 0.1) - (Math.max(found / wanted, wanted / found) - 1)) / DOUBT_RATIO;
  },
  crossings: ({ subjects, diagonal, things }) => {
    const lines = subjects
      .flatMap(({ all }) => all)
      .flatMap((thing) => (thing.kind === 'line' ? [thing] : []));
    const pairs = lines.flatMap((one, index) => lines.slice(index + 1).map((other) => [one, other] as const));
    const found = pairs.flatMap(([one, other]) => crossingOf(one, other) ?? []);
    if (found.length === 0) return lines.length === 0 ? -1 : 1;
    const areas = things.filter(({ kind }) => kind !== 'line' && kind !== 'letter');
    const ends = lines.flatMap(({ from, to }) => [from, to]);
    const isPlain = (at: Point) =>
      gapToPoint(areas, at) > 0 && ends.every(({ x, y }) => Math.hypot(x - at.x, y - at.y) > 0.05 * diagonal);
    return found.some(isPlain) ? -1 : 0;
  },
  connects: ({ subjects, check, diagonal }) => {
    const [line, one, other] = subjects.map(({ chosen }) => chosen);
    const first = line?.[0];
    if (first?.kind !== 'line' || one === undefined || other === undefined) return -1;
    const widest = (from: Point, to: Point) => Math.max(gapToPoint(one, from), gapToPoint(other, to));
    const gap = Math.min(widest(first.from, first.to), widest(first.to, first.from)) / diagonal;
    return (parameter(check, 'gap', 0.02) - gap) / DOUBT;
  },
  rotated: ({ subjects, check }) => {
    const off = turnBetween(angleOf(subjects[0]), Number(check.to));
    return (parameter(check, 'within', 5) - off) / DOUBT_DEG;
  },
  parallel: ({ subjects, check }) => {
    const off = turnBetween(angleOf(subjects[0]), angleOf(subjects[1]));
    return (parameter(check, 'within', 5) - off) / DOUBT_DEG;
  },
  perpendicular: ({ subjects, check }) => {
    const off = turnBetween(angleOf(subjects[0]) + 90, angleOf(subjects[1]));
    return (parameter(check, 'within', 5) - off) / DOUBT_DEG;
  },
  tangent: ({ subjects, diagonal }) => {
    const [one, other] = subjects.map(({ chosen }) => chosen[0]);
    const off = one === undefined || other === undefined ? Number.NaN : tangencyFault(one, other) / diagonal;
    if (!(off <= 0.03)) return -1;
    return off < 0.002 ? 1 : 0;
  },
  'centred-on': ({ subjects, check, diagonal }) => {
    const [one, other] = subjects.map(({ chosen }) => centreOf(chosen, check.by === 'box'));
    if (one === undefined || other === undefined) return -1;
    const [across, up] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
    const offset = { horizontal: across, vertical: up }[String(check.axis)] ?? Math.max(across, up);
    return (parameter(check, 'within', 0.02) - offset / diagonal) / DOUBT;
  },
  symmetric: ({ subjects, check, diagonal }) => {
    const things = subjects[0]?.chosen ?? [];
    return mirrorFault(things, String(check.axis ?? 'vertical')) > 0.05 * diagonal ? -1 : 1;
  },
  inside: ({ subjects, diagonal }) => {
    const [inner = [], outer = []] = subjects.map(({ chosen }) => chosen);
    const shared = Math.max(...outer.map((thing) => sharedOf(inner, thing)));
    if (shared > 0.999) return 1;
    return shared > 0.5 ? 0 : -Math.max(shared < 0.2 ? 1 : 0, gapBetween(inner, outer) / diagonal / DOUBT);
  },
  apart: ({ subjects, check, diagonal }) => {
    const [one = [], other = []] = subjects.map(({ chosen }) => chosen);
    const gap = gapBetween(one, other) / diagonal;
    return gap === 0 ? -1 : (gap - parameter(check, 'gap', 0.005)) / (DOUBT / 2);
  },
  touching: ({ subjects, check, diagonal }) => {
    const [one = [], other = []] = subjects.map(({ chosen }) => chosen);
    const gap = gapBetween(one, other) / diagonal;
    const shared = Math.max(...other.map((thing) => sharedOf(one, thing)));
    const most = parameter(check, 'overlap', 0.1);
    const room = (parameter(check, 'gap', 0.01) - gap) / (DOUBT / 2);
    return Math.min(room, most >= 1 ? 1 : (most - shared) / 0.05);
  },
};

/** What is seen of a line whose end lies in the middle of a filled shape that is drawn later. */
function seenOf(thing: Thing, things: readonly Thing[]): Thing {
  if (thing.kind !== 'line') return thing;
  const { from, to } = thing;
  const share = (end: Point) => hiddenAt(end, things) / Math.hypot(to.x - from.x, to.y - from.y);
  const [first, last] = [share(from), share(to)];
  const between = (part: number) => ({
    x: from.x + part * (to.x - from.x),
    y: from.y + part * (to.y - from.y),
  });
  return { ...thing, from: between(first), to: between(1 - last) };
}

function hiddenAt(end: Point, things: readonly Thing[]): number {
  const covers = things.find(
    (thing) =>
      (thing.kind === 'circle' || thing.kind === 'square') && thing.at.x === end.x && thing.at.y === end.y,
  );
  return covers !== undefined && 'size' in covers ? covers.size / 2 : 0;
}

/** How far two rings, or a line and a ring, are from touching in one point, inside or outside. */
function tangencyFault(one: Thing, other: Thing): number {
  if (other.kind === 'line') return one.kind === 'line' ? Number.NaN : tangencyFault(other, one);
  if (other.kind === 'letter') return Number.NaN;
  if (one.kind === 'line') return Math.abs(distanceToSide(other.at, one) - other.size / 2);
  if (one.kind === 'letter') return Number.NaN;
  const [radius, otherRadius] = [one.size / 2, other.size / 2];
  const away = Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y);
  return Math.min(Math.abs(away - radius - otherRadius), Math.abs(away - Math.abs(radius - otherRadius)));
}

/** Whether the mirror image of things about the middle of their box is made of the same; else how far it is off. */
function mirrorFault(things: readonly Thing[], axis: string): number {
  const { xMin, xMax, yMin, yMax } = boxOfThings(things);
  const images = things.map((thing) => {
    const image = mapThing(thing, ({ x, y }) =>
      axis === 'vertical' ? { x: xMin + xMax - x, y } : { x, y: yMin + yMax - y },
    );
    const isTurned = axis === 'horizontal' && image.kind === 'triangle';
    return isTurned ? { ...image, isUpsideDown: image.isUpsideDown !== true } : image;
  });
  const faults = images.map((image) =>
    Math.min(...things.map((thing) => (isAlike(thing, image) ? distanceOf(thing, image) : Infinity))),
  );
  return Math.max(...faults);
}

function isAlike(one: Thing, other: Thing): boolean {
  const turned = (thing: Thing) => thing.kind === 'triangle' && thing.isUpsideDown === true;
  return one.kind === other.kind && turned(one) === turned(other);
}

function distanceOf(one: Thing, other: Thing): number {
  const [from, to] = [centroidOfThing(one), centroidOfThing(other)];
  return Math.hypot(from.x - to.x, from.y - to.y);
}

function direction({ subjects, check, diagonal }: Asked, axis: 'x' | 'y', sign: 1 | -1): number {
  const [one = [], other = []] = subjects.map(({ chosen }) => chosen);
  const [from, to] = [centreOf(one, false), centreOf(other, false)];
  const extent = (things: readonly Thing[]) => sizeOf(things, axis === 'x' ? 'width' : 'height');
  const difference = sign * (from[axis] - to[axis]);
  const across = axis === 'x' ? Math.abs(from.y - to.y) : Math.abs(from.x - to.x);
  const needed = parameter(check, 'band', 0.2) * (extent(one) + extent(other));
  const wanted = check.dominant === true ? Math.max(needed, across) : needed;
  const isThin = [...one, ...other].some(({ kind }) => kind === 'ring');
  return (difference - wanted) / diagonal / (isThin ? DOUBT_OF_RINGS : DOUBT);
}

const EDGES: Readonly<Record<string, (box: Box) => number>> = {
  left: ({ xMin }) => xMin,
  right: ({ xMax }) => xMax,
  centre: ({ xMin, xMax }) => (xMin + xMax) / 2,
  top: ({ yMax }) => yMax,
  bottom: ({ yMin }) => yMin,
  middle: ({ yMin, yMax }) => (yMin + yMax) / 2,
};

function parameter(check: WrittenCheck, key: string, otherwise: number): number {
  const value = check[key];
  return typeof value === 'number' ? value : otherwise;
}

function sizeOf(things: readonly Thing[] | undefined, measure: string): number {
  if (things === undefined) return 0;
  if (measure === 'area') return things.reduce((sum, thing) => sum + areaOfThing(thing), 0);
  const { xMin, xMax, yMin, yMax } = boxOfThings(things);
  if (measure === 'width') return xMax - xMin;
  return measure === 'height' ? yMax - yMin : Math.hypot(xMax - xMin, yMax - yMin);
}

/** The centroid, weighted by area where there are several; or the middle of the box. */
function centreOf(things: readonly Thing[], byBox: boolean): Point {
  const { xMin, xMax, yMin, yMax } = boxOfThings(things);
  if (byBox) return { x: (xMin + xMax) / 2, y: (yMin + yMax) / 2 };
  const [only, second] = things;
  if (only !== undefined && second === undefined) return centroidOfThing(only);
  const total = things.reduce((sum, thing) => sum + areaOfThing(thing), 0);
  const mean = (axis: 'x' | 'y') =>
    things.reduce((sum, thing) => sum + areaOfThing(thing) * centroidOfThing(thing)[axis], 0) / total;
  return { x: mean('x'), y: mean('y') };
}

function angleOf(found: Found | undefined): number {
  const line = found?.chosen[0];
  if (line?.kind !== 'line') return Number.NaN;
  return (Math.atan2(line.to.y - line.from.y, line.to.x - line.from.x) * 180) / Math.PI;
}

function turnBetween(oneDeg: number, otherDeg: number): number {
  const turn = Math.abs(oneDeg - otherDeg) % 180;
  return Math.min(turn, 180 - turn);
}
