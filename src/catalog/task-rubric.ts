import type { Rubric } from '../domain/rubric.ts';
import { sha256 } from '../util/sha256.ts';
import { expectedOneOf, quote } from './describe-issues.ts';
import type { RubricLibrary } from './load-rubrics.ts';
import type { DataMistake } from './mistakes.ts';
import type { FilledItem } from './rubrics/fill-item.ts';
import { fillUse, MAX_USES, type PlacedUse } from './rubrics/fill-rubric.ts';
import { itemMistakes } from './rubrics/item-rules.ts';
import { canonicalJson } from './task-hash.ts';
import type { TaskFile } from './task-schema.ts';

/** The rubric of a task, filled with its words, and what is wrong with it. */
export interface TaskRubric {
  /** Null where the task has none, or where something is wrong. */
  readonly rubric: Rubric | null;
  readonly mistakes: readonly DataMistake[];
}

/** Looks up what a task file says of its rubric. What the task fills in is taken as it is, braces and all. */
export function taskRubric(
  { rubric: stated, subjects }: Pick<TaskFile, 'rubric' | 'subjects'>,
  files: RubricLibrary,
): TaskRubric {
  if (stated === undefined) return { rubric: null, mistakes: [] };
  const uses = placedUses(stated);
  const mistakes: DataMistake[] = [];
  const tell = (one: DataMistake) => void mistakes.push(one);
  const filling = { files, chain: [], bindings: new Map(), tell, budget: { left: MAX_USES } };
  const filled = uses.flatMap((use) => fillUse(use, filling));
  mistakes.push(...itemMistakes(filled, ['rubric']), ...cropMistakes(filled, Object.keys(subjects)));
  if (mistakes.length > 0) return { rubric: null, mistakes };
  const items = filled.map(({ item }) => item);
  return { rubric: { items, hash: sha256(canonicalJson(items)) }, mistakes };
}

function placedUses(stated: NonNullable<TaskFile['rubric']>): PlacedUse[] {
  if (!Array.isArray(stated)) return [{ use: stated, path: ['rubric'], isOwn: true }];
  return stated.map((use, index) => ({ use, path: ['rubric', index], isOwn: true }));
}

function cropMistakes(filled: readonly FilledItem[], subjects: readonly string[]): DataMistake[] {
  return filled.flatMap(({ item, cropAt }): DataMistake[] => {
    if (item.kind !== 'asked' || item.crop === undefined || subjects.includes(item.crop)) return [];
    const message = `${quote(item.id)} is to be shown ${quote(item.crop)} alone, which is no subject; ${expectedOneOf(item.crop, subjects)}`;
    return [{ path: cropAt, at: 'value', message }];
  });
}
