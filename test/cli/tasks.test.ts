import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';

const HOUSE = join(ROOT, 'tasks/basics/house');

describe('otterbench tasks', () => {
  it('lists tasks by pattern, as a table or as JSON', async () => {
    const { stdout } = await runOtterbench(['tasks', 'list', 'basics/house', 'otters/sea-otter']);
    expect(stdout).toMatch(
      /^task +title +criteria +drawings\nbasics\/house +A house with a door +\d+ +\d+\notters\/sea-otter /,
    );
    const json = jsonLines(await runOtterbench(['tasks', 'list', '--json', 'basics/*']));
    expect(json.length).toBeGreaterThan(5);
    expect(json.find(({ id }) => id === 'basics/house')).toMatchObject({
      suite: 'basics',
      tags: ['building'],
      level: 2,
    });
  });

  it('shows what a task asks and grades', async () => {
    const { stdout } = await runOtterbench(['tasks', 'show', 'basics/house']);
    expect(stdout).toMatch(/^A house with a door \(basics\/house\)\n/);
    expect(stdout).toMatch(/^roof-on-wall +contact +rests-on roof wall/m);
    expect(stdout).toMatch(/^bad-roof-floats\.tex +roof-on-wall$/m);
    const [task] = jsonLines(await runOtterbench(['tasks', 'show', 'basics/house', '--json']));
    expect(task).toMatchObject({ id: 'basics/house', path: join(HOUSE, 'task.yaml') });
  });

  it("proves a person's own task in an empty folder", async () => {
    const cwd = folderWith({});
    cpSync(HOUSE, join(cwd, 'tasks/mine/first'), { recursive: true });
    const ended = await runOtterbench(['tasks', 'check', 'mine/*', '--no-mutants'], { cwd });
    expect(ended).toEqual({
      exitCode: 0,
      signal: null,
      stdout: '✓ mine/first (7 drawings)\n',
      stderr: '1 of 1 tasks are proven by their drawings.\n',
    });
  });

  it("puts a person's own task in the place of the one that ships, and says so", async () => {
    const cwd = folderWith({});
    cpSync(HOUSE, join(cwd, 'tasks/basics/house'), { recursive: true });
    const { stdout, stderr } = await runOtterbench(['tasks', 'list', 'basics/house', '--json'], { cwd });
    expect(JSON.parse(stdout).path).toBe(join(cwd, 'tasks/basics/house/task.yaml'));
    expect(stderr).toBe(`note: ${cwd}/tasks/basics/house takes the place of ${HOUSE}\n`);
  });

  it('ends with 1 when a drawing is not what the task says of it', async () => {
    const cwd = folderWith({});
    cpSync(HOUSE, join(cwd, 'tasks/mine/first'), { recursive: true });
    const drawings = join(cwd, 'tasks/mine/first/drawings');
    cpSync(join(drawings, 'good-1.tex'), join(drawings, 'bad-roof-floats.tex'));
    const { exitCode, stdout } = await runOtterbench(['tasks', 'check', 'mine/first', '--no-mutants'], {
      cwd,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toBe(
      '✗ mine/first (7 drawings)\n  bad-roof-floats.tex: roof-on-wall should fail, but is met\n  not shown to be able to fail: roof-on-wall\n',
    );
  });
});
