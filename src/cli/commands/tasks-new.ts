import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadTask } from '../../catalog/load-tasks.ts';
import { draftTask, readTaskId, type TaskDraft, type TaskIdea } from '../../catalog/new-task.ts';
import { firstDrawings } from '../../catalog/new-task-drawings.ts';
import { requireFree, writeTaskFolder } from '../../catalog/new-task-folder.ts';
import type { CheckWords } from '../../catalog/new-task-words.ts';
import { taskYaml } from '../../catalog/new-task-yaml.ts';
import { taskJsonSchema } from '../../catalog/task-schema.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { CHECKS } from '../../grade/checks/table.ts';
import { type Command, splitList } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { readNumber } from '../number-option.ts';
import { askForTask } from '../tasks/ask-for-task.ts';
import { usualSkills } from '../tasks/usual-skills.ts';

interface TasksNewOptions {
  readonly task: string;
  readonly title: string | undefined;
  readonly prompt: string | undefined;
  readonly subject: readonly string[] | undefined;
  readonly check: readonly string[] | undefined;
  readonly tag: readonly string[] | undefined;
  /** As it was typed. */
  readonly level: string | undefined;
  readonly yes: boolean;
}

export const tasksNewCommand: Command<TasksNewOptions> = {
  usage: 'new <task>',
  summary:
    'Begin a task in tasks/SUITE/NAME of the working folder; asks on a terminal for what the flags leave open',
  examples: [
    ['$0 tasks new kitchen/cup-on-table', 'asks for the rest'],
    [
      "$0 tasks new kitchen/cup --prompt 'Draw a blue cup on a table.' --subject 'cup: colour=blue' --subject table --check 'rests-on cup table'",
      'asks nothing',
    ],
  ],
  options: (yargs) =>
    yargs
      .positional('task', { type: 'string', demandOption: true, describe: 'Its id, SUITE/NAME' })
      .option('title', { ...ONE_TEXT, describe: 'A short name (default: from its id)' })
      .option('prompt', { ...ONE_TEXT, describe: 'What the model is asked to draw, in full sentences' })
      .option('subject', { ...TEXTS, describe: SUBJECT_WORDS })
      .option('check', { ...TEXTS, describe: CHECK_WORDS })
      .option('tag', { ...TEXTS, describe: 'A tag; several, or a list with commas' })
      .option('level', { requiresArg: true, describe: 'How hard it is, from 1 to 5' })
      .option('yes', { type: 'boolean', default: false, describe: 'Ask nothing' }) as never,
  async run(options, environment) {
    const { suite, name } = readTaskId(options.task);
    const root = join(environment.workingDirectory, 'tasks');
    requireFree(join(root, suite, name));
    const words = {
      definitions: new Map(CHECKS.map((check) => [check.name, check])),
      skillOf: usualSkills(environment),
    };
    const draft = draftTask(await ideaOf(options, { name, words }, environment), words);
    const folder = writeTaskFolder({
      root,
      suite,
      name,
      files: filesOf(draft, words),
      inspect: (made) => void loadTask(made, { checks: CHECKS }),
    });
    writeSchema(root);
    environment.out(relative(environment.workingDirectory, folder));
    environment.say(
      `Next: draw what the TODOs in its drawings say. \`otterbench tasks check ${suite}/${name}\` tells what is left.`,
    );
    return EXIT.done;
  },
};

const ONE_TEXT = { type: 'string', requiresArg: true } as const;
const TEXTS = { type: 'string', array: true, requiresArg: true } as const;
const SUBJECT_WORDS =
  "What checks speak of: 'cup: colour=blue, pick=largest' is found by its look, 'otter' by a label of that name; give one for each";
const CHECK_WORDS =
  "What must hold: 'cup-on-table: rests-on cup table'; the name in front may be left out; give one for each";

interface Beginning {
  readonly name: string;
  readonly words: CheckWords;
}

async function ideaOf(
  options: TasksNewOptions,
  { name, words }: Beginning,
  environment: Environment,
): Promise<TaskIdea> {
  const level = readNumber('level', options.level, { from: 1, to: 5, isWhole: true });
  const { title, prompt, subject = [], check = [] } = options;
  const given = {
    title: title ?? titleFrom(name),
    tags: splitList(options.tag),
    ...(level !== undefined && { level }),
    subjects: subject,
    checks: check,
  };
  if (environment.canAsk && !options.yes)
    return askForTask({ ...given, prompt, asksTitle: title === undefined }, words, environment);
  const missing = [
    ...(prompt === undefined ? ['--prompt'] : []),
    ...(subject.length === 0 ? ['--subject'] : []),
    ...(check.length === 0 ? ['--check'] : []),
  ];
  if (prompt !== undefined && missing.length === 0) return { ...given, prompt };
  throw new UsageError(`tasks new: expected ${missing.join(' and ')}, and nothing is asked here`, {
    remedy: 'Give these flags, or run it on a terminal without --yes: then it asks.',
  });
}

/** `cup-on-table` → `Cup on table` */
function titleFrom(name: string): string {
  const words = name.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function filesOf(draft: TaskDraft, { definitions }: CheckWords): Record<string, string> {
  const drawings = firstDrawings(draft, definitions);
  return {
    'task.yaml': taskYaml(draft, `../../${SCHEMA_FILE}`),
    ...Object.fromEntries(drawings.map(({ file, source }) => [join('drawings', file), source])),
  };
}

const SCHEMA_FILE = 'task.schema.json';

/** What editors complete by; one that is there stays. */
function writeSchema(root: string): void {
  const path = join(root, SCHEMA_FILE);
  if (!existsSync(path)) writeFileSync(path, `${JSON.stringify(taskJsonSchema(CHECKS), null, 2)}\n`);
}
