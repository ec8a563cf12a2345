import type { Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { deltaEOk } from '../../util/colour.ts';
import { type ShownColour, shownColours } from './shown-colours.ts';

/** A thing as it is painted: its marks' scene, and how much of its silhouette is ink. */
export interface Painted {
  readonly thing: Thing;
  readonly scene: Scene;
  readonly inkShare: number;
}

interface Coat {
  readonly hexes: readonly string[];
  readonly share: number;
}

/**
 * The share of a thing's silhouette that shows the same colour in both pictures, 0..1, by the amounts of each colour
 * (ΔE at most `within` is the same); where both are open, nothing is the same as nothing. Where the colours lie
 * plays no part.
 */
export function keptColours(one: Painted, other: Painted, within: number): number {
  const [before, after] = [coatsOf(one), coatsOf(other)];
  const pairs = before.flatMap((from, fromAt) =>
    after.map((to, toAt) => ({ fromAt, toAt, away: nearest(from, to) })),
  );
  const [left, room] = [before.map(({ share }) => share), after.map(({ share }) => share)];
  let kept = Math.min(Math.max(0, 1 - one.inkShare), Math.max(0, 1 - other.inkShare));
  for (const { fromAt, toAt } of pairs.filter(({ away }) => away <= within).sort((a, b) => a.away - b.away)) {
    const moved = Math.min(left[fromAt] ?? 0, room[toAt] ?? 0);
    left[fromAt] = (left[fromAt] ?? 0) - moved;
    room[toAt] = (room[toAt] ?? 0) - moved;
    kept += moved;
  }
  return Math.min(1, kept);
}

function coatsOf({ thing, scene, inkShare }: Painted): readonly Coat[] {
  const own = new Set(thing.marks);
  const shown = shownColours(scene.marks.filter(({ index }) => own.has(index)));
  const total = shown.reduce((sum, { area }) => sum + area, 0);
  // Images show no colour that could have changed.
  if (total === 0) return [{ hexes: ['#000000'], share: inkShare }];
  return shown.map((colour) => ({ hexes: hexesOf(colour), share: (inkShare * colour.area) / total }));
}

function hexesOf({ colours: { plain, also } }: ShownColour): readonly string[] {
  return plain.length > 0 ? plain : also;
}

function nearest(one: Coat, other: Coat): number {
  return Math.min(...one.hexes.flatMap((from) => other.hexes.map((to) => deltaEOk(from, to))));
}
