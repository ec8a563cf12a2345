import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import { taskJsonSchema } from '../../src/catalog/task-schema.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { workspace } from './workspace.ts';

const page = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

/** The files that a page shows, by the path that stands behind the fence's language. */
function filesOf(markdown: string): Record<string, string> {
  const fences = [...markdown.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)];
  return Object.fromEntries(fences.map(([, path, text]) => [`kitchen/cup-on-table/${path}`, text ?? '']));
}

test('the task that docs/adding-a-task.md makes is valid', () => {
  using files = workspace(filesOf(page('adding-a-task.md')));
  const task = loadTask(files.path('kitchen/cup-on-table'), { checks: CHECKS });
  expect(task.drawings.map(({ file }) => file)).toEqual([
    'good-1.tex',
    'bad-cup-floats.tex',
    'bad-cup-red.tex',
  ]);
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: { readonly oneOf: readonly Schema[] };
}

test('docs/tasks.md has a row for each key of a task, of a subject and of a check', () => {
  const { properties } = taskJsonSchema([CHECKS[0]!]) as Schema;
  const subject = properties?.subjects?.additionalProperties?.properties;
  const check = properties?.checks?.items?.oneOf[0]?.properties;
  const ownKeys = Object.keys(check ?? {}).filter((key) => !(key in CHECKS[0]!.parameters));
  const rows = [...page('tasks.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
  expect(rows.sort()).toEqual(
    [...Object.keys(properties ?? {}), ...Object.keys(subject ?? {}), ...ownKeys].sort(),
  );
});
