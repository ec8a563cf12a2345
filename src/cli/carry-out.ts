import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { selectTasks } from '../catalog/select-tasks.ts';
import type { Track } from '../domain/task.ts';
import { systemPrompt, userPrompt } from '../draw/prompt.ts';
import { GRADER_VERSION } from '../grade/hash.ts';
import { openModels } from '../models/registry.ts';
import { createRunStore, type RunStore } from '../store/run-store.ts';
import type { SweepPlan } from '../sweep/plan.ts';
import { requireCells, runSweep, type SweepResult } from '../sweep/run-sweep.ts';
import { printableLine } from '../util/printable.ts';
import { loadCatalogue } from './catalogue.ts';
import type { Environment } from './environment.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { makeOutputFolder } from './output-folder.ts';
import { formatScores } from './print-scores.ts';
import { watchProgress } from './progress.ts';
import { reportRun, summariseRun } from './report-run.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** A sweep as it is to be carried out: the file and the flags put together. Paths are absolute. */
export interface RunRequest {
  readonly title: string | null;
  readonly models: readonly string[];
  readonly tasks: readonly string[];
  readonly tracks: readonly Track[];
  readonly samples: number;
  readonly recorded: readonly string[];
  readonly directory: string;
  readonly workers: number;
  readonly unsafeNoSandbox: boolean;
  readonly isDryRun: boolean;
  /** The run ends with 1 when a model's spatial score is below. */
  readonly minScore: number | null;
}

/** Plans, runs, reports. Running the same request again goes on where the last one ended. */
export async function carryOut(request: RunRequest, environment: Environment): Promise<ExitCode> {
  const plan = await makePlan(request, environment);
  sayPlan(plan, request, environment);
  if (request.isDryRun) return EXIT.done;
  const { workers, unsafeNoSandbox } = request;
  // Before the folder is made: where TeX is missing nothing is left behind.
  await using workshop = await openWorkshop(environment, { unsafeNoSandbox, workers });
  using store = createRunStore(await makeOutputFolder(request.directory));
  const result = await sweep({ plan, store, workshop }, request, environment);
  if (environment.signal.aborted) return sayStopped(result, request, environment);
  return await conclude(store, request, { environment, result });
}

function sayStopped(result: SweepResult, request: RunRequest, environment: Environment): ExitCode {
  const folder = relative(environment.workingDirectory, request.directory) || '.';
  if (environment.isInteractive) environment.draw('\n');
  environment.say(
    `Stopped. ${result.finished} of ${result.planned} samples are finished and kept in ${folder}.`,
  );
  environment.say(`To go on, run the same command again, with --out ${folder}`);
  return EXIT.interrupted;
}

async function makePlan(request: RunRequest, environment: Environment): Promise<SweepPlan> {
  const models = await openModels(request.models, { recordedFiles: request.recorded });
  const catalogue = loadCatalogue(environment);
  for (const { id, unmatched } of models) {
    for (const name of unmatched?.(catalogue) ?? []) {
      environment.say(`note: ${id} has replies for "${printableLine(name, 80)}", which is no task here`);
    }
  }
  const tasks = selectTasks(catalogue, request.tasks);
  return { models, tasks, tracks: request.tracks, samples: request.samples };
}

function sayPlan(plan: SweepPlan, request: RunRequest, environment: Environment): void {
  const cells = requireCells(plan);
  const models = plan.models.map(({ id }) => `${id} (${cells.filter((cell) => cell.modelId === id).length})`);
  const folder = relative(environment.workingDirectory, request.directory) || '.';
  environment.say(
    `${cells.length} samples of ${plan.tasks.length} tasks: ${models.join(', ')}; in ${folder}`,
  );
  if (request.unsafeNoSandbox) environment.say('No sandbox is used: what these drawings do is done as you.');
  if (request.isDryRun) for (const { id } of plan.tasks) environment.out(id);
}

interface Job {
  readonly plan: SweepPlan;
  readonly store: RunStore;
  readonly workshop: Workshop;
}

function sweep(
  { plan, store, workshop }: Job,
  request: RunRequest,
  environment: Environment,
): Promise<SweepResult> {
  return runSweep({
    ...plan,
    store,
    compiler: workshop.compiler,
    reader: workshop.reader,
    prompts: { system: systemPrompt, user: userPrompt },
    versions: {
      // A new release may read replies or PDFs in another way: drawing again costs time, but no money.
      render: { ...workshop.versions, sandbox: workshop.sandbox.name, otterbench: versionOf(environment) },
      grade: { grader: GRADER_VERSION },
    },
    description: describeRun(request, { environment, workshop }),
    concurrency: request.workers,
    now: () => environment.now().getTime(),
    onEvent: watchProgress(environment),
    signal: environment.signal,
  });
}

interface Surroundings {
  readonly environment: Environment;
  readonly workshop: Workshop;
}

function describeRun(request: RunRequest, { environment, workshop }: Surroundings) {
  const { models, tasks, tracks, samples, unsafeNoSandbox } = request;
  return {
    id: randomUUID(),
    title: request.title ?? basename(request.directory),
    sandbox: { name: workshop.sandbox.name, isSafe: workshop.sandbox.isSafe },
    versions: {
      otterbench: versionOf(environment),
      node: process.versions.node,
      ...workshop.versions,
      grader: GRADER_VERSION,
    },
    settings: { models, tasks, tracks, samples, unsafeNoSandbox },
  };
}

function versionOf({ packageDirectory }: Environment): string {
  return JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')).version;
}

interface Ending {
  readonly environment: Environment;
  readonly result: SweepResult;
}

async function conclude(
  store: RunStore,
  request: RunRequest,
  { environment, result }: Ending,
): Promise<ExitCode> {
  const pageDirectory = join(environment.packageDirectory, 'dist', 'report-page');
  const page = await reportRun(store, { directory: request.directory, pageDirectory });
  const { models } = summariseRun(store);
  environment.out(formatScores(models));
  environment.out(relative(environment.workingDirectory, page));
  if (result.troubles > 0)
    environment.say(
      `${result.troubles} samples are in trouble of ours and have no score. Run the same command again to retry them.`,
    );
  const low = models.filter(({ spatial }) => request.minScore !== null && (spatial ?? 0) < request.minScore);
  for (const { modelId, spatial } of low) {
    environment.say(
      `${modelId}: expected a spatial score of at least ${request.minScore}, got ${spatial?.toFixed(3) ?? 'none'}`,
    );
  }
  return result.troubles > 0 || low.length > 0 ? EXIT.trouble : EXIT.done;
}
