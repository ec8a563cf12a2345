import type { Database } from './database.ts';
import type { RoundId, RunFile } from './run-file.ts';

/** One request of a batch, as it is known at the provider, and what it is for. */
export interface StoredBatchItem extends RoundId {
  readonly customId: string;
  readonly key: string;
}

/** A batch before it is submitted. `marker` is ours, and tells it from all others. */
export interface NewBatch {
  readonly marker: string;
  readonly modelId: string;
  readonly items: readonly StoredBatchItem[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A batch that is not known to have ended. `batchId` null: whether it was submitted is not known. */
export interface StoredBatch extends NewBatch {
  readonly batchId: string | null;
  /** ISO 8601, UTC. */
  readonly submittedAt: string | null;
}

/** Commits a batch, durably, before it is submitted. Throws when there is one of that marker: that is a bug. */
export function recordBatch({ database }: RunFile, { marker, modelId, items, at }: NewBatch): void {
  const work = (): void => {
    database.insert('batches', { marker, model_id: modelId, recorded_at: at });
    for (const [position, { customId, sampleId, round, key }] of items.entries()) {
      const item = { custom_id: customId, sample_id: sampleId, round, key };
      database.insert('batch_items', { marker, position, ...item });
    }
  };
  database.transaction(work, { isDurable: true });
}

/** Commits, durably, the provider's id of a batch. */
export function batchSubmitted(
  { database, clean }: RunFile,
  marker: string,
  { batchId, at }: { readonly batchId: string; readonly at: string },
): void {
  const sql = 'UPDATE batches SET batch_id = ?, submitted_at = ? WHERE marker = ?';
  database.transaction(() => database.run(sql, [clean.text(batchId), at, marker]), { isDurable: true });
}

/** Commits that nothing more is to come of a batch: all its replies are on file, or it is lost. */
export function batchEnded({ database }: RunFile, marker: string, at: string): void {
  database.run('UPDATE batches SET ended_at = ? WHERE marker = ?', [at, marker]);
}

interface BatchRow {
  readonly marker: string;
  readonly model_id: string;
  readonly recorded_at: string;
  readonly batch_id: string | null;
  readonly submitted_at: string | null;
}

/** The batches that have not ended, oldest first. */
export function openBatches(database: Database): StoredBatch[] {
  const rows = database.all<BatchRow>('SELECT * FROM batches WHERE ended_at IS NULL ORDER BY position');
  return rows.map((row) => ({
    marker: row.marker,
    modelId: row.model_id,
    items: readItems(database, row.marker),
    at: row.recorded_at,
    batchId: row.batch_id,
    submittedAt: row.submitted_at,
  }));
}

function readItems(database: Database, marker: string): StoredBatchItem[] {
  const rows = database.all<{ custom_id: string; sample_id: string; round: number; key: string }>(
    'SELECT custom_id, sample_id, round, key FROM batch_items WHERE marker = ? ORDER BY position',
    [marker],
  );
  return rows.map(({ custom_id: customId, sample_id: sampleId, round, key }) => ({
    customId,
    sampleId,
    round,
    key,
  }));
}
