import type { Model } from '../../domain/model.ts';
import type { SampleSummary } from '../../domain/run.ts';
import type { Task } from '../../domain/task.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { describeJudge, type Judge, type Judgeable, type JudgingContext } from './judge.ts';
import { isToJudge, type JudgeEnd, judgeSample } from './judge-sample.ts';
import type { JudgingResult } from './judging-result.ts';

/** What it takes to judge what a run has drawn. */
export interface JudgingOptions extends JudgingContext {
  readonly judges: readonly Judge[];
  /** A sample whose task is not among them, or has no rubric, is not judged. */
  readonly tasks: readonly Task[];
  /** The models that drew, as far as they are known. */
  readonly drawers: readonly Pick<Model, 'id' | 'facts'>[];
  /** The most drawings that one judge looks at at a time. */
  readonly concurrency: number;
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
  const work = judges.map((judge) => ({ judge, drawings: drawingsFor(judge, options) }));
  const planned = work.reduce((sum, { drawings }) => sum + drawings.length, 0);
  const byJudge = Object.fromEntries(work.map(({ judge, drawings }) => [judge.model.id, drawings.length]));
  if (judges.length > 0) onEvent({ kind: 'judging', drawings: planned, byJudge });
  const ends: JudgeEnd[] = [];
  const lanes = Map.groupBy(work, ({ judge: { model } }) =>
    model.lane?.oneModelAtATime ? `one at a time: ${model.lane.id}` : model.id,
  );
  await inLanes([...lanes.values()], async ({ judge, drawings }) => {
    await judgeAll({ judge, drawings, ends }, options);
    options.finished?.(judge);
  });
  return resultOf(ends, planned);
}

/** One after the other within a lane, the lanes beside each other. All have ended when it returns or throws. */
async function inLanes<Work>(
  lanes: readonly (readonly Work[])[],
  carryOut: (work: Work) => Promise<void>,
): Promise<void> {
  const ended = await Promise.allSettled(
    lanes.map(async (lane) => {
      for (const work of lane) await carryOut(work);
    }),
  );
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

function drawingsFor(judge: Judge, options: JudgingOptions): readonly Judgeable[] {
  const { store, tasks, drawers, isWanted = () => true } = options;
  const taskById = new Map(tasks.map((task) => [task.id, task]));
  const drawerById = new Map(drawers.map((model) => [model.id, model]));
  return [...store.listSummaries()].filter(isWanted).flatMap((sample): readonly Judgeable[] => {
    const task = taskById.get(sample.taskId);
    if (task === undefined) return [];
    const judged = { sample, task, drawer: drawerById.get(sample.modelId) };
    return isToJudge(judged, judge) ? [judged] : [];
  });
}

interface OfJudge {
  readonly judge: Judge;
  readonly drawings: readonly Judgeable[];
  readonly ends: JudgeEnd[];
}

async function judgeAll({ judge, drawings, ends }: OfJudge, options: JudgingOptions): Promise<void> {
  const { concurrency, signal, onEvent } = options;
  await forEachConcurrently(drawings, { concurrency, ...(signal && { signal }) }, async (judged) => {
    try {
      const end = await judgeSample(judged, judge, options);
      ends.push(end);
      const { kind: _, ...how } = end;
      onEvent({ kind: 'judged', id: judged.sample.id, judgeId: judge.model.id, ...how });
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
