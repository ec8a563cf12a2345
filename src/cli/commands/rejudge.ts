import type { Argv } from 'yargs';
import type { Command } from '../command.ts';
import { type RejudgeFlags, rejudge } from '../judge/rejudge.ts';
import { withJudging } from '../judging-options.ts';
import { withLimits } from '../limit-options.ts';
import { withJson } from '../shared-options.ts';

export const rejudgeCommand: Command<RejudgeFlags> = {
  usage: 'rejudge <run>',
  summary:
    'Judge the likeness of a stored run; nothing is drawn again, and what is judged is not asked again',
  examples: [
    ['$0 rejudge reports/mine --judge ollama/qwen3-vl', 'another column beside those of other judges'],
    ['$0 rejudge reports/mine --judge openai/gpt-5 --dry-run', 'what would be asked, and what that may cost'],
  ],
  options: (yargs) => withAll(yargs) as unknown as Argv<RejudgeFlags>,
  run: rejudge,
};

function withAll(yargs: Argv) {
  const flags = withLimits(
    withJudging(
      yargs
        .positional('run', { type: 'string', demandOption: true, describe: 'Folder of a run' })
        .option('judge', {
          type: 'string',
          array: true,
          requiresArg: true,
          demandOption: true,
          describe: 'Vision models that judge, with commas: provider/name',
        })
        .option('tasks', {
          type: 'string',
          array: true,
          requiresArg: true,
          describe: "Only drawings of these tasks: ids, globs ('otters/*'), tags or skills",
        })
        .option('concurrency', {
          type: 'string',
          requiresArg: true,
          describe: 'The most requests at a time to one provider (default: 16)',
        }),
    ),
  )
    .option('known-models', {
      type: 'string',
      requiresArg: true,
      describe: 'Your table of models and servers (default: models.yaml, where there is one)',
    })
    .option('cache', {
      type: 'boolean',
      default: true,
      describe: 'Take answers from the response cache; --no-cache asks anew and keeps nothing',
    })
    .option('dry-run', {
      type: 'boolean',
      default: false,
      describe: 'Say what would be asked and what it may cost, and stop',
    })
    .option('yes', { type: 'boolean', default: false, describe: 'Agree to the cost beforehand' });
  return withJson(flags, 'One JSON line an event, see docs/sweeps.md');
}
