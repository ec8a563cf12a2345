import type { Outcome } from '../domain/outcome.ts';
import type { Rendered } from '../domain/rendered.ts';
import type { Grade } from '../domain/verdict.ts';
import { sha256 } from '../util/sha256.ts';
import { getBlob, getText, putBlob } from './blobs.ts';
import type { Database } from './database.ts';
import { decodeGrounding, encodeGrounding } from './grounding-codec.ts';

/** Stages whose results are kept; replies are attempts. */
export type StoredStageName = 'render' | 'grade';

/** That a stage was done: its key, the inputs that the key is made of, and why it was done (again). */
export interface StageDone {
  readonly sampleId: string;
  readonly key: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly why: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The last time that a stage was done. `outcome` is what the sample has now. */
export interface StoredStage {
  readonly key: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly resultHash: string;
  readonly outcome: Outcome;
}

/** The newest record of a stage; null when it was never done. */
export function findStage(database: Database, sampleId: string, stage: StoredStageName): StoredStage | null {
  const row = database.get<{ key: string; inputs: string; result_hash: string; outcome: Outcome }>(
    `SELECT key, inputs, result_hash, outcome FROM stages JOIN samples ON samples.id = sample_id
     WHERE sample_id = ? AND stages.stage = ? ORDER BY stages.id DESC LIMIT 1`,
    [sampleId, stage],
  );
  return row
    ? { key: row.key, inputs: JSON.parse(row.inputs), resultHash: row.result_hash, outcome: row.outcome }
    : null;
}

/** Commits a picture (or why there is none) with its stage. The sample is unfinished until it is graded. Returns the hash of what a grade depends on. */
export function recordRender(
  database: Database,
  done: StageDone & { readonly attemptId: number },
  rendered: Rendered,
): string {
  return database.transaction(() => {
    const scene = putBlob(database, 'scene', rendered.scene && JSON.stringify(rendered.scene));
    const grounding = putBlob(
      database,
      'grounding',
      rendered.grounding && encodeGrounding(rendered.grounding),
    );
    const { outcome, stage, reason } = rendered;
    database.run(
      `UPDATE samples SET graded = 0, attempt_id = ?, outcome = ?, stage = ?, reason = ?, clean = ?, source = ?, notes = ?,
         render_ms = ?, log_hash = ?, pdf_hash = ?, png_hash = ?, scene_hash = ?, grounding_hash = ? WHERE id = ?`,
      [
        done.attemptId,
        outcome,
        stage,
        reason.toWellFormed(),
        rendered.clean === null ? null : Number(rendered.clean),
        rendered.source?.toWellFormed() ?? null,
        JSON.stringify(rendered.notes),
        rendered.durationMs,
        putBlob(database, 'log', rendered.log),
        putBlob(database, 'pdf', rendered.pdf),
        putBlob(database, 'png', rendered.png),
        scene,
        grounding,
        done.sampleId,
      ],
    );
    const resultHash = sha256(JSON.stringify([outcome, reason.toWellFormed(), scene, grounding]));
    insertStage(database, 'render', { ...done, resultHash });
    return resultHash;
  });
}

/** Commits a grade with its stage: the sample is finished. */
export function recordGrade(database: Database, done: StageDone, grade: Grade): void {
  database.transaction(() => {
    const { spatial, full, verdicts } = grade;
    const isFull = full === null ? null : Number(full);
    database.run('UPDATE samples SET graded = 1, spatial = ?, is_full = ? WHERE id = ?', [
      spatial,
      isFull,
      done.sampleId,
    ]);
    database.run('DELETE FROM verdicts WHERE sample_id = ?', [done.sampleId]);
    for (const [
      position,
      { id, check, skill, weight, outcome, margin, reason, evidence },
    ] of verdicts.entries()) {
      const values = [
        id,
        check,
        skill,
        weight,
        outcome,
        margin,
        reason.toWellFormed(),
        JSON.stringify(evidence),
      ];
      database.run('INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        done.sampleId,
        position,
        ...values,
      ]);
    }
    insertStage(database, 'grade', { ...done, resultHash: sha256(JSON.stringify(grade)) });
  });
}

/** What was recorded of a drawing. Throws when the sample was never rendered: that is a bug. */
export function readRendered(database: Database, sampleId: string): Rendered {
  const row = database.get<RenderRow>(
    `SELECT outcome, stage, reason, clean, source, notes, render_ms, log_hash, pdf_hash, png_hash, scene_hash, grounding_hash
     FROM samples WHERE id = ? AND outcome IS NOT NULL`,
    [sampleId],
  );
  if (!row) throw new Error(`${database.path}: ${sampleId} was never rendered`);
  const bytes = (hash: string | null): Uint8Array | null => (hash === null ? null : getBlob(database, hash));
  const scene = getText(database, row.scene_hash);
  const grounding = bytes(row.grounding_hash);
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
    durationMs: row.render_ms,
  } as Rendered;
}

interface RenderRow
  extends Record<
    'log_hash' | 'pdf_hash' | 'png_hash' | 'scene_hash' | 'grounding_hash' | 'source',
    string | null
  > {
  readonly outcome: Outcome;
  readonly stage: Rendered['stage'];
  readonly reason: string;
  readonly clean: number | null;
  readonly notes: string;
  readonly render_ms: number;
}

function insertStage(
  database: Database,
  stage: StoredStageName,
  done: StageDone & { readonly resultHash: string },
): void {
  database.run(
    'INSERT INTO stages (sample_id, stage, key, inputs, result_hash, why, done_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [done.sampleId, stage, done.key, JSON.stringify(done.inputs), done.resultHash, done.why, done.at],
  );
}
