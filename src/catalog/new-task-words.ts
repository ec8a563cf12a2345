import type { CheckDefinition, ParameterSpec } from '../domain/check.ts';
import type { WrittenCheck } from '../domain/family.ts';
import { UsageError } from '../domain/usage-error.ts';
import { expectedOneOf, quote } from './describe-issues.ts';

/** A subject as it was typed: its name and how it is found, not yet validated. */
export interface TypedSubject {
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

export interface CheckWords {
  readonly definitions: ReadonlyMap<string, CheckDefinition>;
  /** The skill of a check that names none. */
  readonly skillOf: (check: string) => string;
}

/** Keys of a subject that don't say how it is found. */
const FINDS_NOTHING = ['words', 'weight', 'pick'];
const NUMBERS = ['corners', 'weight'];

/** Reads `cup: colour=blue, pick=largest`; a name alone is found by a label of that name. Throws UsageError. */
export function readSubject(text: string): TypedSubject {
  const { head, settings } = splitSettings(text);
  const name = head.replace(/\s*:$/, '');
  if (name === '' || /[\s:]/.test(name)) {
    throw new UsageError(
      `subject ${quote(text)}: expected a name and how it is found, such as "cup: colour=blue, pick=largest"`,
    );
  }
  const spec = settings.map(([key, value]) => [key, key === 'words' ? listOf(value) : readValue(key, value)]);
  const hasWay = settings.some(([key]) => !FINDS_NOTHING.includes(key));
  return { name, spec: { ...(!hasWay && { label: name }), ...Object.fromEntries(spec) } };
}

/** Reads `cup-on-table: rests-on cup table gap=0.02`, not yet validated; the id may be left out. Throws UsageError. */
export function readCheck(text: string, { definitions, skillOf }: CheckWords): WrittenCheck {
  const { head, settings } = splitSettings(text);
  const [, typedId, words = ''] = /^(?:([^:]*):)?(.*)$/s.exec(head) ?? [];
  const [check = '', ...subjects] = listOf(words);
  const definition = definitions.get(check);
  if (definition === undefined) throw unknownCheck(text, check, [...definitions.keys()]);
  const values = settings.map(([key, value]) => {
    if (key === 'needs') return [key, listOf(value)];
    return [key, readValue(key, value, definition.parameters[key])];
  });
  return {
    id: typedId?.trim() || idFor(check, subjects),
    skill: skillOf(check),
    check,
    ...(subjects.length > 0 && { of: subjects.length === 1 ? subjects[0] : subjects }),
    ...Object.fromEntries(values),
  };
}

function unknownCheck(text: string, check: string, known: readonly string[]): UsageError {
  if (check === '') {
    return new UsageError(
      `check ${quote(text)}: expected the name of a check and its subjects, such as "cup-on-table: rests-on cup table"`,
    );
  }
  return new UsageError(`check ${quote(text)}: ${quote(check)} is unknown; ${expectedOneOf(check, known)}`);
}

function idFor(check: string, subjects: readonly string[]): string {
  const [first, ...others] = subjects;
  if (others.length > 1) return [check, ...subjects].join('-');
  return [first, check, ...others].filter(Boolean).join('-');
}

/** `a b key=value, other=two words` → the words before the first key, and the keys with their values. */
function splitSettings(text: string) {
  const keys = [...text.matchAll(/(?<=^|[\s,])([A-Za-z][\w-]*)=/g)];
  const trimmed = (from: number, to?: number) => text.slice(from, to).replace(/^[\s,]+|[\s,]+$/g, '');
  const settings = keys.map((found, place) => {
    const value = trimmed(found.index + found[0].length, keys[place + 1]?.index);
    return [found[1] ?? '', value] as const;
  });
  return { head: trimmed(0, keys[0]?.index), settings };
}

function listOf(text: string): string[] {
  return text.split(/[\s,|]+/).filter(Boolean);
}

/** What was typed as the kind that is wanted, where it can be read so; else as it is, for the schema to refuse. */
function readValue(key: string, text: string, spec?: ParameterSpec): unknown {
  const kind = spec?.kind ?? (NUMBERS.includes(key) ? 'number' : 'text');
  const isNumber = text !== '' && Number.isFinite(Number(text));
  if (kind.startsWith('number') && isNumber) return Number(text);
  if (kind === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}
