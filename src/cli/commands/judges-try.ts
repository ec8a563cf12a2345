import type { Argv } from 'yargs';
import type { Command } from '../command.ts';
import { type TryFlags, tryJudges } from '../judge/try-judge.ts';
import { withJudging } from '../judging-options.ts';
import { withLimits } from '../limit-options.ts';
import { withJson, withSandbox } from '../shared-options.ts';

export const judgesTryCommand: Command<TryFlags> = {
  usage: 'try',
  summary: 'Try a judge on the drawings that ship with the tasks: how often it is right, item by item',
  examples: [
    ['$0 judges try --judge ollama/qwen3-vl --tasks "otters/*"', 'on the otters alone'],
    ['$0 judges try --judge openai/gpt-5 --dry-run', 'what would be asked, and what that may cost'],
  ],
  options: (yargs) => withAll(yargs) as unknown as Argv<TryFlags>,
  run: tryJudges,
};

function withAll(yargs: Argv) {
  const flags = withSandbox(withLimits(withJudging(withWhat(yargs))))
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
  return withJson(flags, 'One JSON object a judge');
}

function withWhat(yargs: Argv) {
  return yargs
    .option('judge', {
      type: 'string',
      array: true,
      requiresArg: true,
      demandOption: true,
      describe: 'Vision models to try, with commas: provider/name',
    })
    .option('tasks', {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: "Ids, globs ('otters/*'), tags or skills; all when not given",
    })
    .option('out', {
      type: 'string',
      requiresArg: true,
      describe: 'Folder of the run (default: reports/judges/NAME)',
    })
    .option('known-models', {
      type: 'string',
      requiresArg: true,
      describe: 'Your table of models and servers (default: models.yaml, where there is one)',
    });
}
