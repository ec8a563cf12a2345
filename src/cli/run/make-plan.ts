import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Model } from '../../domain/model.ts';
import { type Prompts, readPrompts } from '../../draw/prompts.ts';
import { openModels } from '../../models/registry.ts';
import { openReplyCache, type ReplyCache } from '../../store/reply-cache.ts';
import { openRunStore, type RunReader, type RunStore } from '../../store/run-store.ts';
import type { RunSpend } from '../../store/spend.ts';
import type { Judging } from '../../sweep/judging/judge.ts';
import { requireCells, type SweepPlan } from '../../sweep/plan.ts';
import { planSpending, type SpendingPlan } from '../../sweep/plan-spending.ts';
import { printableLine } from '../../util/printable.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import { openModelSources } from '../model-sources.ts';
import { openJudges } from '../open-judges.ts';
import { replyCachePath } from '../reply-cache-path.ts';
import type { RunRequest } from './request.ts';

/** A sweep that can be carried out, with what it is expected to take. Holds the cache and, where there is one, the run file open. */
export interface PlannedSweep extends Disposable {
  readonly plan: SweepPlan;
  /** Missing: nobody judges. */
  readonly judging?: Judging;
  readonly prompts: Prompts;
  readonly spending: SpendingPlan;
  /** What the folder's run has taken so far; null where there is none. */
  readonly spent: RunSpend | null;
  /** Null: not used. */
  readonly cache: ReplyCache | null;
  /** To go on with the folder's run; null where it has none, and in a dry run. */
  readonly store: RunStore | null;
}

/** Opens models, tasks, prompts, cache and the run so far. Asks nothing, and makes no file that is not there. Throws UsageError. */
export async function makePlan(request: RunRequest, environment: Environment): Promise<PlannedSweep> {
  const { plan, ...judged } = await choosePlan(request, environment);
  const prompts = readPrompts(request.prompts ?? join(environment.packageDirectory, 'prompts'));
  requireCells(plan);
  using open = new DisposableStack();
  const cache = openCache(plan, request, environment);
  if (cache) open.use(cache);
  const earlier = openEarlier(request, environment);
  if (earlier) open.use(earlier);
  const spending = planSpending({
    ...plan,
    ...judged,
    prompts,
    store: earlier,
    cache,
    usesBatches: request.usesBatches,
  });
  const store = isWriter(earlier) ? earlier : null;
  const spent = earlier?.spend() ?? null;
  const kept = open.move();
  return { plan, ...judged, prompts, spending, spent, cache, store, [Symbol.dispose]: () => kept.dispose() };
}

function sayUnbatched(models: readonly Model[], environment: Environment): void {
  for (const { id } of models.filter(({ lane, batches }) => lane && !batches))
    environment.say(`note: ${id} takes no batches; it is asked as usual`);
}

/** The run so far; a dry run only looks, also while another process writes it. */
function openEarlier(
  { directory, isDryRun }: RunRequest,
  { redact }: Environment,
): RunReader | RunStore | null {
  if (!existsSync(join(directory, 'run.sqlite'))) return null;
  return isDryRun ? openRunStore(directory, { readOnly: true }) : openRunStore(directory, { redact });
}

function isWriter(store: RunReader | RunStore | null): store is RunStore {
  return store !== null && 'recordReply' in store;
}

interface Chosen {
  readonly plan: SweepPlan;
  readonly judging?: Judging;
}

async function choosePlan(request: RunRequest, environment: Environment): Promise<Chosen> {
  const { recorded: recordedFiles, knownModels: knownModelsFile, tracks, samples, rounds } = request;
  const files = { recordedFiles, knownModelsFile };
  const sources = { ...openModelSources(environment, files), isDryRun: request.isDryRun };
  environment.hide(sources);
  const models = await openModels(request.models, sources);
  const judging =
    request.judges.length > 0 &&
    (await openJudges(request.judges, { ...request.judging, sources }, environment));
  const catalogue = loadCatalogue(environment);
  for (const { id, unmatched } of models) {
    for (const name of unmatched?.(catalogue) ?? []) {
      environment.say(`note: ${id} has replies for "${printableLine(name, 80)}", which is no task here`);
    }
  }
  if (request.usesBatches) sayUnbatched(models, environment);
  const tasks = selectTasks(catalogue, request.tasks);
  return { plan: { models, tasks, tracks, samples, rounds }, ...(judging && { judging }) };
}

/** Only where somebody is asked over a network; a dry run makes no new cache. */
function openCache(plan: SweepPlan, request: RunRequest, environment: Environment): ReplyCache | null {
  const asks = request.judges.length > 0 || plan.models.some(({ lane }) => lane !== undefined);
  const path = replyCachePath(environment);
  if (!request.usesCache || !asks || (request.isDryRun && !existsSync(path))) return null;
  return openReplyCache(path, { redact: environment.redact });
}
