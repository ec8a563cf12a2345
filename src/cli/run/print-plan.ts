import { relative } from 'node:path';
import type { RunSpend } from '../../store/spend.ts';
import { judgeAccount } from '../../sweep/judging/judge.ts';
import type { SpendingPlan } from '../../sweep/plan-spending.ts';
import type { SweepLimits } from '../../sweep/run-sweep.ts';
import { countOf, formatCount, formatSpan, formatUsd, spanOf } from '../print-amounts.ts';
import { formatTable } from '../print-table.ts';
import type { RunRequest } from './request.ts';

/** What the plan of a folder is told with. */
interface PlanPlace {
  readonly tasks: number;
  readonly workingDirectory: string;
  /** What the folder's run has taken so far; null where there is none. */
  readonly spent: Pick<RunSpend, 'requests' | 'costUsd' | 'unknownCosts'> | null;
}

type ModelSpending = SpendingPlan['models'][number];

/** The plan in a line; where something is asked of a provider, what that is expected to take. */
export function planLines(spending: SpendingPlan, request: RunRequest, place: PlanPlace): string[] {
  const models = spending.models.map(({ modelId, cells }) => `${modelId} (${cells})`);
  const folder = relative(place.workingDirectory, request.directory) || '.';
  const tracks = request.tracks.map((track) =>
    track === 'blind' ? track : `${track} (at most ${request.rounds[track]} requests a sample)`,
  );
  return [
    `${countOf(spending.cells, 'sample')} of ${countOf(place.tasks, 'task')}: ${models.join(', ')}; in ${folder}`,
    ...(tracks.join() === 'blind' ? [] : [`Tracks: ${tracks.join(', ')}`]),
    ...(request.unsafeNoSandbox ? ['No sandbox is used: what these drawings do is done as you.'] : []),
    ...(spending.requests.most > 0 ? spendingLines(spending, request.limits) : doneLines(spending)),
    ...spentLines(place.spent),
  ];
}

/** What is to be asked, by whom, and what that may cost. */
export function spendingLines(spending: SpendingPlan, limits: SweepLimits): string[] {
  const asked = spending.models.filter(({ requests }) => requests.most > 0);
  const judges = spending.judges.filter(({ requests }) => requests > 0);
  return [
    formatTable([
      ['model', 'to do', 'requests', 'tokens in', 'tokens out', 'cost'],
      ...asked.map((model) => rowOf(model)),
      ...judges.map((judge) => rowOfJudge(judge)),
    ]),
    ...asked.map(({ modelId, basis }) => `  ${modelId}: ${basis}`),
    ...judges.map(({ judgeId, basis }) => `  ${judgeAccount(judgeId)}: ${basis}`),
    ...doneLines(spending),
    `In all ${spanOf(spending.requests, 'request')}, ${describeCost(spending)}.`,
    limitsLine(limits),
    ...tightLines(spending, limits),
  ];
}

function rowOf(model: ModelSpending): string[] {
  return [
    model.modelId,
    formatCount(model.cells - model.finished),
    formatSpan(model.requests),
    formatCount(model.inputTokens),
    formatCount(model.outputTokens),
    model.costUsd === null ? 'unknown' : formatUsd(model.costUsd),
  ];
}

function rowOfJudge(judge: SpendingPlan['judges'][number]): string[] {
  return [
    judgeAccount(judge.judgeId),
    formatCount(judge.drawings),
    `at most ${formatCount(judge.requests)}`,
    formatCount(judge.inputTokens),
    formatCount(judge.outputTokens),
    judge.costUsd === null ? 'unknown' : formatUsd(judge.costUsd),
  ];
}

function doneLines({ finished, cached }: SpendingPlan): string[] {
  const parts = [
    ...(finished > 0 ? [`${countOf(finished, 'sample')} finished already`] : []),
    ...(cached > 0 ? [`${countOf(cached, 'first answer')} in the cache`] : []),
  ];
  return parts.length === 0 ? [] : [`${parts.join(', ')}.`];
}

function tightLines({ costUsd, requests }: SpendingPlan, { maxCostUsd, maxRequests }: SweepLimits): string[] {
  const isTight = (maxCostUsd ?? Infinity) < costUsd.known || (maxRequests ?? Infinity) < requests.fewest;
  return isTight ? ['The limits are below what is expected: some samples may be left out.'] : [];
}

/** Limits count it too. */
function spentLines(spent: PlanPlace['spent']): string[] {
  if (spent === null || spent.requests === 0) return [];
  const least = spent.unknownCosts > 0 ? 'at least ' : '';
  return [
    `This run has taken ${countOf(spent.requests, 'request')} and ${least}${formatUsd(spent.costUsd)} so far.`,
  ];
}

/** `about $1.85`, `about $1.85 and what compatible/lab costs, which is not known`. */
export function describeCost({ costUsd: { known, unknownModels } }: Pick<SpendingPlan, 'costUsd'>): string {
  if (unknownModels.length === 0) return known === 0 ? 'which cost nothing' : `about ${formatUsd(known)}`;
  const unknown = `what ${unknownModels.join(', ')} costs, which is not known`;
  return known === 0 ? `at ${unknown}` : `about ${formatUsd(known)} and ${unknown}`;
}

function limitsLine({ maxCostUsd, maxRequests, maxMinutes }: SweepLimits): string {
  const parts = [
    ...(maxCostUsd === null ? [] : [formatUsd(maxCostUsd)]),
    ...(maxRequests === null ? [] : [countOf(maxRequests, 'request')]),
    ...(maxMinutes === null ? [] : [countOf(maxMinutes, 'minute')]),
  ];
  return parts.length === 0
    ? 'No limit is set; --max-cost, --max-requests and --max-minutes set one.'
    : `Limits: ${parts.join(', ')}.`;
}
