import type { Outcome } from '../domain/outcome.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Database } from './database.ts';
import type { RoundId, RunFile } from './run-file.ts';
import { toVerdict, type VerdictRow } from './verdict-row.ts';

/** How a sample's conversation ended. `note` is for readers: why it went no further. */
export interface Conclusion {
  readonly finalRound: number;
  readonly note: string;
}

/** Rows of `samples` that are concluded and whose rounds are all graded. */
export const IS_FINISHED = `samples.final_round IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM rounds WHERE sample_id = samples.id AND round <= samples.final_round AND graded = 0)`;

/** Commits that a conversation is over. Throws when its last round was never rendered: that is a bug. */
export function concludeSample(
  { database, clean }: RunFile,
  sampleId: string,
  { finalRound, note }: Conclusion,
): void {
  const sql = 'UPDATE samples SET final_round = ?, note = ? WHERE id = ?';
  database.run(sql, [finalRound, clean.text(note), sampleId]);
}

/** The last round of a conversation that is over; null while it is not. */
export function finalRound(database: Database, sampleId: string): number | null {
  const sql = 'SELECT final_round FROM samples WHERE id = ?';
  return database.get<{ final_round: number | null }>(sql, [sampleId])?.final_round ?? null;
}

/** How a conversation ended; null while it has not. */
export function conclusionOf(database: Database, sampleId: string): Conclusion | null {
  const sql = 'SELECT final_round, note FROM samples WHERE id = ?';
  const row = database.get<{ final_round: number | null; note: string | null }>(sql, [sampleId]);
  return row && row.final_round !== null ? { finalRound: row.final_round, note: row.note ?? '' } : null;
}

/** What a finished sample came to; null while it is not finished. */
export function finalOutcome(database: Database, sampleId: string): Outcome | null {
  const row = database.get<{ outcome: Outcome }>(
    `SELECT outcome FROM samples JOIN rounds ON sample_id = samples.id AND round = final_round
     WHERE samples.id = ? AND ${IS_FINISHED}`,
    [sampleId],
  );
  return row?.outcome ?? null;
}

/** How many samples there are to be, and how many are finished. */
export function countSamples(database: Database): { readonly planned: number; readonly finished: number } {
  const sql = `SELECT count(*) AS planned, count(*) FILTER (WHERE ${IS_FINISHED}) AS finished FROM samples`;
  return { planned: 0, finished: 0, ...database.get<{ planned: number; finished: number }>(sql) };
}

/** Whether the picture of a round has its grade. */
export function isGraded(database: Database, { sampleId, round }: RoundId): boolean {
  const sql = 'SELECT 1 FROM rounds WHERE sample_id = ? AND round = ? AND graded = 1';
  return database.get(sql, [sampleId, round]) !== undefined;
}

/** The verdicts of a round, in the task's order. */
export function readGradedVerdicts(database: Database, { sampleId, round }: RoundId): Verdict[] {
  const sql = 'SELECT * FROM verdicts WHERE sample_id = ? AND round = ? ORDER BY position';
  return database.all<VerdictRow>(sql, [sampleId, round]).map(toVerdict);
}

/** The spatial score of a round; null where it has none, or no grade yet. */
export function readSpatial(database: Database, { sampleId, round }: RoundId): number | null {
  const sql = 'SELECT spatial FROM rounds WHERE sample_id = ? AND round = ?';
  return database.get<{ spatial: number | null }>(sql, [sampleId, round])?.spatial ?? null;
}
