import type { Pick, SubjectSpec } from '../../../domain/subject.ts';
import { areaOf, centroidOf } from '../outline.ts';
import { specOf, type Thing } from '../thing.ts';

/** What a subject is found as: all that matches, and what is meant; nothing is meant where that is ambiguous. */
export interface Found {
  readonly all: readonly Thing[];
  readonly chosen: readonly Thing[];
}

/** Finds a subject as the real grounding does. A whole label is one thing, however many it is made of; a look is as many as there are. */
export function find(spec: SubjectSpec, things: readonly Thing[]): Found {
  const all = things.filter((thing) => matches(spec, thing));
  if (spec.label !== undefined || all.length < 2) return { all, chosen: all };
  return { all, chosen: picked(spec.pick, all) };
}

function matches({ label, shape, corners, colour, text }: SubjectSpec, thing: Thing): boolean {
  if (label !== undefined) return thing.label === label;
  const look: SubjectSpec = thing.kind === 'line' ? { shape: 'line', colour: thing.colour } : specOf(thing);
  if (text !== undefined || look.text !== undefined) return look.text?.toLowerCase() === text?.toLowerCase();
  if (colour !== undefined && look.colour !== colour) return false;
  // A square is also a rectangle.
  const isShape =
    shape === undefined || shape === look.shape || (shape === 'rectangle' && look.shape === 'square');
  return isShape && (corners === undefined || look.corners === corners);
}

function picked(pick: SubjectSpec['pick'], all: readonly Thing[]): readonly Thing[] {
  if (pick === undefined) return [];
  if (pick === 'all') return all;
  const measure = MEASURES[pick];
  return [all.reduce((best, next) => (measure(next) > measure(best) ? next : best))];
}

const MEASURES: Readonly<Record<Exclude<Pick, 'all'>, (thing: Thing) => number>> = {
  largest: areaOf,
  smallest: (thing) => -areaOf(thing),
  leftmost: (thing) => -centroidOf(thing).x,
  rightmost: (thing) => centroidOf(thing).x,
  topmost: (thing) => centroidOf(thing).y,
  bottommost: (thing) => -centroidOf(thing).y,
};
