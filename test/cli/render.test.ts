import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DISC, folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';

const FILES = {
  'disc.tex': DISC,
  'reply.md': `Here it is:\n\n\`\`\`latex\n${DISC}\`\`\`\n`,
  'reply.txt': `The drawing\n${DISC}That is all.\n`,
  'empty.tex': '',
  'prose.md': 'I would rather not draw.\n',
  'wrong.tex': '\\begin{tikzpicture}\\undefinedthing\\fill (0,0) circle (1);\\end{tikzpicture}',
};
const NOTHING = { pdf: null, png: null, scene: null, ms: expect.any(Number) };

describe('otterbench render', () => {
  it('gives a line of JSON for each file, in their order, with the files that it wrote', async () => {
    const cwd = folderWith(FILES);
    const ended = await runOtterbench(['render', ...Object.keys(FILES), '--out', 'out', '--json'], { cwd });
    const made = (stem: string) => ({
      pdf: join(cwd, 'out', `${stem}.pdf`),
      png: join(cwd, 'out', `${stem}.png`),
      scene: join(cwd, 'out', `${stem}.scene.json`),
      ms: expect.any(Number),
    });
    const drawn = { outcome: 'drawn', clean: true, stage: 'grade', reason: '' };
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    expect(jsonLines(ended)).toEqual([
      { file: 'disc.tex', ...drawn, ...made('disc') },
      { file: 'reply.md', ...drawn, ...made('reply') },
      { file: 'reply.txt', ...drawn, ...made('reply-2') },
      {
        file: 'empty.tex',
        outcome: 'empty',
        clean: null,
        stage: 'draw',
        reason: expect.any(String),
        ...NOTHING,
      },
      {
        file: 'prose.md',
        outcome: 'no-code',
        clean: null,
        stage: 'draw',
        reason: expect.any(String),
        ...NOTHING,
      },
      { file: 'wrong.tex', ...drawn, clean: false, ...made('wrong') },
    ]);
    expect(Object.keys(jsonLines(ended)[0]!)).toEqual([
      'file',
      'outcome',
      'clean',
      'stage',
      'reason',
      'pdf',
      'png',
      'scene',
      'ms',
    ]);
    expect(readFileSync(join(cwd, 'out/disc.pdf'), 'latin1')).toMatch(/^%PDF/);
    expect(readFileSync(join(cwd, 'out/disc.png')).subarray(1, 4).toString()).toBe('PNG');
    const scene = JSON.parse(readFileSync(join(cwd, 'out/disc.scene.json'), 'utf8'));
    expect(scene).toMatchObject({ version: 1, marks: [{ fill: '#ff0000', shapes: [{ name: 'circle' }] }] });
    expect(readdirSync(join(cwd, 'out'))).toHaveLength(12);
  });

  it('says in plain words what became of each file when no JSON is asked for', async () => {
    const cwd = folderWith(FILES);
    const { exitCode, stdout } = await runOtterbench(
      ['render', 'disc.tex', 'empty.tex', 'wrong.tex', '--out', '.'],
      { cwd },
    );
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toEqual([
      `disc.tex: drawn · ${cwd}/disc.png`,
      expect.stringMatching(/^empty\.tex: empty · /),
      `wrong.tex: drawn · ${cwd}/wrong.png (TeX reported errors)`,
      '',
    ]);
  });

  it('shows names and texts that would steer a terminal, and reads back as it was in JSON', async () => {
    const name = 'a\u001b[31m\u009bred\u202e.tex';
    const cwd = folderWith({ [name]: '' });
    const plain = await runOtterbench(['render', name, '--out', 'out'], { cwd });
    expect(plain.stdout).toMatch(/^a\\u\{1b\}\[31m\\u\{9b\}red\\u\{202e\}\.tex: empty/);
    const json = await runOtterbench(['render', name, '--out', 'out', '--json'], { cwd });
    expect(json.stdout).toMatch(/^[\x20-\x7e\n]+$/);
    expect(jsonLines(json)[0]?.file).toBe(name);
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const cwd = folderWith({ 'a.md': '' });
    const many = Array.from({ length: 2000 }, () => 'a.md').join(' ');
    const script = `"$0" render ${many} --out o --json 2>errors | head -n 1; cat errors >&2`;
    const { stdout, stderr } = await runOtterbench(['-c', script, join(ROOT, 'bin/otterbench')], {
      cwd,
      program: '/bin/sh',
    });
    expect({ lines: stdout.trim().split('\n').length, stderr }).toEqual({ lines: 1, stderr: '' });
  });
});
