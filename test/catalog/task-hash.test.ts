import { expect, test } from 'vitest';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import { CHECKS } from './definitions.ts';
import { taskWorkspace, VALID } from './workspace.ts';

function hashOf(yaml: string): string {
  using files = taskWorkspace(yaml);
  return loadTask(files.path('basics/pair'), { checks: CHECKS }).hash;
}

test.each([
  ['the title and the tags', VALID.replace('A pair', 'Two').replace('[order]', '[other]')],
  [
    'the order of subjects and of their keys',
    VALID.replace(/( {2}red: .*\n)( {2}blue: )(.*\n)/, '$2{weight: 2, label: blue}\n$1'),
  ],
  ['a default that is written out', VALID.replace('dominant: true', 'dominant: true, band: 0.2')],
  ['which drawings are known', VALID.replace('fails: red-left', 'fails: [red-left, one-red]')],
])('%s do not change the hash', (_what, yaml) => {
  expect(yaml).not.toBe(VALID);
  expect(hashOf(yaml)).toBe(hashOf(VALID));
});

test.each([
  ['the prompt', VALID.replace('a red disc', 'a red dot')],
  ['a subject', VALID.replace('pick: largest', 'pick: smallest')],
  ['the order of a check’s subjects', VALID.replace('[red, blue]', '[blue, red]')],
  ['a parameter', VALID.replace('is: 1', 'is: 2')],
  ['a weight', VALID.replace('weight: 3', 'weight: 4')],
])('%s changes the hash', (_what, yaml) => {
  expect(yaml).not.toBe(VALID);
  expect(hashOf(yaml)).not.toBe(hashOf(VALID));
});
