import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/families/table.ts';
import { folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';

const ONE = ['tasks', 'generate', '--family', 'relations', '--level', '1', '--seed', '7'];

describe('otterbench tasks generate', () => {
  it('writes the same tasks in every folder, and says their ids', async () => {
    const [cwd, other] = [folderWith({}), folderWith({})];
    const ended = await runOtterbench([...ONE, '--count', '2'], { cwd });
    expect(ended).toEqual({
      exitCode: 0,
      signal: null,
      stdout: 'space/relations-l1-s7-1\nspace/relations-l1-s7-2\n',
      stderr: `2 tasks are written to ${join(cwd, 'tasks/space')}.\n`,
    });
    await runOtterbench([...ONE, '--count', '2'], { cwd: other });
    const read = (folder: string) =>
      readFileSync(join(folder, 'tasks/space/relations-l1-s7-2/task.yaml'), 'utf8');
    expect(read(other)).toBe(read(cwd));
    expect(read(cwd)).toMatch(/^title: /);
  });

  it('names the schema for editors where it lies beside the suites', async () => {
    const cwd = folderWith({ 'tasks/task.schema.json': '{}' });
    await runOtterbench(ONE, { cwd });
    expect(readFileSync(join(cwd, 'tasks/space/relations-l1-s7-1/task.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/task\.schema\.json\ntitle: /,
    );
  });

  it('makes another suite in another folder, with a JSON line a task', async () => {
    const cwd = folderWith({});
    const ended = await runOtterbench([...ONE, '--suite', 'mine', '--out', 'made', '--json'], { cwd });
    expect(jsonLines(ended)).toEqual([
      {
        id: 'mine/relations-l1-s7-1',
        family: 'relations',
        level: 1,
        seed: 7,
        number: 1,
        title: '2 shapes and one relation',
        prompt: expect.stringMatching(/^Draw two shapes /),
        path: join(cwd, 'made/mine/relations-l1-s7-1'),
      },
    ]);
    expect(readdirSync(join(cwd, 'made/mine'))).toEqual(['relations-l1-s7-1']);
  });

  it('overwrites nothing, and writes nothing where some task is there', async () => {
    const cwd = folderWith({ 'tasks/space/relations-l1-s7-2/task.yaml': 'title: Mine\n' });
    const { exitCode, stdout, stderr } = await runOtterbench([...ONE, '--count', '2'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('relations-l1-s7-2: expected no such folder, for no task is overwritten.');
    expect(readdirSync(join(cwd, 'tasks/space'))).toEqual(['relations-l1-s7-2']);
  });

  it('lists the families', async () => {
    const lines = jsonLines(await runOtterbench(['tasks', 'generate', '--list', '--json']));
    expect(lines).toEqual(FAMILIES.map(({ name, summary, levels }) => ({ name, summary, levels })));
    const { stdout } = await runOtterbench(['tasks', 'generate', '--list']);
    expect(stdout).toMatch(/^family +what it asks\nrelations +Coloured shapes/);
  });

  it.each([
    [['--family', 'relation'], '--family: there is no family "relation"; did you mean "relations"?'],
    [['--level', '6'], '--level: expected a whole number from 1 to 5, got "6".'],
    [['--seed', '-1'], '--seed: expected a whole number from 0 to 4294967295, got "-1".'],
    [['--count', '0'], '--count: expected a whole number from 1 to 10000, got "0".'],
    [['--suite', '../out'], '--suite: expected words joined by hyphens, got "../out".'],
  ])('refuses %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await runOtterbench(['tasks', 'generate', ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.split('\n')[0]).toContain(message);
  });
});
