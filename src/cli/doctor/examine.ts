import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from '../../domain/ports.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { createSceneReader } from '../../scene/pool.ts';
import { createTexCompiler } from '../../tex/compile.ts';
import { cacheDirectory, findSandbox, openTex, type Surroundings } from '../workshop.ts';
import { examineModels } from './examine-models.ts';
import type { Examination, Finding } from './finding.ts';

const GIGABYTE = 1e9;

/** Looks at everything, each need for itself, so that one that is missing hides no other. */
export async function examine(examination: Examination): Promise<readonly Finding[]> {
  const { sandbox, finding } = await examineSandbox(examination);
  const tex = await guarded('TeX', () => examineTex(examination));
  const picture =
    finding.state === 'good' && tex.state === 'good'
      ? [await guarded('a picture', () => examinePicture(sandbox, examination))]
      : [];
  return [
    node(),
    finding,
    tex,
    ...picture,
    await examinePage(join(examination.packageDirectory, 'dist', 'report-page')),
    await examineDisk(examination.workingDirectory),
    ...(await examineModels(examination)),
  ];
}

function node(): Finding {
  return { what: 'Node', state: 'good', detail: process.versions.node, remedy: null };
}

async function examineSandbox(surroundings: Surroundings) {
  const { sandbox, trial } = await findSandbox(surroundings);
  const finding: Finding = trial.works
    ? { what: 'sandbox', state: 'good', detail: 'works; tried with its real flags', remedy: null }
    : { what: 'sandbox', state: 'broken', detail: trial.reason, remedy: trial.remedy };
  return { sandbox, finding };
}

async function guarded(what: string, examineNeed: () => Promise<Finding>): Promise<Finding> {
  try {
    return await examineNeed();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { what, state: 'broken', detail: error.message, remedy: error.remedy };
  }
}

async function examineTex(surroundings: Surroundings): Promise<Finding> {
  const { versions } = await openTex(surroundings);
  const detail = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return {
    what: 'TeX',
    state: 'good',
    detail: `${detail.join(', ')}; format in ${cacheDirectory(surroundings)}`,
    remedy: null,
  };
}

async function examinePicture(sandbox: Sandbox, surroundings: Surroundings): Promise<Finding> {
  const installation = await openTex(surroundings);
  const body = '\\begin{tikzpicture}\\fill[orange] (0,0) circle (1);\\end{tikzpicture}';
  const drawing = { form: 'picture', source: body, preamble: '', body, note: '' } as const;
  const compiled = await createTexCompiler({ installation, sandbox }).compile(drawing);
  if (compiled.outcome !== 'compiled') return brokenPicture(compiled.reason);
  await using reader = createSceneReader({ sandbox, workers: 1 });
  const reading = await reader.read({ pdf: compiled.pdf, subjects: {} });
  if (reading.outcome !== 'drawn') return brokenPicture(reading.reason);
  return {
    what: 'a picture',
    state: 'good',
    detail: 'a circle was compiled, drawn and read in the sandbox',
    remedy: null,
  };
}

function brokenPicture(reason: string): Finding {
  const remedy = 'Remove the cache folder and try again; if it stays so, please report it.';
  return { what: 'a picture', state: 'broken', detail: reason, remedy };
}

async function examinePage(pageDirectory: string): Promise<Finding> {
  const built = await access(join(pageDirectory, 'page.js'), constants.R_OK).then(
    () => true,
    () => false,
  );
  if (built) return { what: 'report page', state: 'good', detail: 'built', remedy: null };
  return { what: 'report page', state: 'broken', detail: 'not built', remedy: 'Run: npm run setup' };
}

async function examineDisk(directory: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(directory);
  const free = `${((bavail * bsize) / GIGABYTE).toFixed(1)} GB free in ${directory}`;
  if (bavail * bsize > GIGABYTE) return { what: 'disk', state: 'good', detail: free, remedy: null };
  return {
    what: 'disk',
    state: 'broken',
    detail: free,
    remedy: 'Free at least 1 GB: a large run keeps all its pictures.',
  };
}
