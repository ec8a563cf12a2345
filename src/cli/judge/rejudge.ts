import { join, relative, resolve } from 'node:path';
import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { openReplyCache, type ReplyCache } from '../../store/reply-cache.ts';
import { openRunStore, type RunReader, type RunStore } from '../../store/run-store.ts';
import { type Judge, type Judging, judgeAccount } from '../../sweep/judging/judge.ts';
import type { JudgingResult } from '../../sweep/judging/judging-result.ts';
import { planRejudging, type RejudgeOptions, rejudgeRun } from '../../sweep/judging/rejudge.ts';
import type { SpendingPlan } from '../../sweep/plan-spending.ts';
import { loadCatalogue } from '../catalogue.ts';
import { realClock } from '../clock.ts';
import { splitList } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { type JudgeCommandFlags, judgeIds, readJudging } from '../judging-options.ts';
import { readLimits } from '../limit-options.ts';
import { watchSweep } from '../live/watch-sweep.ts';
import { openModelSources } from '../model-sources.ts';
import { readNumber } from '../number-option.ts';
import { openJudges } from '../open-judges.ts';
import { isOpen, judgingLines } from '../print-judging.ts';
import { formatLikeness } from '../print-likeness.ts';
import { replyCachePath } from '../reply-cache-path.ts';
import { reportRun, summariseRun } from '../report-run.ts';
import { askConsent, requireKnownPrices } from '../run/consent.ts';
import { spendingLines } from '../run/print-plan.ts';
import type { JsonOption } from '../shared-options.ts';

/** The flags of `rejudge` as they were typed. */
export interface RejudgeFlags extends JsonOption, JudgeCommandFlags {
  readonly run: string;
  readonly concurrency: string | undefined;
}

// As in a sweep: slow start and rate limits find the right number below it by themselves.
const USUAL_CONCURRENCY = 16;

/** Judges a stored run, after it has said what that may cost. */
export async function rejudge(flags: RejudgeFlags, environment: Environment): Promise<ExitCode> {
  const folder = resolve(environment.workingDirectory, flags.run);
  const limits = readLimits(flags);
  const concurrency = readNumber('concurrency', flags.concurrency, { from: 1, to: 1000, isWhole: true });
  const judging = await judgesOf(flags, environment);
  if (flags.dryRun) {
    using reader = openRunStore(folder, { readOnly: true });
    const spending = planRejudging({ store: reader, ...workOf(reader, { judging, flags }, environment) });
    requireKnownPrices(spending, limits);
    return showPlan(spending, flags, environment);
  }
  using store = openRunStore(folder, { redact: environment.redact });
  const work = { store, ...workOf(store, { judging, flags }, environment) };
  const spending = planRejudging(work);
  requireKnownPrices(spending, limits);
  for (const line of planOf(spending, flags)) environment.say(line);
  if (!(await askConsent(spending, flags.yes, environment))) {
    environment.say('Nothing was asked.');
    return EXIT.interrupted;
  }
  const options = { ...work, limits, concurrency: concurrency ?? USUAL_CONCURRENCY };
  const result = await judgeWhileShown(options, { spending, flags }, environment);
  return await conclude({ store, folder, result }, flags, environment);
}

type Work = Pick<RejudgeOptions, 'store' | 'judges' | 'prompts' | 'tasks' | 'limits' | 'concurrency'>;

async function judgeWhileShown(
  work: Work,
  { spending, flags }: { readonly spending: SpendingPlan; readonly flags: RejudgeFlags },
  environment: Environment,
): Promise<JudgingResult> {
  using cache = flags.cache ? openCache(environment) : null;
  using watcher = watchSweep(environment, {
    json: flags.json,
    estimates: spending.judges.map(({ judgeId, requests, costUsd }) => ({
      modelId: judgeAccount(judgeId),
      requests,
      costUsd,
    })),
    runId: () => work.store.runInfo().id,
  });
  return await rejudgeRun({
    ...work,
    cache,
    clock: realClock(environment),
    random: environment.random,
    signal: environment.signal,
    onEvent: watcher.onEvent,
  });
}

interface Wanted {
  readonly judging: Judging;
  readonly flags: RejudgeFlags;
}

/** Who judges what. A judge that the run had is asked as it was before, where no flag says otherwise. */
function workOf(store: RunReader, { judging, flags }: Wanted, environment: Environment) {
  const before = new Map(store.runInfo().judges?.map((judge) => [judge.id, judge]));
  const judges = judging.judges.map((judge): Judge => {
    const known = before.get(judge.model.id);
    if (known === undefined) return judge;
    return {
      model: judge.model,
      votes: flags.votes === undefined ? known.votes : judge.votes,
      blindNaming: flags.blindNaming ?? known.blindNaming,
      skipsOwnFamily: flags.skipOwnFamily ?? known.skipsOwnFamily,
    };
  });
  const tasks = rubricsOf(store, environment);
  const wanted = splitList(flags.tasks);
  const chosen = wanted.length === 0 ? tasks : selectTasks(tasks, wanted);
  const { judgePrompts: prompts, comparesPairs = false } = judging;
  return { judges, prompts, comparesPairs, tasks: chosen };
}

async function judgesOf(flags: RejudgeFlags, environment: Environment): Promise<Judging> {
  const knownModelsFile = flags.knownModels ? resolve(environment.workingDirectory, flags.knownModels) : null;
  const sources = { ...openModelSources(environment, { knownModelsFile }), isDryRun: flags.dryRun };
  environment.hide(sources);
  const specs = judgeIds(flags.judge).map((id) => ({ id, settings: {} }));
  return await openJudges(specs, { ...readJudging(flags), sources }, environment);
}

/** Each task of the run with its rubric of today; as the run keeps it where there is no file any more. */
function rubricsOf(store: RunReader, environment: Environment): readonly Task[] {
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
