import type { Outcome } from '../domain/outcome.ts';
import type { PairVerdict } from '../domain/pair.ts';
import type { Rendered } from '../domain/rendered.ts';
import type { Cell, RunInfo, RunJudge, SampleRecord, SampleSummary } from '../domain/run.ts';
import type { Task } from '../domain/task.ts';
import type { Grade, Verdict } from '../domain/verdict.ts';
import type { Conclusion } from './conclude.ts';
import type { JudgementDone, StoredJudgement } from './judgements.ts';
import type { PairDone } from './pairs.ts';
import type { DrawnOutcome } from './read-rendered.ts';
import type { NewBatch, StoredBatch } from './record-batch.ts';
import type { JudgeAttempt, JudgeReply } from './record-judging.ts';
import type { Attempt, Exchange, StoredReply } from './record-reply.ts';
import type { RenderDone, StageDone, StoredStage, StoredStageName } from './record-stage.ts';
import type { RepeatFound } from './repeats.ts';
import type { ReusedRender } from './reuse-render.ts';
import type { RunDescription } from './run-description.ts';
import type { RoundId } from './run-file.ts';
import type { RunSpend } from './spend.ts';
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
  /** What a judge said of a sample last, of whatever picture and rubric; null where it said nothing. */
  storedJudgement(sampleId: string, judgeId: string): (StoredJudgement & { readonly key: string }) | null;
  /** Hash of where the subjects of a round's drawing are; null where there is no drawing. */
  groundingHash(at: RoundId): string | null;
  /** Verdicts on pairs of the pictures that their samples have now. */
  pairs(): PairVerdict[];
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
  /** Keeps what tasks say that their grades don't hang on, such as rubrics; tasks that were never run are left out. */
  updateTasks(tasks: readonly Task[]): void;
  recordPair(done: PairDone): void;
  recordRepeats(found: readonly RepeatFound[]): void;
  /** Says when the run ended, unless it says so already and nothing was done since. ISO 8601, UTC. */
  finish(at: string): void;
}
