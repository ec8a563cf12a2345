import type { Task } from '../domain/task.ts';
import { sha256 } from '../util/sha256.ts';

type Hashed = Pick<Task, 'prompt' | 'laterPrompts' | 'subjects' | 'checks' | 'frames' | 'readings'> & {
  /** The text of the given drawing. */
  readonly givenTex?: string;
};

/**
 * SHA-256 (hex) of all that a score depends on. Neither the order of keys nor that of subjects and checks counts;
 * the order of a check's subjects and that of readings does.
 */
export function hashTask({ prompt, subjects, checks, ...more }: Hashed): string {
  const byId = [...checks].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sha256(canonicalJson({ prompt, subjects, checks: byId, ...more }));
}

/** JSON with the keys of all objects in order: equal data gives equal text. What is undefined is left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(',')}}`;
}
