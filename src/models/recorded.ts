import type { Model } from '../domain/model.ts';
import type { Task } from '../domain/task.ts';
import { sha256 } from '../util/sha256.ts';
import type { ReplyRow } from './reply-rows.ts';

const DISCLOSURE =
  'Replies that were recorded elsewhere and read from a file; no model was asked in this run.';

/**
 * `recorded/NAME`: answers from rows that were read from a file. A row is for a task when it names its id, or has its
 * prompt's exact text (without white space around). Its rows are its samples 1, 2, 3… in the order of their numbers,
 * so that files that count from 0, or leave a number out, lose nothing.
 */
export function recordedModel(name: string, rows: readonly ReplyRow[]): Model {
  const byQuestion = Map.groupBy(rows, ({ by, about }) => keyOf(by, about));
  // A file of replies holds one a sample, which is no conversation of several turns.
  const repliesFor = (task: Task): readonly string[] =>
    keysOf(task)
      .filter(() => task.laterPrompts === undefined)
      .flatMap((key) => byQuestion.get(key) ?? [])
      .sort((a, b) => a.sample - b.sample)
      .map(({ reply }) => reply);
  return {
    id: `recorded/${name}`,
    disclosure: DISCLOSURE,
    mostRounds: 1,
    samplesFor: (task) => repliesFor(task).length,
    fingerprint: ({ task, sample }) => sha256(repliesFor(task)[sample - 1] ?? ''),
    unmatched(tasks) {
      const known = new Set(tasks.flatMap(keysOf));
      const strange = rows.filter(({ by, about }) => !known.has(keyOf(by, about)));
      return [...new Set(strange.map(({ about }) => about))];
    },
    async reply({ task, sample }) {
      const text = repliesFor(task)[sample - 1];
      if (text === undefined)
        return { outcome: 'provider-trouble', reason: `no recorded reply ${sample} for ${task.id}` };
      if (text.trim() === '') return { outcome: 'empty', text, reason: 'the recorded reply is empty' };
      return { outcome: 'replied', text, note: 'recorded elsewhere' };
    },
  };
}

function keysOf(task: Task): string[] {
  return [keyOf('task', task.id), keyOf('prompt', task.prompt.trim())];
}

function keyOf(by: ReplyRow['by'], about: string): string {
  return JSON.stringify([by, about]);
}
