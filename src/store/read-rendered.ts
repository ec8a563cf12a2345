import type { Outcome } from '../domain/outcome.ts';
import type { LaterFrame, Rendered } from '../domain/rendered.ts';
import { getBlob, getText } from './blobs.ts';
import type { Database } from './database.ts';
import { decodeGrounding } from './grounding-codec.ts';
import type { RoundId } from './run-file.ts';

type Nullable = 'log_hash' | 'pdf_hash' | 'png_hash' | 'scene_hash' | 'grounding_hash' | 'source';

interface RenderRow extends Record<Nullable, string | null> {
  readonly outcome: Outcome;
  readonly stage: Rendered['stage'];
  readonly reason: string;
  readonly clean: number | null;
  readonly notes: string;
  readonly render_ms: number;
}

/** What became of a round's drawing, and from which attempt it was made. */
export interface DrawnOutcome {
  readonly attemptId: number;
  readonly outcome: Outcome;
  /** Whether TeX reported no error; null where it did not run. */
  readonly clean: boolean | null;
}

/** Null while the round has no drawing. */
export function drawnOutcome(database: Database, { sampleId, round }: RoundId): DrawnOutcome | null {
  const row = database.get<{ attempt_id: number; outcome: Outcome; clean: number | null }>(
    'SELECT attempt_id, outcome, clean FROM rounds WHERE sample_id = ? AND round = ?',
    [sampleId, round],
  );
  if (!row) return null;
  const { attempt_id: attemptId, outcome, clean } = row;
  return { attemptId, outcome, clean: clean === null ? null : clean === 1 };
}

/** Hash of where the subjects of a round's drawing are; null where there is no drawing. */
export function groundingHash(database: Database, { sampleId, round }: RoundId): string | null {
  const sql = 'SELECT grounding_hash FROM rounds WHERE sample_id = ? AND round = ?';
  const row = database.get<{ grounding_hash: string | null }>(sql, [sampleId, round]);
  return row?.grounding_hash ?? null;
}

/** What was recorded of a drawing. Throws when the round was never rendered: that is a bug. */
export function readRendered(database: Database, { sampleId, round }: RoundId): Rendered {
  const row = database.get<RenderRow>(
    `SELECT outcome, stage, reason, clean, source, notes, render_ms, log_hash, pdf_hash, png_hash, scene_hash, grounding_hash
     FROM rounds WHERE sample_id = ? AND round = ?`,
    [sampleId, round],
  );
  if (!row) throw new Error(`${database.path}: round ${round} of ${sampleId} was never rendered`);
  const bytes = (hash: string | null): Uint8Array | null => (hash === null ? null : getBlob(database, hash));
  const scene = getText(database, row.scene_hash);
  const grounding = bytes(row.grounding_hash);
  const laterFrames = readLaterFrames(database, { sampleId, round });
  // The row was written from a Rendered, so its nulls are those of one.
  return {
    outcome: row.outcome,
    stage: row.stage,
    reason: row.reason,
    clean: row.clean === null ? null : row.clean === 1,
    notes: JSON.parse(row.notes),
    source: row.source,
    log: getText(database, row.log_hash),
    pdf: bytes(row.pdf_hash),
    png: bytes(row.png_hash),
    scene: scene === null ? null : JSON.parse(scene),
    grounding: grounding && decodeGrounding(grounding),
    ...(laterFrames.length > 0 && { laterFrames }),
    durationMs: row.render_ms,
  } as Rendered;
}

interface FrameRow {
  readonly png_hash: string;
  readonly scene_hash: string;
  readonly grounding_hash: string;
}

function readLaterFrames(database: Database, { sampleId, round }: RoundId): LaterFrame[] {
  const rows = database.all<FrameRow>(
    'SELECT png_hash, scene_hash, grounding_hash FROM frames WHERE sample_id = ? AND round = ? ORDER BY frame',
    [sampleId, round],
  );
  return rows.map((row) => ({
    png: getBlob(database, row.png_hash),
    scene: JSON.parse(getText(database, row.scene_hash) ?? 'null'),
    grounding: decodeGrounding(getBlob(database, row.grounding_hash)),
  }));
}
