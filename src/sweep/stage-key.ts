import { isTrouble } from '../domain/outcome.ts';
import type { StoredStage } from '../store/record-stage.ts';
import { sha256 } from '../util/sha256.ts';

/** What a stage depends on, by name, so that a change can be named. Values are short texts or hashes. */
export type StageInputs = Readonly<Record<string, string>>;

/** SHA-256 over all inputs; the order in which they are given does not count. */
export function stageKey(inputs: StageInputs): string {
  return sha256(JSON.stringify(Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** SHA-256 of any JSON value; the order of keys does not count. */
export function hashJson(value: unknown): string {
  return sha256(JSON.stringify(value, sortKeys) ?? '');
}

/** Why a stage has to be done, in plain words; null when its last result holds. */
export function whyDo(previous: StoredStage | null, inputs: StageInputs): string | null {
  if (!previous) return 'first time';
  if (isTrouble(previous.outcome)) return `${previous.outcome} before`;
  if (previous.key === stageKey(inputs)) return null;
  const names = new Set([...Object.keys(previous.inputs), ...Object.keys(inputs)]);
  const changed = [...names].filter((name) => previous.inputs[name] !== inputs[name]).sort();
  return `changed: ${changed.join(', ')}`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
