import { join, relative } from 'node:path';
import { isTrouble } from '../../domain/outcome.ts';
import type { LikenessSummary, ModelSummary } from '../../domain/summary.ts';
import type { RunStore } from '../../store/run-store.ts';
import type { SweepResult } from '../../sweep/run-sweep.ts';
import { printableLine } from '../../util/printable.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { modelOfSample } from '../live/sweep-state.ts';
import { countOf } from '../print-amounts.ts';
import { isOpen, judgingLines } from '../print-judging.ts';
import { formatLikeness } from '../print-likeness.ts';
import { formatScores } from '../print-scores.ts';
import { reportRun, summariseRun } from '../report-run.ts';
import { stopNote } from '../run-limit.ts';
import type { RunRequest } from './request.ts';
import { describeRun, type SweepJob } from './sweep.ts';

/** A sweep that has ended, in whatever way. */
export interface EndedSweep extends SweepJob {
  readonly result: SweepResult;
}

/** Keeps in the run why it is partial, writes the report, and says how the sweep ended. */
export async function conclude(
  ended: EndedSweep,
  request: RunRequest,
  environment: Environment,
): Promise<ExitCode> {
  const { result, store } = ended;
  keepLeftOut(ended, request, environment);
  if (environment.signal.aborted) return sayStopped(ended, request, environment);
  const hasScores = store.counts().finished > 0;
  const page = hasScores ? await writePage(store, request, environment) : null;
  const { models = [], likeness = [] } = hasScores ? summariseRun(store) : {};
  if (!request.json && page !== null) {
    environment.out(formatScores(models));
    if (likeness.length > 0) environment.out(formatLikeness(likeness));
    environment.out(page);
  }
  for (const line of [...leftOutLines(result), ...troubleLines(ended), ...judgingLines(result.judging)])
    environment.say(line);
  const low = sayLow(models, request, environment);
  const isTroubled = result.troubles > 0 || isOpen(result.judging);
  const exitCode = result.limit !== null ? EXIT.budget : isTroubled || low ? EXIT.trouble : EXIT.done;
  if (request.json) environment.out(doneLine(ended, { exitCode, page, models, likeness, environment }));
  return exitCode;
}

function sayStopped(ended: EndedSweep, request: RunRequest, environment: Environment): ExitCode {
  const { result } = ended;
  const folder = relative(environment.workingDirectory, request.directory) || '.';
  environment.say(
    `Stopped. ${result.finished} of ${result.planned} samples are finished and kept in ${folder}.`,
  );
  for (const line of judgingLines(result.judging)) environment.say(line);
  environment.say(`To go on, run the same command again, with --out ${folder}`);
  const exitCode = EXIT.interrupted;
  if (request.json)
    environment.out(doneLine(ended, { exitCode, page: null, models: [], likeness: [], environment }));
  return exitCode;
}

/** The run itself says which limit stopped it and what was left out; a run that is whole says neither. */
function keepLeftOut(ended: EndedSweep, request: RunRequest, environment: Environment): void {
  const { planned, store, result } = ended;
  const note = stopNote(result, request.limits);
  if (note === null) return;
  const description = describeRun(ended, request, environment);
  const settings = { ...description.settings, ...note };
  const { startedAt, models } = store.runInfo();
  const { tasks, tracks, samples: samplesPerCell } = planned.plan;
  store.describe({ ...description, settings, startedAt, models, tasks, tracks, samplesPerCell });
}

async function writePage(
  store: RunStore,
  { directory }: RunRequest,
  environment: Environment,
): Promise<string> {
  const pageDirectory = join(environment.packageDirectory, 'dist', 'report-page');
  return relative(environment.workingDirectory, await reportRun(store, { directory, pageDirectory }));
}

function leftOutLines({ leftOut, limit }: SweepResult): string[] {
  if (limit === null || leftOut.length === 0) return [];
  const byModel = Map.groupBy(leftOut, modelOfSample);
  return [
    `Stopped by --${limit}: ${countOf(leftOut.length, 'sample')} not asked for, left out of every score.`,
    ...[...byModel].map(([modelId, ids]) => `  ${printableLine(modelId, 60)}: ${ids.length} left out`),
    'To go on, run the same command again with a higher limit.',
  ];
}

// More reasons than that are seen better in the report.
const MOST_REASONS = 5;

function troubleLines({ result, store }: EndedSweep): string[] {
  if (result.troubles === 0) return [];
  const counts = new Map<string, number>();
  for (const { modelId, outcome, reason } of store.listSummaries()) {
    if (!isTrouble(outcome)) continue;
    const line = `${printableLine(modelId, 60)}: ${outcome}: ${printableLine(reason, 120)}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_REASONS);
  return [
    `${countOf(result.troubles, 'sample')} without a score, for trouble of ours. Run the same command again to retry.`,
    ...most.map(([line, count]) => `  ${count} × ${line}`),
  ];
}

function sayLow(
  models: readonly ModelSummary[],
  { minScore }: RunRequest,
  environment: Environment,
): boolean {
  const low = models.filter(({ spatial }) => minScore !== null && (spatial ?? 0) < minScore);
  for (const { modelId, spatial } of low) {
    environment.say(
      `${modelId}: expected a spatial score of at least ${minScore}, got ${spatial?.toFixed(3) ?? 'none'}`,
    );
  }
  return low.length > 0;
}

interface Ending {
  readonly exitCode: ExitCode;
  readonly page: string | null;
  readonly models: readonly ModelSummary[];
  readonly likeness: readonly LikenessSummary[];
  readonly environment: Environment;
}

function doneLine({ result, store }: EndedSweep, ending: Ending): string {
  const { exitCode, page, models, likeness, environment } = ending;
  const time = environment.now().toISOString();
  const run = store.runInfo().id;
  return jsonLine({ kind: 'done', time, run, exitCode, ...result, report: page, models, likeness });
}
