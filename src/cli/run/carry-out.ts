import { createRunStore } from '../../store/run-store.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { makeOutputFolder } from '../output-folder.ts';
import { openWorkshop } from '../workshop.ts';
import { conclude } from './conclude.ts';
import { askConsent, requireKnownPrices } from './consent.ts';
import { makePlan, type PlannedSweep } from './make-plan.ts';
import { planLines } from './print-plan.ts';
import type { RunRequest } from './request.ts';
import { sweep } from './sweep.ts';

/** Plans, asks for consent, runs, reports. Running the same request again goes on where the last one ended. */
export async function carryOut(request: RunRequest, environment: Environment): Promise<ExitCode> {
  using planned = await makePlan(request, environment);
  requireKnownPrices(planned.spending, request.limits);
  if (request.isDryRun) return showPlan(planned, request, environment);
  for (const line of linesOf(planned, request, environment)) environment.say(line);
  if (!(await askConsent(planned.spending, request.isAgreed, environment))) {
    environment.say('Nothing was asked.');
    return EXIT.interrupted;
  }
  const { workers, unsafeNoSandbox } = request;
  // Before the folder is made: where TeX is missing nothing is left behind.
  await using workshop = await openWorkshop(environment, { unsafeNoSandbox, workers });
  const { redact } = environment;
  using made = planned.store ? null : createRunStore(await makeOutputFolder(request.directory), { redact });
  const store = planned.store ?? made;
  if (store === null) throw new Error('a run has a store');
  const job = { planned, store, workshop };
  const result = await sweep(job, request, environment);
  return await conclude({ ...job, result }, request, environment);
}

function showPlan(planned: PlannedSweep, request: RunRequest, environment: Environment): ExitCode {
  const tasks = planned.plan.tasks.map(({ id }) => id);
  if (request.json) {
    const { limits, directory } = request;
    const spent = planned.spent && { requests: planned.spent.requests, costUsd: planned.spent.costUsd };
    environment.out(jsonLine({ kind: 'plan', folder: directory, ...planned.spending, spent, limits, tasks }));
  } else for (const line of [...linesOf(planned, request, environment), ...tasks]) environment.out(line);
  return EXIT.done;
}

function linesOf(
  { plan, spending, spent }: PlannedSweep,
  request: RunRequest,
  environment: Environment,
): string[] {
  const { workingDirectory } = environment;
  return planLines(spending, request, { tasks: plan.tasks.length, workingDirectory, spent });
}
