import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { taskJsonSchema } from '../../src/catalog/task-schema.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';

const page = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

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
