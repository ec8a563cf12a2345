import type { Argv } from 'yargs';
import type { Command } from '../command.ts';
import { type TryFlags, tryJudges } from '../judge/try-judge.ts';
import { withJudgeCommand } from '../judging-options.ts';
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
  const flags = withSandbox(withJudgeCommand(yargs)).option('out', {
    type: 'string',
    requiresArg: true,
    describe: 'Folder of the run (default: reports/judges/NAME)',
  });
  return withJson(flags, 'One JSON object a judge');
}
