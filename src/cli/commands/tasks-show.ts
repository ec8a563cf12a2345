import type { CheckSpec, Task } from '../../domain/task.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { findTask } from '../find-task.ts';
import { jsonLine } from '../json-line.ts';
import { formatTable } from '../print-table.ts';
import { type JsonOption, withJson } from '../shared-options.ts';

interface TasksShowOptions extends JsonOption {
  readonly task: string;
}

export const tasksShowCommand: Command<TasksShowOptions> = {
  usage: 'show <task>',
  summary: 'Show a task: its prompt, subjects, criteria and drawings',
  examples: [['$0 tasks show otters/sea-otter', 'what is asked and what is graded']],
  options: (yargs) =>
    withJson(yargs, 'The task as one JSON line').positional('task', {
      type: 'string',
      demandOption: true,
      describe: 'Id of a task, or path of its file',
    }),
  async run(options, environment) {
    const task = findTask(options.task, environment);
    environment.out(options.json ? jsonLine(task) : describe(task));
    return EXIT.done;
  },
};

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
    formatTable([
      ['drawing', 'fails'],
      ...task.drawings.map(({ file, fails }) => [file, fails.join(', ') || 'nothing']),
    ]),
    '',
    task.path,
  ].join('\n');
}

function criterionRow({ id, skill, check, of, parameters, needs, weight }: CheckSpec): string[] {
  const given = Object.keys(parameters).length > 0 ? ` (${listed(parameters)})` : '';
  return [id, skill, `${check} ${of.join(' ')}${given}`, needs.join(' '), String(weight)];
}

function listed(entries: object): string {
  return Object.entries(entries)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join('|') : value}`)
    .join(', ');
}
