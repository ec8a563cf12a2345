/** A line of a drawing that says what is still to be drawn. */
export interface Todo {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

// Only a comment that begins with it: a drawing may well show a list of things to do.
const TODO = /^[^\S\n]*%+[^\S\n]*TODO\b:?[^\S\n]*(.*)$/gm;

/** All lines of a TeX source that are comments beginning with TODO. */
export function todosIn(source: string): Todo[] {
  return [...source.matchAll(TODO)].map((found) => ({
    line: source.slice(0, found.index).split('\n').length,
    text: found[1]?.trim() ?? '',
  }));
}
