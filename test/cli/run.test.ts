import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openRunStore } from '../../src/store/run-store.ts';
import { DISC, folderWith, runOtterbench } from '../helpers/run-otterbench.ts';

const BUNDLED = [
  'run',
  '--models',
  'bundled/good,bundled/flawed',
  '--tasks',
  'basics/house',
  '--out',
  'house',
];

describe('otterbench run', () => {
  it('draws, grades and reports the drawings that ship with the tasks', async () => {
    const cwd = folderWith({});
    const { exitCode, stdout, stderr } = await runOtterbench([...BUNDLED, '--title', 'A <house>'], { cwd });
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^model +track +spatial/),
      expect.stringMatching(/^bundled\/good +blind +1\.00 /),
      expect.stringMatching(/^bundled\/flawed +blind +0\.\d\d /),
      'house/index.html',
      '',
    ]);
    expect(stderr).toBe(
      '2 samples of 1 task: bundled/good (1), bundled/flawed (1); in house\n1/2  1 drawn\n2/2  2 drawn\n',
    );
    expect(exitCode).toBe(0);
    expect(readdirSync(join(cwd, 'house')).sort()).toEqual([
      'images',
      'index.html',
      'run.lock',
      'run.sqlite',
    ]);
    using store = openRunStore(join(cwd, 'house'), { readOnly: true });
    expect(store.runInfo()).toMatchObject({
      title: 'A <house>',
      sandbox: { name: 'bubblewrap', isSafe: true },
      samplesPerCell: 1,
    });
    expect(Object.keys(store.runInfo().versions).sort()).toEqual([
      'canvas',
      'grader',
      'latex',
      'node',
      'otterbench',
      'pdfjs',
      'pgf',
      'preamble',
      'prompts',
      'scene',
      'tex',
    ]);
    expect(readFileSync(join(cwd, 'house/index.html'), 'utf8')).not.toContain('A <house>');
  });

  it('keeps with each picture all that it depends on, so that a change draws again', async () => {
    const cwd = folderWith({});
    await runOtterbench(BUNDLED, { cwd });
    using database = new DatabaseSync(join(cwd, 'house', 'run.sqlite'), { readOnly: true });
    const rows = database.prepare("SELECT inputs FROM stages WHERE stage = 'render'").all();
    expect(rows.map(({ inputs }) => Object.keys(JSON.parse(String(inputs))).sort())).toEqual(
      rows.map(() => [
        'canvas',
        'latex',
        'otterbench',
        'pdfjs',
        'pgf',
        'preamble',
        'reply',
        'sandbox',
        'scene',
        'subjects',
        'tex',
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  it('goes on with the run of a folder, and does nothing twice', async () => {
    const cwd = folderWith({});
    await runOtterbench(BUNDLED, { cwd });
    const before = doneAt(join(cwd, 'house'));
    const { exitCode } = await runOtterbench([...BUNDLED, '--samples', '2'], { cwd });
    expect(exitCode).toBe(0);
    const after = doneAt(join(cwd, 'house'));
    expect(after).toHaveLength(4);
    expect(after.filter((line) => before.includes(line))).toEqual(before);
  });

  it('says with --dry-run what it would do, and writes nothing', async () => {
    const cwd = folderWith({});
    const ended = await runOtterbench([...BUNDLED, '--samples', '3', '--dry-run'], { cwd });
    expect(ended).toEqual({
      exitCode: 0,
      signal: null,
      stdout: '6 samples of 1 task: bundled/good (3), bundled/flawed (3); in house\nbasics/house\n',
      stderr: '',
    });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('reads a sweep file, with recorded replies that lie beside it', async () => {
    const reply = (text: string) => JSON.stringify({ task: 'basics/house', model: 'mine', reply: text });
    const cwd = folderWith({
      'plans/house.yaml':
        'title: Mine\nmodels: [recorded/mine]\ntasks: [basics/house]\nsamples: 3\nrecorded: [replies.jsonl]\n',
      'plans/replies.jsonl': [reply(DISC), reply('I draw nothing.'), reply('')].join('\n'),
    });
    const { exitCode, stdout } = await runOtterbench(['run', 'plans/house.yaml'], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('reports/house/index.html\n');
    using store = openRunStore(join(cwd, 'reports/house'), { readOnly: true });
    expect(
      [...store.listSummaries()].map(({ number, outcome, stage }) => ({ number, outcome, stage })),
    ).toEqual([
      { number: 1, outcome: 'drawn', stage: 'grade' },
      { number: 2, outcome: 'no-code', stage: 'draw' },
      { number: 3, outcome: 'empty', stage: 'reply' },
    ]);
  });

  it('ends with 1 when a model is below --min-score, and says by how much', async () => {
    const cwd = folderWith({});
    const { exitCode, stderr } = await runOtterbench([...BUNDLED, '--min-score', '0.99'], { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/\nbundled\/flawed: expected a spatial score of at least 0\.99, got 0\.\d{3}\n$/);
  });

  it('shows in the report that no sandbox was used', async () => {
    const cwd = folderWith({});
    const { exitCode, stderr } = await runOtterbench([...BUNDLED, '--unsafe-no-sandbox'], { cwd });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining('No sandbox is used'),
    });
    const page = readFileSync(join(cwd, 'house/index.html'), 'utf8');
    expect(page).toContain('"sandbox":{"name":"none","isSafe":false}');
    expect(existsSync(join(cwd, 'house/run.sqlite'))).toBe(true);
  });
});

/** Each sample with the time at which it was drawn and graded: the same line only when it was not done again. */
function doneAt(folder: string): string[] {
  using store = openRunStore(folder, { readOnly: true });
  return [...store.listSummaries()].map(({ id }) =>
    JSON.stringify([id, store.readSample(id)?.durationMs, store.readSample(id)?.rounds]),
  );
}
