import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DISC, folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';
import { ownCache } from './own-cache.ts';

const HOUSE = join(ROOT, 'tasks/basics/house');

/** One criterion that nothing can fail. */
const IDLE = `title: A disc
prompt: Draw a red disc.
subjects:
  disc: { shape: circle, colour: red, pick: all }
checks:
  - { id: any-number, skill: count, check: count, of: disc, min: 0 }
drawings:
  good-1.tex: {}
`;

/** One that a mutant can fail. */
const ROUND = IDLE.replace('shape: circle, colour: red, pick: all', 'colour: red, pick: largest').replace(
  'id: any-number, skill: count, check: count, of: disc, min: 0',
  'id: round, skill: shape, check: shape, of: disc, is: circle',
);

describe('otterbench tasks', () => {
  it('lists tasks by pattern, as a table or as JSON', async () => {
    const { stdout } = await runOtterbench(['tasks', 'list', 'basics/house', 'otters/sea-otter']);
    expect(stdout).toMatch(
      /^task +title +level +skills +criteria +drawings\nbasics\/house +A house with a door +2 +shape contact containment +\d+ +\d+\notters\/sea-otter /,
    );
    const json = jsonLines(await runOtterbench(['tasks', 'list', '--json', 'basics/*']));
    expect(json.length).toBeGreaterThan(5);
    expect(json.find(({ id }) => id === 'basics/house')).toMatchObject({
      suite: 'basics',
      tags: ['building'],
      level: 2,
    });
  });

  it('lists the tasks that pass all filters, and says when none does', async () => {
    const json = jsonLines(
      await runOtterbench('tasks list --suite basics,otters --skill containment --level 2 --json'.split(' ')),
    );
    expect(json).toContainEqual(expect.objectContaining({ id: 'basics/house' }));
    for (const { suite, skills, level } of json) {
      expect(['basics', 'otters']).toContain(suite);
      expect(skills).toContain('containment');
      expect(level).toBe(2);
    }
    const none = await runOtterbench('tasks list basics/house --level 5'.split(' '));
    expect(none).toMatchObject({ exitCode: 0, stderr: 'No task passes all of these filters.\n' });
  });

  it('counts the tasks of each skill', async () => {
    const counts = jsonLines(await runOtterbench('tasks list --skills --json basics/house'.split(' ')));
    expect(counts).toEqual([
      { skill: 'contact', tasks: 1, criteria: 1 },
      { skill: 'containment', tasks: 1, criteria: 1 },
      { skill: 'presence', tasks: 1, criteria: 3 },
      { skill: 'shape', tasks: 1, criteria: 2 },
    ]);
  });

  it('shows what a task asks and grades', async () => {
    const { stdout } = await runOtterbench(['tasks', 'show', 'basics/house', '--no-page']);
    expect(stdout).toMatch(/^A house with a door \(basics\/house\)\n/);
    expect(stdout).toMatch(/^roof-on-wall +contact +rests-on roof wall/m);
    expect(stdout).toMatch(/^bad-roof-floats\.tex +roof-on-wall$/m);
    const [task] = jsonLines(await runOtterbench(['tasks', 'show', 'basics/house', '--json']));
    expect(task).toMatchObject({ id: 'basics/house', path: join(HOUSE, 'task.yaml') });
  });

  it("proves a person's own task in an empty folder", async () => {
    const cwd = folderWith({});
    cpSync(HOUSE, join(cwd, 'tasks/mine/first'), { recursive: true });
    const ended = await runOtterbench(['tasks', 'check', '--no-mutants', '--no-cache', 'mine/*'], { cwd });
    expect(ended).toEqual({
      exitCode: 0,
      signal: null,
      stdout: '✓ mine/first (7 drawings)\n',
      stderr: '1 of 1 tasks are proven by their drawings.\n',
    });
  });

  it('shows what kills each criterion, bad drawings and mutants, as a table or as JSON', async () => {
    const [table, json] = [
      await runOtterbench(['tasks', 'check', '--no-cache', 'basics/circle-left-of-square']),
      await runOtterbench(['tasks', 'check', 'basics/circle-left-of-square', '--json']),
    ];
    expect(table).toMatchObject({ exitCode: 0, signal: null });
    expect(table.stdout).toMatch(/^✓ basics\/circle-left-of-square \(\d+ drawings, \d+ mutants\)\n/);
    expect(table.stdout).toMatch(/^ {2}criterion +killed by\n {2}circle-there +.*\d+ mutants?$/m);
    expect(table.stderr).toMatch(
      /^(\d+) of \1 criteria are shown to be able to fail \(100\.0 %\); 0 of \d+ verdicts on what a mutant leaves alone fail\.$/m,
    );
    const [proof] = jsonLines(json);
    expect(proof).toMatchObject({
      isProven: true,
      summary: { falseFlips: 0, survivors: 0 },
      mutants: expect.arrayContaining([
        expect.objectContaining({
          file: 'good-1.tex',
          unmade: null,
          survivors: [],
          falseFlips: [],
          unread: [],
        }),
      ]),
    });
  });

  it('ends with 1 when neither a drawing nor a mutant can fail a criterion', async () => {
    const cwd = folderWith({
      'tasks/mine/idle/task.yaml': IDLE,
      'tasks/mine/idle/drawings/good-1.tex': DISC,
    });
    const { exitCode, stdout } = await runOtterbench(['tasks', 'check', 'mine/idle'], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^✗ mine\/idle \(1 drawings, \d+ mutants\)\n/);
    expect(stdout).toMatch(/^ {2}any-number +nothing: not shown to be able to fail$/m);
  });

  it('takes a proof from the cache until a drawing changes', async () => {
    const environment = { OTTERBENCH_CACHE: ownCache() };
    const cwd = folderWith({
      'tasks/mine/disc/task.yaml': ROUND,
      'tasks/mine/disc/drawings/good-1.tex': DISC,
    });
    const check = () => runOtterbench(['tasks', 'check', 'mine/disc', '--json'], { cwd, environment });
    const [first, second] = [await check(), await check()];
    writeFileSync(join(cwd, 'tasks/mine/disc/drawings/good-1.tex'), `${DISC}\n% another line\n`);
    const third = await check();
    const proofs = [first, second, third].map((ended) => jsonLines(ended)[0]);
    expect(proofs.map((proof) => proof?.isCached)).toEqual([false, true, false]);
    expect({ ...proofs[1], isCached: false }).toEqual(proofs[0]);
    expect(second.stderr).toContain(
      '1 of 1 tasks are proven by their drawings (1 as before, from the cache).',
    );
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
    const { exitCode, stdout } = await runOtterbench(['tasks', 'check', '--no-mutants', 'mine/first'], {
      cwd,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toBe(
      '✗ mine/first (7 drawings)\n  bad-roof-floats.tex: roof-on-wall should fail, but is met\n  not shown to be able to fail: roof-on-wall\n',
    );
  });
});
