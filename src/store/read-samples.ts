import type { Cell, RoundRecord, SampleRecord, SampleSummary } from '../domain/run.ts';
import type { Track } from '../domain/task.ts';
import { IS_FINISHED } from './conclude.ts';
import type { Database } from './database.ts';
import { currentJudgements, readJudgements } from './judgements.ts';
import { readBulk, readRounds } from './read-rounds.ts';
import { currentRepeat, readRepeats } from './repeats.ts';
import { readSpends } from './spend.ts';

interface SampleRow {
  readonly position: number;
  readonly id: string;
  readonly task_id: string;
  readonly model_id: string;
  readonly track: Track;
  readonly number: number;
  /** Why it was concluded. */
  readonly note: string | null;
}

const FINISHED = `SELECT position, id, task_id, model_id, track, number, note FROM samples WHERE ${IS_FINISHED}`;

/** How many samples are read at once: no statement stays open while the caller works, so others may write between. */
const PAGE_SAMPLES = 100;

/** A finished sample with its bulk, or null where there is none of that id. */
export function readSample(database: Database, id: string): SampleRecord | null {
  return database.snapshot(() => {
    const row = database.get<SampleRow>(`${FINISHED} AND id = ?`, [id]);
    const [summary] = row ? toSummaries(database, [row]) : [];
    return row && summary ? withBulk(database, row, summary) : null;
  });
}

/** All finished samples in the order of the plan, one in memory at a time. */
export function* listSamples(database: Database): Generator<SampleRecord> {
  for (const page of pages(database, (rows) => rows)) {
    for (const { id } of page) {
      const record = readSample(database, id);
      if (record) yield record;
    }
  }
}

/** The same without their bulk. */
export function* listSummaries(database: Database): Generator<SampleSummary> {
  for (const page of pages(database, (rows) => toSummaries(database, rows))) yield* page;
}

/** `read` gets the rows of a page, at the moment at which they were read. */
function* pages<Page>(database: Database, read: (rows: readonly SampleRow[]) => Page): Generator<Page> {
  const sql = `${FINISHED} AND position > ? ORDER BY position LIMIT ${PAGE_SAMPLES}`;
  let last: number | undefined = 0;
  while (last !== undefined) {
    const after: number = last;
    const [page, rows] = database.snapshot(() => {
      const found = database.all<SampleRow>(sql, [after]);
      return [found.length > 0 ? read(found) : null, found] as const;
    });
    if (page !== null) yield page;
    last = rows.at(-1)?.position;
  }
}

function toSummaries(database: Database, rows: readonly SampleRow[]): SampleSummary[] {
  const positions = [rows[0]?.position ?? 0, rows.at(-1)?.position ?? 0] as const;
  const roundsById = readRounds(database, positions);
  const spendById = readSpends(database, positions);
  const judgedById = readJudgements(database, positions);
  const repeatsById = readRepeats(database, positions);
  return rows.map((row) => {
    const rounds = roundsById.get(row.id);
    const spend = spendById.get(row.id);
    const last = rounds?.at(-1);
    if (!rounds || !last || !spend) throw new Error(`${database.path}: ${row.id} has no last round`);
    const { round, ...result } = last;
    const judged = currentJudgements(judgedById.get(row.id), result);
    const repeat = currentRepeat(repeatsById.get(row.id), result);
    return { id: row.id, ...toCell(row), ...result, spend, rounds, ...judged, ...repeat };
  });
}

function toCell(row: SampleRow): Cell {
  return { taskId: row.task_id, modelId: row.model_id, track: row.track, number: row.number };
}

function withBulk(database: Database, { position, note }: SampleRow, summary: SampleSummary): SampleRecord {
  const bulk = readBulk(database, position);
  const rounds = summary.rounds.map((round, index): RoundRecord => {
    const ofRound = bulk[index];
    if (!ofRound) throw new Error(`${database.path}: round ${round.round} of ${summary.id} has no bulk`);
    return { ...round, ...ofRound };
  });
  const { round, scene = null, ...result } = rounds.at(-1) as RoundRecord;
  return { ...summary, ...result, scene, rounds, ...(note && { ending: note }) };
}
