import { expect, test } from 'vitest';
import { sweepJsonSchema } from '../../src/catalog/load-sweep.ts';
import { rubricJsonSchema } from '../../src/catalog/rubrics/rubric-schema.ts';
import { taskJsonSchema } from '../../src/catalog/task-schema.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { CHECKS as SOME_CHECKS } from './definitions.ts';

/** JSON as the formatter of this project prints it: a list of texts on one line where it fits. */
function asFile(schema: object): string {
  const oneALine = JSON.stringify(schema, null, 2);
  const lists = /^( *)("[^"]*": )\[\n((?: *"[^"\n]*",?\n)+) *\](,?)$/gm;
  const printed = oneALine.replace(lists, (list, indent, key, items, comma) => {
    const line = `${indent}${key}[${items.trim().split(/\n */).join(' ')}]${comma}`;
    return line.length <= 110 ? line : list;
  });
  return `${printed}\n`;
}

test('tasks/task.schema.json is what the checks make it (vitest -u writes it)', async () => {
  await expect(asFile(taskJsonSchema(CHECKS))).toMatchFileSnapshot('../../tasks/task.schema.json');
});

test('tasks/sweep.schema.json is what the sweep file is (vitest -u writes it)', async () => {
  await expect(asFile(sweepJsonSchema())).toMatchFileSnapshot('../../tasks/sweep.schema.json');
});

test('rubrics/rubric.schema.json is what the rubric file is (vitest -u writes it)', async () => {
  await expect(asFile(rubricJsonSchema())).toMatchFileSnapshot('../../rubrics/rubric.schema.json');
});

test('each check has its own parameters, with their docs', () => {
  const { properties } = taskJsonSchema(SOME_CHECKS) as {
    properties: { checks: { items: { oneOf: object[] } } };
  };
  expect(properties.checks.items.oneOf[1]).toMatchObject({
    type: 'object',
    properties: {
      check: { const: 'left-of', description: 'left-of of a test' },
      band: { type: 'number', minimum: 0, maximum: 5, description: 'dead band' },
      dominant: { type: 'boolean', description: 'larger difference too' },
    },
    required: ['id', 'skill', 'of', 'check'],
    additionalProperties: false,
  });
});
