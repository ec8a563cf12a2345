import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rendered } from '../domain/rendered.ts';
import { promptsOf, type Task } from '../domain/task.ts';
import { UsageError } from '../domain/usage-error.ts';
import { sha256 } from '../util/sha256.ts';
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
  const names = Object.keys(FILES) as FileName[];
  const read = names.map((name) => ({ name, ...readPrompt(join(folder, `${name}.md`), FILES[name]) }));
  const mistakes = read.flatMap((file) => file.mistakes);
  if (mistakes.length > 0) {
    throw new UsageError(mistakes.join('\n'), {
      remedy: `A folder of prompts holds ${names.map((name) => `${name}.md`).join(', ')}; copy the ones that ship and change them.`,
    });
  }
  const texts = Object.fromEntries(read.map(({ name, text }) => [name, text])) as Record<FileName, string>;
  const versions = Object.fromEntries(read.map(({ name, version }) => [name, version]));
  return { hash: sha256(JSON.stringify(texts)), versions, ...speakWith(texts) };
}

type Texts = Readonly<Record<FileName, string>>;

function speakWith(texts: Texts): Omit<Prompts, 'hash' | 'versions'> {
  return {
    system: () => texts.system,
    first: (task) => firstMessage(task, texts),
    turn: (task, turn) => fill(texts.turn, { request: requestOf(task, turn, texts) }),
    repair: (rendered) => fill(texts.repair, { problem: explainProblem(rendered) }),
    sighted: (rendered) => {
      const problem =
        rendered.clean === false ? `, as far as it compiles.\n\n${explainProblem(rendered)}\n\n` : '';
      return fill(texts.sighted, { problem });
    },
  };
}

function firstMessage(task: Task, texts: Texts): string {
  const { given, frames } = task;
  const request = requestOf(task, 1, texts);
  if (given !== undefined) return fill(texts.given, { request, drawing: given.tex.trim() });
  return frames === undefined ? request : fill(texts.frames, { request, frames: String(frames) });
}

/** What a turn asks, with the labels of the subjects that it is the first to speak of. */
function requestOf(task: Task, turn: number, texts: Texts): string {
  const prompt = promptsOf(task)[turn - 1]?.trim() ?? '';
  const labels = labelsOf(task, turn);
  if (labels.length === 0) return fill(texts.task, { prompt });
  const list = labels.map((label) => `- ${label}: \\begin{scope}[part=${label}] … \\end{scope}`).join('\n');
  return fill(texts['task-with-labels'], { prompt, labels: list });
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

interface PromptFile {
  readonly text: string;
  readonly version: string;
  readonly mistakes: readonly string[];
}

/** The first line is a comment for people that holds the version; it is not sent. */
function readPrompt(path: string, places: readonly string[]): PromptFile {
  let whole: string;
  try {
    whole = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message;
    return { text: '', version: '', mistakes: [`${path}: ${why}`] };
  }
  const head = /^<!--\s*version:\s*([\w.-]+?)\.?\s[^\n]*-->\n/.exec(whole);
  const text = whole.slice(head?.[0].length ?? 0).trim();
  const found = [...text.matchAll(PLACE)].map(([, name]) => name ?? '');
  const mistakes = [
    ...(head ? [] : [`${path}:1: expected <!-- version: 1. What it is for. --> as the first line`]),
    ...places
      .filter((name) => !found.includes(name))
      .map((name) => `${path}: expected {{${name}}} somewhere`),
    ...found
      .filter((name) => !places.includes(name))
      .map(
        (name) =>
          `${path}: nothing fills {{${name}}}; expected ${places.map((one) => `{{${one}}}`).join(', ') || 'none'}`,
      ),
    ...(text === '' ? [`${path}: it says nothing`] : []),
  ];
  return { text, version: head?.[1] ?? '', mistakes };
}

const PLACE = /\{\{(\w+)\}\}/g;

/** Fills each place once; what a value holds is never looked at again. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(PLACE, (place, name: string) => values[name] ?? place);
}
