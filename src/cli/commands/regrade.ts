import { join, relative, resolve } from 'node:path';
import type { Task } from '../../domain/task.ts';
import { openRunStore, type RunStore } from '../../store/run-store.ts';
import { type RegradeResult, regradeRun } from '../../sweep/regrade.ts';
import { loadCatalogue } from '../catalogue.ts';
import { realClock } from '../clock.ts';
import type { Command } from '../command.ts';
import type { Environment } from '../environment.ts';
import { EXIT } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { countOf } from '../print-amounts.ts';
import { formatScores } from '../print-scores.ts';
import { formatTable } from '../print-table.ts';
import { reportRun, summariseRun } from '../report-run.ts';
import { type JsonOption, type WorkshopFlags, withJson, withWorkshop, workersOf } from '../shared-options.ts';
import { stageVersions } from '../versions.ts';
import { openWorkshop } from '../workshop.ts';

interface RegradeOptions extends JsonOption, WorkshopFlags {
  readonly run: string;
}

export const regradeCommand: Command<RegradeOptions> = {
  usage: 'regrade <run>',
  summary: 'Grade a stored run again by the tasks and graders of today; no model is asked',
  examples: [['$0 regrade reports/demo', 'says what was graded or rendered again, and why']],
  options: (yargs) =>
    withJson(withWorkshop(yargs), 'One JSON object').positional('run', {
      type: 'string',
      demandOption: true,
      describe: 'Folder of a run',
    }),
  async run(options, environment) {
    const folder = resolve(environment.workingDirectory, options.run);
    const workers = workersOf(options, environment);
    using store = openRunStore(folder, { redact: environment.redact });
    await using workshop = await openWorkshop(environment, {
      unsafeNoSandbox: options.unsafeNoSandbox,
      workers,
    });
    const result = await regradeRun({
      store,
      tasks: tasksOf(store, environment),
      compiler: workshop.compiler,
      reader: workshop.reader,
      versions: stageVersions(workshop, environment),
      workers,
      clock: realClock(environment),
      signal: environment.signal,
    });
    if (environment.signal.aborted) {
      environment.say('Stopped. What was graded again is kept; run the same command again to go on.');
      return EXIT.interrupted;
    }
    const page = await writePage(store, folder, environment);
    if (options.json) environment.out(jsonLine({ ...result, report: page }));
    else tell(result, { store, page, environment });
    return EXIT.done;
  },
};

/** Each task as its file says it now; as the run keeps it where there is no file any more. */
function tasksOf(store: RunStore, environment: Environment): readonly Task[] {
  const current = new Map(loadCatalogue(environment).map((task) => [task.id, task]));
  return store.tasks().map((task) => current.get(task.id) ?? task);
}

async function writePage(store: RunStore, directory: string, environment: Environment): Promise<string> {
  const pageDirectory = join(environment.packageDirectory, 'dist', 'report-page');
  return relative(environment.workingDirectory, await reportRun(store, { directory, pageDirectory }));
}

interface Telling {
  readonly store: RunStore;
  readonly page: string;
  readonly environment: Environment;
}

function tell(result: RegradeResult, { store, page, environment }: Telling): void {
  const { samples, renderedAgain, gradedAgain, why } = result;
  environment.say(
    `${countOf(samples, 'sample')}: ${countOf(renderedAgain, 'drawing')} rendered again, ${gradedAgain} graded again.`,
  );
  const reasons = Object.entries(why).sort(([, a], [, b]) => b - a);
  const rows = reasons.map(([reason, count]) => [String(count), reason]);
  if (rows.length > 0) environment.say(formatTable([['times', 'why'], ...rows]));
  environment.out(formatScores(summariseRun(store).models));
  environment.out(page);
}
