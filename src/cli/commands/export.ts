import { resolve } from 'node:path';
import type { RunInfo, SampleSummary } from '../../domain/run.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { csvLines } from '../../report/export-csv.ts';
import { judgementRows } from '../../report/export-judgements.ts';
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
  readonly judgements: boolean;
  readonly out: string | undefined;
}

type RowKind = 'samples' | 'rounds' | 'judgements';

export const exportCommand: Command<ExportOptions> = {
  usage: 'export <run>',
  summary: 'Give the results of a run as rows, for notebooks and spreadsheets',
  examples: [
    ['$0 export reports/demo --format csv --out demo.csv', 'one row a sample'],
    ['$0 export reports/demo --rounds', 'one JSON line a round'],
    ['$0 export reports/mine --judgements', 'one JSON line a drawing, judge and item'],
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
      .option('judgements', {
        type: 'boolean',
        default: false,
        describe: 'One row for each item that a judge has a verdict on',
      })
      .option('out', {
        type: 'string',
        requiresArg: true,
        describe: 'File to write (default: standard output)',
      }),
  async run({ run, format, out, ...kinds }, environment) {
    const kind = kindOf(kinds);
    const folder = resolve(environment.workingDirectory, run);
    using store = openRunStore(folder, { readOnly: true });
    if (store.counts().finished === 0) {
      throw new UsageError(`${folder}: no sample of this run is finished yet; there is nothing to export.`, {
        remedy: 'Run its sweep again: it goes on where it was.',
      });
    }
    const rows = ROWS[kind](store.runInfo(), store.listSummaries());
    const lines = linesOf(kind === 'judgements' ? requireJudged(rows, folder) : rows, format);
    if (out === undefined) for (const line of lines) environment.write(line);
    else await writeFileOf(lines, resolve(environment.workingDirectory, out), environment);
    return EXIT.done;
  },
};

const ROWS: Readonly<Record<RowKind, (run: RunInfo, samples: Iterable<SampleSummary>) => Iterable<object>>> =
  {
    samples: sampleRows,
    rounds: roundRows,
    judgements: judgementRows,
  };

function kindOf({ rounds, judgements }: Pick<ExportOptions, 'rounds' | 'judgements'>): RowKind {
  if (rounds && judgements) {
    throw new UsageError('--rounds and --judgements were both given: expected one kind of row.', {
      remedy: 'Export twice, into two files.',
    });
  }
  return rounds ? 'rounds' : judgements ? 'judgements' : 'samples';
}

/** An empty table would read like a run in which judges found nothing. */
function* requireJudged(rows: Iterable<object>, folder: string): Generator<object> {
  let isJudged = false;
  for (const row of rows) {
    isJudged = true;
    yield row;
  }
  if (isJudged) return;
  throw new UsageError(`${folder}: no drawing of this run is judged; there is nothing to export.`, {
    remedy: `Judge it: otterbench rejudge ${folder} --judge provider/model`,
  });
}

function linesOf(rows: Iterable<object>, format: ExportOptions['format']): Iterable<string> {
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
