import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const TIMES = new Set([
  'started_at',
  'finished_at',
  'done_at',
  'recorded_at',
  'submitted_at',
  'ended_at',
  'duration_ms',
  'render_ms',
  'latency_ms',
  'first_token_ms',
]);
/** Numbers and places that depend on the order in which concurrent work ended. */
const ORDER = new Set(['attempt_id']);

/** All rows of all tables of a run file, without times, in an order of their own: two dumps are equal when the runs are. */
export function dumpRun(folder: string): Record<string, string[]> {
  using database = new DatabaseSync(join(folder, 'run.sqlite'), { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return Object.fromEntries(
    tables.map(({ name }) => {
      const rows = database.prepare(`SELECT * FROM "${name}"`).all();
      return [String(name), rows.map((row) => JSON.stringify(normalise(String(name), row))).sort()];
    }),
  );
}

function normalise(table: string, row: Record<string, unknown>): unknown {
  return Object.entries(row)
    .filter(([column]) => !TIMES.has(column) && !ORDER.has(column))
    .filter(([column]) => column !== 'id' || (table !== 'attempts' && table !== 'stages'))
    .map(([column, value]) => [
      column,
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    ]);
}
