import { join, resolve } from 'node:path';
import type { RunInfo, SampleRecord } from '../../domain/run.ts';
import { isGood, type KnownDrawing, type Task } from '../../domain/task.ts';
import { writeReport } from '../../report/write-report.ts';
import { summarise } from '../../stats/summarise.ts';
import type { Environment } from '../environment.ts';
import { inOrder } from '../in-order.ts';
import { makeOutputFolder } from '../output-folder.ts';
import { stageVersions, versionOf } from '../versions.ts';
import type { Workshop } from '../workshop.ts';
import { givenPngHash, knownSample } from './known-samples.ts';

export interface ShowPageOptions {
  readonly workshop: Workshop;
  readonly workers: number;
  /** Folder of the page; `reports/tasks/SUITE-NAME` of the working folder when not given. */
  readonly out: string | undefined;
}

/** Draws and grades the known drawings of a task and writes a report of them, each in a column of its own. Returns its path. */
export async function writeTaskPage(
  task: Task,
  { workshop, workers, out }: ShowPageOptions,
  environment: Environment,
): Promise<string> {
  const startedAt = environment.now().toISOString();
  const usual = join('reports', 'tasks', task.id.replace('/', '-'));
  const directory = await makeOutputFolder(resolve(environment.workingDirectory, out ?? usual));
  const blobs = new Map<string, Uint8Array>();
  const options = { ...workshop, task, blobs, environment };
  const samples = await inOrder(task.drawings, {
    concurrency: workers,
    signal: environment.signal,
    work: (known) => knownSample(known, options),
    tell: () => {},
  });
  const given = await givenPngHash(options);
  return writeReport({
    run: runOf(task, samples, { workshop, environment, startedAt, given }),
    samples,
    readBlob: (hash) => pictureOf(hash, blobs),
    summary: summarise(samples),
    directory,
    pageDirectory: join(environment.packageDirectory, 'dist', 'report-page'),
  });
}

interface Circumstances {
  readonly workshop: Workshop;
  readonly environment: Environment;
  readonly startedAt: string;
  /** The hash of the picture that the task gives. */
  readonly given: string | null;
}

function runOf(
  task: Task,
  samples: readonly SampleRecord[],
  { workshop, environment, startedAt, given }: Circumstances,
): RunInfo {
  const { id, suite, title, prompt, tags, hash } = task;
  const byFile = new Map(samples.map((sample) => [sample.modelId, sample]));
  return {
    id: `task ${id}`,
    title: `${title}: the drawings that ship with the task`,
    startedAt,
    finishedAt: environment.now().toISOString(),
    sandbox: { name: workshop.sandbox.name, isSafe: workshop.sandbox.isSafe },
    versions: {
      otterbench: versionOf(environment),
      node: process.versions.node,
      ...workshop.versions,
      ...stageVersions(workshop, environment).grade,
    },
    tracks: ['blind'],
    models: task.drawings.map((known) => ({
      id: known.file,
      disclosure: expectationOf(known, byFile.get(known.file)),
    })),
    tasks: [{ id, suite, title, prompt, tags, hash, ...(given !== null && { givenPngHash: given }) }],
    samplesPerCell: 1,
  };
}

/** What the task says of a drawing, and whether it is so. */
function expectationOf(known: KnownDrawing, sample: SampleRecord | undefined): string {
  const { fails, reading } = known;
  const everything = isGood(known) ? 'must meet everything' : 'must meet all that is measured';
  const verdicts = fails.length === 0 ? everything : `must fail exactly ${fails.join(', ')}`;
  const wanted = reading === undefined ? verdicts : `${verdicts} and be read as ${reading}`;
  const unmet = (sample?.grade.verdicts ?? []).filter(({ outcome }) => outcome !== 'met').map(({ id }) => id);
  if (sample?.outcome !== 'drawn') return `${wanted}, but is ${sample?.outcome ?? 'missing'}`;
  const isSo = unmet.length === fails.length && fails.every((id) => unmet.includes(id));
  if (!isSo) return `${wanted}, but fails ${unmet.join(', ') || 'nothing'}`;
  const isRead = reading === undefined || sample.grade.reading === reading;
  return isRead ? `${wanted}, and does` : `${wanted}, but is read as ${sample.grade.reading ?? 'none'}`;
}

function pictureOf(hash: string, blobs: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bytes = blobs.get(hash);
  if (bytes === undefined) throw new Error(`no picture has the hash ${hash}`);
  return bytes;
}
