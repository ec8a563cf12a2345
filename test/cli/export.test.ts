import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRunStore, openRunStore } from '../../src/store/run-store.ts';
import { judgeAnswer, questionIn } from '../helpers/judge-answers.ts';
import { startModelServer } from '../helpers/model-server.ts';
import { jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';

const COLUMNS =
  'run,sample,task,suite,model,track,number,outcome,clean,stage,spatial,full,reading,changedOutside,likeReference,likeness,judge,repeats,taskHash,pdfHash,pngHash,settingsHash,durationMs,tokensIn,tokensOut,tokensReasoning,tokensCached,costUsd,latencyMs,attempts,rounds,cached';

describe('otterbench export', () => {
  const replies = (text: string) => JSON.stringify({ task: 'basics/house', model: '=x', reply: text });
  let cwd: string;
  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'otterbench-export-'));
    writeFileSync(join(cwd, 'replies.jsonl'), `${replies('I draw nothing.')}\n${replies('')}\n`);
    const args = ['run', '--models', 'recorded/=x', '--recorded', 'replies.jsonl'];
    await runOtterbench([...args, '--tasks', 'basics/house', '--samples', '2', '--out', 'run'], { cwd });
  });
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  it('gives one JSON line a sample', async () => {
    const ended = await runOtterbench(['export', 'run'], { cwd });
    expect({ exitCode: ended.exitCode, stderr: ended.stderr }).toEqual({ exitCode: 0, stderr: '' });
    const rows = jsonLines(ended);
    expect(rows.map((row) => Object.keys(row).join())).toEqual([COLUMNS, COLUMNS]);
    expect(rows).toMatchObject([
      {
        task: 'basics/house',
        model: 'recorded/=x',
        number: 1,
        outcome: 'no-code',
        spatial: 0,
        pngHash: null,
      },
      {
        task: 'basics/house',
        model: 'recorded/=x',
        number: 2,
        outcome: 'empty',
        spatial: 0,
        tokensOut: null,
      },
    ]);
  });

  it('writes the same as CSV into a file', async () => {
    const args = ['export', 'run', '--format', 'csv', '--out', 'tables/run.csv'];
    expect(await runOtterbench(args, { cwd })).toEqual({ exitCode: 0, signal: null, stdout: '', stderr: '' });
    const written = readFileSync(join(cwd, 'tables/run.csv'), 'utf8');
    const { stdout } = await runOtterbench(args.slice(0, 4), { cwd });
    expect(written).toBe(stdout);
    const lines = written.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(COLUMNS);
    expect(lines[1]).toMatch(/,basics\/house,basics,recorded\/=x,blind,1,no-code,/);
  });

  it('gives one row a round with --rounds', async () => {
    const rows = jsonLines(await runOtterbench(['export', 'run', '--rounds'], { cwd }));
    expect(rows).toMatchObject([
      { number: 1, round: 1, isLast: true, outcome: 'no-code' },
      { number: 2, round: 1, isLast: true, outcome: 'empty' },
    ]);
  });

  it('takes one kind of row, and names what is missing where nobody judged', async () => {
    const both = await runOtterbench(['export', 'run', '--rounds', '--judgements'], { cwd });
    expect(both).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('--rounds and --judgements were both given'),
    });
    const unjudged = await runOtterbench(['export', 'run', '--judgements', '--format', 'csv'], { cwd });
    expect(unjudged).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('no drawing of this run is judged'),
    });
    expect(unjudged.stderr).toContain(`otterbench rejudge ${join(cwd, 'run')} --judge provider/model`);
  });

  it('says what is wrong with a format that it does not know, and with a run without samples', async () => {
    expect(await runOtterbench(['export', 'run', '--format', 'xls'], { cwd })).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('xls'),
    });
    createRunStore(join(cwd, 'empty'))[Symbol.dispose]();
    expect(await runOtterbench(['export', 'empty'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('there is nothing to export'),
    });
  });
});

describe('otterbench export of a judged run', () => {
  const JUDGE = 'openai/gpt-4.1-mini';
  const SENTENCE = '=HYPERLINK("http://x")\u001b[2J';
  let cwd: string;
  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'otterbench-export-judged-'));
    await using server = await startModelServer({
      text: (seen) => {
        const question = questionIn(seen);
        if (question?.kind !== 'items') return judgeAnswer(question!, { things: () => ['house', 'tree'] });
        const fields = question.items.map(({ id }) => [id, { answer: 'no', evidence: SENTENCE }]);
        return JSON.stringify(Object.fromEntries(fields));
      },
    });
    const args = ['run', '--models', 'bundled/good', '--tasks', 'basics/house', '--judges', JUDGE, '--yes'];
    const environment = server.variables;
    await runOtterbench([...args, '--no-cache', '--out', 'run'], { cwd, environment });
  });
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  it('gives the likeness of its only judge in the row of a sample', async () => {
    const rows = jsonLines(await runOtterbench(['export', 'run'], { cwd }));
    const judged = rows.map(({ spatial, likeness, judge }) => ({ spatial, likeness, judge }));
    expect(judged).toEqual([{ spatial: 1, likeness: expect.any(Number), judge: JUDGE }]);
    expect(rows[0]?.likeness).toBeGreaterThan(0);
    expect(rows[0]?.likeness).toBeLessThan(1);
  });

  it('gives one row an item with --judgements, for each item of the task’s rubric', async () => {
    const rows = jsonLines(await runOtterbench(['export', 'run', '--judgements'], { cwd }));
    using store = openRunStore(join(cwd, 'run'), { readOnly: true });
    const asked = store.runInfo().tasks[0]?.rubric ?? [];
    expect(asked).toContainEqual({ id: 'named', names: ['house', 'cottage', 'hut', 'cabin'] });
    expect(rows.map(({ item }) => item)).toEqual(asked.map(({ id }) => id));
    expect(rows.find(({ item }) => item === 'named')).toMatchObject({
      task: 'basics/house',
      judge: JUDGE,
      skill: 'recognition',
      outcome: 'met',
      votes: 'yes',
      evidence: 'it named: house, tree',
      blindNames: 'house, tree',
      ownFamily: false,
    });
    expect(rows.filter(({ votes }) => votes === 'no')).toHaveLength(asked.length - 1);
  });

  it('keeps what a judge says from being computed or from steering a terminal', async () => {
    const { stdout } = await runOtterbench(['export', 'run', '--judgements', '--format', 'csv'], { cwd });
    const [head, ...lines] = stdout.split('\r\n');
    expect(head).toBe(
      'run,sample,task,suite,model,track,number,judge,item,skill,weight,outcome,votes,evidence,blindNames,likeness,ownFamily',
    );
    expect(lines.filter((line) => line.includes(`"'=HYPERLINK(""http://x"")`)).length).toBeGreaterThan(0);
    expect(stdout).not.toContain('\u001b');
  });
});
