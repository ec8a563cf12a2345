import type { DataPath } from './mistakes.ts';

/** A name that a file uses, with its place. */
export interface Reference {
  readonly word: string;
  readonly path: DataPath;
}

/** One entry of `checks` as far as it can be read. */
export interface CheckOutline {
  readonly id: string | null;
  readonly check: string | null;
  readonly path: DataPath;
  /** From 1. */
  readonly turn: number;
  readonly of: readonly Reference[];
  readonly needs: readonly Reference[];
  readonly entry: Readonly<Record<string, unknown>>;
}

/** One entry of `drawings` as far as it can be read. */
export interface DrawingOutline {
  readonly file: string;
  readonly path: DataPath;
  readonly fails: readonly Reference[];
  readonly reading: readonly Reference[];
  readonly unlike: readonly Reference[];
}

/** One entry of `readings` as far as it can be read. */
export interface ReadingOutline {
  readonly name: string;
  readonly checks: readonly CheckOutline[];
}

/** The names of a task file and what refers to them. Made from data of any shape: what is malformed is left out. */
export interface TaskOutline {
  readonly subjects: readonly string[];
  readonly checks: readonly CheckOutline[];
  readonly readings: readonly ReadingOutline[];
  readonly drawings: readonly DrawingOutline[];
  readonly turns: number;
  readonly hasGiven: boolean;
  readonly hasRubric: boolean;
  /** Null: no moving task. */
  readonly frames: number | null;
}

/** Reads names and references even from a file that breaks the schema, so that all its mistakes show at once. */
export function outlineOf(data: unknown): TaskOutline {
  const top = asRecord(data);
  const turns = asList(top.turns);
  return {
    turns: Math.max(1, turns.length),
    hasGiven: typeof top.given === 'string',
    hasRubric: 'rubric' in top,
    frames: typeof top.frames === 'number' ? top.frames : null,
    subjects: Object.keys(asRecord(top.subjects)),
    checks: [
      ...checksAt(top.checks, [], 1),
      ...turns.flatMap((turn, index) => checksAt(asRecord(turn).checks, ['turns', index], index + 1)),
    ],
    drawings: Object.entries(asRecord(top.drawings)).map(([file, value]) => ({
      file,
      path: ['drawings', file],
      fails: references(asRecord(value).fails, ['drawings', file, 'fails']),
      reading: references(asRecord(value).reading, ['drawings', file, 'reading']),
      unlike: references(asRecord(value).unlike, ['drawings', file, 'unlike']),
    })),
    readings: Object.entries(asRecord(top.readings)).map(([name, list]) => ({
      name,
      checks: asList(list).map((entry, index) => ({
        ...checkOutline(asRecord(entry), ['readings', name, index]),
        turn: 1,
      })),
    })),
  };
}

function checksAt(list: unknown, path: DataPath, turn: number): CheckOutline[] {
  return asList(list).map((entry, index) => ({
    ...checkOutline(asRecord(entry), [...path, 'checks', index]),
    turn,
  }));
}

function checkOutline(entry: Readonly<Record<string, unknown>>, path: DataPath): Omit<CheckOutline, 'turn'> {
  return {
    id: typeof entry.id === 'string' ? entry.id : null,
    check: typeof entry.check === 'string' ? entry.check : null,
    path,
    of: subjectsOf(entry, path),
    needs: references(entry.needs, [...path, 'needs']),
    entry,
  };
}

/** What an entry of `checks` speaks of: `of`, or `in` where a check may be written so. */
function subjectsOf(entry: Readonly<Record<string, unknown>>, path: DataPath): Reference[] {
  return [...references(entry.of, [...path, 'of']), ...references(entry.in, [...path, 'in'])];
}

function references(value: unknown, path: DataPath): Reference[] {
  if (typeof value === 'string') return [{ word: value, path }];
  return asList(value).flatMap((word, index) =>
    typeof word === 'string' ? [{ word, path: [...path, index] }] : [],
  );
}

/** `value` where it is keys with values, else nothing. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** `value` where it is a list, else an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The id of the implied check that a subject is there. */
export function thereId(subject: string): string {
  return `${subject}-there`;
}
