import type { Outcome } from '../domain/outcome.ts';
import type { Rendered } from '../domain/rendered.ts';
import type { Grounding } from '../domain/subject.ts';
import type { Grade } from '../domain/verdict.ts';
import { sha256 } from '../util/sha256.ts';
import { putBlob } from './blobs.ts';
import type { Database } from './database.ts';
import { encodeGrounding } from './grounding-codec.ts';
import { toReadingColumn } from './reading-column.ts';
import type { RoundId, RunFile } from './run-file.ts';

/** Stages whose results are kept; replies are attempts. */
export type StoredStageName = 'render' | 'grade';

/** That a stage was done: its key, the inputs that the key is made of, and why it was done (again). */
export interface StageDone extends RoundId {
  readonly key: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly why: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The last time that a stage was done. `outcome` is what the round has now. */
export interface StoredStage {
  readonly key: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly resultHash: string;
  readonly outcome: Outcome;
}

/** The newest record of a stage; null when it was never done. */
export function findStage(database: Database, at: RoundId, stage: StoredStageName): StoredStage | null {
  const row = database.get<{ key: string; inputs: string; result_hash: string; outcome: Outcome }>(
    `SELECT key, inputs, result_hash, outcome FROM stages
     JOIN rounds ON rounds.sample_id = stages.sample_id AND rounds.round = stages.round
     WHERE stages.sample_id = ? AND stages.round = ? AND stages.stage = ? ORDER BY stages.id DESC LIMIT 1`,
    [at.sampleId, at.round, stage],
  );
  return row
    ? { key: row.key, inputs: JSON.parse(row.inputs), resultHash: row.result_hash, outcome: row.outcome }
    : null;
}

/** `turn`: which turn of the task the round answers, from 1. */
export type RenderDone = StageDone & { readonly attemptId: number; readonly turn?: number };

/**
 * Commits a picture (or why there is none) with its stage. The sample is unfinished until it is graded and, where the
 * picture is of another reply than before, concluded again. Returns the hash of what a grade depends on.
 */
export function recordRender({ database, clean }: RunFile, done: RenderDone, rendered: Rendered): string {
  const { outcome, stage, source, durationMs } = rendered;
  const reason = clean.text(rendered.reason);
  return database.transaction(() => {
    reopenSample(database, done);
    const scene = putBlob(database, 'scene', rendered.scene && clean.json(rendered.scene));
    const grounding = rendered.grounding && putGrounding({ database, clean }, rendered.grounding);
    const values = [
      ...[done.sampleId, done.round, done.turn ?? 1, done.attemptId, outcome, stage, reason],
      rendered.clean === null ? null : Number(rendered.clean),
      clean.textOrNull(source),
      clean.json(rendered.notes),
      durationMs,
      putBlob(database, 'log', clean.textOrNull(rendered.log)),
      putBlob(database, 'pdf', rendered.pdf),
      putBlob(database, 'png', rendered.png),
      scene,
      grounding,
    ];
    database.run(PUT_ROUND, values);
    const frames = putFrames({ database, clean }, done, rendered);
    const resultHash = sha256(JSON.stringify([outcome, reason, scene, grounding, ...frames]));
    recordStage({ database, clean }, 'render', { ...done, resultHash });
    return resultHash;
  });
}

/** Puts a round's picture, ungraded; values in the order of its columns. */
export const PUT_ROUND = `INSERT INTO rounds (sample_id, round, turn, attempt_id, outcome, stage, reason, clean, source, notes, render_ms,
    log_hash, pdf_hash, png_hash, scene_hash, grounding_hash, graded)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
  ON CONFLICT (sample_id, round) DO UPDATE SET turn = excluded.turn, attempt_id = excluded.attempt_id, outcome = excluded.outcome,
    stage = excluded.stage, reason = excluded.reason, clean = excluded.clean, source = excluded.source,
    notes = excluded.notes, render_ms = excluded.render_ms, log_hash = excluded.log_hash, pdf_hash = excluded.pdf_hash,
    png_hash = excluded.png_hash, scene_hash = excluded.scene_hash, grounding_hash = excluded.grounding_hash,
    graded = 0, spatial = NULL, is_full = NULL, reading = NULL, pixels = NULL`;

/** Another reply begins another conversation: rounds of the one before must not be shown with it. */
export function reopenSample(database: Database, { sampleId, round, attemptId }: RenderDone): void {
  database.run(
    `UPDATE samples SET final_round = NULL, note = NULL WHERE id = ?1 AND final_round >= ?2
     AND EXISTS (SELECT 1 FROM rounds WHERE sample_id = ?1 AND round = ?2 AND attempt_id <> ?3)`,
    [sampleId, round, attemptId],
  );
}

function putGrounding({ database, clean }: RunFile, grounding: Grounding): string {
  return putBlob(database, 'grounding', encodeGrounding(grounding, clean.json));
}

/** The frames after the first. Returns the hashes of what a grade depends on. */
function putFrames({ database, clean }: RunFile, { sampleId, round }: RoundId, rendered: Rendered): string[] {
  database.run('DELETE FROM frames WHERE sample_id = ? AND round = ?', [sampleId, round]);
  const frames = rendered.outcome === 'drawn' ? (rendered.laterFrames ?? []) : [];
  return frames.flatMap(({ png, scene, grounding }, index) => {
    const row = {
      png_hash: putBlob(database, 'png', png),
      scene_hash: putBlob(database, 'scene', clean.json(scene)),
      grounding_hash: putGrounding({ database, clean }, grounding),
    };
    database.insert('frames', { sample_id: sampleId, round, frame: index + 2, ...row });
    return [row.scene_hash, row.grounding_hash];
  });
}

/** Commits a grade with its stage. Throws when the round was never rendered: that is a bug. */
export function recordGrade({ database, clean }: RunFile, done: StageDone, grade: Grade): void {
  const { sampleId, round } = done;
  const { spatial, full, verdicts, reading, pixels } = grade;
  database.transaction(() => {
    const isFull = full === null ? null : Number(full);
    const update =
      'UPDATE rounds SET graded = 1, spatial = ?, is_full = ?, reading = ?, pixels = ? WHERE sample_id = ? AND round = ?';
    database.run(update, [
      spatial,
      isFull,
      toReadingColumn(reading),
      pixels ? JSON.stringify(pixels) : null,
      sampleId,
      round,
    ]);
    database.run('DELETE FROM verdicts WHERE sample_id = ? AND round = ?', [sampleId, round]);
    for (const [
      position,
      { id, check, skill, weight, outcome, margin, turn = null, ...said },
    ] of verdicts.entries()) {
      const reason = clean.text(said.reason);
      const evidence = clean.json(said.evidence);
      const verdict = { id, check_name: check, skill, weight, outcome, margin, reason, evidence, turn };
      database.insert('verdicts', { sample_id: sampleId, round, position, ...verdict });
    }
    recordStage({ database, clean }, 'grade', { ...done, resultHash: sha256(JSON.stringify(grade)) });
  });
}

/** Commits that a stage was done. */
export function recordStage(
  { database, clean }: RunFile,
  stage: StoredStageName,
  done: StageDone & { readonly resultHash: string },
): void {
  database.insert('stages', {
    sample_id: done.sampleId,
    round: done.round,
    stage,
    key: done.key,
    inputs: clean.json(done.inputs),
    result_hash: done.resultHash,
    why: clean.text(done.why),
    done_at: done.at,
  });
}
