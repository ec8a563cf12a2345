import { readFileSync } from 'node:fs';
import { sha256 } from './sha256.ts';

/** Prompts of a folder, by the name of their file without `.md`. */
export interface PromptFiles<Name extends string> {
  /** Without their first lines, which are for people. */
  readonly texts: Readonly<Record<Name, string>>;
  readonly versions: Readonly<Record<Name, string>>;
  /** SHA-256 over all texts. */
  readonly hash: string;
  /** `path: what is wrong`; empty when all is well. */
  readonly mistakes: readonly string[];
}

/** Reads the files that `places` names, each with the places that it must have and no others: `{{name}}`. */
export function readPromptFiles<Name extends string>(
  pathOf: (name: Name) => string,
  places: Readonly<Record<Name, readonly string[]>>,
): PromptFiles<Name> {
  const names = Object.keys(places) as Name[];
  const read = names.map((name) => ({ name, ...readPromptFile(pathOf(name), places[name]) }));
  const texts = Object.fromEntries(read.map(({ name, text }) => [name, text])) as Record<Name, string>;
  const versions = Object.fromEntries(read.map(({ name, version }) => [name, version])) as Record<
    Name,
    string
  >;
  const mistakes = read.flatMap((file) => file.mistakes);
  return { texts, versions, hash: sha256(JSON.stringify(texts)), mistakes };
}

interface PromptFile {
  readonly text: string;
  readonly version: string;
  readonly mistakes: readonly string[];
}

/** The first line is a comment for people that holds the version; it is not sent. */
function readPromptFile(path: string, places: readonly string[]): PromptFile {
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
export function fillPrompt(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(PLACE, (place, name: string) => values[name] ?? place);
}
