import { readFileSync } from 'node:fs';

/** What people say of a relation in a picture; null: two raters disagree. */
export type Seen = 'yes' | 'no' | 'unclear' | null;

/** A drawing that a model made blind for "an A RELATION a B", and what people see in it. */
export interface RelationRow {
  readonly id: number;
  readonly caption: string;
  readonly a: string;
  readonly relation: string;
  readonly b: string;
  readonly tikz: string;
  /** Whether the relation holds. */
  readonly seen: Seen;
  /** Whether the opposite relation holds. */
  readonly oppositeSeen: Seen;
}

/** The rows of a JSONL file. @throws Error when it can't be read or a line is no JSON. */
export function readRelationRows(path: string): readonly RelationRow[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as RelationRow);
}
