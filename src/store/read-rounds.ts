import type { Outcome, Stage } from '../domain/outcome.ts';
import type { RoundSummary, RoundTexts } from '../domain/run.ts';
import type { Scene } from '../domain/scene.ts';
import { getText } from './blobs.ts';
import { lastText } from './conversation-codec.ts';
import type { Database } from './database.ts';
import { fromReadingColumn } from './reading-column.ts';
import { toVerdict, type VerdictRow } from './verdict-row.ts';

/** First and last position of some samples of the plan. */
export type Positions = readonly [first: number, last: number];

interface RoundRow {
  readonly sample_id: string;
  readonly round: number;
  readonly outcome: Outcome;
  readonly stage: Stage;
  readonly reason: string;
  readonly clean: number | null;
  readonly pdf_hash: string | null;
  readonly png_hash: string | null;
  readonly turn: number;
  /** JSON. */
  readonly later_png_hashes: string;
  readonly spatial: number | null;
  readonly is_full: number | null;
  readonly reading: string | null;
  /** JSON. */
  readonly pixels: string | null;
  readonly duration_ms: number;
}
type RoundVerdictRow = VerdictRow & { readonly sample_id: string; readonly round: number };
interface TextRow {
  readonly reply: string | null;
  readonly reasoning_hash: string | null;
  readonly source: string | null;
  readonly log_hash: string | null;
  readonly notes: string;
  readonly conversation_hash: string;
  readonly scene_hash: string | null;
}

/** The bulk of a round. */
export interface RoundBulk extends RoundTexts {
  readonly prompt: string | null;
  readonly scene: Scene | null;
}

/** The rounds of these samples' conversations as they were concluded. */
const OF_SAMPLES = `FROM samples JOIN rounds ON rounds.sample_id = samples.id AND rounds.round <= samples.final_round`;
const IN_ORDER = 'WHERE samples.position BETWEEN ? AND ? ORDER BY samples.position, rounds.round';

/** The rounds of concluded samples by their ids, each sample's in their order. */
export function readRounds(database: Database, positions: Positions): Map<string, RoundSummary[]> {
  const verdicts = Map.groupBy(readVerdicts(database, positions), roundKey);
  const rows = database.all<RoundRow>(
    `SELECT rounds.sample_id, rounds.round, rounds.outcome, stage, reason, clean, pdf_hash, png_hash, spatial, is_full, reading, pixels, turn,
       (SELECT json_group_array(png_hash) FROM (SELECT png_hash FROM frames WHERE frames.sample_id = rounds.sample_id
         AND frames.round = rounds.round ORDER BY frame)) AS later_png_hashes,
       attempts.duration_ms + render_ms AS duration_ms
     ${OF_SAMPLES} JOIN attempts ON attempts.id = attempt_id ${IN_ORDER}`,
    positions,
  );
  const rounds = new Map<string, RoundSummary[]>();
  for (const row of rows) {
    const ofSample = rounds.get(row.sample_id) ?? [];
    rounds.set(row.sample_id, ofSample);
    ofSample.push(toRound(row, verdicts.get(roundKey(row)) ?? []));
  }
  return rounds;
}

function readVerdicts(database: Database, positions: Positions): RoundVerdictRow[] {
  return database.all<RoundVerdictRow>(
    `SELECT verdicts.sample_id, verdicts.round, verdicts.id, check_name, skill, weight, verdicts.outcome, margin,
       verdicts.reason, evidence, verdicts.turn
     ${OF_SAMPLES} JOIN verdicts ON verdicts.sample_id = rounds.sample_id AND verdicts.round = rounds.round
     ${IN_ORDER}, verdicts.position`,
    positions,
  );
}

function roundKey({ sample_id, round }: { readonly sample_id: string; readonly round: number }): string {
  return `${round} ${sample_id}`;
}

function toRound(row: RoundRow, verdicts: readonly VerdictRow[]): RoundSummary {
  const laterPngHashes = JSON.parse(row.later_png_hashes);
  return {
    round: row.round,
    ...(row.turn > 1 && { turn: row.turn }),
    outcome: row.outcome,
    clean: toBoolean(row.clean),
    stage: row.stage,
    reason: row.reason,
    pdfHash: row.pdf_hash,
    pngHash: row.png_hash,
    ...(laterPngHashes.length > 0 && { laterPngHashes }),
    grade: {
      spatial: row.spatial,
      full: toBoolean(row.is_full),
      verdicts: verdicts.map(toVerdict),
      ...fromReadingColumn(row.reading),
      ...(row.pixels !== null && { pixels: JSON.parse(row.pixels) }),
    },
    durationMs: row.duration_ms,
  };
}

/** The bulk of the same rounds of one sample, in the same order. */
export function readBulk(database: Database, position: number): RoundBulk[] {
  const rows = database.all<TextRow>(
    `SELECT reply, reasoning_hash, source, log_hash, notes, conversation_hash, scene_hash
     ${OF_SAMPLES} JOIN attempts ON attempts.id = attempt_id ${IN_ORDER}`,
    [position, position],
  );
  return rows.map((row) => ({
    reply: row.reply,
    reasoning: getText(database, row.reasoning_hash),
    source: row.source,
    log: getText(database, row.log_hash),
    notes: JSON.parse(row.notes),
    prompt: lastText(getText(database, row.conversation_hash) ?? '[]'),
    scene: JSON.parse(getText(database, row.scene_hash) ?? 'null'),
  }));
}

function toBoolean(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}
