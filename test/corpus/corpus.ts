import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../helpers/workshop.ts';

/** Real drawings that GPT-4 wrote blind. They are no part of this project: where they are missing, tests of them skip. */
const CORPUS = join(ROOT, '../shared/corpus');
export const RELATIONS = join(CORPUS, 'gpt4-relations.jsonl');
const THINGS = join(CORPUS, 'gpt4-things.jsonl');
export const HAS_CORPUS = existsSync(RELATIONS) && existsSync(THINGS);

/** Whether tests look at every drawing, not at one of several: some minutes instead of one. */
export const IS_FULL = process.env.OTTERBENCH_FULL_CORPUS === '1';

/** What is not drawn, and why that is right. */
export const NOT_DRAWN: Readonly<Record<string, string>> = {
  'things 1794': 'forbidden: it places a picture from a file instead of drawing',
};

/** A drawing with a name for tables: `things 189` is the one with that id. */
export interface CorpusDrawing {
  readonly name: string;
  readonly tikz: string;
}

/** All drawings, relations first. @throws Error where the corpus is missing. */
export function corpusDrawings(): readonly CorpusDrawing[] {
  return [...drawingsOf('relations', RELATIONS), ...drawingsOf('things', THINGS)];
}

function drawingsOf(kind: string, path: string): readonly CorpusDrawing[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { id, tikz } = JSON.parse(line) as { id: number; tikz: string };
    return { name: `${kind} ${id}`, tikz };
  });
}
