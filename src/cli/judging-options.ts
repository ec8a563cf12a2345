import type { Argv } from 'yargs';
import type { SweepJudging } from '../catalog/load-sweep.ts';
import { UsageError } from '../domain/usage-error.ts';
import { splitList } from './command.ts';
import { type LimitFlags, withLimits } from './limit-options.ts';
import { type NumberRange, readNumber } from './number-option.ts';

/** How judges are asked, as it was typed. */
export interface JudgingFlags {
  readonly votes: string | undefined;
  readonly blindNaming: boolean | undefined;
  readonly skipOwnFamily: boolean | undefined;
  readonly pairs: boolean | undefined;
}

/** How judges are to be asked. */
export interface JudgingRequest {
  readonly votes: number;
  readonly blindNaming: boolean;
  readonly skipsOwnFamily: boolean;
  readonly comparesPairs: boolean;
}

/** What holds where nothing else is said. */
export const USUAL_JUDGING: JudgingRequest = {
  votes: 1,
  blindNaming: true,
  skipsOwnFamily: false,
  comparesPairs: false,
};

/** The flags of commands that do nothing but ask judges. */
export interface JudgeCommandFlags extends JudgingFlags, LimitFlags {
  readonly judge: readonly string[];
  readonly tasks: readonly string[] | undefined;
  readonly knownModels: string | undefined;
  readonly cache: boolean;
  readonly dryRun: boolean;
  readonly yes: boolean;
}

const LIST = { type: 'string', array: true, requiresArg: true } as const;
const FLAG = { type: 'boolean', default: false } as const;

/** Declares them. */
export function withJudgeCommand<T>(yargs: Argv<T>) {
  const who = yargs
    .option('judge', {
      ...LIST,
      demandOption: true,
      describe: 'Vision models that judge, with commas: provider/name',
    })
    .option('tasks', {
      ...LIST,
      describe: "Only drawings of these tasks: ids, globs ('otters/*'), tags or skills",
    });
  return withLimits(withJudging(who))
    .option('known-models', {
      type: 'string',
      requiresArg: true,
      describe: 'Your table of models and servers (default: models.yaml, where there is one)',
    })
    .option('cache', {
      ...FLAG,
      default: true,
      describe: 'Take answers from the response cache; --no-cache asks anew and keeps nothing',
    })
    .option('dry-run', { ...FLAG, describe: 'Say what would be asked and what it may cost, and stop' })
    .option('yes', { ...FLAG, describe: 'Agree to the cost beforehand' });
}

const VOTES: NumberRange = { from: 1, to: 25, isWhole: true };

/** Declares the flags that say how judges are asked. */
export function withJudging<T>(yargs: Argv<T>) {
  return yargs
    .option('votes', {
      type: 'string',
      requiresArg: true,
      describe: 'How often each judge is asked each question (default: 1)',
    })
    .option('blind-naming', {
      type: 'boolean',
      describe: 'Judges are first asked what is drawn, without a hint; --no-blind-naming leaves that out',
    })
    .option('skip-own-family', {
      type: 'boolean',
      describe: "Judges leave out drawings of their own maker's models",
    })
    .option('pairs', {
      type: 'boolean',
      describe: 'Judges also say which of two drawings of a task is better, asked in both orders',
    });
}

/** Flags win over the file. Throws UsageError for what can't be. */
export function readJudging(flags: JudgingFlags, file: SweepJudging = {}): JudgingRequest {
  return {
    votes: readNumber('votes', flags.votes, VOTES) ?? file.votes ?? USUAL_JUDGING.votes,
    blindNaming: flags.blindNaming ?? file.blindNaming ?? USUAL_JUDGING.blindNaming,
    comparesPairs: flags.pairs ?? file.pairs ?? USUAL_JUDGING.comparesPairs,
    skipsOwnFamily: flags.skipOwnFamily ?? file.skipOwnFamily ?? USUAL_JUDGING.skipsOwnFamily,
  };
}

/** The judges that a command names. Throws UsageError where it names none. */
export function judgeIds(typed: readonly string[]): readonly string[] {
  const ids = [...new Set(splitList(typed))];
  if (ids.length > 0) return ids;
  throw new UsageError('--judge: expected provider/name of a vision model, got nothing', {
    remedy: 'For instance: --judge ollama/qwen3-vl',
  });
}
