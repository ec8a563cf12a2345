import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Rendered } from '../domain/rendered.ts';
import { type Cell, type RunInfo, type SampleRecord, type SampleSummary, sampleId } from '../domain/run.ts';
import type { Task } from '../domain/task.ts';
import { UsageError } from '../domain/usage-error.ts';
import type { Grade } from '../domain/verdict.ts';
import { makeFolder } from '../util/make-folder.ts';
import { getBlob } from './blobs.ts';
import { type Database, openDatabase } from './database.ts';
import { explainFolder } from './explain-error.ts';
import { migrate, requireRunFile } from './migrations.ts';
import { listSamples, listSummaries, readSample } from './read-samples.ts';
import { type Attempt, findReply, recordReply, type StoredReply } from './record-reply.ts';
import {
  findStage,
  readRendered,
  recordGrade,
  recordRender,
  type StageDone,
  type StoredStage,
  type StoredStageName,
} from './record-stage.ts';
import {
  type RunDescription,
  readRunInfo,
  readSettings,
  readTasks,
  writeDescription,
} from './run-description.ts';
import { lockForWriting } from './writer-lock.ts';

/** A run to look at, also while another process writes it. Each method throws UsageError when the file is damaged. */
export interface RunReader extends Disposable {
  readonly folder: string;
  runInfo(): RunInfo;
  settings(): unknown;
  /** The tasks as they were run last, whole. */
  tasks(): Task[];
  counts(): { readonly planned: number; readonly finished: number };
  /** Finished samples only: null where there is none of that id. */
  readSample(id: string): SampleRecord | null;
  /** Finished samples in the order of the plan, one in memory at a time. */
  listSamples(): Iterable<SampleRecord>;
  listSummaries(): Iterable<SampleSummary>;
  readBlob(hash: string): Uint8Array;
}

/** A run to write: the only writer of its folder. Each method commits before it returns, whole or not at all; a full disk is a UsageError. */
export interface RunStore extends RunReader {
  describe(description: RunDescription): void;
  /** Adds what is not there yet; never takes anything away. */
  addCells(cells: readonly Cell[]): void;
  findReply(sampleId: string, key: string): StoredReply | null;
  recordReply(attempt: Attempt): void;
  findStage(sampleId: string, stage: StoredStageName): StoredStage | null;
  recordRender(done: StageDone & { readonly attemptId: number }, rendered: Rendered): string;
  readRendered(sampleId: string): Rendered;
  isGraded(sampleId: string): boolean;
  recordGrade(done: StageDone, grade: Grade): void;
  /** Says when the run ended, unless it says so already and nothing was done since. ISO 8601, UTC. */
  finish(at: string): void;
}

const FILE = 'run.sqlite';

/** Makes the run file of a folder, or opens it to go on. Throws UsageError when that can't be, or another process writes it. */
export function createRunStore(folder: string): RunStore {
  makeRunFolder(folder);
  const lock = lockForWriting(folder, process.pid);
  try {
    const database = openDatabase(join(folder, FILE), { readOnly: false });
    try {
      requireRunFile(database, { readOnly: false });
      migrate(database);
      return writer(database, { folder, lock });
    } catch (error) {
      database[Symbol.dispose]();
      throw error;
    }
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

function makeRunFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw explainFolder(error, folder);
  }
}

/** Opens the run file of a folder. Throws UsageError when there is none, or it is something else. */
export function openRunStore(folder: string, options: { readonly readOnly: true }): RunReader;
export function openRunStore(folder: string, options?: { readonly readOnly?: false }): RunStore;
export function openRunStore(
  folder: string,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): RunReader {
  const path = join(folder, FILE);
  if (!existsSync(path)) {
    throw new UsageError(`${folder}: expected the folder of a run, but it holds no ${FILE}.`, {
      remedy: 'Name the folder that was given to `otterbench run --out`.',
    });
  }
  if (!readOnly) return createRunStore(folder);
  const database = openDatabase(path, { readOnly: true });
  try {
    requireRunFile(database, { readOnly: true });
    return { ...reader(database, folder), [Symbol.dispose]: () => database[Symbol.dispose]() };
  } catch (error) {
    database[Symbol.dispose]();
    throw error;
  }
}

function reader(database: Database, folder: string): Omit<RunReader, typeof Symbol.dispose> {
  return {
    folder,
    runInfo: () => readRunInfo(database),
    settings: () => readSettings(database),
    tasks: () => readTasks(database),
    counts: () => ({
      ...(database.get<{ planned: number; finished: number }>(
        'SELECT count(*) AS planned, coalesce(sum(graded), 0) AS finished FROM samples',
      ) ?? { planned: 0, finished: 0 }),
    }),
    readSample: (id) => readSample(database, id),
    listSamples: () => listSamples(database),
    listSummaries: () => listSummaries(database),
    readBlob: (hash) => getBlob(database, hash),
  };
}

function writer(database: Database, { folder, lock }: { folder: string; lock: Disposable }): RunStore {
  return {
    ...reader(database, folder),
    describe: (description) => database.transaction(() => writeDescription(database, description)),
    addCells: (cells) => addCells(database, cells),
    findReply: (id, key) => findReply(database, id, key),
    recordReply: (attempt) => recordReply(database, attempt),
    findStage: (id, stage) => findStage(database, id, stage),
    recordRender: (done, rendered) => recordRender(database, done, rendered),
    readRendered: (id) => readRendered(database, id),
    isGraded: (id) => database.get('SELECT 1 FROM samples WHERE id = ? AND graded = 1', [id]) !== undefined,
    recordGrade: (done, grade) => recordGrade(database, done, grade),
    finish: (at) => database.run('UPDATE run SET finished_at = ? WHERE finished_at IS NULL', [at]),
    [Symbol.dispose]: () => {
      database[Symbol.dispose]();
      lock[Symbol.dispose]();
    },
  };
}

function addCells(database: Database, cells: readonly Cell[]): void {
  database.transaction(() => {
    for (const cell of cells) {
      database.run(
        'INSERT OR IGNORE INTO samples (id, task_id, model_id, track, number) VALUES (?, ?, ?, ?, ?)',
        [sampleId(cell), cell.taskId, cell.modelId, cell.track, cell.number],
      );
    }
  });
}
