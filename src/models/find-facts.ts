import type { ModelFacts } from '../domain/model.ts';

/** `-2025-08-07`, `-20250929`, `:latest`: which snapshot of one model it is. */
const SNAPSHOT = /(?:-\d{4}-\d{2}-\d{2}|-20\d{6}|:latest)$/;

/**
 * What the table knows of `provider/name`: the first entry with that id, else the one without the day of the snapshot. Any
 * other name is another model for all we know, with another price: null.
 */
export function findFacts(facts: readonly ModelFacts[], id: string): ModelFacts | null {
  const undated = id.replace(SNAPSHOT, '');
  return facts.find((known) => known.id === id) ?? facts.find((known) => known.id === undated) ?? null;
}
