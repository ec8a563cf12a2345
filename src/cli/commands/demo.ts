import { resolve } from 'node:path';
import { carryOut } from '../carry-out.ts';
import type { Command } from '../command.ts';
import { type WorkshopFlags, withWorkshop, workersOf } from '../shared-options.ts';

interface DemoOptions extends WorkshopFlags {
  readonly out: string;
}

// More than any task ships, so that all known drawings are shown.
const ALL_SAMPLES = 10;

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
        title: 'The drawings that ship with otterbench',
        models: ['bundled/good', 'bundled/flawed'],
        tasks: ['otters/otter-on-a-plane', 'otters/*', '*'],
        tracks: ['blind'],
        samples: ALL_SAMPLES,
        recorded: [],
        directory: resolve(environment.workingDirectory, options.out),
        workers: workersOf(options, environment),
        unsafeNoSandbox: options.unsafeNoSandbox,
        isDryRun: false,
        minScore: null,
      },
      environment,
    ),
};
