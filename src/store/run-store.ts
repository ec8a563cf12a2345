import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../domain/outcome.ts';
import type { Rendered } from '../domain/rendered.ts';
import {
  type Cell,
  type RunInfo,
  type RunJudge,
  type SampleRecord,
  type SampleSummary,
  sampleId,
} from '../domain/run.ts';
import type { Task } from '../domain/task.ts';
import { UsageError } from '../domain/usage-error.ts';
import type { Grade, Verdict } from '../domain/verdict.ts';
import { makeFolder } from '../util/make-folder.ts';
import { getBlob, putBlob } from './blobs.ts';
import { createCleaner, type Redact, requireCleanIds } from './cleaner.ts';
import {
  type Conclusion,
  concludeSample,
  conclusionOf,
  countSamples,
  finalOutcome,
  finalRound,
  isGraded,
  readGradedVerdicts,
  readSpatial,
} from './conclude.ts';
import { type Database, openDatabase } from './database.ts';
import { explainFolder } from './explain-error.ts';
import { type JudgementDone, judgementKey, recordJudgement } from './judgements.ts';
import { migrate, requireRunFile } from './migrations.ts';
import { type DrawnOutcome, drawnOutcome, readRendered } from './read-rendered.ts';
import { listSamples, listSummaries, readSample } from './read-samples.ts';
import {
  batchEnded,
  batchSubmitted,
  type NewBatch,
  openBatches,
  recordBatch,
  type StoredBatch,
} from './record-batch.ts';
import {
  describeJudge,
  type JudgeAttempt,
  type JudgeReply,
  judgeReplies,
  recordJudgeAttempt,
} from './record-judging.ts';
import {
  type Attempt,
  type Exchange,
  findReply,
  readExchange,
  recordReply,
  type StoredReply,
  usedReply,
} from './record-reply.ts';
import {
  findStage,
  type RenderDone,
  recordGrade,
  recordRender,
  type StageDone,
  type StoredStage,
  type StoredStageName,
} from './record-stage.ts';
import { reuseGrade } from './reuse-grade.ts';
import { type ReusedRender, reuseRender } from './reuse-render.ts';
import {
  type RunDescription,
  readRunInfo,
  readSettings,
  readTasks,
  writeDescription,
} from './run-description.ts';
import type { RoundId, RunFile } from './run-file.ts';
import { type RunSpend, readRunSpend } from './spend.ts';
import { lockForWriting } from './writer-lock.ts';

/** A run to look at, also while another process writes it. Each method throws UsageError when the file is damaged. */
export interface RunReader extends Disposable {
  readonly folder: string;
  runInfo(): RunInfo;
  settings(): unknown;
  /** The tasks as they were run last, whole. */
  tasks(): Task[];
  counts(): { readonly planned: number; readonly finished: number };
  /** What all requests of the run took. */
  spend(): RunSpend;
  findReply(at: RoundId, key: string): StoredReply | null;
  /** The reply that a round's drawing was made from, and what was sent for it; null while there is no drawing. */
  usedReply(at: RoundId): StoredReply | null;
  readExchange(at: RoundId): Exchange | null;
  /** Null while the sample is not concluded. */
  finalRound(sampleId: string): number | null;
  /** The same with why it went no further. */
  conclusionOf(sampleId: string): Conclusion | null;
  /** Null while the sample is not finished. */
  finalOutcome(sampleId: string): Outcome | null;
  /** What became of a round's drawing, without its bulk; null while there is none. */
  drawnOutcome(at: RoundId): DrawnOutcome | null;
  openBatches(): StoredBatch[];
  /** All that a judge answered to questions of this key. */
  judgeReplies(key: string): JudgeReply[];
  /** What the last judgement of a sample by a judge follows from; null where there is none. */
  judgementKey(sampleId: string, judgeId: string): string | null;
  /** Finished samples only: null where there is none of that id. */
  readSample(id: string): SampleRecord | null;
  /** Finished samples in the order of the plan, one in memory at a time. */
  listSamples(): Iterable<SampleRecord>;
  listSummaries(): Iterable<SampleSummary>;
  readBlob(hash: string): Uint8Array;
}

/**
 * A run to write: the only writer of its folder. Each method commits before it returns, whole or not at all; a full disk is
 * a UsageError. What is committed survives the death of the process. The loss of power it survives where it is paid for:
 * `recordReply`, `recordBatch` and `batchSubmitted` wait for the disk, and with them all that was committed before; a
 * picture or a grade that is lost is only made again.
 */
export interface RunStore extends RunReader {
  describe(description: RunDescription): void;
  /** Adds what is not there yet; never takes anything away. */
  addCells(cells: readonly Cell[]): void;
  recordReply(attempt: Attempt): void;
  findStage(at: RoundId, stage: StoredStageName): StoredStage | null;
  recordRender(done: RenderDone, rendered: Rendered): string;
  /** The same with the picture that another round has from the same inputs; null: there is none. */
  reuseRender(done: RenderDone): ReusedRender | null;
  readRendered(at: RoundId): Rendered;
  isGraded(at: RoundId): boolean;
  readSpatial(at: RoundId): number | null;
  /** Of a graded round. */
  readVerdicts(at: RoundId): readonly Verdict[];
  recordGrade(done: StageDone, grade: Grade): void;
  /** The same with the grade that another round has for the same drawing; false: there is none. */
  reuseGrade(done: StageDone): boolean;
  /** Keeps the picture of a task's given drawing, for people to see. */
  recordGiven(taskHash: string, png: Uint8Array): void;
  /** The conversation is over: with its rounds graded, the sample is finished. A drawing of another reply takes it back. */
  concludeSample(sampleId: string, conclusion: Conclusion): void;
  recordBatch(batch: NewBatch): void;
  batchSubmitted(marker: string, batchId: string, at: string): void;
  batchEnded(marker: string, at: string): void;
  describeJudge(judge: RunJudge): void;
  /** Durable, like `recordReply`. */
  recordJudgeAttempt(attempt: JudgeAttempt): void;
  recordJudgement(done: JudgementDone): void;
  /** Says when the run ended, unless it says so already and nothing was done since. ISO 8601, UTC. */
  finish(at: string): void;
}

