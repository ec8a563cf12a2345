import type { RunInfo } from '../../domain/run.ts';
import { printable } from '../../util/printable.ts';

/** What it takes to repeat the run. */
export function Footer({ run }: { readonly run: RunInfo }) {
  const facts: [string, string][] = [
    ['run', run.id],
    ['started', run.startedAt],
    ['finished', run.finishedAt ?? 'not yet'],
    ['sandbox', `${run.sandbox.name}${run.sandbox.isSafe ? '' : ' (not safe)'}`],
    ['tracks', run.tracks.join(', ')],
    ['samples a cell', String(run.samplesPerCell)],
    ...Object.entries(run.versions),
  ];
  return (
    <footer>
      <h2>To repeat this run</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{printable(name)}</dt>
            <dd>{printable(value)}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>Hashes of the tasks</summary>
        <ul class="hashes">
          {run.tasks.map((task) => (
            <li key={task.id}>
              {printable(task.id)} <code>{printable(task.hash)}</code>
            </li>
          ))}
        </ul>
      </details>
    </footer>
  );
}
