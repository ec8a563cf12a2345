import type { Outcome, Stage } from '../domain/outcome.ts';
import type { SampleRecord, SampleSummary } from '../domain/run.ts';
import type { Track } from '../domain/task.ts';
import type { Grade, Verdict } from '../domain/verdict.ts';
import { getBlob, getText } from './blobs.ts';
import type { Database } from './database.ts';

interface LightRow {
  readonly position: number;
  readonly id: string;
  readonly task_id: string;
  readonly model_id: string;
  readonly track: Track;
  readonly number: number;
  readonly outcome: Outcome;
  readonly stage: Stage;
  readonly reason: string;
  readonly clean: number | null;
  readonly pdf_hash: string | null;
  readonly png_hash: string | null;
  readonly spatial: number | null;
  readonly is_full: number | null;
  readonly attempts: number;
  readonly duration_ms: number;
}
interface BulkRow extends LightRow {
  readonly reply: string | null;
  readonly source: string | null;
  readonly notes: string;
  readonly log_hash: string | null;
  readonly scene_hash: string | null;
}
type VerdictRow = Omit<Verdict, 'check' | 'evidence'> & {
  readonly check_name: string;
  readonly evidence: string;
};

const LIGHT = `position, samples.id, task_id, model_id, track, samples.number, samples.outcome, stage, reason, clean,
  pdf_hash, png_hash, spatial, is_full, (SELECT count(*) FROM attempts WHERE sample_id = samples.id) AS attempts,
  coalesce(current.duration_ms, 0) + coalesce(render_ms, 0) AS duration_ms`;
const BULK = `${LIGHT}, current.reply, source, notes, log_hash, scene_hash`;
const FROM = 'FROM samples LEFT JOIN attempts AS current ON current.id = attempt_id WHERE graded = 1';

/** How many rows are read at once: no statement stays open while the caller works, so others may write between. */
const PAGE_ROWS = 100;

/** A finished sample with its bulk, or null where there is none of that id. */
export function readSample(database: Database, id: string): SampleRecord | null {
  const row = database.get<BulkRow>(`SELECT ${BULK} ${FROM} AND samples.id = ?`, [id]);
  return row ? toRecord(database, row) : null;
}

/** All finished samples in the order of the plan, one in memory at a time. */
export function* listSamples(database: Database): Generator<SampleRecord> {
  for (const { id } of pages<{ position: number; id: string }>(database, 'position, samples.id')) {
    const record = readSample(database, id);
    if (record) yield record;
  }
}

/** The same without their bulk. */
export function* listSummaries(database: Database): Generator<SampleSummary> {
  for (const row of pages<LightRow>(database, LIGHT)) yield toSummary(database, row);
}

function* pages<Row extends { readonly position: number }>(
  database: Database,
  columns: string,
): Generator<Row> {
  const sql = `SELECT ${columns} ${FROM} AND position > ? ORDER BY position LIMIT ${PAGE_ROWS}`;
  let rows = database.all<Row>(sql, [0]);
  while (rows.length > 0) {
    yield* rows;
    rows = database.all<Row>(sql, [rows.at(-1)?.position ?? 0]);
  }
}

function toSummary(database: Database, row: LightRow): SampleSummary {
  return {
    id: row.id,
    taskId: row.task_id,
    modelId: row.model_id,
    track: row.track,
    number: row.number,
    outcome: row.outcome,
    clean: toBoolean(row.clean),
    stage: row.stage,
    reason: row.reason,
    pdfHash: row.pdf_hash,
    pngHash: row.png_hash,
    grade: readGrade(database, row),
    attempts: row.attempts,
    durationMs: row.duration_ms,
  };
}

function toRecord(database: Database, row: BulkRow): SampleRecord {
  return {
    ...toSummary(database, row),
    reply: row.reply,
    source: row.source,
    log: getText(database, row.log_hash),
    notes: JSON.parse(row.notes),
    scene:
      row.scene_hash === null ? null : JSON.parse(Buffer.from(getBlob(database, row.scene_hash)).toString()),
  };
}

function readGrade(database: Database, row: LightRow): Grade {
  const verdicts = database.all<VerdictRow>(
    `SELECT id, check_name, skill, weight, outcome, margin, reason, evidence
     FROM verdicts WHERE sample_id = ? ORDER BY position`,
    [row.id],
  );
  return {
    spatial: row.spatial,
    full: toBoolean(row.is_full),
    verdicts: verdicts.map(({ check_name: check, evidence, ...rest }) => ({
      ...rest,
      check,
      evidence: JSON.parse(evidence),
    })),
  };
}

function toBoolean(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}
