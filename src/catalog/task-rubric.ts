import type { Rubric } from '../domain/rubric.ts';
import { sha256 } from '../util/sha256.ts';
import { unknownReferences } from './check-rules.ts';
import { expectedOneOf, quote } from './describe-issues.ts';
import type { RubricLibrary } from './load-rubrics.ts';
import type { DataMistake, DataPath } from './mistakes.ts';
import type { FilledItem } from './rubrics/fill-item.ts';
import { fillUse, MAX_USES, type PlacedUse } from './rubrics/fill-rubric.ts';
import { itemMistakes } from './rubrics/item-rules.ts';
import { canonicalJson } from './task-hash.ts';
import type { TaskOutline } from './task-outline.ts';
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
  mistakes.push(...itemMistakes(filled, ['rubric']), ...subjectMistakes(filled, Object.keys(subjects)));
  if (mistakes.length > 0) return { rubric: null, mistakes };
  const items = filled.map(({ item }) => item);
  return { rubric: { items, hash: sha256(canonicalJson(items)) }, mistakes };
}

function placedUses(stated: NonNullable<TaskFile['rubric']>): PlacedUse[] {
  if (!Array.isArray(stated)) return [{ use: stated, path: ['rubric'], isOwn: true }];
  return stated.map((use, index) => ({ use, path: ['rubric', index], isOwn: true }));
}

function subjectMistakes(filled: readonly FilledItem[], subjects: readonly string[]): DataMistake[] {
  return filled.flatMap(({ item, cropAt, ofAt }): DataMistake[] => {
    const crop = item.kind === 'asked' ? item.crop : undefined;
    const about = item.of === crop ? undefined : item.of;
    const tell = (name: string | undefined, path: DataPath, sentence: (quoted: string) => string) =>
      name === undefined || subjects.includes(name)
        ? []
        : [{ path, at: 'value' as const, message: sentence(quote(name)) + expectedOneOf(name, subjects) }];
    return [
      ...tell(
        crop,
        cropAt,
        (quoted) => `${quote(item.id)} is to be shown ${quoted} alone, which is no subject; `,
      ),
      ...tell(about, ofAt, (quoted) => `${quote(item.id)} is of ${quoted}, which is no subject; `),
    ];
  });
}

/** What is wrong with `unlike` of drawings: without a rubric any is, else ids that are no items of it. */
export function unlikeMistakes(
  { drawings, hasRubric }: TaskOutline,
  /** Null: there is none, or it is wrong or not looked up, and ids can't be checked. */
  rubric: Rubric | null,
): DataMistake[] {
  const references = drawings.flatMap(({ unlike }) => unlike);
  if (!hasRubric) {
    const message =
      'unlike speaks of judged items, and the task has no rubric; expected rubric, or no unlike';
    return references.map(({ path }) => ({ path, at: 'value', message }));
  }
  if (rubric === null) return [];
  return unknownReferences(
    references,
    rubric.items.map(({ id }) => id),
    'judged item',
  );
}
