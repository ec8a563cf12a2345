import { join, resolve } from 'node:path';
import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { judgeTrial, type TrialRow, type TrialVerdict } from '../../stats/judge-trial.ts';
import { openRunStore, type RunReader } from '../../store/run-store.ts';
import { loadCatalogue } from '../catalogue.ts';
import { splitList } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { type JudgeCommandFlags, judgeIds, readJudging } from '../judging-options.ts';
import { readLimits } from '../limit-options.ts';
import { formatTable } from '../print-table.ts';
import { carryOut } from '../run/carry-out.ts';
import { type RunRequest, USUAL } from '../run/request.ts';
import { type JsonOption, readWorkers } from '../shared-options.ts';
import { knownDrawing, shouldMeet } from './known-answers.ts';

/** The flags of `judges try` as they were typed. */
export interface TryFlags extends JsonOption, JudgeCommandFlags {
  readonly out: string | undefined;
  readonly unsafeNoSandbox: boolean;
}

/**
 * Runs judges over the drawings that ship with the tasks, as a run that can be gone on with and looked at like any other, and
 * says how often each is right.
 */
export async function tryJudges(flags: TryFlags, environment: Environment): Promise<ExitCode> {
  const tasks = judgedTasks(flags, environment);
  const request = requestOf(flags, tasks, environment);
  // What a run prints of scores is no part of the answer here.
  const quiet = { ...environment, out: environment.say };
  const exitCode = await carryOut(request, flags.dryRun ? environment : quiet);
  if (flags.dryRun || environment.signal.aborted || exitCode === EXIT.interrupted) return exitCode;
  using store = openRunStore(request.directory, { readOnly: true });
  const known = new Map(store.tasks().map((task) => [task.id, task]));
  for (const { id } of request.judges) tell(id, judgeTrial(verdictsOf(store, known, id)), flags, environment);
  return exitCode;
}

// File systems take 255 bytes.
const MOST_NAME_CHARACTERS = 100;

function nameOf(ids: readonly string[]): string {
  return ids
    .join('+')
    .replace(/[^\w.+-]+/g, '-')
    .slice(0, MOST_NAME_CHARACTERS);
}

/** Only tasks that ask judges something. */
function judgedTasks(flags: TryFlags, environment: Environment): readonly Task[] {
  const chosen = selectTasks(loadCatalogue(environment), splitList(flags.tasks));
  const judged = chosen.filter(({ rubric }) => rubric !== undefined);
  if (judged.length > 0) return judged;
  throw new UsageError('judges try: none of these tasks has a rubric, so there is nothing to ask a judge', {
    remedy: 'Name others with --tasks; `otterbench tasks list --json` says how many judged items each has.',
  });
}

function requestOf(flags: TryFlags, tasks: readonly Task[], environment: Environment): RunRequest {
  const ids = judgeIds(flags.judge);
  const folder = flags.out ?? join('reports', 'judges', nameOf(ids));
  const most = Math.max(1, ...tasks.map(({ drawings }) => drawings.length));
  const absolute = (path: string): string => resolve(environment.workingDirectory, path);
  return {
    ...USUAL,
    title: `${ids.join(', ')} on known drawings`,
    models: ['bundled/good', 'bundled/flawed'].map((id) => ({ id, settings: {} })),
    tasks: tasks.map(({ id }) => id),
    samples: most,
    judges: ids.map((id) => ({ id, settings: {} })),
    judging: readJudging(flags),
    knownModels: flags.knownModels === undefined ? null : absolute(flags.knownModels),
    directory: absolute(folder),
    limits: readLimits(flags),
    workers: readWorkers('workers', undefined, environment),
    usesCache: flags.cache,
    unsafeNoSandbox: flags.unsafeNoSandbox,
    isDryRun: flags.dryRun,
    isAgreed: flags.yes,
  };
}

function verdictsOf(store: RunReader, tasks: ReadonlyMap<string, Task>, judgeId: string): TrialVerdict[] {
  return [...store.listSummaries()].flatMap((sample): readonly TrialVerdict[] => {
    const task = tasks.get(sample.taskId);
    const drawing = task && knownDrawing(task, sample.modelId, sample.number);
    const judgement = sample.judgements?.find((one) => one.judgeId === judgeId);
    if (!task || !drawing || !judgement || sample.pngHash === null) return [];
    const items = new Map(task.rubric?.items.map((item) => [item.id, item]));
    return judgement.verdicts.flatMap((verdict): readonly TrialVerdict[] => {
      const item = items.get(verdict.id);
      const isRight = item === undefined ? null : shouldMeet(drawing, item);
      return isRight === null ? [] : [{ id: verdict.id, isRight, verdict }];
    });
  });
}

function tell(
  judgeId: string,
  rows: readonly TrialRow[],
  { json }: TryFlags,
  environment: Environment,
): void {
  if (json) {
    environment.out(jsonLine({ judge: judgeId, items: rows }));
    return;
  }
  environment.out(`${judgeId}: how often it is right about drawings that ship with the tasks`);
  environment.out(
    formatTable([
      ['item', 'should be met', '95 %', 'should not be met', '95 %', 'unsure', 'open'],
      ...rows.map(({ id, shouldBeMet, shouldNotBeMet, unsure, ungraded }) => [
        id,
        ...cells(shouldBeMet),
        ...cells(shouldNotBeMet),
        String(unsure),
        String(ungraded),
      ]),
    ]),
  );
}

function cells({ right, of, interval }: TrialRow['shouldBeMet']): string[] {
  if (of === 0) return ['–', '–'];
  const range = interval === null ? '–' : `${interval.low.toFixed(2)}–${interval.high.toFixed(2)}`;
  return [`${right} of ${of}`, range];
}
