import { join, resolve } from 'node:path';
import { UsageError } from '../../domain/usage-error.ts';
import { openRunStore } from '../../store/run-store.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { makeOutputFolder } from '../output-folder.ts';
import { reportRun } from '../report-run.ts';

interface ReportOptions {
  readonly runs: readonly string[];
  readonly out: string | undefined;
}

export const reportCommand: Command<ReportOptions> = {
  usage: 'report <runs..>',
  summary: 'Write the HTML report of a run',
  examples: [['$0 report reports/demo', 'writes reports/demo/index.html']],
  options: (yargs) =>
    yargs
      .positional('runs', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'Folder of a run; several runs in one report can not be compared yet',
      })
      .option('out', {
        type: 'string',
        requiresArg: true,
        describe: 'Folder for the page (default: that of the run)',
      }),
  async run(options, environment) {
    const run = onlyRun(options.runs);
    const folder = resolve(environment.workingDirectory, run);
    using store = openRunStore(folder, { readOnly: true });
    const directory = resolve(environment.workingDirectory, options.out ?? run);
    if (store.counts().finished === 0) {
      throw new UsageError(`${folder}: no sample of this run is finished yet; there is nothing to show.`, {
        remedy: 'Run its sweep again: it goes on where it was.',
      });
    }
    environment.out(
      await reportRun(store, {
        directory: await makeOutputFolder(directory),
        pageDirectory: join(environment.packageDirectory, 'dist', 'report-page'),
      }),
    );
    return EXIT.done;
  },
};

function onlyRun([run, ...others]: readonly string[]): string {
  if (run !== undefined && others.length === 0) return run;
  throw new UsageError(
    `expected one run, got ${others.length + 1}: runs can't be compared in one report yet.`,
    {
      remedy: 'Write a report of each run by itself.',
    },
  );
}
