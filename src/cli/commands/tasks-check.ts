import { readFile } from 'node:fs/promises';
import type { Argv } from 'yargs';
import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { proveMutants } from '../../sweep/mutants/prove-mutants.ts';
import { proofCodeHash } from '../../sweep/proof/code-hash.ts';
import { createProofCache } from '../../sweep/proof/proof-cache.ts';
import { type MutantMode, proofKey } from '../../sweep/proof/proof-key.ts';
import { summariseProofs } from '../../sweep/proof/summary.ts';
import type { TaskProof } from '../../sweep/prove-task.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { Command } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { inOrder } from '../in-order.ts';
import { jsonLine } from '../json-line.ts';
import { describeProof, describeSummary } from '../print-proof.ts';
import { proofCachePath } from '../proof-cache-path.ts';
import { type JsonOption, type WorkshopFlags, withJson, withWorkshop, workersOf } from '../shared-options.ts';
import { noteRareSkills } from '../tasks/note-rare-skills.ts';
import { proveDrawn } from '../tasks/prove-drawn.ts';
import { openWorkshop, type Workshop } from '../workshop.ts';

interface TasksCheckOptions extends JsonOption, WorkshopFlags {
  readonly tasks: readonly string[] | undefined;
  readonly mutants: boolean;
  readonly allMutants: boolean;
  readonly cache: boolean;
}

/** A task with its proof; `isCached`: nothing that it depends on has changed since it was made. */
interface Proven {
  readonly task: Task;
  readonly proof: TaskProof;
  readonly isCached: boolean;
}

export const tasksCheckCommand: Command<TasksCheckOptions> = {
  usage: 'check [tasks..]',
  summary:
    "Prove each task's graders on its own drawings: good ones pass everything, bad ones fail exactly what they say, and each criterion is failed by a bad drawing or by a mutant of a good one",
  examples: [
    ['$0 tasks check basics/house', 'one task, and what kills each of its criteria'],
    ['$0 tasks check --no-mutants basics/house', 'only its drawings'],
  ],
  options: (yargs) =>
    withJson(withWorkshop(yargs), 'One JSON line a task')
      .positional('tasks', {
        type: 'string',
        array: true,
        describe: "Ids, globs ('otters/*') or tags; all when not given",
      })
      .option('mutants', {
        type: 'boolean',
        default: true,
        describe: 'Break the good drawings in many ways, too; --no-mutants is quicker',
      })
      .option('all-mutants', {
        type: 'boolean',
        default: false,
        describe: 'In every way that there is, not only in as many as a proof takes',
      })
      .option('cache', {
        type: 'boolean',
        default: true,
        describe: 'Take proofs from the cache where nothing has changed; --no-cache proves all again',
      }) as unknown as Argv<TasksCheckOptions>,
  async run(options, environment) {
    const catalogue = loadCatalogue(environment);
    const tasks = selectTasks(catalogue, options.tasks ?? []);
    noteRareSkills(tasks, catalogue, environment);
    const workers = workersOf(options, environment);
    const { unsafeNoSandbox } = options;
    await using workshop = await openWorkshop(environment, { unsafeNoSandbox, workers });
    const prove = proverOf(options, environment, workshop);
    const all = await inOrder(tasks, {
      concurrency: workers,
      signal: environment.signal,
      work: prove,
      tell: ({ task, proof, isCached }) =>
        environment.out(options.json ? jsonLine(withSummary(proof, isCached)) : describeProof(proof, task)),
    });
    return conclude(all, environment);
  },
};

function withSummary(proof: TaskProof, isCached: boolean) {
  return { ...proof, summary: summariseProofs([proof]), isCached };
}

function proverOf(
  options: TasksCheckOptions,
  environment: Environment,
  workshop: Workshop,
): (task: Task) => Promise<Proven> {
  const mode = modeOf(options);
  const { compiler, reader } = workshop;
  const { signal } = environment;
  const readDrawing = (path: string) => readFile(path, 'utf8');
  const versions = { ...workshop.versions, sandbox: workshop.sandbox.name, code: proofCodeHash() };
  const cache = options.cache ? createProofCache(proofCachePath(environment)) : null;
  const mutate: typeof proveMutants = (task, good, how) =>
    proveMutants(task, good, { ...how, readAll: mode === 'all' });
  return async (task) => {
    const key = await proofKey(task, { versions, mode, readDrawing });
    const place = { taskId: task.id, mode, key };
    const known = (await cache?.find(place)) ?? null;
    if (known !== null) return { task, proof: known, isCached: true };
    const how = { compiler, reader, readDrawing, signal };
    const proof = await proveDrawn(task, { ...how, ...(mode !== 'none' && { proveMutants: mutate }) });
    await cache?.keep(place, proof);
    return { task, proof, isCached: false };
  };
}

function modeOf({ mutants, allMutants }: TasksCheckOptions): MutantMode {
  if (!mutants) return 'none';
  return allMutants ? 'all' : 'few';
}

function conclude(all: readonly Proven[], environment: Environment): ExitCode {
  const proofs = all.map(({ proof }) => proof);
  const failed = proofs.filter(({ isProven }) => !isProven).length;
  const cached = all.filter(({ isCached }) => isCached).length;
  const taken = cached === 0 ? '' : ` (${cached} as before, from the cache)`;
  environment.say(
    `${proofs.length - failed} of ${proofs.length} tasks are proven by their drawings${taken}.`,
  );
  if (proofs.some(({ mutants }) => mutants !== null))
    environment.say(`${describeSummary(summariseProofs(proofs))}.`);
  return failed > 0 ? EXIT.trouble : EXIT.done;
}
