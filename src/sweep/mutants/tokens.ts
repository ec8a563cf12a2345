/** A token of a content stream as it is written: a number, name, string, array, dictionary or operator. */
const TOKEN =
  /\((?:[^()\\]|\\[\s\S])*\)|<<[\s\S]*?>>|<[0-9A-Fa-f\s]*>|\[(?:\((?:[^()\\]|\\[\s\S])*\)|[^\]()])*\]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/gu;

/** One operator with what comes before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
}

/** Reads the operators of a content stream as pdfTeX writes it (no comments, no inline images). */
export function* readOperations(content: string): Generator<Operation> {
  let operands: string[] = [];
  for (const [token] of content.matchAll(TOKEN)) {
    if (/^[A-Za-z'"]/u.test(token)) {
      yield { operator: token, operands };
      operands = [];
    } else operands.push(token);
  }
}
