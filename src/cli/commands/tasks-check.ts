import { readFile } from 'node:fs/promises';
import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { proveTask, type TaskProof } from '../../sweep/prove-task.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { inOrder } from '../in-order.ts';
import { jsonLine } from '../json-line.ts';
import { type JsonOption, type WorkshopFlags, withJson, withWorkshop, workersOf } from '../shared-options.ts';
import { openWorkshop } from '../workshop.ts';

interface TasksCheckOptions extends JsonOption, WorkshopFlags {
  readonly tasks: readonly string[] | undefined;
}

export const tasksCheckCommand: Command<TasksCheckOptions> = {
  usage: 'check [tasks..]',
  summary:
    "Prove each task's graders on its own drawings: good ones pass everything, bad ones fail exactly what they say",
  examples: [['$0 tasks check basics/house', 'one task']],
  options: (yargs) =>
    withJson(withWorkshop(yargs), 'One JSON line a task').positional('tasks', {
      type: 'string',
      array: true,
      describe: "Ids, globs ('otters/*') or tags; all when not given",
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
        proof: await proveTask(task, { compiler, reader, readDrawing, signal }),
      }),
      tell: ({ task, proof }) => environment.out(options.json ? jsonLine(proof) : describe(proof, task)),
    });
    const failed = proofs.filter(({ proof }) => !proof.isProven).length;
    environment.say(`${proofs.length - failed} of ${proofs.length} tasks are proven by their drawings.`);
    return failed > 0 ? EXIT.trouble : EXIT.done;
  },
};

function describe(proof: TaskProof, { subjects }: Task): string {
  // That a subject must be there is the same in all tasks, and is tested with its check.
  const implied = new Set(Object.keys(subjects).map((name) => `${name}-there`));
  const untested = proof.criteria
    .filter(({ id, killedBy }) => killedBy.length === 0 && !implied.has(id))
    .map(({ id }) => id);
  const lines = proof.drawings
    .filter((drawing) => !drawing.isProven)
    .flatMap(({ file, outcome, clean, reason, survived, unexpected }) => [
      ...(outcome === 'drawn' ? [] : [`  ${file}: expected a drawing, got ${outcome}: ${reason}`]),
      ...(clean === false ? [`  ${file}: TeX reports errors`] : []),
      ...survived.map((id) => `  ${file}: ${id} should fail, but is met`),
      ...unexpected.map(({ id, reason: why }) => `  ${file}: ${id} should be met, but is not: ${why}`),
    ]);
  if (untested.length > 0) lines.push(`  not shown to be able to fail: ${untested.join(', ')}`);
  return [`${proof.isProven ? '✓' : '✗'} ${proof.taskId} (${proof.drawings.length} drawings)`, ...lines].join(
    '\n',
  );
}
