import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import { taskJsonSchema } from '../../src/catalog/task-schema.ts';
import { tasksNewCommand } from '../../src/cli/commands/tasks-new.ts';
import type { Environment } from '../../src/cli/environment.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { runOtterbench } from '../helpers/run-otterbench.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { ROOT } from '../helpers/workshop.ts';
import { listeningEnvironment } from './listening-environment.ts';

const NOTHING = { title: undefined, prompt: undefined, subject: undefined, check: undefined, tag: undefined };
const OPTIONS = { ...NOTHING, task: 'kitchen/cup', level: undefined, yes: false };
const FLAGS = {
  ...OPTIONS,
  prompt: 'Draw a cup on a table.',
  subject: ['cup', 'table: colour=brown'],
  check: ['rests-on cup table'],
};

/** A terminal on which these answers are typed; then the input ends. */
function terminal(answers: readonly string[]) {
  const waiting = [...answers];
  const asked: string[] = [];
  const ask = (question: string) => {
    asked.push(question);
    return Promise.resolve(waiting.shift() ?? '');
  };
  return { asked, ...environmentIn(temporaryFolder(), { canAsk: true, ask }) };
}

function environmentIn(cwd: string, changes: Partial<Environment> = {}) {
  const environment = listeningEnvironment({ workingDirectory: cwd, packageDirectory: ROOT, ...changes });
  return { cwd, environment };
}

describe('tasks new', () => {
  it('leaves a valid task whose drawings are to be drawn, and the schema beside it', async () => {
    const { cwd, environment } = environmentIn(temporaryFolder());
    await tasksNewCommand.run({ ...FLAGS, tag: ['kitchen,contact'], level: '2' }, environment);
    const folder = join(cwd, 'tasks/kitchen/cup');
    expect(environment.stdout).toEqual(['tasks/kitchen/cup\n']);
    expect(loadTask(folder, { checks: CHECKS })).toMatchObject({
      id: 'kitchen/cup',
      title: 'Cup',
      prompt: 'Draw a cup on a table.',
      tags: ['kitchen', 'contact'],
      level: 2,
      subjects: { cup: { label: 'cup' }, table: { colour: 'brown' } },
    });
    expect(readFileSync(join(folder, 'task.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/task\.schema\.json\n/,
    );
    const schema = readFileSync(join(cwd, 'tasks/task.schema.json'), 'utf8');
    expect(JSON.parse(schema)).toEqual(taskJsonSchema(CHECKS));
    expect(readdirSync(join(cwd, 'tasks'))).toEqual(['kitchen', 'task.schema.json']);
  });

  it('gives a check the skill that tasks measure with it most often', async () => {
    const { cwd, environment } = environmentIn(temporaryFolder());
    const check = ['rests-on cup table', 'x: above cup table skill=height'];
    await tasksNewCommand.run({ ...FLAGS, check }, environment);
    const { checks } = loadTask(join(cwd, 'tasks/kitchen/cup'), { checks: CHECKS });
    expect(checks.slice(2).map(({ id, skill }) => [id, skill])).toEqual([
      ['cup-rests-on-table', 'contact'],
      ['x', 'height'],
    ]);
  });

  it('overwrites nothing, neither a task nor a schema', async () => {
    const { cwd, environment } = environmentIn(temporaryFolder());
    mkdirSync(join(cwd, 'tasks'));
    writeFileSync(join(cwd, 'tasks/task.schema.json'), 'mine');
    await tasksNewCommand.run(FLAGS, environment);
    const before = readFileSync(join(cwd, 'tasks/kitchen/cup/task.yaml'), 'utf8');
    await expect(tasksNewCommand.run({ ...FLAGS, prompt: 'Another.' }, environment)).rejects.toMatchObject({
      code: 'usage',
      message: `${cwd}/tasks/kitchen/cup: there is a task of that name already; nothing was changed.`,
    });
    expect(readFileSync(join(cwd, 'tasks/kitchen/cup/task.yaml'), 'utf8')).toBe(before);
    expect(readFileSync(join(cwd, 'tasks/task.schema.json'), 'utf8')).toBe('mine');
  });

  it('writes nothing at all when something is wrong', async () => {
    const { cwd, environment } = environmentIn(temporaryFolder());
    const check = ['rests-on cup tabel'];
    await expect(tasksNewCommand.run({ ...FLAGS, check }, environment)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('no subject is called "tabel"; did you mean "table"?'),
    });
    expect(existsSync(join(cwd, 'tasks'))).toBe(false);
  });

  it('asks nothing where there is no terminal, and names the flags that it lacks', async () => {
    expect(await runOtterbench(['tasks', 'new', 'kitchen/cup', '--subject', 'cup'])).toEqual({
      exitCode: 2,
      signal: null,
      stdout: '',
      stderr:
        'otterbench: tasks new: expected --prompt and --check, and nothing is asked here\nGive these flags, or run it on a terminal without --yes: then it asks.\n',
    });
    const { asked, environment } = terminal([]);
    await expect(tasksNewCommand.run({ ...OPTIONS, yes: true }, environment)).rejects.toThrow(
      'nothing is asked',
    );
    expect(asked).toEqual([]);
  });
});

describe('tasks new on a terminal', () => {
  it('asks for what the flags leave open, and again after a wrong answer', async () => {
    const answers = ['', 'Draw a cup.', 'cup: colour=bleu', 'cup: colour=blue', 'table', ''];
    const { asked, cwd, environment } = terminal([
      ...answers,
      '? rests-on',
      'rest-on cup table',
      'rests-on cup table',
      '',
    ]);
    await tasksNewCommand.run(OPTIONS, environment);
    expect(asked).toEqual([
      'Title [Cup]: ',
      'Prompt, what the model is asked to draw, in full sentences: ',
      'Subject 1: ',
      'Subject 1: ',
      'Subject 2, or nothing to go on: ',
      'Subject 3, or nothing to go on: ',
      'Check 1: ',
      'Check 1: ',
      'Check 1: ',
      'Check 2, or nothing to go on: ',
    ]);
    const said = environment.stderr.join('');
    expect(said).toContain('subject "cup": colour is unknown; did you mean "blue"?');
    expect(said).toMatch(/^rests-on: .*\n {2}gap=0\.01 {2}How far A may float/m);
    expect(said).toContain('"rest-on" is unknown; did you mean "rests-on"?');
    expect(loadTask(join(cwd, 'tasks/kitchen/cup'), { checks: CHECKS })).toMatchObject({
      prompt: 'Draw a cup.',
      subjects: { cup: { colour: 'blue' }, table: { label: 'table' } },
    });
  });

  it('gives up when the input ends, and writes nothing', async () => {
    const { cwd, environment } = terminal(['A cup', 'Draw a cup.']);
    await expect(tasksNewCommand.run(OPTIONS, environment)).rejects.toMatchObject({
      code: 'usage',
      message: 'expected a subject, got nothing; no task was made',
    });
    expect(existsSync(join(cwd, 'tasks'))).toBe(false);
  });

  it('asks nothing when the flags say all', async () => {
    const { asked, environment } = terminal([]);
    await tasksNewCommand.run({ ...FLAGS, title: 'A cup' }, environment);
    expect(asked).toEqual([]);
  });
});
