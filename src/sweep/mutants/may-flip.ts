import { picturesOf, type SeenPicture } from '../../domain/rendered.ts';
import type { CheckSpec, Task } from '../../domain/task.ts';
import { CHECKS } from '../../grade/checks/table.ts';
import { changedSubjects } from './changed-subjects.ts';
import type { Mutant } from './make-mutants.ts';
import type { GoodDrawing } from './mutants-of.ts';

/** Ids of the criteria that a mutant may break; any other that it breaks is a flip that should not be. */
export function mayFlipBy(
  mutant: Mutant,
  pictures: readonly SeenPicture[],
  about: { readonly task: Task; readonly good: GoodDrawing },
): ReadonlySet<string> {
  return mutant.isHarmless ? comparing(about.task) : reachOf(mutant, pictures, about);
}

/** Criteria that speak of what was changed, or of what looks another way because of it. */
function reachOf(
  { subjects, origin, frame }: Mutant,
  pictures: readonly SeenPicture[],
  { task, good }: { readonly task: Task; readonly good: GoodDrawing },
): ReadonlySet<string> {
  const [before, after] = [picturesOf(good.rendered)[frame - 1], pictures[frame - 1]];
  const changed =
    before === undefined || after === undefined
      ? Object.keys(task.subjects)
      : changedSubjects(before.grounding, after.grounding, origin);
  const all = new Set([...subjects, ...changed]);
  return dependents(task, all, hasWords(all, [before, after]));
}

/** Whether anything is written in the ink of these subjects: what a text says in one subject may be the ink of another. */
function hasWords(names: ReadonlySet<string>, pictures: readonly (SeenPicture | undefined)[]): boolean {
  return pictures.some((picture) =>
    [...names].some((name) =>
      (picture?.grounding.subjects[name]?.things ?? []).some(({ marks }) =>
        marks.some((index) => picture?.scene.marks[index]?.kind === 'text'),
      ),
    ),
  );
}

/** Criteria that compare with a picture before, which a mutant leaves as it was, and all that need them. */
function comparing({ checks }: Task): ReadonlySet<string> {
  const names = new Set(CHECKS.filter(({ compares }) => compares !== undefined).map(({ name }) => name));
  const found = new Set(checks.filter(({ check }) => names.has(check)).map(({ id }) => id));
  return withDependents(checks, found);
}

/** Criteria that speak of one of the subjects, or of the whole drawing, or of its words, and all that need them. */
function dependents(
  { checks }: Task,
  subjects: ReadonlySet<string>,
  areWordsChanged: boolean,
): ReadonlySet<string> {
  const spoken = checks.filter(
    ({ check, of }) =>
      of.length === 0 || of.some((name) => subjects.has(name)) || (areWordsChanged && ABOUT_WORDS.has(check)),
  );
  return withDependents(checks, new Set(spoken.map(({ id }) => id)));
}

/** Checks that look at everything written, whoever's ink it is. */
const ABOUT_WORDS: ReadonlySet<string> = new Set(['text']);

function withDependents(checks: readonly CheckSpec[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set(ids);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { id, needs } of checks) if (needs.some((need) => found.has(need))) found.add(id);
  }
  return found;
}
