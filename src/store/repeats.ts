import type { RoundResult } from '../domain/run.ts';
import type { Database } from './database.ts';
import { drawingOf } from './judgements.ts';
import type { Positions } from './read-rounds.ts';

/** That a sample shows the same as an earlier one of its cell, or as none. */
export interface RepeatFound {
  readonly sampleId: string;
  /** Of which pictures it was found: see `drawingOf`. */
  readonly drawing: string;
  /** Null: it shows something of its own. */
  readonly ofId: string | null;
}

/** Commits what was found of some samples. */
export function recordRepeats(database: Database, found: readonly RepeatFound[]): void {
  database.transaction(() => {
    for (const { sampleId, drawing, ofId } of found)
      database.run('INSERT OR REPLACE INTO repeats VALUES (?, ?, ?)', [sampleId, drawing, ofId]);
  });
}

/** What was found of the samples of some positions, by their ids. */
export function readRepeats(database: Database, positions: Positions): Map<string, RepeatFound> {
  const rows = database.all<{ sample_id: string; drawing: string; of_id: string | null }>(
    `SELECT sample_id, drawing, of_id FROM repeats JOIN samples ON samples.id = sample_id
     WHERE samples.position BETWEEN ? AND ?`,
    positions,
  );
  return new Map(
    rows.map(({ sample_id: sampleId, drawing, of_id: ofId }) => [sampleId, { sampleId, drawing, ofId }]),
  );
}

/** What was found of the pictures that a sample has now. */
export function currentRepeat(
  found: RepeatFound | undefined,
  result: Pick<RoundResult, 'outcome' | 'pngHash' | 'laterPngHashes'>,
): { readonly repeats?: string | null } {
  return found?.drawing === drawingOf(result) ? { repeats: found.ofId } : {};
}
