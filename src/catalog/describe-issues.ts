import type { z } from 'zod';
import { nearest } from '../util/nearest.ts';
import type { DataMistake } from './mistakes.ts';

/** All that is wrong with `data` by the schema, in plain words. Empty when it is valid. */
export function checkShape<T>(
  schema: z.ZodType<T>,
  data: unknown,
): { value: T | null; mistakes: DataMistake[] } {
  const result = schema.safeParse(data, { error: keepKnownKeys, reportInput: true });
  if (result.success) return { value: result.data, mistakes: [] };
  return { value: null, mistakes: result.error.issues.flatMap(describeIssue) };
}

/** `did you mean "prompt"? Expected one of title, prompt`, or only what is known when nothing is near. */
export function expectedOneOf(word: string, known: readonly string[]): string {
  if (known.length === 0) return 'expected none';
  const near = nearest(word, known);
  const all = known.join(', ');
  return near === null ? `expected one of ${all}` : `did you mean "${near}"? Expected one of ${all}`;
}

type Issue = z.core.$ZodIssue;

// A finished issue no longer knows its schema, and with it the keys that would have been right; they travel as its message.
function keepKnownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const { def } = (issue.inst as unknown as { _zod: { def: { shape?: object } } })._zod;
  return JSON.stringify(Object.keys(def.shape ?? {}));
}

function describeIssue(issue: Issue): DataMistake[] {
  const fitting = fittingIssues(issue);
  if (fitting !== null) return fitting.flatMap(describeIssue);
  const path = issue.path.map((segment) => (typeof segment === 'symbol' ? String(segment) : segment));
  if (issue.code === 'unrecognized_keys') {
    const known = JSON.parse(issue.message) as string[];
    return issue.keys.map((key) => ({
      path: [...path, key],
      at: 'key',
      message: `unknown key ${quote(key)}; ${expectedOneOf(key, known)}`,
    }));
  }
  const last = path.at(-1);
  const what = typeof last === 'string' ? last : last === undefined ? 'the file' : `item ${last + 1}`;
  if (issue.code === 'invalid_key') {
    const reason = issue.issues[0]?.message ?? 'is wrong';
    return [{ path, at: 'key', message: `${quote(last)} ${reason}` }];
  }
  return [{ path, at: 'value', message: `${what} ${sayWhy(issue)}` }];
}

/** What zod says of a union that has nothing to say of its own. */
const PLAIN = 'Invalid input';

/** Of a union without words of its own: what is wrong by the one form that the value has. Null: it has none of them. */
function fittingIssues(issue: Issue): Issue[] | null {
  if (issue.code !== 'invalid_union' || issue.message !== PLAIN || 'discriminator' in issue) return null;
  const fitting = issue.errors.filter((form) => !form.some(isOfWrongType));
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return null;
  return only.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isOfWrongType({ code, path }: Issue): boolean {
  return (code === 'invalid_type' || code === 'invalid_value') && path.length === 0;
}

function formsOf({ errors }: z.core.$ZodIssueInvalidUnion): string {
  const kinds = errors.flatMap((form) =>
    form.flatMap((inner) =>
      inner.code === 'invalid_type' && inner.path.length === 0 ? [inner.expected] : [],
    ),
  );
  return [...new Set(kinds)].map(aOrAn).join(' or ');
}

function sayWhy(issue: Issue): string {
  if (issue.code === 'invalid_union' && 'discriminator' in issue) return sayUnknownKind(issue);
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return `is missing; expected ${aOrAn(issue.expected)}`;
  const got = `, got ${quote(issue.input)}`;
  if (issue.code === 'invalid_union' && issue.message === PLAIN)
    return `is wrong; expected ${formsOf(issue)}${got}`;
  switch (issue.code) {
    case 'invalid_type':
      return `is wrong; expected ${aOrAn(issue.expected)}${got}`;
    case 'invalid_value':
      return issue.input === undefined
        ? `is missing; expected one of ${issue.values.join(', ')}`
        : `is unknown; ${expectedOneOf(String(issue.input), issue.values.map(String))}${got}`;
    case 'too_small':
      return `is too small; expected ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit(issue)}${size(issue)}`;
    case 'too_big':
      return `is too large; expected ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unit(issue)}${size(issue)}`;
    default:
      return `${issue.message}${got}`;
  }
}

function sayUnknownKind(issue: z.core.$ZodIssueInvalidUnion): string {
  const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] };
  const given = (issue.input as Record<string, unknown> | undefined)?.[discriminator ?? ''];
  const known = (options ?? []).map(String);
  if (given === undefined) return `is missing; expected one of ${known.join(', ')}`;
  return `${quote(given)} is unknown; ${expectedOneOf(String(given), known)}`;
}

function unit(issue: { readonly origin: string }): string {
  if (issue.origin === 'string') return ' characters';
  return issue.origin === 'array' ? ' items' : '';
}

function size(issue: { readonly origin: string; readonly input?: unknown }): string {
  const { input } = issue;
  return typeof input === 'string' || Array.isArray(input)
    ? `, got ${input.length}`
    : `, got ${quote(input)}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'names with values',
};

function aOrAn(expected: string): string {
  return NOUNS[expected] ?? expected;
}

/** A value as it can be shown in a message: JSON, at most 60 characters. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
