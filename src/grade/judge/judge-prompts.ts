import { join } from 'node:path';
import { UsageError } from '../../domain/usage-error.ts';
import { fillPrompt, readPromptFiles } from '../../util/prompt-file.ts';

/** What a judge is told, from files that people can read. Nothing that fills a place can leave it: see `asData`. */
export interface JudgePrompts {
  /** SHA-256 over all files. */
  readonly hash: string;
  /** Each file's version, by its name. */
  readonly versions: Readonly<Record<string, string>>;
  /** The texts as they stand in the files, for the report. */
  readonly texts: Readonly<Record<JudgePromptName, string>>;
  system(): string;
  naming(): string;
  items(questions: unknown): string;
  part(questions: unknown): string;
  pair(request: string): string;
}

const FILES = {
  system: [],
  naming: [],
  items: ['questions'],
  part: ['questions'],
  pair: ['request'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type JudgePromptName = keyof typeof FILES;

/** Reads the prompts of judges from a folder. Throws one UsageError with all that is wrong with them. */
export function readJudgePrompts(folder: string): JudgePrompts {
  const files = readPromptFiles<JudgePromptName>((name) => join(folder, `${name}.md`), FILES);
  if (files.mistakes.length > 0) {
    const names = Object.keys(FILES).map((name) => `${name}.md`);
    throw new UsageError(files.mistakes.join('\n'), {
      remedy: `The prompts of judges are ${names.join(', ')}; take them as they ship.`,
    });
  }
  const { hash, versions, texts } = files;
  return {
    hash,
    versions,
    texts,
    system: () => texts.system,
    naming: () => texts.naming,
    items: (questions) => fillPrompt(texts.items, { questions: asData(questions) }),
    part: (questions) => fillPrompt(texts.part, { questions: asData(questions) }),
    pair: (request) => fillPrompt(texts.pair, { request: asData(request) }),
  };
}

/**
 * Any value as JSON in which no tag can be closed or opened: what task files say can't break out of the frame around it.
 * What can't be seen, and what turns text round, is escaped, too, so that it reads as it is written.
 */
export function asData(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(HIDDEN, (character) =>
    Array.from(character.split(''), escaped).join(''),
  );
}

/** Marks of tags, and characters that are not seen: controls, joiners, marks of direction, the letters of Unicode's tag block. */
const HIDDEN =
  /[<>&`\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** One UTF-16 unit, as JSON writes it. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
