import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { folderWith } from '../helpers/run-otterbench.ts';

const taskWith = (check: string) => `title: A sign
prompt: Draw a sign that says WiFi.
subjects:
  sign: {label: sign}
checks:
  - ${check}
drawings:
  good-1.tex: {}
`;
const load = (check: string) => {
  const folder = folderWith({
    'mine/sign/task.yaml': taskWith(check),
    'mine/sign/drawings/good-1.tex': '\\begin{tikzpicture}\\end{tikzpicture}',
  });
  return loadTask(join(folder, 'mine', 'sign'), { checks: CHECKS }).checks.at(-1);
};

test('text may name its place by in as well as by of', () => {
  const byIn = load('{id: sign-says, skill: text, check: text, says: WiFi, in: sign}');
  expect(byIn).toEqual(load('{id: sign-says, skill: text, check: text, says: WiFi, of: sign}'));
  expect(byIn?.of).toEqual(['sign']);
});

test('a place that is no subject is a mistake, and no other check may be written so', () => {
  expect(() => load('{id: sign-says, skill: text, check: text, says: WiFi, in: sing}')).toThrow(/"sing"/);
  expect(() => load('{id: sign-there, skill: text, check: colour, is: red, in: sign}')).toThrow(/"in"/);
});
