import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { RunStore } from '../../store/run-store.ts';
import { judgeAccount } from '../../sweep/judging/judge.ts';
import { runSweep, type SweepResult } from '../../sweep/run-sweep.ts';
import { seededRandom } from '../../util/random.ts';
import { realClock } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { watchSweep } from '../live/watch-sweep.ts';
import { stageVersions, versionOf } from '../versions.ts';
import type { Workshop } from '../workshop.ts';
import type { PlannedSweep } from './make-plan.ts';
import type { RunRequest } from './request.ts';

/** All that a sweep is run with. */
export interface SweepJob {
  readonly planned: PlannedSweep;
  readonly store: RunStore;
  readonly workshop: Workshop;
}

/** Runs the sweep while its progress is shown. */
export async function sweep(
  job: SweepJob,
  request: RunRequest,
  environment: Environment,
): Promise<SweepResult> {
  const { planned, store, workshop } = job;
  const { models, judges } = planned.spending;
  const estimates = [
    ...models.map(({ modelId, expectedRequests: requests, costUsd }) => ({ modelId, requests, costUsd })),
    ...judges.map(({ judgeId, requests, costUsd }) => ({
      modelId: judgeAccount(judgeId),
      requests,
      costUsd,
    })),
  ];
  using watcher = watchSweep(environment, {
    json: request.json,
    estimates,
    runId: () => store.runInfo().id,
  });
  return await runSweep({
    ...planned.plan,
    ...(planned.judging && { judging: planned.judging }),
    store,
    cache: planned.cache,
    prompts: planned.prompts,
    compiler: workshop.compiler,
    reader: workshop.reader,
    versions: stageVersions(workshop, environment),
    description: describeRun(job, request, environment),
    concurrency: request.concurrency,
    workers: request.workers,
    limits: request.limits,
    usesBatches: request.usesBatches,
    clock: realClock(environment),
    random: request.seed === null ? environment.random : seededRandom(request.seed),
    onEvent: watcher.onEvent,
    signal: environment.signal,
  });
}

/** What a run says of itself besides its tasks and models. */
export function describeRun({ planned, workshop }: SweepJob, request: RunRequest, environment: Environment) {
  const { tasks, tracks, rounds, samples, judging, limits, concurrency, seed, unsafeNoSandbox } = request;
  const models = request.models.map(({ id }) => id);
  const judges = request.judges.map(({ id }) => id);
  const judged = judges.length === 0 ? {} : { judges, judging };
  return {
    id: randomUUID(),
    title: request.title ?? basename(request.directory),
    sandbox: { name: workshop.sandbox.name, isSafe: workshop.sandbox.isSafe },
    versions: {
      otterbench: versionOf(environment),
      node: process.versions.node,
      ...workshop.versions,
      ...stageVersions(workshop, environment).grade,
      prompts: planned.prompts.hash,
      ...(planned.judging && { 'judge prompts': planned.judging.judgePrompts.hash }),
    },
    settings: {
      models,
      tasks,
      tracks,
      rounds,
      samples,
      ...judged,
      limits,
      concurrency,
      seed,
      unsafeNoSandbox,
    },
  };
}
