import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRunStore } from '../../src/store/run-store.ts';
import { jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';

const COLUMNS =
  'run,sample,task,suite,model,track,number,outcome,clean,stage,spatial,full,reading,likeness,taskHash,pdfHash,pngHash,settingsHash,durationMs,tokensIn,tokensOut,tokensReasoning,tokensCached,costUsd,latencyMs,attempts,rounds,cached';

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
