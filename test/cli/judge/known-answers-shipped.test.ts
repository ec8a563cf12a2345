import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTaskDirectories } from '../../../src/catalog/find-tasks.ts';
import { loadRubrics } from '../../../src/catalog/load-rubrics.ts';
import { loadTasks } from '../../../src/catalog/load-tasks.ts';
import { shouldMeet } from '../../../src/cli/judge/known-answers.ts';
import { CHECKS } from '../../../src/grade/checks/table.ts';
import { ROOT } from '../../helpers/workshop.ts';

const rubrics = loadRubrics({ directories: [join(ROOT, 'rubrics')] });
const tasks = loadTasks({ directories: findTaskDirectories([join(ROOT, 'tasks')]), checks: CHECKS, rubrics });
const ITEM_KINDS = [...rubrics.values()].flatMap(({ items = [] }) => items.map(({ id }) => id));

/** The id that an item has in its own rubric: `looks-like` for `hat-looks-like`. */
function kindOf(id: string): string {
  const fitting = ITEM_KINDS.filter((kind) => id === kind || id.endsWith(`-${kind}`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? id;
}

test('for each kind of judged item there are drawings that should meet it and drawings that should not', () => {
  const answers = tasks.flatMap(({ rubric, drawings }) =>
    (rubric?.items ?? []).flatMap((item) =>
      drawings.map((known) => ({ kind: kindOf(item.id), isMet: shouldMeet(known, item) })),
    ),
  );
  const kindsOf = (wanted: boolean) =>
    new Set(answers.filter(({ isMet }) => isMet === wanted).map(({ kind }) => kind));
  const [met, unmet] = [kindsOf(true), kindsOf(false)];
  const kinds = [...new Set(ITEM_KINDS)];
  expect({
    neverMet: kinds.filter((kind) => !met.has(kind)),
    neverUnmet: kinds.filter((kind) => !unmet.has(kind)),
  }).toEqual({ neverMet: [], neverUnmet: [] });
});

test('what items are about is found by its label: what is sought by colour may be seen and not be found', () => {
  const wrong = tasks.flatMap(({ id, rubric, subjects }) =>
    (rubric?.items ?? [])
      .filter(({ of }) => of !== undefined && subjects[of]?.label === undefined)
      .map((item) => `${id}: ${item.id}`),
  );
  expect(wrong).toEqual([]);
});

test('where an otter is a subject, what is asked about the animal is about it', () => {
  const animals = tasks.flatMap(({ id, rubric, subjects }) =>
    subjects.otter?.label === undefined
      ? []
      : (rubric?.items ?? [])
          .filter((item) => kindOf(item.id) === item.id && ['looks-like', 'body', 'named'].includes(item.id))
          .map((item) => ({ at: `${id}: ${item.id}`, of: item.of })),
  );
  expect(animals.filter(({ of }) => of !== 'otter')).toEqual([]);
});
