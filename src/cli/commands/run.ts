import type { Command } from '../command.ts';
import { carryOut } from '../run/carry-out.ts';
import { type RunOptions, withRunOptions } from '../run/options.ts';
import { readRequest } from '../run/read-request.ts';

export const runCommand: Command<RunOptions> = {
  usage: 'run [sweep]',
  summary: 'Run a sweep: ask, draw, grade, report. On a folder that has a run, go on with it',
  examples: [
    [
      "$0 run --models bundled/good --tasks 'otters/*' --out reports/mine",
      'the drawings that ship with the tasks',
    ],
    ['$0 run sweep.yaml --dry-run', 'what a sweep would ask for, and what that may cost'],
    ['$0 run sweep.yaml --samples 5 --max-cost 2', 'five samples of each task, for two dollars at most'],
  ],
  options: withRunOptions,
  run: (options, environment) => carryOut(readRequest(options, environment), environment),
};
