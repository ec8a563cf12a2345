import { join, resolve } from 'node:path';
import { refuseExisting, writeTask } from '../../catalog/write-task.ts';
import { type Family, LEVELS, type WrittenTask } from '../../domain/family.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { makeTask, nameOfTask, type TaskNumber } from '../../families/make-task.ts';
import { FAMILIES } from '../../families/table.ts';
import { nearest } from '../../util/nearest.ts';
import { type Command, splitList } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { readNumber } from '../number-option.ts';
import { explainWriting } from '../output-folder.ts';
import { formatTable } from '../print-table.ts';
import { type JsonOption, withJson } from '../shared-options.ts';

/** So many that nobody wants more at once, few enough for one folder. */
const MOST_TASKS = 10_000;
const MOST_SEED = 2 ** 32 - 1;
const SUITE_NAME = /^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$/;

interface TasksGenerateOptions extends JsonOption {
  readonly family: readonly string[] | undefined;
  readonly level: string | undefined;
  readonly seed: string | undefined;
  readonly count: string | undefined;
  readonly out: string;
  readonly suite: string;
  readonly list: boolean;
}

export const tasksGenerateCommand: Command<TasksGenerateOptions> = {
  usage: 'generate',
  summary: 'Make new tasks of a family from a seed, each with its own good and bad drawings',
  examples: [
    ['$0 tasks generate --family relations --level 3 --seed 7 --count 20', '20 tasks in tasks/space'],
    ['$0 tasks generate --seed 2', 'one of every family and level'],
    ['$0 tasks generate --list', 'the families'],
  ],
  options: (yargs) =>
    withJson(yargs, 'One JSON line a task (with --list: a family)')
      .option('family', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: 'Families; all when not given',
      })
      .option('level', { type: 'string', requiresArg: true, describe: '1 to 5; all when not given' })
      .option('seed', { type: 'string', requiresArg: true, describe: 'Where chance begins (default: 1)' })
      .option('count', {
        type: 'string',
        requiresArg: true,
        describe: 'How many of each family and level (default: 1)',
      })
      .option('out', {
        type: 'string',
        default: 'tasks',
        requiresArg: true,
        describe: 'Folder of the suites',
      })
      .option('suite', { type: 'string', default: 'space', requiresArg: true, describe: 'Name of the suite' })
      .option('list', { type: 'boolean', default: false, describe: 'Only say which families there are' }),
  async run(options, environment) {
    const families = chosenFamilies(options);
    if (options.list) return listFamilies(families, options, environment);
    const suite = join(resolve(environment.workingDirectory, options.out), suiteOf(options));
    const plans = planTasks(families, options).map((plan) => {
      const name = nameOfTask(plan.family, plan.number);
      return { ...plan, id: `${options.suite}/${name}`, path: join(suite, name) };
    });
    refuseExisting(plans.map(({ path }) => path));
    for (const { family, number, id, path } of plans) {
      environment.signal.throwIfAborted();
      const task = makeTask(family, number);
      await write(task, path);
      const line = { id, family: family.name, ...number, title: task.title, prompt: task.prompt, path };
      environment.out(options.json ? jsonLine(line) : id);
    }
    environment.say(`${plans.length} tasks are written to ${suite}.`);
    return EXIT.done;
  },
};

interface Plan {
  readonly family: Family;
  readonly number: TaskNumber;
}

function planTasks(families: readonly Family[], { level, seed, count }: TasksGenerateOptions): Plan[] {
  const only = readNumber('level', level, { from: 1, to: LEVELS.length, isWhole: true });
  const from = readNumber('seed', seed, { from: 0, to: MOST_SEED, isWhole: true }) ?? 1;
  const each = readNumber('count', count, { from: 1, to: MOST_TASKS, isWhole: true }) ?? 1;
  const levels = LEVELS.filter((one) => only === undefined || one === only);
  return families.flatMap((family) =>
    levels.flatMap((one) =>
      Array.from({ length: each }, (_, index) => ({
        family,
        number: { level: one, seed: from, number: index + 1 },
      })),
    ),
  );
}

function chosenFamilies({ family }: TasksGenerateOptions): readonly Family[] {
  const asked = splitList(family);
  if (asked.length === 0) return FAMILIES;
  return [...new Set(asked)].map((name) => FAMILIES.find((known) => known.name === name) ?? refuse(name));
}

function refuse(name: string): never {
  const known = FAMILIES.map((family) => family.name);
  const near = nearest(name, known);
  const hint = near === null ? `expected one of ${known.join(', ')}` : `did you mean "${near}"?`;
  throw new UsageError(`--family: there is no family ${JSON.stringify(name)}; ${hint}`, {
    remedy: 'Run otterbench tasks generate --list to see what each of them makes.',
  });
}

function suiteOf({ suite }: TasksGenerateOptions): string {
  if (SUITE_NAME.test(suite)) return suite;
  throw new UsageError(`--suite: expected words joined by hyphens, got ${JSON.stringify(suite)}.`, {
    remedy: 'The suite is the first half of the ids: space/relations-l3-s7-1.',
  });
}

async function write(task: WrittenTask, path: string): Promise<void> {
  try {
    await writeTask(task, path);
  } catch (error) {
    throw explainWriting(error, path);
  }
}

function listFamilies(families: readonly Family[], { json }: JsonOption, environment: Environment): ExitCode {
  if (json) {
    for (const { name, summary, levels } of families) environment.out(jsonLine({ name, summary, levels }));
  } else {
    const rows = families.map(({ name, summary }) => [name, summary]);
    environment.out(formatTable([['family', 'what it asks'], ...rows]));
  }
  return EXIT.done;
}
