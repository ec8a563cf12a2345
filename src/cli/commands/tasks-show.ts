import { relative } from 'node:path';
import type { CheckSpec, KnownDrawing, Task } from '../../domain/task.ts';
import type { Command } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { findTask } from '../find-task.ts';
import { jsonLine } from '../json-line.ts';
import { formatTable } from '../print-table.ts';
import { type JsonOption, type WorkshopFlags, withJson, withWorkshop, workersOf } from '../shared-options.ts';
import { openInBrowser } from '../tasks/open-in-browser.ts';
import { writeTaskPage } from '../tasks/show-page.ts';
import { openWorkshop } from '../workshop.ts';

interface TasksShowOptions extends JsonOption, WorkshopFlags {
  readonly task: string;
  readonly page: boolean;
  readonly open: boolean;
  readonly out: string | undefined;
}

export const tasksShowCommand: Command<TasksShowOptions> = {
  usage: 'show <task>',
  summary:
    'Show a task: its prompt, subjects, criteria and drawings, and a page with their pictures, verdicts and evidence',
  examples: [
    ['$0 tasks show otters/sea-otter', 'what is asked and what is graded, and the path of the page'],
    ['$0 tasks show otters/sea-otter --open', 'and the page in the browser'],
  ],
  options: (yargs) =>
    withJson(withWorkshop(yargs), 'The task as one JSON line, and no page')
      .positional('task', {
        type: 'string',
        demandOption: true,
        describe: 'Id of a task, or path of its file',
      })
      .option('open', { type: 'boolean', default: false, describe: 'Open the page in the browser' })
      .option('page', { type: 'boolean', default: true, describe: 'Write the page; --no-page only prints' })
      .option('out', {
        type: 'string',
        requiresArg: true,
        describe: 'Folder of the page (default: reports/tasks/SUITE-NAME)',
      }),
  async run(options, environment) {
    const task = findTask(options.task, environment);
    environment.out(options.json ? jsonLine(task) : describe(task));
    if (options.json || !options.page) return EXIT.done;
    const page = await pageOf(task, options, environment);
    environment.out(`\n${relative(environment.workingDirectory, page)}`);
    if (options.open && !openInBrowser(page, environment))
      environment.say('No program was found that opens it: expected xdg-open or open on the PATH.');
    return EXIT.done;
  },
};

async function pageOf(task: Task, options: TasksShowOptions, environment: Environment): Promise<string> {
  const workers = workersOf(options, environment);
  const { unsafeNoSandbox, out } = options;
  await using workshop = await openWorkshop(environment, { unsafeNoSandbox, workers });
  return await writeTaskPage(task, { workshop, workers, out }, environment);
}

function describe(task: Task): string {
  return [
    `${task.title} (${task.id})`,
    `  ${task.prompt.trim()}`,
    '',
    formatTable([
      ['subject', 'found by'],
      ...Object.entries(task.subjects).map(([name, spec]) => [name, listed(spec)]),
    ]),
    '',
    formatTable([['criterion', 'skill', 'check', 'needs', 'weight'], ...task.checks.map(criterionRow)]),
    '',
    ...judgedItems(task),
    formatTable([['drawing', 'fails'], ...task.drawings.map((known) => [known.file, failsOf(known)])]),
    '',
    task.path,
  ].join('\n');
}

function failsOf({ fails, unlike = [] }: KnownDrawing): string {
  const measured = fails.join(', ') || 'nothing';
  return unlike.length === 0 ? measured : `${measured}; unlike ${unlike.join(', ')}`;
}

function criterionRow({ id, skill, check, of, parameters, needs, weight }: CheckSpec): string[] {
  const given = Object.keys(parameters).length > 0 ? ` (${listed(parameters)})` : '';
  return [id, skill, `${check} ${of.join(' ')}${given}`, needs.join(' '), String(weight)];
}

/** What vision judges are asked, where a task has a rubric. */
function judgedItems({ rubric }: Task): string[] {
  if (rubric === undefined) return [];
  const rows = rubric.items.map((item) => {
    const asked = item.kind === 'named' ? `named ${item.names.join(', ')}` : item.question;
    return [item.id, item.skill, item.needs.join(' '), String(item.weight), asked];
  });
  return [formatTable([['judged', 'skill', 'needs', 'weight', 'by'], ...rows]), ''];
}

function listed(entries: object): string {
  return Object.entries(entries)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join('|') : value}`)
    .join(', ');
}
