import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunStore } from '../../src/store/run-store.ts';
import { folderWith, runOtterbench } from '../helpers/run-otterbench.ts';

describe('otterbench report', () => {
  it('writes the page of a run again, also elsewhere', async () => {
    const cwd = folderWith({});
    await runOtterbench(['run', '--models', 'bundled/good', '--tasks', 'basics/house', '--out', 'house'], {
      cwd,
    });
    const written = readFileSync(join(cwd, 'house/index.html'), 'utf8');
    const ended = await runOtterbench(['report', 'house', '--out', 'elsewhere/page'], { cwd });
    expect(ended).toEqual({
      exitCode: 0,
      signal: null,
      stdout: `${cwd}/elsewhere/page/index.html\n`,
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'elsewhere/page/index.html'), 'utf8')).toBe(written);
  });

  it('says what is wrong with a folder that holds no run, and with several runs', async () => {
    const cwd = folderWith({ 'a/x': '', 'b/x': '' });
    expect(await runOtterbench(['report', 'a'], { cwd })).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr:
        `otterbench: ${cwd}/a: expected the folder of a run, but it holds no run.sqlite.\n` +
        'Name the folder that was given to `otterbench run --out`.\n',
    });
    expect(await runOtterbench(['report', 'a', 'b'], { cwd })).toMatchObject({
      exitCode: 2,
      stderr:
        "otterbench: expected one run, got 2: runs can't be compared in one report yet.\n" +
        'Write a report of each run by itself.\n',
    });
  });

  it('of a run without any sample says so, and writes nothing', async () => {
    const cwd = folderWith({});
    createRunStore(join(cwd, 'run'))[Symbol.dispose]();
    const { exitCode, stderr } = await runOtterbench(['report', 'run'], { cwd });
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('no sample of this run is finished'),
    });
    expect(existsSync(join(cwd, 'run/index.html'))).toBe(false);
  });
});
