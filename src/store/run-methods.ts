import type { PairVerdict } from '../domain/pair.ts';
import { type Cell, sampleId } from '../domain/run.ts';
import { getBlob, putBlob } from './blobs.ts';
import { requireCleanIds } from './cleaner.ts';
import {
  concludeSample,
  conclusionOf,
  countSamples,
  finalOutcome,
  finalRound,
  isGraded,
  readGradedVerdicts,
  readSpatial,
} from './conclude.ts';
import type { Database } from './database.ts';
import { drawingOf, recordJudgement, storedJudgement } from './judgements.ts';
import { readPairs, recordPair } from './pairs.ts';
import { drawnOutcome, groundingHash, readRendered } from './read-rendered.ts';
import { listSamples, listSummaries, readSample } from './read-samples.ts';
import { batchEnded, batchSubmitted, openBatches, recordBatch } from './record-batch.ts';
import { describeJudge, judgeReplies, recordJudgeAttempt } from './record-judging.ts';
import { findReply, readExchange, recordReply, usedReply } from './record-reply.ts';
import { findStage, recordGrade, recordRender } from './record-stage.ts';
import { recordRepeats } from './repeats.ts';
import { reuseGrade } from './reuse-grade.ts';
import { reuseRender } from './reuse-render.ts';
import type { RunReader, RunStore } from './run-access.ts';
import { readRunInfo, readSettings, readTasks, updateTasks, writeDescription } from './run-description.ts';
import type { RunFile } from './run-file.ts';
import { readRunSpend } from './spend.ts';
/** How a run is read. */
export function reader(database: Database, folder: string): Omit<RunReader, typeof Symbol.dispose> {
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
    storedJudgement: (id, judgeId) => storedJudgement(database, id, judgeId),
    groundingHash: (at) => groundingHash(database, at),
    pairs: () => currentPairs(database),
    readSample: (id) => readSample(database, id),
    listSamples: () => listSamples(database),
    listSummaries: () => listSummaries(database),
    readBlob: (hash) => getBlob(database, hash),
  };
}

/** How it is written. */
export function writer(file: RunFile, folder: string): Omit<RunStore, typeof Symbol.dispose> {
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
    updateTasks: (tasks) => database.transaction(() => updateTasks(file, tasks)),
    recordPair: (done) => recordPair(file, done),
    recordRepeats: (found) => recordRepeats(database, found),
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

/** Those that are of other pictures than there are now say nothing any more. */
function currentPairs(database: Database): PairVerdict[] {
  const drawings = new Map([...listSummaries(database)].map((sample) => [sample.id, drawingOf(sample)]));
  return readPairs(database).flatMap(({ verdict, isOf }) => {
    const both = [drawings.get(verdict.firstId) ?? '', drawings.get(verdict.secondId) ?? ''] as const;
    return isOf(both) ? [verdict] : [];
  });
}
