import type { Pick, Thing } from '../domain/subject.ts';

/** The thing that a pick means; the first in paint order when several are alike. `all` is not decided here. */
export function pickThing(things: readonly Thing[], pick: Exclude<Pick, 'all'>): Thing | null {
  const measure = MEASURES[pick];
  let best: Thing | null = null;
  for (const thing of things) if (best === null || measure(thing) > measure(best)) best = thing;
  return best;
}

const MEASURES: Readonly<Record<Exclude<Pick, 'all'>, (thing: Thing) => number>> = {
  largest: ({ ink }) => ink.visiblePx,
  smallest: ({ ink }) => -ink.visiblePx,
  leftmost: ({ ink }) => -ink.centroid.x,
  rightmost: ({ ink }) => ink.centroid.x,
  topmost: ({ ink }) => ink.centroid.y,
  bottommost: ({ ink }) => -ink.centroid.y,
};
