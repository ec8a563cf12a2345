import { expectedOneOf, quote } from '../describe-issues.ts';
import type { DataMistake, DataPath } from '../mistakes.ts';
import { asList, asRecord } from '../task-outline.ts';
import { geometryQuestion } from './geometry-questions.ts';
import { slotsOf } from './template.ts';

/** A text that words are filled into, as far as it can be read. */
interface Placed {
  readonly text: string;
  readonly path: DataPath;
}

/** What the schema can't say of one rubric file by itself. Looks only at what has the right type. */
export function rubricMistakes(data: unknown): DataMistake[] {
  const top = asRecord(data);
  const items = asList(top.items).map((entry, index) => ({
    entry: asRecord(entry),
    path: ['items', index] as DataPath,
  }));
  const isEmpty = 'title' in top && !('items' in top) && !('include' in top);
  const empty: DataMistake = {
    path: [],
    at: 'value',
    message: 'no items; expected items, or include, or both',
  };
  return [
    ...(isEmpty ? [empty] : []),
    ...items.flatMap(({ entry, path }) => [...formMistakes(entry, path), ...geometryMistakes(entry, path)]),
    ...wordMistakes(top, [...items.flatMap(textsOfItem), ...textsOfUses(top.include)]),
  ];
}

const ASKED = ['question', 'yes', 'no'] as const;

function formMistakes(entry: Readonly<Record<string, unknown>>, path: DataPath): DataMistake[] {
  const asked = ASKED.filter((key) => key in entry);
  const tell = (message: string): DataMistake => ({
    path,
    at: 'value',
    message: `${nameOf(entry)} ${message}`,
  });
  if ('named' in entry) {
    const excess = [...asked, ...('crop' in entry ? ['crop'] : [])];
    return excess.length === 0 ? [] : [tell(`has both named and ${excess.join(', ')}; expected one form`)];
  }
  const missing = ASKED.filter((key) => !(key in entry));
  if (missing.length === ASKED.length) return [tell('asks nothing; expected question, yes and no, or named')];
  if (missing.length > 0)
    return [tell(`lacks ${missing.map(quote).join(' and ')}; expected question, yes and no together`)];
  return [];
}

function nameOf({ id }: Readonly<Record<string, unknown>>): string {
  return typeof id === 'string' ? quote(id) : 'the item';
}

function geometryMistakes(entry: Readonly<Record<string, unknown>>, path: DataPath): DataMistake[] {
  if (typeof entry.question !== 'string') return [];
  const found = geometryQuestion(entry.question);
  if (found === null) return [];
  const message = `question of ${nameOf(entry)} asks what geometry decides (${quote(found.phrase)}); expected a check in the task: ${found.check}`;
  return [{ path: [...path, 'question'], at: 'value', message }];
}

function textsOfItem({
  entry,
  path,
}: {
  readonly entry: Readonly<Record<string, unknown>>;
  readonly path: DataPath;
}) {
  const keys = [...ASKED, 'crop', 'of', 'named'];
  return keys.flatMap((key) => textsAt(entry[key], [...path, key]));
}

function textsOfUses(include: unknown): Placed[] {
  return asList(include).flatMap((use, index) =>
    Object.entries(asRecord(asRecord(use).with)).flatMap(([word, value]) =>
      textsAt(value, ['include', index, 'with', word]),
    ),
  );
}

function textsAt(value: unknown, path: DataPath): Placed[] {
  if (typeof value === 'string') return [{ text: value, path }];
  return asList(value).flatMap((text, index) =>
    typeof text === 'string' ? [{ text, path: [...path, index] }] : [],
  );
}

/** Words that nobody declared, braces that hold none, words that nobody uses. */
function wordMistakes(top: Readonly<Record<string, unknown>>, texts: readonly Placed[]): DataMistake[] {
  const declared = Object.keys(asRecord(top.words));
  const used = new Set(texts.flatMap(({ text }) => slotsOf(text).words));
  const unused = declared
    .filter((word) => !used.has(word))
    .map((word): DataMistake => {
      const message = `the word ${quote(word)} is used nowhere; expected {${word}} in a text`;
      return { path: ['words', word], at: 'key', message };
    });
  return [...texts.flatMap((placed) => slotMistakes(placed, declared)), ...unused];
}

function slotMistakes({ text, path }: Placed, declared: readonly string[]): DataMistake[] {
  const { words, hasLooseBrace } = slotsOf(text);
  const unknown = words
    .filter((word) => !declared.includes(word))
    .map((word): DataMistake => {
      const message = `{${word.slice(0, 60)}} is no word of this rubric; ${expectedOneOf(word, declared)}`;
      return { path, at: 'value', message };
    });
  const message = `a brace without its partner in ${quote(text)}; expected {word}`;
  return hasLooseBrace ? [...unknown, { path, at: 'value', message }] : unknown;
}
