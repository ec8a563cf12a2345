import { printable } from '../../../util/printable.ts';
import type { Contender } from '../../data.ts';
import { Given } from '../given.tsx';
import type { Report, Sample } from '../report.ts';
import { contenderName, score } from '../words.ts';
import { Tile } from './tile.tsx';

interface TaskRowProps {
  readonly report: Report;
  /** All of one task. */
  readonly samples: readonly Sample[];
  /** How many samples of one contender are shown here. */
  readonly limit: number;
  readonly onShowTask: (taskId: string) => void;
}

/** One task with what each contender drew. */
export function TaskRow({ report, samples, limit, onShowTask }: TaskRowProps) {
  const task = samples[0]!.task;
  const cells = Map.groupBy(samples, (sample) => sample.contender);
  return (
    <article class="row" aria-label={printable(task.title)}>
      <header>
        <h3>
          <button type="button" class="link" onClick={() => onShowTask(task.id)}>
            {printable(task.title)}
          </button>
        </h3>
        <p class="prompt">{printable(task.prompt)}</p>
        <Given report={report} taskId={task.id} />
        <small class="muted">{printable(task.id)}</small>
      </header>
      {report.contenders.map((contender) => {
        const own = cells.get(contender) ?? [];
        const name = contenderName(report.run, contender);
        return (
          <div
            key={`${contender.modelId}|${contender.track}`}
            class={report.run.samplesPerCell > 1 ? 'cell many' : 'cell'}
          >
            <span class="cell-name">{name}</span>
            {own.length === 0 && <span class="no-sample">no sample</span>}
            <div class="tiles">
              {own.slice(0, limit).map((sample) => (
                <Tile key={sample.id} run={report.run} sample={sample} caption="none" />
              ))}
            </div>
            <Mean report={report} taskId={task.id} contender={contender} />
            {own.length > limit && (
              <button type="button" class="link more" onClick={() => onShowTask(task.id)}>
                {own.length - limit} more
                <span class="only-heard"> by {name}</span>
              </button>
            )}
          </div>
        );
      })}
    </article>
  );
}

interface MeanProps {
  readonly report: Report;
  readonly taskId: string;
  readonly contender: Contender;
}

function Mean({ report, taskId, contender }: MeanProps) {
  const found = report.summary.tasks.find(
    (row) => row.taskId === taskId && row.modelId === contender.modelId && row.track === contender.track,
  );
  if (!found || found.samples < 2) return null;
  return (
    <small class="mean-score">
      mean <b>{score(found.spatial)}</b> of {found.samples}
    </small>
  );
}
