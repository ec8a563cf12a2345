import { type Cell, type SampleSummary, sampleId } from '../../domain/run.ts';
import type { Task } from '../../domain/task.ts';
import { isOwnFamily, type Judge, type Judgeable } from './judge.ts';

/** Two drawings of one task that are to be compared. */
export interface Pair<Drawn extends Comparable = SampleSummary> {
  readonly first: Drawn;
  readonly second: Drawn;
  readonly task: Task;
}

/** A sample that may be one of a pair: `pngHash` null has no drawing. */
export type Comparable = Cell & Pick<SampleSummary, 'id' | 'pngHash' | 'laterPngHashes'>;

/** What there may be pairs of. */
export interface PairSources<Drawn extends Comparable> {
  readonly samples: readonly Drawn[];
  readonly tasks: readonly Task[];
  readonly drawers: readonly NonNullable<Judgeable['drawer']>[];
}

/**
 * All pairs of drawings that different models made of one task, on one track, with the same number: what is compared was asked
 * the same way. A sample that is not drawn has no pair: that it lost is in its score already.
 */
export function pairsFor<Drawn extends Comparable>(
  judge: Judge,
  { samples, tasks, drawers }: PairSources<Drawn>,
): readonly Pair<Drawn>[] {
  const drawerById = new Map(drawers.map((model) => [model.id, model]));
  const taskById = new Map(tasks.map((task) => [task.id, task]));
  const isJudged = ({ modelId, pngHash }: Drawn): boolean =>
    pngHash !== null && !(judge.skipsOwnFamily && isOwnFamily(judge, drawerById.get(modelId)));
  const likes = Map.groupBy(samples.filter(isJudged), (sample) => sampleId({ ...sample, modelId: '' }));
  return [...likes.values()].flatMap((alike) =>
    alike.flatMap((first, at) =>
      alike.slice(at + 1).flatMap((second): readonly Pair<Drawn>[] => {
        const task = taskById.get(first.taskId);
        return task === undefined || isOnePicture(first, second) ? [] : [{ first, second, task }];
      }),
    ),
  );
}

/** Nobody has to be asked which of two equal pictures is better. A moving scene may go on in another way. */
function isOnePicture(first: Comparable, second: Comparable): boolean {
  return first.pngHash === second.pngHash && first.laterPngHashes === undefined && first.pngHash !== TO_COME;
}

/** The picture of what is not drawn yet. */
export const TO_COME = 'to come';
