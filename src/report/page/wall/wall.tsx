import { useLayoutEffect, useState } from 'preact/hooks';
import type { Report, Sample } from '../report.ts';
import { contenderName, counted } from '../words.ts';
import { type Filter, groupByTask, NO_FILTER } from './choose.ts';
import { Filters } from './filters.tsx';
import { Pager } from './pager.tsx';
import { TaskRow } from './task-row.tsx';
import { Tile } from './tile.tsx';

/** How many pictures a page of the wall holds at most: enough to wander, few enough for an old laptop. */
const PICTURES_PER_PAGE = 160;
/** How many samples of one contender stand in a row before the rest is left to the gallery. */
const SAMPLES_IN_ROW = 6;
/** Up to here the columns fit a desk's screen, and their heads can stay in sight. */
const COLUMNS_THAT_FIT = 4;

interface WallProps {
  readonly report: Report;
  /** What the filter lets through, in order. */
  readonly samples: readonly Sample[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** The wall of pictures: a row a task and a column a contender, or all pictures as a gallery. */
export function Wall({ report, samples, filter, onFilter }: WallProps) {
  const [layout, setLayout] = useState<'rows' | 'gallery'>('rows');
  const [page, setPage] = useState(0);
  useLayoutEffect(() => setPage(0), [filter, layout]);
  const showTask = (taskId: string): void => {
    setLayout('gallery');
    onFilter({ ...NO_FILTER, text: taskId });
    document.getElementById('wall')?.focus();
  };
  const pages = layout === 'rows' ? rowPages(report, samples) : chunk(samples, PICTURES_PER_PAGE);
  const shown = pages[Math.min(page, pages.length - 1)] ?? [];
  return (
    <section class="wall" id="wall" tabIndex={-1} aria-labelledby="wall-title">
      <h2 id="wall-title">The wall</h2>
      <Filters report={report} filter={filter} onFilter={onFilter} layout={layout} onLayout={setLayout} />
      <p class="hint" aria-live="polite">
        {samples.length === report.samples.length
          ? counted(samples.length, 'drawing')
          : `${samples.length.toLocaleString('en')} of ${counted(report.samples.length, 'drawing')}`}
        {' · choose a picture to see why it scored as it did'}
      </p>
      {samples.length === 0 && <Nothing onReset={() => onFilter(NO_FILTER)} />}
      {layout === 'rows' ? (
        <Rows report={report} samples={shown} onShowTask={showTask} />
      ) : (
        <ul class="gallery">
          {shown.map((sample) => (
            <li key={sample.id}>
              <Tile run={report.run} sample={sample} caption="task and contender" />
            </li>
          ))}
        </ul>
      )}
      <Pager page={Math.min(page, pages.length - 1)} pages={pages.length} onPage={setPage} />
    </section>
  );
}

interface RowsProps {
  readonly report: Report;
  readonly samples: readonly Sample[];
  readonly onShowTask: (taskId: string) => void;
}

function Rows({ report, samples, onShowTask }: RowsProps) {
  const columns = report.contenders;
  return (
    <div class={columns.length > COLUMNS_THAT_FIT ? 'rows-scroll' : 'rows-fit'}>
      <div
        class="rows"
        style={{
          '--columns': columns.length,
          '--widest': report.run.samplesPerCell > 1 ? '40rem' : '23rem',
          '--tiles': columns.length <= 2 ? 3 : 2,
        }}
      >
        <div class="row heads" aria-hidden="true">
          <span />
          {columns.map((contender) => (
            <span key={`${contender.modelId}|${contender.track}`}>
              {contenderName(report.run, contender)}
            </span>
          ))}
        </div>
        {groupByTask(samples).map((own) => (
          <TaskRow
            key={own[0]!.task.id}
            report={report}
            samples={own}
            limit={SAMPLES_IN_ROW}
            onShowTask={onShowTask}
          />
        ))}
      </div>
    </div>
  );
}

function Nothing({ onReset }: { readonly onReset: () => void }) {
  return (
    <p class="nothing">
      No drawing fits.{' '}
      <button type="button" onClick={onReset}>
        Show all
      </button>
    </p>
  );
}

function rowPages(report: Report, samples: readonly Sample[]): readonly (readonly Sample[])[] {
  const perCell = Math.min(SAMPLES_IN_ROW, report.run.samplesPerCell);
  const rows = Math.max(1, Math.floor(PICTURES_PER_PAGE / Math.max(1, report.contenders.length * perCell)));
  return chunk(groupByTask(samples), rows).map((tasks) => tasks.flat());
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, place) => items.slice(place * size, (place + 1) * size));
}
