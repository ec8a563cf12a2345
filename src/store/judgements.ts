import type { Judgement } from '../domain/judgement.ts';
import type { RoundResult } from '../domain/run.ts';
import { sha256 } from '../util/sha256.ts';
import type { Database } from './database.ts';
import type { Positions } from './read-rounds.ts';
import type { RunFile } from './run-file.ts';

/** A judgement to keep. */
export interface JudgementDone {
  readonly sampleId: string;
  /** Hash of all that it follows from: answers, rubric, and how they are counted. */
  readonly key: string;
  /** What was judged: see `drawingOf`. */
  readonly drawing: string;
  readonly judgement: Judgement;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Hash of what a judge is shown of a sample: the pictures of its result, or that there is none. */
export function drawingOf({
  outcome,
  pngHash,
  laterPngHashes = [],
}: Pick<RoundResult, 'outcome' | 'pngHash' | 'laterPngHashes'>): string {
  return sha256(JSON.stringify([pngHash === null ? outcome : 'drawn', pngHash, ...laterPngHashes]));
}

/** Commits a judgement in the place of the one that this judge gave before. */
export function recordJudgement({ database, clean }: RunFile, done: JudgementDone): void {
  const { sampleId, key, drawing, judgement, at } = done;
  database.run('INSERT OR REPLACE INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?)', [
    sampleId,
    judgement.judgeId,
    key,
    drawing,
    judgement.likeness,
    clean.json(judgement),
    at,
  ]);
}

/** What a judge said of a sample last, of whatever picture and rubric; null where it said nothing yet. */
export function storedJudgement(
  database: Database,
  sampleId: string,
  judgeId: string,
): (StoredJudgement & { readonly key: string }) | null {
  const sql = 'SELECT key, drawing, body FROM judgements WHERE sample_id = ? AND judge_id = ?';
  const row = database.get<Omit<Row, 'sample_id'> & { key: string }>(sql, [sampleId, judgeId]);
  return row ? { key: row.key, drawing: row.drawing, judgement: JSON.parse(row.body) } : null;
}

interface Row {
  readonly sample_id: string;
  readonly drawing: string;
  readonly body: string;
}

/** By the rubric that the task has now. */
const IS_OF_TODAY =
  "json_extract(judgements.body, '$.rubricHash') IS json_extract(tasks.body, '$.rubric.hash')";
/** The judge was told since to leave out drawings of models of its own maker. */
const IS_LEFT_OUT =
  "(json_extract(judges.body, '$.skipsOwnFamily') AND json_extract(judgements.body, '$.isOwnFamily'))";

/** A judgement, and of which pictures it is. */
export interface StoredJudgement {
  readonly drawing: string;
  readonly judgement: Judgement;
}

/** The judgements that count of the samples of some positions, by their ids, each in the order of the judges. */
export function readJudgements(database: Database, positions: Positions): Map<string, StoredJudgement[]> {
  const rows = database.all<Row>(
    `SELECT sample_id, drawing, judgements.body FROM judgements
     JOIN samples ON samples.id = sample_id JOIN judges ON judges.id = judge_id
     JOIN tasks ON tasks.id = samples.task_id AND is_current = 1
     WHERE samples.position BETWEEN ? AND ? AND ${IS_OF_TODAY} AND NOT ${IS_LEFT_OUT}
     ORDER BY samples.position, judges.position`,
    positions,
  );
  const bySample = new Map<string, StoredJudgement[]>();
  for (const { sample_id, drawing, body } of rows) {
    const ofSample = bySample.get(sample_id) ?? [];
    bySample.set(sample_id, ofSample);
    ofSample.push({ drawing, judgement: JSON.parse(body) });
  }
  return bySample;
}

/** The judgements of the pictures that a sample has now. */
export function currentJudgements(
  stored: readonly StoredJudgement[] | undefined,
  result: Pick<RoundResult, 'outcome' | 'pngHash' | 'laterPngHashes'>,
): { readonly judgements?: readonly Judgement[] } {
  const drawing = drawingOf(result);
  const current = (stored ?? []).filter((one) => one.drawing === drawing);
  return current.length === 0 ? {} : { judgements: current.map(({ judgement }) => judgement) };
}
