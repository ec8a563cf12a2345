import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Checked, DataMistake, DataPath, FileMistake } from './mistakes.ts';
import { readTextFile } from './read-text-file.ts';

/** A YAML file as plain data, with the way back from data to lines. */
export interface YamlSource {
  readonly data: unknown;
  /** Puts a mistake in the data at its line and column. */
  place(mistake: DataMistake): FileMistake;
}

/**
 * Reads one YAML document. Broken syntax, duplicate keys, keys that are no text, aliases and unknown tags are
 * mistakes: a file means exactly what it shows.
 */
export function readYaml(path: string): Checked<YamlSource> {
  const text = readTextFile(path);
  if (text.outcome === 'invalid') return text;
  const lines = new LineCounter();
  const document = parseDocument(text.value, { lineCounter: lines, stringKeys: true, prettyErrors: false });
  const at = (offset: number, message: string): FileMistake => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const mistakes = [
    ...[...document.errors, ...document.warnings].map((e) => at(e.pos[0], explain(e))),
    ...aliasOffsets(document.contents).map((offset) => at(offset, ALIASES_ARE_REFUSED)),
  ];
  if (mistakes.length > 0) return { outcome: 'invalid', mistakes };
  const contents = document.contents;
  const place = (m: DataMistake) => at(offsetOf(contents, m), m.message);
  return { outcome: 'valid', value: { data: document.toJS(), place } };
}

function explain({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins; expected one document';
  if (code === 'DUPLICATE_KEY') return 'this key stands here a second time; expected each key once';
  if (code === 'RESOURCE_EXHAUSTION') return 'nested too deeply; expected a task or a sweep';
  return `broken YAML: ${HINTS[code] ?? message}`;
}

// What the parser says of these, in the words of whoever wrote the file.
const HINTS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_INDENT:
    'expected this line at the column of its neighbours, and each { and [ before it closed (# begins a comment: write "#0000ff" in quotes)',
  TAB_AS_INDENT: 'a tab at the beginning of a line; expected spaces',
  MULTILINE_IMPLICIT_KEY: 'expected KEY: VALUE on this line, with a space behind the colon',
  BLOCK_AS_IMPLICIT_KEY:
    'a second "KEY: " where a value stands; expected quotes around text with a colon, or the key at the column of its neighbours',
  MISSING_CHAR: 'the file ends within a text in quotes or a bracket; expected it closed',
  BAD_SCALAR_START: 'a value begins with a sign that YAML keeps for itself; expected quotes around it',
};

const ALIASES_ARE_REFUSED = 'an alias (*name); expected the value itself, written out';

function aliasOffsets(contents: Node | null): number[] {
  const offsets: number[] = [];
  if (contents === null) return offsets;
  visit(contents, { Alias: (_key, node) => void offsets.push(node.range?.[0] ?? 0) });
  return offsets;
}

function offsetOf(contents: Node | null, { path, at }: DataMistake): number {
  let node: unknown = contents;
  let offset = startOf(contents) ?? 0;
  path.forEach((segment, depth) => {
    const child = childOf(node, segment);
    const isLast = depth === path.length - 1;
    offset =
      (isLast && at === 'key' ? startOf(child.key) : startOf(child.value)) ?? startOf(child.key) ?? offset;
    node = child.value;
  });
  return offset;
}

function childOf(
  node: unknown,
  segment: DataPath[number],
): { readonly key?: unknown; readonly value?: unknown } {
  if (isSeq(node)) return { value: node.items[Number(segment)] };
  if (!isMap(node)) return {};
  const pair = node.items.find((item: Pair) => isScalar(item.key) && item.key.value === segment);
  return pair ?? {};
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
