import type { MaskFrame } from '../../domain/geometry.ts';
import type { Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { deltaEOk } from '../../util/colour.ts';
import { type Coat, coatsOf } from './coats.ts';

/** A thing as it is painted: the scene of its marks, the frame of its mask, and how much of its silhouette is ink. */
export interface Painted {
  readonly thing: Thing;
  readonly scene: Scene;
  readonly frame: MaskFrame;
  readonly inkShare: number;
}

interface Look {
  readonly coats: readonly Coat[];
  readonly inkShare: number;
}

/**
 * The share of a thing that shows the same colour in both pictures, 0..1: of its ink, by the amounts of each colour
 * (ΔE at most `within` is the same), and of its silhouette, by how much of it is ink; the lesser of both. White paint
 * is ink or bare paper, whichever keeps more. Where the colours lie plays no part.
 */
export function keptColours(one: Painted, other: Painted, within: number): number {
  const looks = [one, other].map((painted) => ({
    coats: coatsOf(painted.thing, painted),
    inkShare: Math.min(1, painted.inkShare),
  }));
  const kept = ([before, after]: readonly Look[]) =>
    before === undefined || after === undefined ? 0 : keptOf(before, after, within);
  return Math.max(kept(looks), kept(looks.map((look) => withoutWhite(look, within))));
}

function keptOf(before: Look, after: Look, within: number): number {
  return Math.min(
    sharedOf(before.coats, after.coats, within),
    1 - Math.abs(before.inkShare - after.inkShare),
  );
}

/** Nearest colours first; each amount counts once. */
function sharedOf(before: readonly Coat[], after: readonly Coat[], within: number): number {
  if (before.length === 0 && after.length === 0) return 1;
  const pairs = before.flatMap(({ hex: from }, fromAt) =>
    after.map(({ hex: to }, toAt) => ({ fromAt, toAt, away: deltaEOk(from, to) })),
  );
  const [left, room] = [before.map(({ share }) => share), after.map(({ share }) => share)];
  let shared = 0;
  for (const { fromAt, toAt } of pairs.filter(({ away }) => away <= within).sort((a, b) => a.away - b.away)) {
    const amount = Math.min(left[fromAt] ?? 0, room[toAt] ?? 0);
    left[fromAt] = (left[fromAt] ?? 0) - amount;
    room[toAt] = (room[toAt] ?? 0) - amount;
    shared += amount;
  }
  return Math.min(1, shared);
}

/** As if white paint were the page. */
function withoutWhite({ coats, inkShare }: Look, within: number): Look {
  const coloured = coats.filter(({ hex }) => deltaEOk(hex, '#ffffff') > within / 2);
  const share = coloured.reduce((sum, coat) => sum + coat.share, 0);
  return {
    coats: coloured.map((coat) => ({ ...coat, share: coat.share / share })),
    inkShare: inkShare * share,
  };
}
