import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { loadCatalogue } from '../catalogue.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { formatTable } from '../print-table.ts';
import { type JsonOption, withJson } from '../shared-options.ts';

interface TasksListOptions extends JsonOption {
  readonly tasks: readonly string[] | undefined;
}

export const tasksListCommand: Command<TasksListOptions> = {
  usage: 'list [tasks..]',
  summary: 'List the tasks',
  examples: [["$0 tasks list 'otters/*'", 'those of one suite']],
  options: (yargs) =>
    withJson(yargs, 'One JSON line a task').positional('tasks', {
      type: 'string',
      array: true,
      describe: "Ids, globs ('otters/*') or tags ('tag:animal')",
    }),
  async run(options, environment) {
    const tasks = selectTasks(loadCatalogue(environment), options.tasks ?? []);
    if (options.json) for (const task of tasks) environment.out(jsonLine(lineOf(task)));
    else {
      const rows = tasks.map((task) => [
        task.id,
        task.title,
        String(task.checks.length),
        String(task.drawings.length),
      ]);
      environment.out(formatTable([['task', 'title', 'criteria', 'drawings'], ...rows]));
    }
    return EXIT.done;
  },
};

function lineOf({ id, suite, title, prompt, tracks, tags, level, checks, drawings, hash, path }: Task) {
  const skills = [...new Set(checks.map((check) => check.skill))];
  return {
    id,
    suite,
    title,
    prompt,
    tracks,
    tags,
    level,
    skills,
    criteria: checks.length,
    drawings: drawings.length,
    hash,
    path,
  };
}
