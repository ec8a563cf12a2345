import type { Command } from './command.ts';
import { cacheClearCommand } from './commands/cache-clear.ts';
import { cacheStatsCommand } from './commands/cache-stats.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { gradeCommand } from './commands/grade.ts';
import { judgesTryCommand } from './commands/judges-try.ts';
import { modelsListCommand } from './commands/models-list.ts';
import { regradeCommand } from './commands/regrade.ts';
import { rejudgeCommand } from './commands/rejudge.ts';
import { renderCommand } from './commands/render.ts';
import { reportCommand } from './commands/report.ts';
import { runCommand } from './commands/run.ts';
import { tasksCheckCommand } from './commands/tasks-check.ts';
import { tasksGenerateCommand } from './commands/tasks-generate.ts';
import { tasksListCommand } from './commands/tasks-list.ts';
import { tasksNewCommand } from './commands/tasks-new.ts';
import { tasksShowCommand } from './commands/tasks-show.ts';

// biome-ignore lint/suspicious/noExplicitAny: each command has options of its own; only yargs holds them together
export type AnyCommand = Command<any>;

/** Commands that share a first word: `tasks list`, `tasks show`… */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly AnyCommand[];
}

/** The commands of one word, in the order of the help. */
export const COMMANDS: readonly AnyCommand[] = [
  demoCommand,
  runCommand,
  renderCommand,
  gradeCommand,
  regradeCommand,
  rejudgeCommand,
  reportCommand,
  exportCommand,
  doctorCommand,
];

export const GROUPS: readonly CommandGroup[] = [
  {
    name: 'tasks',
    summary: 'The catalogue of tasks: list, show, check, new, generate',
    commands: [tasksListCommand, tasksShowCommand, tasksCheckCommand, tasksNewCommand, tasksGenerateCommand],
  },
  { name: 'judges', summary: 'Vision models that judge likeness: try', commands: [judgesTryCommand] },
  { name: 'models', summary: 'The models that can be asked: list', commands: [modelsListCommand] },
  {
    name: 'cache',
    summary: 'Answers that are kept to be used again: stats, clear',
    commands: [cacheStatsCommand, cacheClearCommand],
  },
];

/** `render <files..>` → `render` */
export function nameOf({ usage }: AnyCommand): string {
  return usage.split(' ')[0] ?? usage;
}
