import { recordStage, type StageDone } from './record-stage.ts';
import type { RunFile } from './run-file.ts';

/**
 * Gives a round the grade that another round of the run has for the same drawing by the same criteria, and commits it with
 * its stage. False when there is none.
 */
export function reuseGrade({ database, clean }: RunFile, done: StageDone): boolean {
  const { sampleId, round } = done;
  const twin = database.get<Twin>(
    `SELECT stages.sample_id, stages.round, result_hash FROM stages
     JOIN rounds ON rounds.sample_id = stages.sample_id AND rounds.round = stages.round
     WHERE stages.stage = 'grade' AND stages.key = ?1 AND graded = 1 AND NOT (stages.sample_id = ?2 AND stages.round = ?3)
       AND stages.id = (SELECT max(id) FROM stages AS newest WHERE newest.stage = 'grade'
         AND newest.sample_id = rounds.sample_id AND newest.round = rounds.round)
     LIMIT 1`,
    [done.key, sampleId, round],
  );
  if (!twin) return false;
  const from = [twin.sample_id, twin.round];
  database.transaction(() => {
    database.run(
      `UPDATE rounds SET graded = 1, (spatial, is_full, reading, pixels) =
         (SELECT spatial, is_full, reading, pixels FROM rounds AS twin WHERE twin.sample_id = ? AND twin.round = ?)
       WHERE sample_id = ? AND round = ?`,
      [...from, sampleId, round],
    );
    database.run('DELETE FROM verdicts WHERE sample_id = ? AND round = ?', [sampleId, round]);
    database.run(
      `INSERT INTO verdicts (sample_id, round, position, ${COLUMNS})
       SELECT ?, ?, position, ${COLUMNS} FROM verdicts WHERE sample_id = ? AND round = ?`,
      [sampleId, round, ...from],
    );
    recordStage({ database, clean }, 'grade', { ...done, resultHash: twin.result_hash });
  });
  return true;
}

interface Twin {
  readonly sample_id: string;
  readonly round: number;
  readonly result_hash: string;
}

const COLUMNS = 'id, check_name, skill, weight, outcome, margin, reason, evidence, turn';
