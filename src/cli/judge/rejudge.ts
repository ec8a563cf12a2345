import { join, relative, resolve } from 'node:path';
import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { openReplyCache, type ReplyCache } from '../../store/reply-cache.ts';
import { openRunStore, type RunStore } from '../../store/run-store.ts';
import { type Judging, judgeAccount } from '../../sweep/judging/judge.ts';
import type { JudgingResult } from '../../sweep/judging/judging-result.ts';
import { planRejudging, rejudgeRun } from '../../sweep/judging/rejudge.ts';
import type { SpendingPlan } from '../../sweep/plan-spending.ts';
import { loadCatalogue } from '../catalogue.ts';
import { realClock } from '../clock.ts';
import { splitList } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { type JudgingFlags, readJudging } from '../judging-options.ts';
import { type LimitFlags, readLimits } from '../limit-options.ts';
import { watchSweep } from '../live/watch-sweep.ts';
import { openModelSources } from '../model-sources.ts';
import { readNumber } from '../number-option.ts';
import { openJudges } from '../open-judges.ts';
import { formatLikeness } from '../print-likeness.ts';
import { replyCachePath } from '../reply-cache-path.ts';
import { reportRun, summariseRun } from '../report-run.ts';
import { isOpen, judgingLines } from '../run/conclude.ts';
import { askConsent, requireKnownPrices } from '../run/consent.ts';
import { spendingLines } from '../run/print-plan.ts';
import type { JsonOption } from '../shared-options.ts';

/** The flags of `rejudge` as they were typed. */
export interface RejudgeFlags extends JsonOption, JudgingFlags, LimitFlags {
  readonly run: string;
  readonly judge: readonly string[];
  readonly tasks: readonly string[] | undefined;
  readonly concurrency: string | undefined;
  readonly knownModels: string | undefined;
  readonly cache: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
}

// As in a sweep: slow start and rate limits find the right number below it by themselves.
const USUAL_CONCURRENCY = 16;

/** Judges a stored run, after it has said what that may cost. */
export async function rejudge(flags: RejudgeFlags, environment: Environment): Promise<ExitCode> {
  const folder = resolve(environment.workingDirectory, flags.run);
  const limits = readLimits(flags);
  const concurrency = readNumber('concurrency', flags.concurrency, { from: 1, to: 1000, isWhole: true });
  const judging = await judgesOf(flags, environment);
  using store = openRunStore(folder, { redact: environment.redact });
  const tasks = rubricsOf(store, environment);
  const wanted = splitList(flags.tasks);
  const chosen = new Set(wanted.length === 0 ? [] : selectTasks(tasks, wanted).map(({ id }) => id));
  const work = {
    store,
    judges: judging.judges,
    prompts: judging.judgePrompts,
    comparesPairs: judging.comparesPairs ?? false,
    tasks: wanted.length === 0 ? tasks : tasks.filter(({ id }) => chosen.has(id)),
  };
  const spending = planRejudging(work);
  requireKnownPrices(spending, limits);
  if (flags.dryRun) return showPlan(spending, flags, environment);
  for (const line of planOf(spending, flags)) environment.say(line);
  if (!(await askConsent(spending, flags.yes, environment))) {
    environment.say('Nothing was asked.');
    return EXIT.interrupted;
  }
  using cache = flags.cache ? openCache(environment) : null;
  using watcher = watchSweep(environment, {
    json: flags.json,
    estimates: spending.judges.map(({ judgeId, requests, costUsd }) => ({
      modelId: judgeAccount(judgeId),
      requests,
      costUsd,
    })),
    runId: () => store.runInfo().id,
  });
  const result = await rejudgeRun({
    ...work,
    cache,
    limits,
    concurrency: concurrency ?? USUAL_CONCURRENCY,
    clock: realClock(environment),
    random: environment.random,
    signal: environment.signal,
    onEvent: watcher.onEvent,
  });
  return await conclude({ store, folder, result }, flags, environment);
}

async function judgesOf(flags: RejudgeFlags, environment: Environment): Promise<Judging> {
  const knownModelsFile = flags.knownModels ? resolve(environment.workingDirectory, flags.knownModels) : null;
  const sources = { ...openModelSources(environment, { knownModelsFile }), isDryRun: flags.dryRun };
  environment.hide(sources);
  const specs = [...new Set(splitList(flags.judge))].map((id) => ({ id, settings: {} }));
  return await openJudges(specs, { ...readJudging(flags), sources }, environment);
}

/** Each task of the run with its rubric of today; as the run keeps it where there is no file any more. */
function rubricsOf(store: RunStore, environment: Environment): readonly Task[] {
  const current = new Map(loadCatalogue(environment).map((task) => [task.id, task]));
  return store.tasks().map((task) => {
    const today = current.get(task.id);
    return today?.rubric === undefined ? task : { ...task, rubric: today.rubric };
  });
}

function openCache(environment: Environment): ReplyCache {
  return openReplyCache(replyCachePath(environment), { redact: environment.redact });
}

function planOf(spending: SpendingPlan, flags: RejudgeFlags): string[] {
  return spending.requests.most > 0
    ? spendingLines(spending, readLimits(flags))
    : ['Nothing is left to ask these judges.'];
}

function showPlan(spending: SpendingPlan, flags: RejudgeFlags, environment: Environment): ExitCode {
  if (flags.json) environment.out(jsonLine({ kind: 'plan', ...spending, limits: readLimits(flags) }));
  else for (const line of planOf(spending, flags)) environment.out(line);
  return EXIT.done;
}

interface Ended {
  readonly store: RunStore;
  readonly folder: string;
  readonly result: JudgingResult;
}

async function conclude(
  { store, folder, result }: Ended,
  flags: RejudgeFlags,
  environment: Environment,
): Promise<ExitCode> {
  for (const line of judgingLines(result)) environment.say(line);
  if (environment.signal.aborted) {
    environment.say('Stopped. What was answered is kept; run the same command again to go on.');
    return EXIT.interrupted;
  }
  const pageDirectory = join(environment.packageDirectory, 'dist', 'report-page');
  const page = relative(
    environment.workingDirectory,
    await reportRun(store, { directory: folder, pageDirectory }),
  );
  const { likeness = [] } = summariseRun(store);
  const exitCode = result.limit !== null ? EXIT.budget : isOpen(result) ? EXIT.trouble : EXIT.done;
  if (flags.json) environment.out(jsonLine({ kind: 'done', exitCode, ...result, report: page, likeness }));
  else {
    environment.out(formatLikeness(likeness));
    environment.out(page);
  }
  return exitCode;
}
