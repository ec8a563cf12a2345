import type { CheckDefinition } from '../domain/check.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { CheckSpec } from '../domain/task.ts';
import { parametersOf } from './check-rules.ts';
import { thereId } from './task-outline.ts';

/** What the implied checks follow from. */
export interface Implying {
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  /** Those that the file states. */
  readonly stated: readonly CheckSpec[];
  readonly definitions: ReadonlyMap<string, CheckDefinition>;
  readonly turns: number;
  readonly hasGiven: boolean;
}

/**
 * That each subject is there: in the first turn that speaks of it, and in the frames of which all that speak of it
 * speak. To count a thing says nothing of its being there: what is to be gone is counted as none.
 */
export function impliedChecks({ subjects, stated, definitions, turns, hasGiven }: Implying): CheckSpec[] {
  const there = definitions.get('there');
  return Object.entries(subjects).flatMap(([name, { weight }]) => {
    const speaking = stated.filter(({ of }) => of.includes(name));
    const wanting = speaking.filter(({ check }) => check !== 'count');
    const isEdit = turns > 1 || hasGiven;
    if (isEdit && speaking.length > 0 && wanting.length === 0) return [];
    const turn = wanting.length === 0 ? 1 : Math.min(...wanting.map((spec) => spec.turn ?? 1));
    const frames = framesOfAll(wanting);
    return [
      {
        id: thereId(name),
        skill: 'presence',
        check: 'there',
        of: [name],
        needs: [],
        weight: weight ?? 1,
        ...(turns > 1 && { turn }),
        ...(frames.length > 0 && { frames }),
        parameters: there === undefined ? {} : parametersOf({}, there),
      },
    ];
  });
}

/** The frames that these criteria name; none where one of them holds in all. */
function framesOfAll(specs: readonly CheckSpec[]): readonly number[] {
  if (specs.some(({ frames }) => frames === undefined)) return [];
  return [...new Set(specs.flatMap(({ frames }) => frames ?? []))].sort((a, b) => a - b);
}
