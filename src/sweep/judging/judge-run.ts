import type { Model } from '../../domain/model.ts';
import type { SampleSummary } from '../../domain/run.ts';
import type { Task } from '../../domain/task.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { describeJudge, type Judge, type Judgeable, type JudgingContext } from './judge.ts';
import { judgePair, type PairEnd } from './judge-pair.ts';
import { isToJudge, type JudgeEnd, judgeSample } from './judge-sample.ts';
import type { JudgingResult } from './judging-result.ts';
import { pairsFor } from './plan-pairs.ts';
import { createShowing } from './shown-picture.ts';

/** What it takes to judge what a run has drawn. */
export interface JudgingOptions extends Omit<JudgingContext, 'showing' | 'underWay'> {
  readonly judges: readonly Judge[];
  /** A sample whose task is not among them, or has no rubric, is not judged. */
  readonly tasks: readonly Task[];
  /** The models that drew, as far as they are known. */
  readonly drawers: readonly Pick<Model, 'id' | 'facts'>[];
  /** The most drawings that one judge looks at at a time. */
  readonly concurrency: number;
  /** Also asks which of two drawings is better, of all pairs that different models made. */
  readonly comparesPairs?: boolean;
  /** Called at the first error that is a bug or a full disk, so that all else ends soon. */
  readonly stop?: () => void;
  /** Only these samples; all when left out. */
  readonly isWanted?: (sample: SampleSummary) => boolean;
  /** All drawings of a judge are through: what it did not need is the others'. */
  readonly finished?: (judge: Judge) => void;
}

/**
 * Judges what is drawn and not judged yet, one judge beside the other; judges that one server has to load come one after the
 * other. Each reply is on file before it is used, so that it can be stopped anywhere and asks only for the gaps when it goes on.
 */
export async function judgeRun(options: JudgingOptions): Promise<JudgingResult> {
  const { store, judges, prompts, onEvent } = options;
  for (const judge of judges) store.describeJudge(describeJudge(judge, prompts));
  const work = judges.map((judge) => ({
    judge,
    drawings: drawingsFor(judge, options),
    pairs: options.comparesPairs ? pairsFor(judge, { ...options, samples: wantedSamples(options) }) : [],
  }));
  const planned = work.reduce((sum, { drawings }) => sum + drawings.length, 0);
  const byJudge = Object.fromEntries(work.map(({ judge, drawings }) => [judge.model.id, drawings.length]));
  if (judges.length > 0) onEvent({ kind: 'judging', drawings: planned, byJudge });
  const ends: JudgeEnd[] = [];
  const pairEnds: PairEnd[] = [];
  const lanes = Map.groupBy(work, ({ judge: { model } }) =>
    model.lane?.oneModelAtATime ? `one at a time: ${model.lane.id}` : model.id,
  );
  const context = { ...options, showing: createShowing(store), underWay: new Map() };
  await inLanes([...lanes.values()], options, async ({ judge, drawings, pairs }) => {
    const judged = (one: Judgeable) => judgeDrawing(one, judge, context);
    await forEach(drawings, options, async (one) => void ends.push(await judged(one)));
    await forEach(pairs, options, async (pair) => void pairEnds.push(await judgePair(pair, judge, context)));
    options.finished?.(judge);
  });
  const toCompare = work.reduce((sum, { pairs }) => sum + pairs.length, 0);
  const result = resultOf(ends, planned);
  return toCompare === 0 ? result : { ...result, ...pairResult(pairEnds, toCompare, result) };
}

/** One after the other within a lane, the lanes beside each other. All have ended when it returns or throws. */
async function inLanes<Work>(
  lanes: readonly (readonly Work[])[],
  { stop = () => {} }: Pick<JudgingOptions, 'stop'>,
  carryOut: (work: Work) => Promise<void>,
): Promise<void> {
  const ended = await Promise.allSettled(
    lanes.map(async (lane) => {
      try {
        for (const work of lane) await carryOut(work);
      } catch (error) {
        stop();
        throw error;
      }
    }),
  );
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

function wantedSamples({ store, isWanted = () => true }: JudgingOptions): readonly SampleSummary[] {
  return [...store.listSummaries()].filter(isWanted);
}

function drawingsFor(judge: Judge, options: JudgingOptions): readonly Judgeable[] {
  const { tasks, drawers } = options;
  const taskById = new Map(tasks.map((task) => [task.id, task]));
  const drawerById = new Map(drawers.map((model) => [model.id, model]));
  return wantedSamples(options).flatMap((sample): readonly Judgeable[] => {
    const task = taskById.get(sample.taskId);
    if (task === undefined) return [];
    const judged = { sample, task, drawer: drawerById.get(sample.modelId) };
    return isToJudge(judged, judge) ? [judged] : [];
  });
}

async function judgeDrawing(judged: Judgeable, judge: Judge, context: JudgingContext): Promise<JudgeEnd> {
  const end = await judgeSample(judged, judge, context);
  const { kind: _, ...how } = end;
  context.onEvent({ kind: 'judged', id: judged.sample.id, judgeId: judge.model.id, ...how });
  return end;
}

/** What is stopped on the way has no end. */
async function forEach<Item>(
  items: readonly Item[],
  { concurrency, signal }: JudgingOptions,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await forEachConcurrently(items, { concurrency, ...(signal && { signal }) }, async (item) => {
    try {
      await work(item);
    } catch (error) {
      if (!isAbort(error, signal)) throw error;
    }
  });
}

function isAbort(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && (error === signal.reason || (error as Error).name === 'AbortError');
}

function resultOf(ends: readonly JudgeEnd[], planned: number): JudgingResult {
  const count = (wanted: (end: JudgeEnd) => boolean): number => ends.filter(wanted).length;
  return {
    planned,
    judged: count(({ ungraded }) => ungraded === 0),
    ungraded: count(({ ungraded }) => ungraded > 0),
    leftOut: count(({ limit }) => limit !== null),
    limit: ends.find(({ limit }) => limit !== null)?.limit ?? null,
    renewed: count(({ isNew }) => isNew),
  };
}

function pairResult(
  ends: readonly PairEnd[],
  planned: number,
  { limit }: JudgingResult,
): Pick<JudgingResult, 'pairs' | 'limit'> {
  const judged = ends.filter(({ isGraded }) => isGraded).length;
  const met = ends.find((end) => end.limit !== null)?.limit ?? null;
  return { limit: limit ?? met, pairs: { planned, judged, ungraded: ends.length - judged } };
}
