import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { draftTask, readTaskId, type TaskIdea } from '../../catalog/new-task.ts';
import { firstDrawings } from '../../catalog/new-task-drawings.ts';
import type { CheckWords } from '../../catalog/new-task-words.ts';
import { taskJsonSchema } from '../../catalog/task-schema.ts';
import { writeTask } from '../../catalog/write-task.ts';
import type { Level } from '../../domain/family.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { CHECKS } from '../../grade/checks/table.ts';
import { writeAtomic } from '../../util/write-atomic.ts';
import { type Command, splitList } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { readNumber } from '../number-option.ts';
import { explainWriting } from '../output-folder.ts';
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
    const folder = join(root, suite, name);
    requireFree(folder);
    const words = {
      definitions: new Map(CHECKS.map((check) => [check.name, check])),
      skillOf: usualSkills(environment),
    };
    const draft = draftTask(await ideaOf(options, { name, words }, environment), words);
    await explained(folder, async () => {
      await writeSchema(root);
      await writeTask({ ...draft, drawings: firstDrawings(draft, words.definitions) }, folder);
    });
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
  const level = readNumber('level', options.level, { from: 1, to: 5, isWhole: true }) as Level | undefined;
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

function requireFree(folder: string): void {
  if (!existsSync(folder)) return;
  throw new UsageError(`${folder}: there is a task of that name already; nothing was changed.`, {
    remedy: 'Choose another name, or remove the folder first.',
  });
}

/** What editors complete by; one that is there stays. */
async function writeSchema(root: string): Promise<void> {
  const path = join(root, 'task.schema.json');
  if (!existsSync(path)) await writeAtomic(path, `${JSON.stringify(taskJsonSchema(CHECKS), null, 2)}\n`);
}

async function explained(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw explainWriting(error, path);
  }
}
