import { resolve } from 'node:path';
import type { RunInfo, SampleSummary } from '../../domain/run.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { csvLines } from '../../report/export-csv.ts';
import { roundRows, sampleRows } from '../../report/export-rows.ts';
import { openRunStore } from '../../store/run-store.ts';
import { writeAtomic } from '../../util/write-atomic.ts';
import type { Command } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { explainWriting } from '../output-folder.ts';

const FORMATS = ['jsonl', 'csv'] as const;

interface ExportOptions {
  readonly run: string;
  readonly format: (typeof FORMATS)[number];
  readonly rounds: boolean;
  readonly out: string | undefined;
}

export const exportCommand: Command<ExportOptions> = {
  usage: 'export <run>',
  summary: 'Give the results of a run as rows, for notebooks and spreadsheets',
  examples: [
    ['$0 export reports/demo --format csv --out demo.csv', 'one row a sample'],
    ['$0 export reports/demo --rounds', 'one JSON line a round'],
  ],
  options: (yargs) =>
    yargs
      .positional('run', { type: 'string', demandOption: true, describe: 'Folder of a run' })
      .option('format', { choices: FORMATS, default: FORMATS[0], requiresArg: true, describe: 'How' })
      .option('rounds', {
        type: 'boolean',
        default: false,
        describe: 'One row a round instead of one a sample',
      })
      .option('out', {
        type: 'string',
        requiresArg: true,
        describe: 'File to write (default: standard output)',
      }),
  async run({ run, format, rounds, out }, environment) {
    const folder = resolve(environment.workingDirectory, run);
    using store = openRunStore(folder, { readOnly: true });
    if (store.counts().finished === 0) {
      throw new UsageError(`${folder}: no sample of this run is finished yet; there is nothing to export.`, {
        remedy: 'Run its sweep again: it goes on where it was.',
      });
    }
    const lines = linesOf(store.runInfo(), store.listSummaries(), { format, rounds });
    if (out === undefined) for (const line of lines) environment.write(line);
    else await writeFileOf(lines, resolve(environment.workingDirectory, out), environment);
    return EXIT.done;
  },
};

function linesOf(
  run: RunInfo,
  samples: Iterable<SampleSummary>,
  { format, rounds }: Pick<ExportOptions, 'format' | 'rounds'>,
): Iterable<string> {
  const rows: Iterable<object> = rounds ? roundRows(run, samples) : sampleRows(run, samples);
  return format === 'csv' ? csvLines(rows) : jsonLines(rows);
}

function* jsonLines(rows: Iterable<object>): Generator<string> {
  for (const row of rows) yield `${jsonLine(row)}\n`;
}

async function writeFileOf(lines: Iterable<string>, path: string, environment: Environment): Promise<void> {
  const text = environment.redact([...lines].join(''));
  try {
    await writeAtomic(path, text);
  } catch (error) {
    throw explainWriting(error, path);
  }
}
