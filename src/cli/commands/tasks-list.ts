import { filterTasks, skillsOf, type TaskFilter } from '../../catalog/filter-tasks.ts';
import { selectTasks } from '../../catalog/select-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { loadCatalogue } from '../catalogue.ts';
import { type Command, splitList } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { readNumber } from '../number-option.ts';
import { formatTable } from '../print-table.ts';
import { type JsonOption, withJson } from '../shared-options.ts';

interface TasksListOptions extends JsonOption {
  readonly tasks: readonly string[] | undefined;
  readonly suite: readonly string[] | undefined;
  readonly skill: readonly string[] | undefined;
  /** As they were typed. */
  readonly level: readonly string[] | undefined;
  readonly skills: boolean;
}

export const tasksListCommand: Command<TasksListOptions> = {
  usage: 'list [tasks..]',
  summary: 'List the tasks',
  examples: [
    ["$0 tasks list 'otters/*'", 'those of one suite'],
    ['$0 tasks list --skill counting,text --level 2', 'level 2, of one skill or the other'],
    ['$0 tasks list --skills', 'how many tasks measure what'],
  ],
  options: (yargs) =>
    withJson(yargs, 'One JSON line a task (with --skills: a skill)')
      .positional('tasks', {
        type: 'string',
        array: true,
        describe: "Ids, globs ('otters/*'), tags ('tag:animal') or skills ('skill:order')",
      })
      .option('suite', { ...WORDS, describe: 'Only tasks of these suites' })
      .option('skill', { ...WORDS, describe: 'Only tasks that measure one of these skills' })
      .option('level', { ...WORDS, describe: 'Only tasks of these levels, 1 to 5' })
      .option('skills', {
        type: 'boolean',
        default: false,
        describe: 'List the skills of these tasks instead',
      }),
  async run(options, environment) {
    const all = loadCatalogue(environment);
    const tasks = filterTasks(selectTasks(all, options.tasks ?? []), filterOf(options), all);
    const rows = options.skills ? countSkills(tasks) : tasks;
    if (options.json) {
      for (const row of rows) environment.out(jsonLine('id' in row ? lineOf(row) : row));
    } else environment.out(options.skills ? skillTable(countSkills(tasks)) : taskTable(tasks));
    if (tasks.length === 0) environment.say('No task passes all of these filters.');
    return EXIT.done;
  },
};

const WORDS = { type: 'string', array: true, requiresArg: true } as const;

function filterOf({ suite, skill, level }: TasksListOptions): TaskFilter {
  const levels = splitList(level).map(
    (typed) => readNumber('level', typed, { from: 1, to: 5, isWhole: true }) ?? 0,
  );
  return { suites: splitList(suite), skills: splitList(skill), levels };
}

function taskTable(tasks: readonly Task[]): string {
  const rows = tasks.map((task) => [
    task.id,
    task.title,
    String(task.level ?? ''),
    skillsOf(task).join(' '),
    String(task.checks.length),
    String(task.drawings.length),
  ]);
  return formatTable([['task', 'title', 'level', 'skills', 'criteria', 'drawings'], ...rows]);
}

interface SkillCount {
  readonly skill: string;
  readonly tasks: number;
  readonly criteria: number;
}

/** Most tasks first. */
function countSkills(tasks: readonly Task[]): SkillCount[] {
  const bySkill = Map.groupBy(
    tasks.flatMap(({ id, checks }) => checks.map(({ skill }) => ({ id, skill }))),
    ({ skill }) => skill,
  );
  return [...bySkill]
    .map(([skill, uses]) => ({ skill, tasks: new Set(uses.map(({ id }) => id)).size, criteria: uses.length }))
    .sort((a, b) => b.tasks - a.tasks || (a.skill < b.skill ? -1 : 1));
}

function skillTable(counts: readonly SkillCount[]): string {
  const rows = counts.map(({ skill, tasks, criteria }) => [skill, String(tasks), String(criteria)]);
  return formatTable([['skill', 'tasks', 'criteria'], ...rows]);
}

function lineOf({
  id,
  suite,
  title,
  prompt,
  tracks,
  tags,
  level,
  checks,
  rubric,
  drawings,
  hash,
  path,
}: Task) {
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
    judged: rubric?.items.length ?? 0,
    drawings: drawings.length,
    hash,
    path,
  };
}
