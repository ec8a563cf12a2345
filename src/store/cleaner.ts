import { UsageError } from '../domain/usage-error.ts';

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/**
 * What every text from outside goes through before it is written: no secrets, and no lone surrogates, which SQLite does
 * not keep. Ids, keys, hashes and numbers do not go through it.
 */
export interface Cleaner {
  text(text: string): string;
  textOrNull(text: string | null): string | null;
  /** JSON of a value, all texts in it cleaned, the names of its fields too; lone surrogates are kept as escapes. */
  json(value: unknown): string;
}

export function createCleaner(redact: Redact): Cleaner {
  const text = (dirty: string): string => redact(dirty).toWellFormed();
  return {
    text,
    textOrNull: (dirty) => (dirty === null ? null : text(dirty)),
    json: (value) => JSON.stringify(redactDeep(value ?? null, redact)),
  };
}

/** Throws UsageError where the id of a task or a model holds a secret: ids are kept as they are, so there it can't be taken out. */
export function requireCleanIds(clean: Cleaner, ids: Iterable<string>): void {
  for (const id of new Set(ids)) {
    const cleaned = clean.text(id);
    if (cleaned === id) continue;
    throw new UsageError(`${cleaned}: expected a name that is no secret, but it holds one.`, {
      remedy: 'Keys belong into the environment or a key file; name the task or the model without.',
    });
  }
}

function redactDeep(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, redact));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [redact(name), redactDeep(item, redact)]),
  );
}
