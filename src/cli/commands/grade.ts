import { resolve } from 'node:path';
import { isTrouble } from '../../domain/outcome.ts';
import type { Task } from '../../domain/task.ts';
import { gradeTurns } from '../../sweep/grade-turns.ts';
import { printableLine } from '../../util/printable.ts';
import type { Command } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { findTask } from '../find-task.ts';
import { inOrder } from '../in-order.ts';
import { jsonLine } from '../json-line.ts';
import { readDrawingFile, requireFiles } from '../read-drawing-file.ts';
import { type JsonOption, type WorkshopFlags, withJson, withWorkshop, workersOf } from '../shared-options.ts';
import { openWorkshop, type Workshop } from '../workshop.ts';

interface GradeOptions extends JsonOption, WorkshopFlags {
  readonly task: string;
  readonly drawings: readonly string[];
}

export const gradeCommand: Command<GradeOptions> = {
  usage: 'grade <task> <drawings..>',
  summary: 'Grade drawings against one task; no model is asked',
  examples: [['$0 grade otters/sea-otter mine.tex', 'every criterion with its reason']],
  options: (yargs) =>
    withJson(withWorkshop(yargs), 'One JSON line a drawing')
      .positional('task', {
        type: 'string',
        demandOption: true,
        describe: 'Id of a task, or path of its file',
      })
      .positional('drawings', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: '.tex, .md or .txt files',
      }),
  async run(options, environment) {
    const paths = options.drawings.map((file) => resolve(environment.workingDirectory, file));
    await requireFiles(paths);
    const task = findTask(options.task, environment);
    const workers = workersOf(options, environment);
    await using workshop = await openWorkshop(environment, {
      unsafeNoSandbox: options.unsafeNoSandbox,
      workers,
    });
    const jobs = gradeJobs(paths, options.drawings, task);
    const lines = await inOrder(jobs, {
      concurrency: workers,
      signal: environment.signal,
      work: (job) => gradeFile(job, workshop, environment),
      tell: (line) => environment.out(options.json ? jsonLine(line) : describe(line)),
    });
    return lines.some((line) => isTrouble(line.outcome)) ? EXIT.trouble : EXIT.done;
  },
};

/** A drawing: one file, or of an edit task one a turn. */
interface GradeJob {
  readonly paths: readonly string[];
  readonly name: string;
  readonly task: Task;
}

/** Of an edit task, files that are called the same but for their turn are one drawing: `x.turn-1.tex`, `x.turn-2.tex`. */
function gradeJobs(paths: readonly string[], names: readonly string[], task: Task): GradeJob[] {
  const all = paths.map((path, index) => ({ path, name: names[index] ?? path }));
  if (task.laterPrompts === undefined) return all.map(({ path, name }) => ({ paths: [path], name, task }));
  const groups = Map.groupBy(all, ({ path }) => path.replace(TURN, '$2'));
  return [...groups.values()].map((files) => {
    const inOrder = files.toSorted((a, b) => turnOf(a.path) - turnOf(b.path));
    const name = inOrder[0]?.name.replace(TURN, '$2') ?? '';
    return { paths: inOrder.map(({ path }) => path), name, task };
  });
}

const TURN = /\.turn-(\d+)(\.\w+)$/;

function turnOf(path: string): number {
  return Number(TURN.exec(path)?.[1] ?? 1);
}

async function gradeFile({ paths, name, task }: GradeJob, workshop: Workshop, { signal }: Environment) {
  const texts = await Promise.all(paths.map(readDrawingFile));
  const { rendered, grade } = await gradeTurns(texts, { ...workshop, task, signal });
  const { spatial, full, verdicts, reading } = grade;
  return {
    file: name,
    outcome: rendered.outcome,
    reason: rendered.reason,
    spatial,
    full,
    ...(reading !== undefined && { reading }),
    verdicts: verdicts.map(({ id, check, outcome, margin, reason }) => ({
      id,
      check,
      outcome,
      margin,
      reason,
    })),
  };
}

const SIGNS = { met: '✓', unmet: '✗', ungraded: '?' } as const;

type GradeLine = Awaited<ReturnType<typeof gradeFile>>;

function describe({ file, outcome, spatial, full, reading, reason, verdicts }: GradeLine): string {
  const score = spatial === null ? 'no score' : `spatial ${spatial.toFixed(2)}${full ? ', full mark' : ''}`;
  const readAs =
    reading === undefined ? '' : `, ${reading === null ? 'no reading known' : `read as ${reading}`}`;
  return [
    `${printableLine(file)}: ${outcome}, ${score}${readAs}${reason ? ` · ${printableLine(reason, 500)}` : ''}`,
    ...verdicts.map(
      (verdict) => `  ${SIGNS[verdict.outcome]} ${verdict.id}: ${printableLine(verdict.reason, 500)}`,
    ),
  ].join('\n');
}
