import type { Argv } from 'yargs';
import type { Command } from '../command.ts';
import { type RejudgeFlags, rejudge } from '../judge/rejudge.ts';
import { withJudgeCommand } from '../judging-options.ts';
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
  const flags = withJudgeCommand(
    yargs.positional('run', { type: 'string', demandOption: true, describe: 'Folder of a run' }),
  ).option('concurrency', {
    type: 'string',
    requiresArg: true,
    describe: 'The most requests at a time to one provider (default: 16)',
  });
  return withJson(flags, 'One JSON line an event, see docs/sweeps.md');
}
