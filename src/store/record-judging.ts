import type { ModelReply } from '../domain/reply.ts';
import type { RunJudge } from '../domain/run.ts';
import { requireCleanIds } from './cleaner.ts';
import type { Database } from './database.ts';
import { type Asked, askedRow } from './record-reply.ts';
import { REPLY_COLUMNS, type ReplyRow, toReply } from './reply-row.ts';
import type { RunFile } from './run-file.ts';

/** One request to a judge with its answer. */
export interface JudgeAttempt extends Asked {
  readonly judgeId: string;
  /** The sample for which it was asked. */
  readonly sampleId: string;
  readonly kind: 'naming' | 'items' | 'pair';
  readonly vote: number;
  /** Hash of all that an answer depends on but the topics: judge, settings, prompts, picture, vote. */
  readonly key: string;
  /** What was asked for, in the order of the answer's fields. */
  readonly topics: readonly string[];
}

/** A judge's reply on file, without its raw form. */
export interface JudgeReply {
  readonly topics: readonly string[];
  readonly reply: ModelReply;
}

/** Commits an attempt, durably. */
export function recordJudgeAttempt(file: RunFile, attempt: JudgeAttempt): void {
  const { judgeId, sampleId, kind, vote, key, topics } = attempt;
  file.database.transaction(
    () =>
      file.database.insert('judge_attempts', {
        judge_id: judgeId,
        sample_id: sampleId,
        kind,
        vote,
        key,
        topics: JSON.stringify(topics),
        ...askedRow(file, attempt),
      }),
    { isDurable: true },
  );
}

/** All replies of a key, in the order in which they came; those in trouble first, so that what is better is found later. */
export function judgeReplies(database: Database, key: string): JudgeReply[] {
  const rows = database.all<ReplyRow & { readonly topics: string }>(
    `SELECT topics, ${REPLY_COLUMNS} FROM judge_attempts WHERE key = ? ORDER BY outcome <> 'provider-trouble', id`,
    [key],
  );
  return rows.map((row) => ({ topics: JSON.parse(row.topics), reply: toReply(database, row) }));
}

/** Adds a judge, or what is new about it; a run keeps the judges that it had. */
export function describeJudge({ database, clean }: RunFile, judge: RunJudge): void {
  requireCleanIds(clean, [judge.id]);
  database.run(
    'INSERT INTO judges (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
    [judge.id, clean.json(judge)],
  );
}

/** The judges in the order in which they came. */
export function readJudges(database: Database): RunJudge[] {
  const rows = database.all<{ body: string }>('SELECT body FROM judges ORDER BY position');
  return rows.map(({ body }) => JSON.parse(body) as RunJudge);
}