export interface WriteOptions {
  /** Takes the secrets out of every text from outside before it is written; ids, hashes and numbers stay. */
  readonly redact?: Redact;
}

const FILE = 'run.sqlite';

/** Makes the run file of a folder, or opens it to go on. Throws UsageError when that can't be, or another process writes it. */
export function createRunStore(folder: string, { redact = (text) => text }: WriteOptions = {}): RunStore {
  makeRunFolder(folder);
  const lock = lockForWriting(folder, process.pid);
  try {
    const database = openDatabase(join(folder, FILE), { readOnly: false });
    try {
      requireRunFile(database, { readOnly: false });
      migrate(database);
      return {
        ...writer({ database, clean: createCleaner(redact) }, folder),
        [Symbol.dispose]: () => close(database, lock),
      };
    } catch (error) {
      database[Symbol.dispose]();
      throw error;
    }
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

function close(database: Database, lock: Disposable): void {
  database[Symbol.dispose]();
  lock[Symbol.dispose]();
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
export function openRunStore(
  folder: string,
  options?: WriteOptions & { readonly readOnly?: false },
): RunStore;
export function openRunStore(
  folder: string,
  { readOnly = false, ...options }: WriteOptions & { readonly readOnly?: boolean } = {},
): RunReader {
  const path = join(folder, FILE);
  if (!existsSync(path)) {
    throw new UsageError(`${folder}: expected the folder of a run, but it holds no ${FILE}.`, {
      remedy: 'Name the folder that was given to `otterbench run --out`.',
    });
  }
  if (!readOnly) return createRunStore(folder, options);
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
    counts: () => countSamples(database),
    spend: () => readRunSpend(database),
    findReply: (at, key) => findReply(database, at, key),
    usedReply: (at) => usedReply(database, at),
    readExchange: (at) => readExchange(database, at),
    finalRound: (id) => finalRound(database, id),
    conclusionOf: (id) => conclusionOf(database, id),
    finalOutcome: (id) => finalOutcome(database, id),
    drawnOutcome: (at) => drawnOutcome(database, at),
    openBatches: () => openBatches(database),
    judgeReplies: (key) => judgeReplies(database, key),
    judgementKey: (id, judgeId) => judgementKey(database, id, judgeId),
    readSample: (id) => readSample(database, id),
    listSamples: () => listSamples(database),
    listSummaries: () => listSummaries(database),
    readBlob: (hash) => getBlob(database, hash),
  };
}

function writer(file: RunFile, folder: string): Omit<RunStore, typeof Symbol.dispose> {
  const { database } = file;
  return {
    ...reader(database, folder),
    describe: (description) => database.transaction(() => writeDescription(file, description)),
    addCells: (cells) => addCells(file, cells),
    recordReply: (attempt) => recordReply(file, attempt),
    findStage: (at, stage) => findStage(database, at, stage),
    recordRender: (done, rendered) => recordRender(file, done, rendered),
    reuseGrade: (done) => reuseGrade(file, done),
    reuseRender: (done) => reuseRender(file, done),
    readRendered: (at) => readRendered(database, at),
    isGraded: (at) => isGraded(database, at),
    readSpatial: (at) => readSpatial(database, at),
    readVerdicts: (at) => readGradedVerdicts(database, at),
    recordGrade: (done, grade) => recordGrade(file, done, grade),
    recordGiven: (taskHash, png) => recordGiven(database, taskHash, png),
    concludeSample: (id, conclusion) => concludeSample(file, id, conclusion),
    recordBatch: (batch) => recordBatch(file, batch),
    batchSubmitted: (marker, batchId, at) => batchSubmitted(file, marker, { batchId, at }),
    batchEnded: (marker, at) => batchEnded(file, marker, at),
    describeJudge: (judge) => describeJudge(file, judge),
    recordJudgeAttempt: (attempt) => recordJudgeAttempt(file, attempt),
    recordJudgement: (done) => recordJudgement(file, done),
    finish: (at) => database.run('UPDATE run SET finished_at = ? WHERE finished_at IS NULL', [at]),
  };
}

function recordGiven(database: Database, taskHash: string, png: Uint8Array): void {
  database.transaction(() => {
    const hash = putBlob(database, 'png', png);
    database.run('INSERT OR REPLACE INTO given (task_hash, png_hash) VALUES (?, ?)', [taskHash, hash]);
  });
}

function addCells({ database, clean }: RunFile, cells: readonly Cell[]): void {
  requireCleanIds(
    clean,
    cells.flatMap(({ taskId, modelId }) => [taskId, modelId]),
  );
  database.transaction(() => {
    for (const cell of cells) {
      database.run(
        'INSERT OR IGNORE INTO samples (id, task_id, model_id, track, number) VALUES (?, ?, ?, ?, ?)',
        [sampleId(cell), cell.taskId, cell.modelId, cell.track, cell.number],
      );
    }
  });
}
