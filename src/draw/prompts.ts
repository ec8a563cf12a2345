import { join } from 'node:path';
import type { Rendered } from '../domain/rendered.ts';
import { promptsOf, type Task } from '../domain/task.ts';
import { UsageError } from '../domain/usage-error.ts';
import { fillPrompt, readPromptFiles } from '../util/prompt-file.ts';
import { explainProblem } from './explain-problem.ts';

/** What a model is told, from files that people can read and change. */
export interface Prompts {
  /** SHA-256 over all files. */
  readonly hash: string;
  /** Each file's version, by its name. */
  readonly versions: Readonly<Record<string, string>>;
  system(): string;
  /** The first message. */
  first(task: Task): string;
  /** The first message of a later turn, from 2. */
  turn(task: Task, turn: number): string;
  /** What comes back when there is something to mend; the picture goes with it on the track sighted. */
  repair(rendered: Rendered): string;
  sighted(rendered: Rendered): string;
}

/** The files, and the places that each of them must have, to be filled in. */
const FILES = {
  system: [],
  task: ['prompt'],
  'task-with-labels': ['prompt', 'labels'],
  given: ['drawing', 'request'],
  frames: ['request', 'frames'],
  turn: ['request'],
  repair: ['problem'],
  sighted: ['problem'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type FileName = keyof typeof FILES;

/** Reads the prompt files of a folder. Throws one UsageError with all that is wrong with them. */
export function readPrompts(folder: string): Prompts {
  const files = readPromptFiles<FileName>((name) => join(folder, `${name}.md`), FILES);
  if (files.mistakes.length > 0) {
    const names = Object.keys(FILES).map((name) => `${name}.md`);
    throw new UsageError(files.mistakes.join('\n'), {
      remedy: `A folder of prompts holds ${names.join(', ')}; copy the ones that ship and change them.`,
    });
  }
  const { hash, versions, texts } = files;
  return { hash, versions, ...speakWith(texts) };
}

type Texts = Readonly<Record<FileName, string>>;

function speakWith(texts: Texts): Omit<Prompts, 'hash' | 'versions'> {
  return {
    system: () => texts.system,
    first: (task) => firstMessage(task, texts),
    turn: (task, turn) => fillPrompt(texts.turn, { request: requestOf(task, turn, texts) }),
    repair: (rendered) => fillPrompt(texts.repair, { problem: explainProblem(rendered) }),
    sighted: (rendered) => {
      const problem =
        rendered.clean === false ? `, as far as it compiles.\n\n${explainProblem(rendered)}\n\n` : '';
      return fillPrompt(texts.sighted, { problem });
    },
  };
}

function firstMessage(task: Task, texts: Texts): string {
  const { given, frames } = task;
  const request = requestOf(task, 1, texts);
  if (given !== undefined) return fillPrompt(texts.given, { request, drawing: given.tex.trim() });
  return frames === undefined ? request : fillPrompt(texts.frames, { request, frames: String(frames) });
}

/** What a turn asks, with the labels of the subjects that it is the first to speak of. */
function requestOf(task: Task, turn: number, texts: Texts): string {
  const prompt = promptsOf(task)[turn - 1]?.trim() ?? '';
  const labels = labelsOf(task, turn);
  if (labels.length === 0) return fillPrompt(texts.task, { prompt });
  const list = labels.map((label) => `- ${label}: \\begin{scope}[part=${label}] … \\end{scope}`).join('\n');
  return fillPrompt(texts['task-with-labels'], { prompt, labels: list });
}

function labelsOf(task: Task, turn: number): readonly string[] {
  const names = Object.keys(task.subjects).filter((name) => firstTurnOf(task, name) === turn);
  const labels = names.flatMap((name) => task.subjects[name]?.label ?? []);
  const known = task.given?.tex ?? '';
  return [...new Set(labels)].filter((label) => !known.includes(`part=${label}`));
}

/** A subject that no criterion names belongs to the first turn. */
function firstTurnOf({ checks }: Task, name: string): number {
  const turns = checks.filter(({ of }) => of.includes(name)).map(({ turn = 1 }) => turn);
  return turns.length === 0 ? 1 : Math.min(...turns);
}
