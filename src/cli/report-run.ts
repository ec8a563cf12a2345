import type { Summary } from '../domain/summary.ts';
import { writeReport } from '../report/write-report.ts';
import { summarise } from '../stats/summarise.ts';
import { summarisePairs } from '../stats/summarise-pairs.ts';
import type { RunReader } from '../store/run-store.ts';
import { limitOf } from './run-limit.ts';

export interface ReportPlace {
  readonly directory: string;
  readonly pageDirectory: string;
}

/** Writes the HTML report of a run; returns the path of its page. */
export function reportRun(store: RunReader, place: ReportPlace): Promise<string> {
  return writeReport({
    run: { ...store.runInfo(), planned: store.counts().planned, limit: limitOf(store.settings()) },
    samples: store.listSamples(),
    readBlob: store.readBlob,
    summary: summariseRun(store),
    pairs: store.pairs(),
    ...place,
  });
}

/** The numbers of a run; the same run always gives the same. */
export function summariseRun(store: RunReader): Summary {
  const samples = [...store.listSummaries()];
  const judged = store.runInfo().tasks.filter(({ rubric }) => rubric !== undefined);
  const withRubric = new Set(judged.map(({ id }) => id));
  const pairs = summarisePairs(store.pairs(), samples);
  return {
    ...summarise(samples, { hasRubric: (taskId) => withRubric.has(taskId) }),
    ...(pairs.length > 0 && { pairs }),
  };
}
