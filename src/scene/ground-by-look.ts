import type { Mark } from '../domain/scene.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { Finding, Wanted } from './ground-finding.ts';
import { hasShape, lookInWords, matchColour } from './look.ts';
import type { InkOf } from './masks.ts';
import { findCandidates, inkOfCoats } from './things.ts';

/** Looks for things of a shape and a colour. */
export function groundByLook({ spec, scene }: Wanted): Finding {
  const candidates = findByLook(scene.marks, spec);
  const look = lookInWords(spec);
  if (candidates.length > 0) return { by: 'look', how: `by its look, ${look}`, candidates };
  return { by: null, how: `nothing looks like ${look}`, candidates };
}

/** Things of the wanted look. Those whose colour is only nearly the wanted one count where none has it plainly. */
export function findByLook(marks: readonly Mark[], spec: SubjectSpec): readonly InkOf[] {
  const ofShape = findCandidates(marks, (shape) => hasShape(shape, spec));
  const coated = (match: 'plainly' | 'at-best') =>
    ofShape
      .map(({ coats }) => coats.filter(({ colours }) => matchColour(colours, spec) === match))
      .filter((coats) => coats.length > 0)
      .map(inkOfCoats);
  const plain = coated('plainly');
  return plain.length > 0 ? plain : coated('at-best');
}
