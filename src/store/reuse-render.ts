import type { Outcome } from '../domain/outcome.ts';
import type { Database } from './database.ts';
import { PUT_ROUND, type RenderDone, recordStage, reopenSample } from './record-stage.ts';
import type { RunFile } from './run-file.ts';

/** The picture that a round was given: its outcome, and the hash of what a grade depends on. */
export interface ReusedRender {
  readonly outcome: Outcome;
  readonly resultHash: string;
}

const COLUMNS = `rounds.outcome, rounds.stage, reason, clean, source, notes, render_ms,
  log_hash, pdf_hash, png_hash, scene_hash, grounding_hash`;

/**
 * Gives a round the picture that another round of the run has from the same inputs, and commits it with its stage; null
 * when there is none. Models repeat themselves: the same reply is not drawn twice. Trouble of ours is never passed on.
 */
export function reuseRender({ database, clean }: RunFile, done: RenderDone): ReusedRender | null {
  const found = findTwin(database, done);
  if (!found) return null;
  const { result_hash: resultHash, ...row } = found;
  database.transaction(() => {
    reopenSample(database, done);
    const { sample_id: twin, round: twinRound, ...columns } = row;
    const { sampleId, round, turn = 1, attemptId } = done;
    database.run(PUT_ROUND, [sampleId, round, turn, attemptId, ...Object.values(columns)]);
    database.run(
      'DELETE FROM frames WHERE sample_id = ? AND round = ? AND NOT (sample_id = ? AND round = ?)',
      [...[sampleId, round], ...[twin ?? '', twinRound ?? 0]],
    );
    database.run(
      `INSERT OR IGNORE INTO frames (sample_id, round, frame, png_hash, scene_hash, grounding_hash)
       SELECT ?, ?, frame, png_hash, scene_hash, grounding_hash FROM frames WHERE sample_id = ? AND round = ?`,
      [sampleId, round, twin ?? '', twinRound ?? 0],
    );
    recordStage({ database, clean }, 'render', { ...done, resultHash });
  });
  return { outcome: row.outcome as Outcome, resultHash };
}

type TwinRow = Record<string, string | number | null> & { readonly result_hash: string };

/** A round whose newest drawing has this key. */
function findTwin(database: Database, { key }: RenderDone): TwinRow | undefined {
  return database.get<TwinRow>(
    `SELECT result_hash, rounds.sample_id, rounds.round, ${COLUMNS} FROM stages
     JOIN rounds ON rounds.sample_id = stages.sample_id AND rounds.round = stages.round
     WHERE stages.stage = 'render' AND stages.key = ? AND rounds.outcome NOT LIKE '%-trouble'
       AND stages.id = (SELECT max(id) FROM stages AS newest WHERE newest.stage = 'render'
         AND newest.sample_id = rounds.sample_id AND newest.round = rounds.round)
     LIMIT 1`,
    [key],
  );
}
