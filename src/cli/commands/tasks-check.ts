import { readFile } from 'node:fs/promises';
import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { type MutantProof, proveMutants } from '../../sweep/mutants/prove-mutants.ts';
import { proveTask, type TaskProof } from '../../sweep/prove-task.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { inOrder } from '../in-order.ts';
import { jsonLine } from '../json-line.ts';
import { formatTable } from '../print-table.ts';
import { type JsonOption, type WorkshopFlags, withJson, withWorkshop, workersOf } from '../shared-options.ts';
import { openWorkshop } from '../workshop.ts';

interface TasksCheckOptions extends JsonOption, WorkshopFlags {
  readonly tasks: readonly string[] | undefined;
  readonly mutants: boolean;
}

export const tasksCheckCommand: Command<TasksCheckOptions> = {
  usage: 'check [tasks..]',
  summary:
    "Prove each task's graders on its own drawings: good ones pass everything, bad ones fail exactly what they say; with --mutants each criterion is failed by a bad drawing or by a mutant of a good one",
  examples: [
    ['$0 tasks check basics/house', 'one task'],
    ['$0 tasks check --mutants basics/house', 'and what kills each of its criteria'],
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
        default: false,
        describe: 'Break the good drawings in many ways too; takes seconds to minutes a task',
      }),
  async run(options, environment) {
    const tasks = selectTasks(loadCatalogue(environment), options.tasks ?? []);
    const workers = workersOf(options, environment);
    await using workshop = await openWorkshop(environment, {
      unsafeNoSandbox: options.unsafeNoSandbox,
      workers,
    });
    const { compiler, reader } = workshop;
    const { signal } = environment;
    const readDrawing = (path: string) => readFile(path, 'utf8');
    const proofs = await inOrder(tasks, {
      concurrency: workers,
      signal,
      work: async (task) => ({
        task,
        proof: await proveTask(task, {
          compiler,
          reader,
          readDrawing,
          signal,
          ...(options.mutants && { proveMutants }),
        }),
      }),
      tell: ({ task, proof }) => environment.out(options.json ? jsonLine(proof) : describe(proof, task)),
    });
    const failed = proofs.filter(({ proof }) => !proof.isProven).length;
    environment.say(`${proofs.length - failed} of ${proofs.length} tasks are proven by their drawings.`);
    return failed > 0 ? EXIT.trouble : EXIT.done;
  },
};

function describe(proof: TaskProof, task: Task): string {
  const { mutants } = proof;
  const count = (mutants ?? []).reduce((sum, each) => sum + each.mutants, 0);
  const made = `${proof.drawings.length} drawings${mutants === null ? '' : `, ${count} mutants`}`;
  return [
    `${proof.isProven ? '✓' : '✗'} ${proof.taskId} (${made})`,
    ...describeDrawings(proof),
    ...(mutants === null
      ? describeUntested(proof, task)
      : [...describeCriteria(proof), ...mutants.flatMap(describeMutants)]),
  ].join('\n');
}

function describeDrawings({ drawings }: TaskProof): string[] {
  return drawings
    .filter((drawing) => !drawing.isProven)
    .flatMap(({ file, outcome, clean, reason, survived, unexpected }) => [
      ...(outcome === 'drawn' ? [] : [`  ${file}: expected a drawing, got ${outcome}: ${reason}`]),
      ...(clean === false ? [`  ${file}: TeX reports errors`] : []),
      ...survived.map((id) => `  ${file}: ${id} should fail, but is met`),
      ...unexpected.map(({ id, reason: why }) => `  ${file}: ${id} should be met, but is not: ${why}`),
    ]);
}

function describeUntested({ criteria }: TaskProof, { subjects }: Task): string[] {
  // That a subject must be there is the same in all tasks, and is tested with its check.
  const implied = new Set(Object.keys(subjects).map((name) => `${name}-there`));
  const untested = criteria.filter(({ id, killedBy }) => killedBy.length === 0 && !implied.has(id));
  if (untested.length === 0) return [];
  return [`  not shown to be able to fail: ${untested.map(({ id }) => id).join(', ')}`];
}

function describeCriteria({ criteria }: TaskProof): string[] {
  const rows = criteria.map(({ id, killedBy, mutantKills }) => {
    const killers = [...killedBy, ...(mutantKills > 0 ? [`${mutantKills} mutants`] : [])];
    return [id, killers.length === 0 ? 'nothing: not shown to be able to fail' : killers.join(', ')];
  });
  const table = formatTable([['criterion', 'killed by'], ...rows]);
  return table.split('\n').map((line) => `  ${line}`);
}

function describeMutants({ file, unmade, survivors, falseFlips, unread }: MutantProof): string[] {
  return [
    ...(unmade === null ? [] : [`  ${file}: no mutants: ${unmade}`]),
    ...survivors.map(({ id, mutant }) => `  ${file}, ${mutant}: ${id} should fail, but is met`),
    ...falseFlips.map(
      ({ id, mutant, reason }) =>
        `  ${file}, ${mutant}: ${id} fails, though nothing changed for it: ${reason}`,
    ),
    ...unread.map(({ mutant, reason }) => `  ${file}, ${mutant}: not read: ${reason}`),
  ];
}
