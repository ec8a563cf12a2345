import type { Pick, SubjectSpec } from '../../domain/subject.ts';
import { centroidOfThing, type Thing } from './things.ts';

/** What a subject is found as: all that matches, and what is meant; nothing is meant where that is ambiguous. */
export interface Found {
  readonly all: readonly Thing[];
  readonly chosen: readonly Thing[];
}

const SHAPES: Readonly<Record<Thing['kind'], string>> = {
  circle: 'circle',
  ring: 'circle',
  square: 'square',
  triangle: 'triangle',
  line: 'line',
  letter: 'letter',
};

/** A whole label is one thing, however many it is made of; a look is as many as there are. */
export function find(spec: SubjectSpec, things: readonly Thing[]): Found {
  const all = things.filter((thing) => matches(spec, thing));
  if (spec.label !== undefined || all.length < 2) return { all, chosen: all };
  return { all, chosen: picked(spec.pick, all) };
}

function matches({ label, shape, colour, text }: SubjectSpec, thing: Thing): boolean {
  if (label !== undefined && thing.label !== label) return false;
  if (text !== undefined && (thing.kind !== 'letter' || thing.text !== text)) return false;
  if (text === undefined && label === undefined && thing.kind === 'letter') return false;
  if (shape !== undefined && SHAPES[thing.kind] !== shape) return false;
  return colour === undefined || thing.colour === colour;
}

function picked(pick: SubjectSpec['pick'], all: readonly Thing[]): readonly Thing[] {
  if (pick === undefined) return [];
  if (pick === 'all') return all;
  const measure = MEASURES[pick];
  if (measure === undefined) return [];
  return [all.reduce((best, next) => (measure(next) > measure(best) ? next : best))];
}

const MEASURES: Readonly<Partial<Record<Pick, (thing: Thing) => number>>> = {
  leftmost: (thing) => -centroidOfThing(thing).x,
  rightmost: (thing) => centroidOfThing(thing).x,
  topmost: (thing) => centroidOfThing(thing).y,
  bottommost: (thing) => -centroidOfThing(thing).y,
};
