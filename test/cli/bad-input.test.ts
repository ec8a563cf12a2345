import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathWith } from '../helpers/path-with.ts';
import { DISC, type Ended, folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';

const TASK = `title: A disc
prompt: Draw a red disc.
subjects:
  disc: { colour: red }
checks:
  - { id: disc-round, skill: shape, check: shape, of: disc, is: circle }
drawings:
  good-1.tex: {}
`;
const REFUSED = { exitCode: 2, signal: null, stdout: '' };

/** A folder with one task of this text, and its drawing. */
function withTask(text: string): string {
  return folderWith({ 'tasks/mine/disc/task.yaml': text, 'tasks/mine/disc/drawings/good-1.tex': DISC });
}

function check(cwd: string): Promise<Ended> {
  return runOtterbench(['tasks', 'check', 'mine/*'], { cwd });
}

describe('bad input: one clear message, exit code 2, nothing written', () => {
  it('files that are missing, or are folders, are all named before any work', async () => {
    const cwd = folderWith({ 'disc.tex': DISC, 'folder/x': '' });
    expect(await runOtterbench(['render', 'disc.tex', 'no.tex', 'folder', '--out', 'out'], { cwd })).toEqual({
      ...REFUSED,
      stderr: `otterbench: ${cwd}/no.tex: there is no such file\n${cwd}/folder: expected a file, got a folder\nName files with TikZ (.tex) or raw replies (.md, .txt).\n`,
    });
    expect(readdirSync(cwd)).toEqual(['disc.tex', 'folder']);
  });

  it('a broken YAML is told with its file and line', async () => {
    const cwd = withTask(`${TASK}tags: [open\n`);
    const { stderr, ...rest } = await check(cwd);
    expect(rest).toEqual(REFUSED);
    expect(stderr).toMatch(new RegExp(`^otterbench: ${cwd}/tasks/mine/disc/task\\.yaml:\\d+:\\d+: `));
  });

  it('an unknown check is told with the nearest one', async () => {
    const cwd = withTask(TASK.replace('check: shape', 'check: shpae'));
    const { stderr, ...rest } = await check(cwd);
    expect(rest).toEqual(REFUSED);
    expect(stderr).toMatch(/task\.yaml:6:\d+: .*"shpae".*"shape"/);
  });

  it('a task without drawings is refused', async () => {
    const cwd = withTask(TASK.slice(0, TASK.indexOf('drawings:')));
    const { stderr, ...rest } = await check(cwd);
    expect(rest).toEqual(REFUSED);
    expect(stderr).toMatch(/task\.yaml:\d+:\d+: .*drawings/);
  });

  it('an unknown model, an unknown track, a sweep file that is missing and a reply file with mistakes are told', async () => {
    const cwd = folderWith({ 'replies.jsonl': '{"task": "basics/house"}\nnonsense\n' });
    const model = await runOtterbench(['run', '--models', 'bundled/god', '--out', 'out'], { cwd });
    expect(model).toMatchObject({
      ...REFUSED,
      stderr: expect.stringContaining('did you mean "bundled/good"?'),
    });
    const track = await runOtterbench(
      ['run', '--models', 'bundled/good', '--tracks', 'repiar', '--out', 'out'],
      { cwd },
    );
    expect(track).toMatchObject({
      ...REFUSED,
      stderr: expect.stringContaining('expected blind, repair, sighted, got "repiar"'),
    });
    const sweep = await runOtterbench(['run', 'no.yaml', '--out', 'out'], { cwd });
    expect(sweep).toMatchObject({ ...REFUSED, stderr: expect.stringContaining(`${cwd}/no.yaml`) });
    const args = ['run', '--models', 'recorded/x', '--recorded', 'replies.jsonl', '--out', 'out'];
    const replies = await runOtterbench(args, { cwd });
    expect(replies).toMatchObject(REFUSED);
    expect(replies.stderr).toMatch(/replies\.jsonl:1: .*\n.*replies\.jsonl:2: not JSON/);
    expect(readdirSync(cwd)).toEqual(['replies.jsonl']);
  });
});

describe('what otterbench needs is missing', () => {
  const args = ['render', 'disc.tex', '--out', 'out'];

  it('TeX: says what to install', async () => {
    const environment = { PATH: pathWith('bwrap', 'prlimit') };
    const { stderr, ...rest } = await runOtterbench(args, {
      cwd: folderWith({ 'disc.tex': DISC }),
      environment,
    });
    expect(rest).toEqual(REFUSED);
    expect(stderr).toBe(
      `otterbench: TeX is not complete: expected the program \`pdftex\` in ${environment.PATH}, found none.\n` +
        'Debian or Ubuntu: apt-get install -y texlive-latex-base texlive-latex-recommended texlive-latex-extra texlive-pictures texlive-fonts-recommended lmodern\n',
    );
  });

  it('bubblewrap: refuses to draw without it, and says what to install', async () => {
    const environment = { PATH: pathWith('prlimit', 'pdftex', 'kpsewhich') };
    const { stderr, ...rest } = await runOtterbench(args, {
      cwd: folderWith({ 'disc.tex': DISC }),
      environment,
    });
    expect(rest).toEqual(REFUSED);
    expect(stderr).toBe(
      'otterbench: the sandbox does not work: expected the programs bwrap and prlimit on the PATH, found no bwrap\n' +
        'Debian or Ubuntu: apt-get install -y bubblewrap util-linux\n',
    );
  });

  it('doctor names all that is missing at once, with what to do', async () => {
    const ended = await runOtterbench(['doctor', '--json'], { environment: { PATH: pathWith() } });
    expect(ended.exitCode).toBe(2);
    const broken = jsonLines(ended).filter(({ state }) => state === 'broken');
    expect(broken).toEqual([
      {
        what: 'sandbox',
        state: 'broken',
        detail: expect.any(String),
        remedy: expect.stringContaining('bubblewrap'),
      },
      {
        what: 'TeX',
        state: 'broken',
        detail: expect.any(String),
        remedy: expect.stringContaining('texlive'),
      },
    ]);
  });
});

describe.skipIf(!existsSync('/usr/bin/bwrap'))('a disk that is not right (needs bubblewrap)', () => {
  const FULL = ['--size', '200000', '--tmpfs', '/mnt'];

  it('is full while drawings are written: one message, no half file, and what was written is told', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`d${index}.tex`, DISC]));
    const cwd = folderWith(files);
    const script = '"$0" "$@"; code=$?; ls /mnt/out >&2; exit $code';
    const names = Object.keys(files);
    const { exitCode, stdout, stderr } = await runOtterbench(
      [
        '-c',
        script,
        join(process.cwd(), 'bin/otterbench'),
        'render',
        ...names,
        '--out',
        '/mnt/out',
        '--json',
      ],
      { cwd, disk: FULL, program: '/bin/sh' },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /^otterbench: \/mnt\/out\/d\d+\.\S+ could not be written: the disk is full\.\nMake room/,
    );
    expect(stderr).not.toContain('partial');
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told.length).toBeGreaterThan(0);
    const written = stderr.split('\n');
    for (const { png } of told) expect(written).toContain(String(png).replace('/mnt/out/', ''));
  });

  it('is full while a run is written: one message, and the same command is named', async () => {
    const args = ['run', '--models', 'bundled/good', '--tasks', 'basics/*', '--out', '/mnt/out'];
    const { exitCode, stdout, stderr } = await runOtterbench(args, { disk: FULL });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(
      /\notterbench: \/mnt\/out\/run\.(sqlite|lock) could not be written: the disk is full\.\nMake room/,
    );
  });

  it('is read-only: said before any work is done', async () => {
    const cwd = folderWith({ 'disc.tex': DISC });
    const disk = ['--ro-bind', cwd, cwd];
    for (const args of [
      ['render', 'disc.tex', '--out', 'some/out'],
      ['run', '--models', 'bundled/good', '--tasks', 'basics/house', '--out', 'some/out'],
    ]) {
      const { stderr, ...rest } = await runOtterbench(args, { cwd, disk });
      expect(rest).toEqual(REFUSED);
      expect(stderr).toContain(
        `otterbench: ${cwd}/some/out: expected a folder that can be written to, but it lies on a read-only file system.\nName another folder with --out`,
      );
    }
  });

  it('is read-only where the TeX tree should be kept: said with the variable that names another place', async () => {
    const cwd = folderWith({ 'disc.tex': DISC });
    const { stderr, ...rest } = await runOtterbench(['render', 'disc.tex', '--out', '/mnt/out'], {
      cwd,
      disk: ['--ro-bind', cwd, cwd, '--tmpfs', '/mnt'],
      environment: { OTTERBENCH_CACHE: join(cwd, 'cache') },
    });
    expect(rest).toEqual(REFUSED);
    expect(stderr).toMatch(
      /^otterbench: \S+\/cache: expected a folder that the TeX tree can be kept in, but it lies on a read-only file system\.\nName another one by OTTERBENCH_CACHE/,
    );
  });
});
