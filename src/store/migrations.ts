import { UsageError } from '../domain/usage-error.ts';
import type { Database } from './database.ts';
import { pragma } from './pragma.ts';

/** "ottr" in ASCII: marks an SQLite file as a run file. */
const APPLICATION_ID = 0x6f747472;

/**
 * One step a version of the file; never changed once released. `tasks` keeps every version that was run; `stages` every time
 * a stage was done; `attempts` every request. A sample is concluded while it has a `final_round`; a round's `graded` is 0
 * while its picture is newer than its grade. `cost_usd` null: not known. What a provider counts is REAL, so that no
 * odd number of it can keep a reply that is paid for out of the file. `frames` holds those of a moving scene after the first.
 * `reading`: empty where the task has readings and the drawing is none of them, null where the task has none. `given`: the picture that an edit task begins with.
 * `judge_attempts` is what judges were asked, for the sample for which it was asked first: another one with the same picture
 * uses it, too. `pixels`: see Grade. `repeats`: which earlier sample of its cell shows the same, null for none. `drawing` and `drawings`: which pictures were judged; a judgement of another one is not shown. New work reopens a finished run.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE run (
     only INTEGER PRIMARY KEY CHECK (only = 1),
     id TEXT NOT NULL, title TEXT NOT NULL, started_at TEXT NOT NULL, finished_at TEXT,
     sandbox TEXT NOT NULL, versions TEXT NOT NULL, tracks TEXT NOT NULL,
     samples_per_cell INTEGER NOT NULL, settings TEXT NOT NULL
   ) STRICT;
   CREATE TABLE tasks (
     position INTEGER PRIMARY KEY, id TEXT NOT NULL, hash TEXT NOT NULL,
     is_current INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (id, hash)
   ) STRICT;
   CREATE TABLE models (
     position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, disclosure TEXT, settings TEXT, facts TEXT
   ) STRICT;
   CREATE TABLE blobs (
     hash TEXT PRIMARY KEY, kind TEXT NOT NULL, is_deflated INTEGER NOT NULL, bytes BLOB NOT NULL
   ) STRICT;
   CREATE TABLE samples (
     position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
     task_id TEXT NOT NULL, model_id TEXT NOT NULL, track TEXT NOT NULL, number INTEGER NOT NULL,
     final_round INTEGER, note TEXT,
     FOREIGN KEY (id, final_round) REFERENCES rounds (sample_id, round)
   ) STRICT;
   CREATE TABLE attempts (
     id INTEGER PRIMARY KEY, sample_id TEXT NOT NULL REFERENCES samples (id),
     round INTEGER NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL,
     system_prompt_hash TEXT NOT NULL REFERENCES blobs (hash), conversation_hash TEXT NOT NULL REFERENCES blobs (hash),
     started_at TEXT NOT NULL, duration_ms REAL NOT NULL,
     is_request INTEGER NOT NULL, is_cached INTEGER NOT NULL, is_batch INTEGER NOT NULL, cost_usd REAL,
     outcome TEXT NOT NULL, reply TEXT, note TEXT NOT NULL,
     trouble_kind TEXT, status REAL, retry_after_ms REAL,
     has_facts INTEGER NOT NULL, reasoning_hash TEXT REFERENCES blobs (hash), stop_reason TEXT,
     input_tokens REAL, output_tokens REAL, reasoning_tokens REAL, cached_input_tokens REAL,
     latency_ms REAL, first_token_ms REAL, request_id TEXT, served_by TEXT, stated_cost_usd REAL,
     raw_hash TEXT REFERENCES blobs (hash),
     UNIQUE (sample_id, round, number)
   ) STRICT;
   CREATE TABLE rounds (
     sample_id TEXT NOT NULL REFERENCES samples (id), round INTEGER NOT NULL,
     attempt_id INTEGER NOT NULL REFERENCES attempts (id),
     outcome TEXT NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL, clean INTEGER, source TEXT, notes TEXT NOT NULL,
     render_ms REAL NOT NULL,
     log_hash TEXT REFERENCES blobs (hash), pdf_hash TEXT REFERENCES blobs (hash), png_hash TEXT REFERENCES blobs (hash),
     scene_hash TEXT REFERENCES blobs (hash), grounding_hash TEXT REFERENCES blobs (hash),
     graded INTEGER NOT NULL, spatial REAL, is_full INTEGER,
     PRIMARY KEY (sample_id, round)
   ) STRICT;
   CREATE TABLE stages (
     id INTEGER PRIMARY KEY, sample_id TEXT NOT NULL, round INTEGER NOT NULL, stage TEXT NOT NULL,
     key TEXT NOT NULL, inputs TEXT NOT NULL, result_hash TEXT NOT NULL, why TEXT NOT NULL, done_at TEXT NOT NULL,
     FOREIGN KEY (sample_id, round) REFERENCES rounds (sample_id, round)
   ) STRICT;
   CREATE INDEX stages_of_round ON stages (sample_id, round, stage);
   CREATE INDEX stages_of_key ON stages (stage, key);
   CREATE TABLE verdicts (
     sample_id TEXT NOT NULL, round INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL,
     check_name TEXT NOT NULL, skill TEXT NOT NULL, weight REAL NOT NULL, outcome TEXT NOT NULL,
     margin REAL, reason TEXT NOT NULL, evidence TEXT NOT NULL, PRIMARY KEY (sample_id, round, position),
     FOREIGN KEY (sample_id, round) REFERENCES rounds (sample_id, round)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE batches (
     position INTEGER PRIMARY KEY, marker TEXT NOT NULL UNIQUE, model_id TEXT NOT NULL, recorded_at TEXT NOT NULL,
     batch_id TEXT, submitted_at TEXT, ended_at TEXT
   ) STRICT;
   CREATE TABLE batch_items (
     marker TEXT NOT NULL REFERENCES batches (marker), position INTEGER NOT NULL, custom_id TEXT NOT NULL,
     sample_id TEXT NOT NULL REFERENCES samples (id), round INTEGER NOT NULL, key TEXT NOT NULL,
     PRIMARY KEY (marker, position)
   ) STRICT, WITHOUT ROWID;
   CREATE TRIGGER cell_reopens AFTER INSERT ON samples BEGIN UPDATE run SET finished_at = NULL; END;
   CREATE TRIGGER attempt_reopens AFTER INSERT ON attempts BEGIN UPDATE run SET finished_at = NULL; END;
   CREATE TRIGGER stage_reopens AFTER INSERT ON stages BEGIN UPDATE run SET finished_at = NULL; END;`,
  `ALTER TABLE rounds ADD COLUMN turn INTEGER NOT NULL DEFAULT 1;
   ALTER TABLE verdicts ADD COLUMN turn INTEGER;
   CREATE TABLE frames (
     sample_id TEXT NOT NULL, round INTEGER NOT NULL, frame INTEGER NOT NULL,
     png_hash TEXT NOT NULL REFERENCES blobs (hash), scene_hash TEXT NOT NULL REFERENCES blobs (hash),
     grounding_hash TEXT NOT NULL REFERENCES blobs (hash), PRIMARY KEY (sample_id, round, frame),
     FOREIGN KEY (sample_id, round) REFERENCES rounds (sample_id, round)
   ) STRICT, WITHOUT ROWID;`,
  `ALTER TABLE rounds ADD COLUMN reading TEXT;
   CREATE TABLE given (task_hash TEXT PRIMARY KEY, png_hash TEXT NOT NULL REFERENCES blobs (hash)) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE judges (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
   CREATE TABLE judge_attempts (
     id INTEGER PRIMARY KEY, judge_id TEXT NOT NULL, sample_id TEXT NOT NULL REFERENCES samples (id),
     kind TEXT NOT NULL, vote INTEGER NOT NULL, key TEXT NOT NULL, topics TEXT NOT NULL,
     system_prompt_hash TEXT NOT NULL REFERENCES blobs (hash), conversation_hash TEXT NOT NULL REFERENCES blobs (hash),
     started_at TEXT NOT NULL, duration_ms REAL NOT NULL,
     is_request INTEGER NOT NULL, is_cached INTEGER NOT NULL, is_batch INTEGER NOT NULL, cost_usd REAL,
     outcome TEXT NOT NULL, reply TEXT, note TEXT NOT NULL,
     trouble_kind TEXT, status REAL, retry_after_ms REAL,
     has_facts INTEGER NOT NULL, reasoning_hash TEXT REFERENCES blobs (hash), stop_reason TEXT,
     input_tokens REAL, output_tokens REAL, reasoning_tokens REAL, cached_input_tokens REAL,
     latency_ms REAL, first_token_ms REAL, request_id TEXT, served_by TEXT, stated_cost_usd REAL,
     raw_hash TEXT REFERENCES blobs (hash)
   ) STRICT;
   CREATE INDEX judge_attempts_of_key ON judge_attempts (key);
   CREATE TABLE judgements (
     sample_id TEXT NOT NULL REFERENCES samples (id), judge_id TEXT NOT NULL, key TEXT NOT NULL, drawing TEXT NOT NULL,
     likeness REAL, body TEXT NOT NULL, done_at TEXT NOT NULL, PRIMARY KEY (sample_id, judge_id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE pairs (
     judge_id TEXT NOT NULL, first_id TEXT NOT NULL REFERENCES samples (id), second_id TEXT NOT NULL REFERENCES samples (id),
     key TEXT NOT NULL, drawings TEXT NOT NULL, body TEXT NOT NULL, done_at TEXT NOT NULL,
     PRIMARY KEY (judge_id, first_id, second_id)
   ) STRICT, WITHOUT ROWID;
   ALTER TABLE rounds ADD COLUMN pixels TEXT;
   CREATE TABLE repeats (
     sample_id TEXT PRIMARY KEY REFERENCES samples (id), drawing TEXT NOT NULL, of_id TEXT REFERENCES samples (id)
   ) STRICT, WITHOUT ROWID;
   CREATE TRIGGER judge_attempt_reopens AFTER INSERT ON judge_attempts BEGIN UPDATE run SET finished_at = NULL; END;`,
];

/** Throws UsageError unless the database is a run file of this version, or, where that is allowed, empty or older. */
export function requireRunFile(database: Database, { readOnly }: { readonly readOnly: boolean }): void {
  const version = Number(pragma(database, 'user_version'));
  const isEmpty = pragma(database, 'page_count') === 0;
  if (!(isEmpty && !readOnly) && pragma(database, 'application_id') !== APPLICATION_ID) {
    const remedy = 'Name the folder of a run, or another folder.';
    throw new UsageError(
      `${database.path} is not a run file: ${isEmpty ? 'it is empty' : 'it is a database of something else'}.`,
      { remedy },
    );
  }
  if (version > MIGRATIONS.length) {
    throw new UsageError(
      `${database.path} has version ${version} of the run file; this otterbench knows versions up to ${MIGRATIONS.length}.`,
      { remedy: 'Update otterbench.' },
    );
  }
  if (readOnly && version < MIGRATIONS.length) {
    const remedy =
      'Run the sweep again on this folder, or otterbench regrade, which asks no model: both bring the file up to date.';
    throw new UsageError(
      `${database.path} has version ${version} of the run file; ${MIGRATIONS.length} is needed.`,
      { remedy },
    );
  }
}

/**
 * Brings a run file up to the newest version, each step whole or not at all. From then on a commit is not waited for until
 * the disk has it, but for those that are durable: see RunStore.
 */
export function migrate(database: Database): void {
  database.script('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  for (let version = Number(pragma(database, 'user_version')); version < MIGRATIONS.length; version += 1) {
    database.transaction(() => {
      database.script(MIGRATIONS[version] ?? '');
      database.script(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + 1}`);
    });
  }
}
