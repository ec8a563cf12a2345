import { expect, it } from 'vitest';
import { DISC, folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';

const TASK = `title: A disc
prompt: Draw a red disc.
subjects:
  disc: { shape: circle }
rubric: [{ use: sun, with: { sun: a rising sun } }, craft]
drawings:
  good-1.tex: {}
`;
const SUN = `title: A sun
words: { sun: { says: the sun } }
items:
  - { id: like, skill: likeness, question: "Is it like {sun}?", yes: It shines., no: It is a disc. }
`;

function folder(rubrics: Readonly<Record<string, string>>): string {
  return folderWith({
    'tasks/mine/disc/task.yaml': TASK,
    'tasks/mine/disc/drawings/good-1.tex': DISC,
    ...rubrics,
  });
}

it('finds rubrics beside the own tasks and those of the package', async () => {
  const cwd = folder({ 'rubrics/sun.yaml': SUN });
  const shown = await runOtterbench(['tasks', 'show', 'mine/disc', '--no-page'], { cwd });
  expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shown.stdout).toMatch(
    /\njudged +skill +needs +weight +by\nlike +likeness +1 +Is it like a rising sun\?\none-picture +craft /,
  );
  const [line] = jsonLines(await runOtterbench(['tasks', 'list', 'mine/disc', '--json'], { cwd }));
  expect(line).toMatchObject({ id: 'mine/disc', judged: 4 });
});

it('tells of a rubric that is not there, by id and by path', async () => {
  const cwd = folder({});
  for (const task of ['mine/disc', 'tasks/mine/disc']) {
    const { exitCode, stderr } = await runOtterbench(['tasks', 'show', task, '--no-page'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /task\.yaml:5:17: there is no rubric "sun"; .*xpected one of action, animal, animal-look, /,
    );
  }
});

it('tells of a broken rubric that nobody uses', async () => {
  const cwd = folder({ 'rubrics/sun.yaml': SUN, 'rubrics/idle.yaml': 'title: Idle\n' });
  const { exitCode, stderr } = await runOtterbench(['tasks', 'list', 'mine/disc'], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/rubrics\/idle\.yaml:1:1: no items; expected items, or include, or both\n/);
});
