import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Model } from '../../domain/model.ts';
import { type Prompts, readPrompts } from '../../draw/prompts.ts';
import { openModels } from '../../models/registry.ts';
import { openReplyCache, type ReplyCache } from '../../store/reply-cache.ts';
import { openRunStore, type RunReader, type RunStore } from '../../store/run-store.ts';
import type { RunSpend } from '../../store/spend.ts';
import { requireCells, type SweepPlan } from '../../sweep/plan.ts';
import { planSpending, type SpendingPlan } from '../../sweep/plan-spending.ts';
import { printableLine } from '../../util/printable.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import { openModelSources } from '../model-sources.ts';
import { replyCachePath } from '../reply-cache-path.ts';
import type { RunRequest } from './request.ts';

/** A sweep that can be carried out, with what it is expected to take. Holds the cache and, where there is one, the run file open. */
export interface PlannedSweep extends Disposable {
  readonly plan: SweepPlan;
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
  const plan = await choosePlan(request, environment);
  const prompts = readPrompts(request.prompts ?? join(environment.packageDirectory, 'prompts'));
  requireCells(plan);
  using open = new DisposableStack();
  const cache = openCache(plan, request, environment);
  if (cache) open.use(cache);
  const earlier = openEarlier(request, environment);
  if (earlier) open.use(earlier);
  const spending = planSpending({
    ...plan,
    prompts,
    store: earlier,
    cache,
    usesBatches: request.usesBatches,
  });
  const store = isWriter(earlier) ? earlier : null;
  const spent = earlier?.spend() ?? null;
  const kept = open.move();
  return { plan, prompts, spending, spent, cache, store, [Symbol.dispose]: () => kept.dispose() };
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

async function choosePlan(request: RunRequest, environment: Environment): Promise<SweepPlan> {
  const { recorded: recordedFiles, knownModels: knownModelsFile, tracks, samples, rounds } = request;
  const sources = openModelSources(environment, { recordedFiles, knownModelsFile });
  environment.hide(sources);
  const models = await openModels(request.models, { ...sources, isDryRun: request.isDryRun });
  const catalogue = loadCatalogue(environment);
  for (const { id, unmatched } of models) {
    for (const name of unmatched?.(catalogue) ?? []) {
      environment.say(`note: ${id} has replies for "${printableLine(name, 80)}", which is no task here`);
    }
  }
  if (request.usesBatches) sayUnbatched(models, environment);
  return { models, tasks: selectTasks(catalogue, request.tasks), tracks, samples, rounds };
}

/** Only where somebody is asked over a network; a dry run makes no new cache. */
function openCache(plan: SweepPlan, request: RunRequest, environment: Environment): ReplyCache | null {
  const asks = plan.models.some(({ lane }) => lane !== undefined);
  const path = replyCachePath(environment);
  if (!request.usesCache || !asks || (request.isDryRun && !existsSync(path))) return null;
  return openReplyCache(path, { redact: environment.redact });
}
