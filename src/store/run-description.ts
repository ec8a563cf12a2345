import type { Rubric } from '../domain/rubric.ts';
import type { RunInfo, RunItem, RunJudge, RunModel, RunTask } from '../domain/run.ts';
import { promptsOf, type Task } from '../domain/task.ts';
import { UsageError } from '../domain/usage-error.ts';
import { requireCleanIds } from './cleaner.ts';
import { countSamples } from './conclude.ts';
import type { Database } from './database.ts';
import { readJudges } from './record-judging.ts';
import type { RunFile } from './run-file.ts';
import { readRunSpend } from './spend.ts';

/** What a run is made of. Described again, it grows: tasks, models and tracks are added, none is taken away. */
export interface RunDescription
  extends Pick<
    RunInfo,
    'id' | 'title' | 'startedAt' | 'sandbox' | 'versions' | 'tracks' | 'models' | 'samplesPerCell'
  > {
  readonly tasks: readonly Task[];
  /** What else was asked for, as JSON. */
  readonly settings: unknown;
}

interface RunRow {
  readonly id: string;
  readonly title: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly sandbox: string;
  readonly versions: string;
  readonly tracks: string;
  readonly samples_per_cell: number;
  readonly settings: string;
}

/** Id and start stay those of the first description; a run that was once without a safe sandbox stays so marked. */
export function writeDescription({ database, clean }: RunFile, description: RunDescription): void {
  requireCleanIds(
    clean,
    [...description.tasks, ...description.models].map(({ id }) => id),
  );
  const before = database.get<RunRow>('SELECT * FROM run');
  const tracks = new Set([...(before ? (JSON.parse(before.tracks) as string[]) : []), ...description.tracks]);
  const sandbox =
    before && !JSON.parse(before.sandbox).isSafe ? before.sandbox : clean.json(description.sandbox);
  database.run('INSERT OR REPLACE INTO run VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    before?.id ?? description.id,
    clean.text(description.title),
    before?.started_at ?? description.startedAt,
    before?.finished_at ?? null,
    sandbox,
    clean.json(description.versions),
    JSON.stringify([...tracks]),
    Math.max(before?.samples_per_cell ?? 0, description.samplesPerCell),
    clean.json(description.settings),
  ]);
  for (const task of description.tasks) writeTask({ database, clean }, task);
  for (const model of description.models) writeModel({ database, clean }, model);
}

function writeTask({ database, clean }: RunFile, task: Task): void {
  database.run('UPDATE tasks SET is_current = 0 WHERE id = ? AND hash <> ?', [task.id, task.hash]);
  database.run(
    `INSERT INTO tasks (id, hash, is_current, body) VALUES (?, ?, 1, ?)
     ON CONFLICT (id, hash) DO UPDATE SET is_current = 1, body = excluded.body`,
    [task.id, task.hash, clean.json(task)],
  );
}

/** Keeps these tasks as they are now, where the run has them with the same hash. */
export function updateTasks({ database, clean }: RunFile, tasks: readonly Task[]): void {
  for (const task of tasks)
    database.run('UPDATE tasks SET body = ? WHERE id = ? AND hash = ?', [
      clean.json(task),
      task.id,
      task.hash,
    ]);
}

function writeModel({ database, clean }: RunFile, { id, disclosure, settings, facts }: RunModel): void {
  const json = (value: unknown): string | null => (value ? clean.json(value) : null);
  database.run(
    `INSERT INTO models (id, disclosure, settings, facts) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
     SET disclosure = excluded.disclosure, settings = excluded.settings, facts = excluded.facts`,
    [id, clean.textOrNull(disclosure), json(settings), json(facts)],
  );
}

/** The tasks as they were run last, in the order in which they came. */
export function readTasks(database: Database): Task[] {
  // A changed task keeps the place of its first version.
  const rows = database.all<{ body: string }>(
    `SELECT body FROM tasks AS newest WHERE is_current = 1
     ORDER BY (SELECT min(position) FROM tasks WHERE id = newest.id)`,
  );
  return rows.map(({ body }) => JSON.parse(body) as Task);
}

/** Throws UsageError when the run was never described: nothing was run. */
export function readRunInfo(database: Database): RunInfo {
  const row = requireRun(database);
  return {
    id: row.id,
    title: row.title,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    sandbox: JSON.parse(row.sandbox),
    versions: JSON.parse(row.versions),
    tracks: JSON.parse(row.tracks),
    models: readModels(database),
    ...judgesOf(database),
    tasks: readRunTasks(database),
    samplesPerCell: row.samples_per_cell,
    planned: countSamples(database).planned,
  };
}

function judgesOf(database: Database): Pick<RunInfo, 'judges'> {
  const { byJudge } = readRunSpend(database);
  const judges = readJudges(database).map((judge): RunJudge => {
    const spent = byJudge.get(judge.id);
    if (spent === undefined) return judge;
    const { answers: _, ...spend } = spent;
    return { ...judge, spend };
  });
  return judges.length === 0 ? {} : { judges };
}

function readRunTasks(database: Database): RunTask[] {
  const rows = database.all<{ task_hash: string; png_hash: string }>('SELECT task_hash, png_hash FROM given');
  const given = new Map(rows.map(({ task_hash, png_hash }) => [task_hash, png_hash]));
  return readTasks(database).map((task) => {
    const { id, suite, title, tags, hash, rubric } = task;
    const givenPngHash = given.get(hash);
    return {
      ...{ id, suite, title, prompt: promptsOf(task).join('\n'), tags, hash },
      ...(givenPngHash && { givenPngHash }),
      ...(rubric && { rubric: rubric.items.map(itemInShort) }),
    };
  });
}

function itemInShort(item: Rubric['items'][number]): RunItem {
  const { id } = item;
  return item.kind === 'asked' ? { id, question: item.question } : { id, names: item.names };
}

function readModels(database: Database): RunModel[] {
  type Row = Record<'disclosure' | 'settings' | 'facts', string | null> & { readonly id: string };
  const rows = database.all<Row>('SELECT id, disclosure, settings, facts FROM models ORDER BY position');
  return rows.map(({ id, disclosure, settings, facts }) => ({
    id,
    disclosure,
    ...(settings !== null && { settings: JSON.parse(settings) }),
    ...(facts !== null && { facts: JSON.parse(facts) }),
  }));
}

/** The settings given with the newest description. */
export function readSettings(database: Database): unknown {
  return JSON.parse(requireRun(database).settings);
}

function requireRun(database: Database): RunRow {
  const row = database.get<RunRow>('SELECT * FROM run');
  if (row) return row;
  throw new UsageError(`${database.path} holds no run yet.`, { remedy: 'Run a sweep on this folder first.' });
}
