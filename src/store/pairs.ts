import type { PairVerdict } from '../domain/pair.ts';
import { sha256 } from '../util/sha256.ts';
import type { Database } from './database.ts';
import type { RunFile } from './run-file.ts';

/** A verdict on a pair to keep. */
export interface PairDone {
  /** Hash of all that it follows from. */
  readonly key: string;
  /** Of which pictures it is: `drawingOf` both samples. */
  readonly drawings: readonly [string, string];
  readonly verdict: PairVerdict;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Commits a verdict in the place of the one that this judge gave on the pair before. */
export function recordPair({ database, clean }: RunFile, { key, drawings, verdict, at }: PairDone): void {
  database.run('INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?, ?, ?, ?)', [
    verdict.judgeId,
    verdict.firstId,
    verdict.secondId,
    key,
    bothOf(drawings),
    clean.json(verdict),
    at,
  ]);
}

/** A verdict with the pictures that it is of. */
export interface StoredPair {
  readonly verdict: PairVerdict;
  readonly key: string;
  readonly isOf: (drawings: readonly [string, string]) => boolean;
}

/** All verdicts on pairs, a judge after the other. */
export function readPairs(database: Database): StoredPair[] {
  const rows = database.all<{ key: string; drawings: string; body: string }>(
    `SELECT key, drawings, pairs.body FROM pairs JOIN judges ON judges.id = judge_id
     ORDER BY judges.position, first_id, second_id`,
  );
  return rows.map(({ key, drawings, body }) => ({
    key,
    verdict: JSON.parse(body),
    isOf: (both) => bothOf(both) === drawings,
  }));
}

function bothOf(drawings: readonly [string, string]): string {
  return sha256(JSON.stringify(drawings));
}
