import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { carryOut } from '../run/carry-out.ts';
import { USUAL } from '../run/request.ts';
import { type WorkshopFlags, withWorkshop, workersOf } from '../shared-options.ts';

interface DemoOptions extends WorkshopFlags {
  readonly out: string;
}

// Of each kind: enough to see what is right and what is wrong, and done in a minute.
const SAMPLES = 2;

export const demoCommand: Command<DemoOptions> = {
  usage: 'demo',
  summary: 'Draw and grade the drawings that ship with the tasks, and write a report; needs no key',
  examples: [['$0 demo', 'writes reports/demo/index.html']],
  options: (yargs) =>
    withWorkshop(yargs).option('out', {
      type: 'string',
      requiresArg: true,
      default: 'reports/demo',
      describe: "The run's folder",
    }),
  run: (options, environment) =>
    carryOut(
      {
        ...USUAL,
        title: 'The drawings that ship with otterbench',
        models: ['bundled/good', 'bundled/flawed'].map((id) => ({ id, settings: {} })),
        tasks: ['otters/otter-on-a-plane', 'otters/*', 'unicorn/*', 'edits/*', 'moving/*'],
        samples: SAMPLES,
        directory: resolve(environment.workingDirectory, options.out),
        workers: workersOf(options, environment),
        unsafeNoSandbox: options.unsafeNoSandbox,
      },
      environment,
    ),
};
