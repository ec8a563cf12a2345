import { resolve } from 'node:path';
import { isTrouble } from '../../domain/outcome.ts';
import type { Task } from '../../domain/task.ts';
import { gradeRendered } from '../../sweep/grade-drawing.ts';
import { renderReply } from '../../sweep/render-drawing.ts';
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
    const jobs = paths.map((path, index) => ({ path, name: options.drawings[index] ?? path, task }));
    const lines = await inOrder(jobs, {
      concurrency: workers,
      signal: environment.signal,
      work: (job) => gradeFile(job, workshop, environment),
      tell: (line) => environment.out(options.json ? jsonLine(line) : describe(line)),
    });
    return lines.some((line) => isTrouble(line.outcome)) ? EXIT.trouble : EXIT.done;
  },
};

interface GradeJob {
  readonly path: string;
  readonly name: string;
  readonly task: Task;
}

async function gradeFile({ path, name, task }: GradeJob, workshop: Workshop, { signal }: Environment) {
  const text = await readDrawingFile(path);
  const rendered = await renderReply(text, { ...workshop, subjects: task.subjects, signal });
  const { spatial, full, verdicts } = gradeRendered(task, rendered);
  return {
    file: name,
    outcome: rendered.outcome,
    reason: rendered.reason,
    spatial,
    full,
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

function describe({ file, outcome, spatial, full, reason, verdicts }: GradeLine): string {
  const score = spatial === null ? 'no score' : `spatial ${spatial.toFixed(2)}${full ? ', full mark' : ''}`;
  return [
    `${printableLine(file)}: ${outcome}, ${score}${reason ? ` · ${printableLine(reason, 500)}` : ''}`,
    ...verdicts.map(
      (verdict) => `  ${SIGNS[verdict.outcome]} ${verdict.id}: ${printableLine(verdict.reason, 500)}`,
    ),
  ].join('\n');
}
