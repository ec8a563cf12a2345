import type { Box, Point } from '../../../domain/geometry.ts';
import { boxAround, centroidOf } from '../outline.ts';
import { mapThing, type Thing } from '../thing.ts';
import { centreOf, type Placed } from './canvas.ts';
import {
  DOUBT,
  type Foresight,
  pairOf,
  parameter,
  type Sight,
  SURELY_MET,
  SURELY_UNMET,
  type Sureness,
} from './sight.ts';

/** What touches a ring hides a part of its thin ink, which moves its centroid. */
const DOUBT_OF_RINGS = 0.025;
/** How wide a word is, is a guess; where something covers another thing, cells are counted. */
const DOUBT_OF_GUESSES = 0.015;

function direction(axis: 'x' | 'y', sign: 1 | -1): Foresight {
  return (sight) => {
    const [one, other] = pairOf(sight);
    const [min, max] = axis === 'x' ? (['xMin', 'xMax'] as const) : (['yMin', 'yMax'] as const);
    const sizes = one.box[max] - one.box[min] + other.box[max] - other.box[min];
    const across = axis === 'x' ? 'y' : 'x';
    const ahead = sign * (one.centre[axis] - other.centre[axis]);
    const aside = sight.check.dominant === true ? Math.abs(one.centre[across] - other.centre[across]) : 0;
    const needed = Math.max(parameter(sight, 'band', 0.2) * sizes, aside);
    return (ahead - needed) / sight.canvas.diagonal / doubtOf([one, other]);
  };
}

function doubtOf(subjects: readonly Placed[]): number {
  const has = (kind: Thing['kind']) =>
    subjects.some(({ things }) => things.some((thing) => thing.kind === kind));
  if (has('ring')) return DOUBT_OF_RINGS;
  return has('word') || subjects.some(({ isWhole }) => !isWhole) ? DOUBT_OF_GUESSES : DOUBT;
}

const LINES: Readonly<Record<string, (box: Box) => number>> = {
  left: ({ xMin }) => xMin,
  right: ({ xMax }) => xMax,
  centre: ({ xMin, xMax }) => (xMin + xMax) / 2,
  top: ({ yMax }) => yMax,
  bottom: ({ yMin }) => yMin,
  middle: ({ yMin, yMax }) => (yMin + yMax) / 2,
};

function aligned(sight: Sight): Sureness {
  const line = LINES[String(sight.check.on)];
  if (line === undefined) throw new RangeError(`"${sight.check.id}": unknown line`);
  const places = sight.subjects.map(({ box }) => line(box));
  const spread = (Math.max(...places) - Math.min(...places)) / sight.canvas.diagonal;
  return (parameter(sight, 'within', 0.02) - spread) / DOUBT;
}

function centredOn(sight: Sight): Sureness {
  const { check, canvas } = sight;
  const [one, other] = pairOf(sight).map(({ things }) =>
    check.by === 'box' ? middleOf(things) : centreOf(things),
  );
  if (one === undefined || other === undefined) return SURELY_UNMET;
  const [across, up] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
  const offset = { horizontal: across, vertical: up }[String(check.axis)] ?? Math.max(across, up);
  return (parameter(sight, 'within', 0.02) - offset / canvas.diagonal) / DOUBT;
}

function middleOf(things: readonly Thing[]): Point {
  const { xMin, xMax, yMin, yMax } = boxAround(things);
  return { x: (xMin + xMax) / 2, y: (yMin + yMax) / 2 };
}

/** A share of D by which a mirror image that is plainly wrong is off. */
const PLAINLY_OFF = 0.05;

function symmetric({ subjects, check, canvas }: Sight): Sureness {
  const off = mirrorFault(subjects[0]?.things ?? [], String(check.axis ?? 'vertical'));
  return off > PLAINLY_OFF * canvas.diagonal ? SURELY_UNMET : SURELY_MET;
}

/** How far the mirror image of things about the middle of their box is from being made of the same. */
function mirrorFault(things: readonly Thing[], axis: string): number {
  const { xMin, xMax, yMin, yMax } = boxAround(things);
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
  const [from, to] = [centroidOf(one), centroidOf(other)];
  return Math.hypot(from.x - to.x, from.y - to.y);
}

export const OF_PLACES: Readonly<Record<string, Foresight>> = {
  'left-of': direction('x', -1),
  'right-of': direction('x', 1),
  above: direction('y', 1),
  below: direction('y', -1),
  aligned,
  'centred-on': centredOn,
  symmetric,
};
