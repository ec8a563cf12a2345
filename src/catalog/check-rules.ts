import type { CheckDefinition, ParameterValue } from '../domain/check.ts';
import { expectedOneOf, quote } from './describe-issues.ts';
import type { DataMistake, DataPath } from './mistakes.ts';
import { type CheckOutline, type Reference, type TaskOutline, thereId } from './task-outline.ts';

type Definitions = ReadonlyMap<string, CheckDefinition>;

/** What a schema can't say of the checks: references, numbers of subjects, unique ids, parameters that go together. */
export function checkMistakes(outline: TaskOutline, definitions: Definitions): DataMistake[] {
  const ids = allIds(outline);
  return [
    ...outline.checks.flatMap((check) => [
      ...unknownReferences(check.of, outline.subjects, 'subject'),
      ...unknownReferences(check.needs, ids, 'criterion'),
      ...wrongUse(check, definitions),
    ]),
    ...outline.readings.flatMap(({ checks }) =>
      checks.flatMap((check) => [
        ...unknownReferences(check.of, outline.subjects, 'subject'),
        ...wrongUse(check, definitions),
      ]),
    ),
    ...duplicateIds(outline),
    ...circles(outline),
  ];
}

/** All ids of criteria: the implied ones first. */
export function allIds(outline: TaskOutline): string[] {
  const own = outline.checks.flatMap(({ id }) => (id === null ? [] : [id]));
  return [...new Set([...outline.subjects.map(thereId), ...own])];
}

/** A mistake for each reference to something that isn't there. */
export function unknownReferences(
  references: readonly Reference[],
  known: readonly string[],
  what: string,
): DataMistake[] {
  return references
    .filter(({ word }) => !known.includes(word))
    .map(({ word, path }) => ({
      path,
      at: 'value',
      message: `no ${what} is called ${quote(word)}; ${expectedOneOf(word, known)}`,
    }));
}

function wrongUse(check: CheckOutline, definitions: Definitions): DataMistake[] {
  const definition = definitions.get(check.check ?? '');
  if (definition === undefined) return [];
  const mistakes: DataMistake[] = [];
  const add = (path: DataPath, message: string) => mistakes.push({ path, at: 'value', message });
  const { min, max } = definition.subjects;
  const count = check.of.length;
  if ('of' in check.entry && (count < min || count > max)) {
    add([...check.path, 'of'], `${quote(definition.name)} speaks of ${range(min, max)}; got ${count}`);
  }
  if (new Set(check.of.map(({ word }) => word)).size < count) {
    add(
      [...check.path, 'of'],
      `names a subject twice; expected different ones, got ${quote(check.entry.of)}`,
    );
  }
  for (const sentence of definition.validate?.(parametersOf(check.entry, definition)) ?? []) {
    add(check.path, `${quote(definition.name)}: ${sentence}`);
  }
  return mistakes;
}

/** The parameters of a check: what the file says, else the definition's defaults. */
export function parametersOf(
  entry: Readonly<Record<string, unknown>>,
  definition: CheckDefinition,
): Record<string, ParameterValue> {
  const values = Object.entries(definition.parameters).map(([key, spec]) => {
    const fallback = 'default' in spec ? spec.default : undefined;
    return [key, Object.hasOwn(entry, key) ? entry[key] : fallback] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => isParameterValue(value))) as Record<
    string,
    ParameterValue
  >;
}

function isParameterValue(value: unknown): value is ParameterValue {
  return ['number', 'boolean', 'string'].includes(typeof value);
}

function range(min: number, max: number): string {
  const many = (count: number) => (count === 1 ? '1 subject' : `${count} subjects`);
  if (min === max) return many(min);
  return Number.isFinite(max) ? `${min} to ${many(max)}` : `${many(min)} or more`;
}

function duplicateIds(outline: TaskOutline): DataMistake[] {
  const seen = new Set(outline.subjects.map(thereId));
  return outline.checks.flatMap(({ id, path }) => {
    if (id === null) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `a second criterion is called ${quote(id)}; expected an id of its own (SUBJECT-there is taken by the implied check)`;
    return [{ path: [...path, 'id'], at: 'value' as const, message }];
  });
}

function circles(outline: TaskOutline): DataMistake[] {
  const needs = new Map(outline.checks.map(({ id, needs }) => [id ?? '', needs.map(({ word }) => word)]));
  return outline.checks
    .filter(({ id }) => id !== null && reaches(id, id, needs))
    .map(({ id, path }) => ({
      path: [...path, 'needs'],
      at: 'value',
      message: `${quote(id)} needs itself, directly or through others; expected no circle`,
    }));
}

function reaches(from: string, target: string, needs: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const waiting = [...(needs.get(from) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === target) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(needs.get(id) ?? []));
  }
  return false;
}
