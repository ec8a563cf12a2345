import type { CheckInput, PictureBefore } from '../../domain/check.ts';
import type { Point } from '../../domain/geometry.ts';
import { type Body, bodyOf } from './body.ts';
import { solidInk } from './solid-ink.ts';

/** Sizes this close are the same, and places this part of D. */
const SAME_SIZE = 0.05;
const SAME_PLACE = 0.02;

/** How a subject went from one picture to the next. */
export interface Move {
  readonly name: string;
  readonly before: Body;
  readonly after: Body;
}

/** What the two pictures have in common: a point of the old one lies at `scale` × the point + `shift` in the new one. */
export interface Common {
  readonly scale: number;
  readonly shift: Point;
  /** How many subjects kept size and place by it. */
  readonly votes: number;
}

/** Both forms of a subject; null where one picture has not exactly one of it. */
export function moveOf(
  name: string,
  { grounding, scene, before }: Pick<CheckInput, 'grounding' | 'scene' | 'before'>,
): Move | null {
  if (before === undefined) return null;
  const after = bodyIn(name, { grounding, scene });
  const old = bodyIn(name, before);
  return after === null || old === null ? null : { name, before: old, after };
}

function bodyIn(
  name: string,
  { grounding: { frame, subjects }, scene }: Pick<CheckInput, 'grounding' | 'scene'>,
): Body | null {
  const thing = subjects[name]?.chosen;
  return thing ? bodyOf(solidInk(thing, { scene, frame }), frame) : null;
}

/**
 * Ways in which most subjects (but those of `without`) kept size and place, each with as many votes as any: pictures are
 * cropped to their ink, so points of two turns have no common origin, and a model may scale the whole. Frames lie on
 * one page. Empty where nothing is left to tell.
 */
export function commonMoves(input: CheckInput, without: readonly string[]): readonly Common[] {
  const { before, grounding, scene } = input;
  if (before?.sharesPage !== false)
    return [{ scale: 1, shift: { x: 0, y: 0 }, votes: Number.POSITIVE_INFINITY }];
  const moves = Object.keys(grounding.subjects).flatMap((name) => moveOf(name, input) ?? []);
  const scale = commonScale(moves);
  const nearPt = SAME_PLACE * scene.diagonalPt;
  const shifts = moves
    .filter(({ name }) => !without.includes(name))
    .filter((move) => Math.abs(ratioOf(move) / scale - 1) <= SAME_SIZE)
    .map((move) => shiftOf(move, scale));
  const all = shifts.map((shift) => {
    const near = shifts.filter((other) => Math.hypot(other.x - shift.x, other.y - shift.y) <= nearPt);
    return { scale, shift: meanOf(near), votes: near.length };
  });
  const most = Math.max(0, ...all.map(({ votes }) => votes));
  return all.filter(({ votes }) => votes === most);
}

/** 1 where any subject kept its size; else the factor that most subjects agree on, two at least. */
function commonScale(moves: readonly Move[]): number {
  const ratios = moves.map(ratioOf);
  if (ratios.some((ratio) => Math.abs(ratio - 1) <= SAME_SIZE)) return 1;
  const groups = ratios.map((ratio) => ratios.filter((other) => Math.abs(other / ratio - 1) <= SAME_SIZE));
  const largest = groups.sort((one, other) => other.length - one.length)[0] ?? [];
  return largest.length < 2 ? 1 : largest.reduce((sum, ratio) => sum + ratio, 0) / largest.length;
}

/** The scale that all subjects of both pictures have in common. */
export function scaleBetween(input: CheckInput & { readonly before: PictureBefore }): number {
  if (input.before.sharesPage) return 1;
  return commonScale(Object.keys(input.grounding.subjects).flatMap((name) => moveOf(name, input) ?? []));
}

/** How far a subject's centre lies from where a common move puts it, in points. */
export function offOf({ before, after }: Move, { scale, shift }: Common): Point {
  return {
    x: after.centre.x - scale * before.centre.x - shift.x,
    y: after.centre.y - scale * before.centre.y - shift.y,
  };
}

function ratioOf({ before, after }: Move): number {
  return after.radiusPt / before.radiusPt;
}

function shiftOf(move: Move, scale: number): Point {
  return offOf(move, { scale, shift: { x: 0, y: 0 }, votes: 0 });
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
