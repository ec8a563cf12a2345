import type { WrittenCheck } from '../../domain/family.ts';
import type { Point } from '../../domain/geometry.ts';
import type { SubjectSpec } from '../../domain/subject.ts';
import type { Look } from '../parts/looks.ts';
import { heightOverWidth } from '../parts/outline.ts';
import { hyphened, numberWord } from '../parts/text.ts';
import { type Item, specOf } from '../parts/thing.ts';

const SIZE_CM = 0.8;

/** Things of one look. */
export interface Crowd {
  readonly look: Look;
  readonly places: readonly Point[];
}

/** `three red circles`. */
export function crowdWords({ look, places }: Crowd): string {
  return `${numberWord(places.length)} ${look.name}s`;
}

/** `red-circles` */
export function crowdName({ look }: Crowd): string {
  return hyphened(`${look.name}s`);
}

/** Its things; their names are numbered, `red circle 2`. */
export function itemsIn({ look, places }: Crowd): Item[] {
  return places.map(({ x, y }, index) => ({
    ...look,
    name: `${look.name} ${index + 1}`,
    x,
    y,
    width: SIZE_CM,
    height: SIZE_CM * heightOverWidth(look.kind),
  }));
}

export function crowdSubjects(crowds: readonly Crowd[]): Record<string, SubjectSpec> {
  return Object.fromEntries(
    crowds.map((crowd) => [crowdName(crowd), { ...specOf(crowd.look), pick: 'all' as const }]),
  );
}

export function crowdChecks(crowd: Crowd): WrittenCheck[] {
  const name = crowdName(crowd);
  return [
    { id: `${name}-count`, skill: 'counting', check: 'count', of: name, is: crowd.places.length, weight: 2 },
  ];
}
