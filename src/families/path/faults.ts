import type { Point } from '../../domain/geometry.ts';
import { sideGap } from '../parts/distances.ts';
import type { Fault } from '../parts/faults.ts';
import { type Item, type Line, sized, type Thing } from '../parts/thing.ts';
import { type Leg, walked } from './legs.ts';

/** A dot beside steps of 1. */
const DOT_SIZE = 0.5;
/** Legs keep so far apart that none hides another one, in steps. */
const LEAST_GAP = 0.2;
/** About a tenth of a step. */
const LEG_PT = 2.8;

/** The legs, a black disc at the start, and where the path doesn't come home a black square at its end. */
export function thingsOf(legs: readonly Leg[], isHome: boolean): readonly Thing[] {
  const lines = legs.map((leg) => ({ kind: 'line', ...leg, widthPt: LEG_PT }) as const);
  const [start, end] = [legs[0]?.from, legs.at(-1)?.to];
  const marks: Item[] = [];
  if (start !== undefined) marks.push(sized(start, { kind: 'circle', colour: 'black', size: DOT_SIZE }));
  if (end !== undefined && !isHome)
    marks.push(sized(end, { kind: 'square', colour: 'black', size: DOT_SIZE }));
  return [...lines, ...marks];
}

/** What may go wrong: a turn taken the other way, a leg too long, out of order or loose, and the whole path mirrored. */
export function faultsOf(legs: readonly Leg[], isHome: boolean): readonly Fault[] {
  const walk = isHome ? legs.slice(0, -1) : legs;
  const home = isHome ? legs.at(-1) : undefined;
  const drawn = (others: readonly Leg[]) => thingsOf(closed(others, home), isHome);
  const mapped = (map: (way: Point) => Point) => drawn(walked(walk, map));
  const faults = [
    { name: 'mirrored', things: mapped(({ x, y }) => ({ x: -x, y })) },
    { name: 'upside-down', things: mapped(({ x, y }) => ({ x, y: -y })) },
    { name: 'uprights-lean', things: mapped(({ x, y }) => ({ x: x + 0.3 * y, y })) },
    { name: 'levels-rise', things: mapped(({ x, y }) => ({ x, y: y + 0.3 * x })) },
    { name: 'every-other-leg-doubled', things: drawn(walked(walk, doubled)) },
    {
      name: 'gaps-at-all-corners',
      things: thingsOf(legs, isHome).map((thing) => (thing.kind === 'line' ? shortened(thing) : thing)),
    },
    { name: 'turned', things: mapped(({ x, y }) => ({ x: y, y: -x })) },
    ...walk.flatMap((leg, index) => legFaults({ walk, leg, index }, drawn)),
    ...walk.slice(1).map((leg, index) => ({
      name: `other-way-from-${leg.colour}`,
      things: drawn(walked(walk, ({ x, y }, at) => (at > index ? { x: -x, y: -y } : { x, y }))),
    })),
    ...(home === undefined ? [] : homeFaults(walk, home)),
  ];
  return faults.filter(({ things }) => isPlain(things));
}

/** Legs that lie upon each other hide each other; those that meet at a corner have one end in common. */
function isPlain(things: readonly Thing[]): boolean {
  const lines = things.flatMap((thing) => (thing.kind === 'line' ? [thing] : []));
  return lines.every((one, index) =>
    lines.slice(index + 1).every((other) => haveCorner(one, other) || sideGap(one, other) > LEAST_GAP),
  );
}

function haveCorner(one: Line, other: Line): boolean {
  const isEnd = ({ x, y }: Point) => [one.from, one.to].some((end) => end.x === x && end.y === y);
  return isEnd(other.from) !== isEnd(other.to);
}

function doubled({ x, y }: Point, index: number): Point {
  return index % 2 === 0 ? { x, y } : { x: 2 * x, y: 2 * y };
}

function shortened(line: Line): Line {
  const { from, to } = line;
  const [dx, dy] = [0.25 * (to.x - from.x), 0.25 * (to.y - from.y)];
  return { ...line, from: { x: from.x + dx, y: from.y + dy }, to: { x: to.x - dx, y: to.y - dy } };
}

function closed(walk: readonly Leg[], home: Leg | undefined): readonly Leg[] {
  const [start, end] = [walk[0]?.from, walk.at(-1)?.to];
  return home === undefined || start === undefined || end === undefined
    ? walk
    : [...walk, { ...home, from: end, to: start }];
}

interface One {
  readonly walk: readonly Leg[];
  readonly leg: Leg;
  readonly index: number;
}

function legFaults(
  { walk, leg, index }: One,
  drawn: (legs: readonly Leg[]) => readonly Thing[],
): readonly Fault[] {
  const changed = (change: (way: Point) => Point) =>
    drawn(walked(walk, (way, at) => (at === index ? change(way) : way)));
  return [
    { name: `${leg.colour}-twice-as-long`, things: changed(({ x, y }) => ({ x: 2 * x, y: 2 * y })) },
    { name: `${leg.colour}-backwards`, things: changed(({ x, y }) => ({ x: -x, y: -y })) },
    { name: `${leg.colour}-left-out`, things: drawn(walk.filter((one) => one !== leg)) },
  ];
}

function homeFaults(walk: readonly Leg[], home: Leg): readonly Fault[] {
  const back = (to: Point) => thingsOf([...walk, { ...home, to }], true);
  const { x, y } = home.from;
  return [
    { name: 'way-home-too-short', things: back({ x: x - 0.6 * x, y: y - 0.6 * y }) },
    { name: 'way-home-level', things: back({ x: 0, y }) },
    { name: 'way-home-mirrored', things: back({ x: 2 * x, y: 0 }) },
  ];
}
