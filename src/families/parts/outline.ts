import type { Box, Point } from '../../domain/geometry.ts';
import { type Item, type Kind, LINE_PT, RING_PT, type Thing } from './thing.ts';

const CM_PER_PT = 2.54 / 72.27;

/** Corners of a regular shape; the first one is at `fromDeg`. */
function regular(corners: number, fromDeg: number): Point[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = ((fromDeg + (index * 360) / corners) * Math.PI) / 180;
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
}

const SQUARE: readonly Point[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
];
const UNIT_POINTS: Readonly<Partial<Record<Kind, readonly Point[]>>> = {
  square: SQUARE,
  rectangle: SQUARE,
  word: SQUARE,
  triangle: [
    { x: -1, y: -1 },
    { x: 1, y: -1 },
    { x: 0, y: 1 },
  ],
  pentagon: regular(5, 90),
  hexagon: regular(6, 0),
};

/** The same points in a box from -0.5 to 0.5. */
const FITTED = Object.fromEntries(
  Object.entries(UNIT_POINTS).map(([kind, points]) => {
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const fit = (value: number, all: readonly number[]) => {
      const [least, most] = [Math.min(...all), Math.max(...all)];
      return (value - least) / (most - least) - 0.5;
    };
    return [kind, points.map(({ x, y }) => ({ x: fit(x, xs), y: fit(y, ys) }))];
  }),
);

/** Height over width of the kinds that have a natural one; 1 for the others. */
export function heightOverWidth(kind: Kind): number {
  const points = UNIT_POINTS[kind];
  if (kind === 'triangle' || points === undefined) return 1;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return (Math.max(...ys) - Math.min(...ys)) / (Math.max(...xs) - Math.min(...xs));
}

/** A thing's convex outline: its corners, or of round ones the middle; `radius` is the way from there to the rim. */
export interface Outline {
  readonly points: readonly Point[];
  readonly radius: number;
}

export function outlineOf(thing: Thing): Outline {
  if (thing.kind === 'line') return { points: [thing.from, thing.to], radius: 0 };
  const { kind, x, y, width, height } = thing;
  if (isRound(thing)) return { points: [{ x, y }], radius: width / 2 };
  const turn = thing.isUpsideDown === true ? -1 : 1;
  const points = (FITTED[kind] ?? []).map((unit) => ({
    x: x + width * unit.x,
    y: y + turn * height * unit.y,
  }));
  return { points, radius: 0 };
}

export function isRound({ kind }: Thing): boolean {
  return kind === 'circle' || kind === 'ring';
}

/** The box of a thing's outline; strokes are thin enough not to count. */
export function boxOf(thing: Thing): Box {
  if (thing.kind === 'line') return boxOfPoints([thing.from, thing.to]);
  const { x, y, width, height } = thing;
  return { xMin: x - width / 2, xMax: x + width / 2, yMin: y - height / 2, yMax: y + height / 2 };
}

/** The box around several things. @throws RangeError when there are none. */
export function boxAround(things: readonly Thing[]): Box {
  if (things.length === 0) throw new RangeError('expected things, got none');
  const corners = things.map(boxOf);
  return boxOfPoints(
    corners.flatMap(({ xMin, yMin, xMax, yMax }) => [
      { x: xMin, y: yMin },
      { x: xMax, y: yMax },
    ]),
  );
}

function boxOfPoints(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { xMin: Math.min(...xs), yMin: Math.min(...ys), xMax: Math.max(...xs), yMax: Math.max(...ys) };
}

/** Twice the area of a polygon and its centroid (the shoelace formula). */
function shoelace(points: readonly Point[]) {
  let [doubled, x, y] = [0, 0, 0];
  points.forEach((one, index) => {
    const next = points[(index + 1) % points.length] ?? one;
    const part = one.x * next.y - next.x * one.y;
    doubled += part;
    x += (one.x + next.x) * part;
    y += (one.y + next.y) * part;
  });
  return { doubled: Math.abs(doubled), at: { x: x / (3 * doubled), y: y / (3 * doubled) } };
}

/** Where the centroid of a thing's ink lies: a triangle's is a third of its height above its base. */
export function centroidOf(thing: Thing): Point {
  if (thing.kind === 'line')
    return { x: (thing.from.x + thing.to.x) / 2, y: (thing.from.y + thing.to.y) / 2 };
  if (thing.kind !== 'triangle' && thing.kind !== 'pentagon') return { x: thing.x, y: thing.y };
  const { points } = outlineOf({ ...thing, x: 0, y: 0 });
  const { at } = shoelace(points);
  return { x: thing.x, y: thing.y + at.y };
}

/** The area of the silhouette; a line has none to speak of. */
export function areaOf(thing: Thing): number {
  if (thing.kind === 'line') return 0;
  if (isRound(thing)) return (thing.width * thing.height * Math.PI) / 4;
  return shoelace(outlineOf({ ...thing, x: 0, y: 0 } satisfies Item).points).doubled / 2;
}

/** The area that ink covers, for a drawing that isn't scaled; letters cover about a third of their box. */
export function inkOf(thing: Thing): number {
  if (thing.kind === 'line') {
    const length = Math.hypot(thing.to.x - thing.from.x, thing.to.y - thing.from.y);
    return length * (thing.widthPt ?? LINE_PT) * CM_PER_PT;
  }
  if (thing.kind === 'ring') return Math.PI * thing.width * RING_PT * CM_PER_PT;
  return thing.kind === 'word' ? areaOf(thing) / 3 : areaOf(thing);
}
