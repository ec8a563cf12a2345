import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { ReportData, SampleDetails } from '../../src/report/data.ts';
import { DISC, folderWith, runOtterbench } from '../helpers/run-otterbench.ts';

const TASK = `title: A disc
prompt: Draw a red disc.
subjects:
  disc: { shape: circle }
checks:
  - { id: disc-red, skill: colour, check: colour, of: disc, is: red }
drawings:
  good-1.tex: {}
  bad-blue.tex: { fails: disc-red }
  bad-not-at-all.tex: { fails: disc-red }
`;

function workspace(): string {
  return folderWith({
    'tasks/mine/disc/task.yaml': TASK,
    'tasks/mine/disc/drawings/good-1.tex': DISC,
    'tasks/mine/disc/drawings/bad-blue.tex': DISC.replace('red', 'blue'),
    'tasks/mine/disc/drawings/bad-not-at-all.tex': DISC,
  });
}

/** What the page of a task holds. */
function pageOf(cwd: string, task: string): { data: ReportData; details: readonly SampleDetails[] } {
  const html = readFileSync(join(cwd, 'reports/tasks', task, 'index.html'), 'utf8');
  const inPage = (id: string) => new RegExp(`id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? '';
  const packed = Buffer.from(inPage('details-0'), 'base64');
  return { data: JSON.parse(inPage('report-data')), details: JSON.parse(gunzipSync(packed).toString()) };
}

it('writes a page with each known drawing, what it must fail, its verdicts and their evidence', async () => {
  const cwd = workspace();
  const { exitCode, stdout } = await runOtterbench(['tasks', 'show', 'mine/disc'], { cwd });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^A disc \(mine\/disc\)\n[\s\S]*\n\nreports\/tasks\/mine-disc\/index\.html\n$/);
  const {
    data: { run, samples },
    details,
  } = pageOf(cwd, 'mine-disc');
  expect(run.models).toEqual([
    { id: 'good-1.tex', disclosure: 'must meet everything, and does' },
    { id: 'bad-blue.tex', disclosure: 'must fail exactly disc-red, and does' },
    { id: 'bad-not-at-all.tex', disclosure: 'must fail exactly disc-red, but fails nothing' },
  ]);
  expect(samples.map(({ full }) => full)).toEqual([true, false, true]);
  expect(details[1]?.rounds[0]?.verdicts).toMatchObject([
    { id: 'disc-there', outcome: 'met' },
    { id: 'disc-red', outcome: 'unmet', evidence: [{ kind: 'box' }] },
  ]);
  // Two of them are the same picture.
  expect(readdirSync(join(cwd, 'reports/tasks/mine-disc/images'))).toHaveLength(2);
});

it('shows all frames of a moving scene, and grades them', async () => {
  const task = TASK.replace('subjects:', 'frames: 2\nsubjects:').replace(/ {2}bad-[\s\S]*/, '');
  const cwd = folderWith({
    'tasks/mine/disc/task.yaml': `${task}  bad-one-blue.tex: { fails: disc-red }\n`,
    'tasks/mine/disc/drawings/good-1.tex': `${DISC}\n${DISC}`,
    'tasks/mine/disc/drawings/bad-one-blue.tex': `${DISC}\n${DISC.replace('red', 'blue')}`,
  });
  await runOtterbench(['tasks', 'show', 'mine/disc'], { cwd });
  const { data, details } = pageOf(cwd, 'mine-disc');
  expect(data.run.models.map(({ disclosure }) => disclosure)).toEqual([
    'must meet everything, and does',
    'must fail exactly disc-red, and does',
  ]);
  expect(details.map(({ rounds }) => rounds[0]?.laterPictures.length)).toEqual([1, 1]);
});

it('shows what an edit task gives, and how a drawing is read', async () => {
  const edit = TASK.replace('subjects:', 'given: given.tex\nsubjects:').replace(/ {2}bad-[\s\S]*/, '');
  const readings =
    'readings:\n  many: [{ check: count, of: disc, min: 2 }]\n  one: [{ check: count, of: disc, is: 1 }]\n';
  const cwd = folderWith({
    'tasks/mine/disc/task.yaml': edit
      .replace('drawings:', `${readings}drawings:`)
      .replace('good-1.tex: {}', 'good-1.tex: { reading: many }'),
    'tasks/mine/disc/drawings/good-1.tex': DISC,
    'tasks/mine/disc/drawings/given.tex': DISC.replace('red', 'blue'),
  });
  await runOtterbench(['tasks', 'show', 'mine/disc'], { cwd });
  const { data } = pageOf(cwd, 'mine-disc');
  expect(data.run.models[0]?.disclosure).toBe('must meet everything and be read as many, but is read as one');
  expect(data.givenPictures['mine/disc']?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(readdirSync(join(cwd, 'reports/tasks/mine-disc/images'))).toHaveLength(2);
});

it('opens the page with the program that there is, and goes on when it fails', async () => {
  const cwd = workspace();
  const bin = join(cwd, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'xdg-open'), '#!/bin/sh\nexit 3\n');
  chmodSync(join(bin, 'xdg-open'), 0o755);
  const environment = { PATH: `${bin}:${process.env.PATH}` };
  const shown = await runOtterbench(['tasks', 'show', 'mine/disc', '--open', '--out', 'here'], {
    cwd,
    environment,
  });
  expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shown.stdout.endsWith('\n\nhere/index.html\n')).toBe(true);
});
