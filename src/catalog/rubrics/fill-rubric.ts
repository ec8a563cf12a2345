import { expectedOneOf, quote } from '../describe-issues.ts';
import type { DataMistake, DataPath } from '../mistakes.ts';
import { bindWords } from './bind-words.ts';
import { type FilledItem, fillItem } from './fill-item.ts';
import type { RubricFile, RubricUse } from './rubric-schema.ts';
import type { Bindings } from './template.ts';

/** The longest chain of rubrics that include each other: longer ones nobody can follow. */
const MAX_DEPTH = 5;

/** Rubrics by name, as they are written. */
export type RubricFiles = ReadonlyMap<string, RubricFile>;

/** What is known while the uses of one file are filled. */
export interface Filling {
  readonly files: RubricFiles;
  /** Names of the rubrics that are being filled, the outermost first. */
  readonly chain: readonly string[];
  /** What the words of the uses stand for. */
  readonly bindings: Bindings;
  /** Told of mistakes in the file being read; those that lie in another file are told when that one is read. */
  readonly tell: (mistake: DataMistake) => void;
  /** How many uses may still be filled. */
  readonly budget: { left: number };
}

/** Far more than a rubric of the most items takes: rubrics that use each other many times would grow without end. */
export const MAX_USES = 1000;

/** How a file uses a rubric. */
export interface PlacedUse {
  readonly use: RubricUse;
  /** Of the outermost use, which stands in the file being read. */
  readonly path: DataPath;
  /** Whether it is this use that stands there. */
  readonly isOwn: boolean;
}

/** All items that a rubric's file gives: those of the rubrics that it includes, then its own. */
export function fillFile(file: RubricFile, filling: Filling): FilledItem[] {
  const uses = (file.include ?? []).map((use, index) => ({ use, path: ['include', index], isOwn: true }));
  const own = (file.items ?? []).map((entry, index) => fillItem(entry, { ...filling, at: ['items', index] }));
  return [...uses.flatMap((use) => fillUse(use, filling)), ...own];
}

/** All items that a use of a rubric gives. Without the rubric, or in a circle, none. */
export function fillUse(placed: PlacedUse, filling: Filling): FilledItem[] {
  const { path } = placed;
  filling.budget.left -= 1;
  if (filling.budget.left < 0) return [];
  const {
    use: name,
    as,
    with: given = {},
  } = typeof placed.use === 'string' ? { use: placed.use } : placed.use;
  const at = typeof placed.use === 'string' ? path : [...path, 'use'];
  const tell = (message: string) => filling.tell({ path: at, at: 'value', message });
  const file = filling.files.get(name);
  if (file === undefined) {
    if (placed.isOwn)
      tell(`there is no rubric ${quote(name)}; ${expectedOneOf(name, [...filling.files.keys()])}`);
    return [];
  }
  const hindrance = hindranceOf(name, filling.chain);
  if (hindrance !== null) {
    if (hindrance !== '') tell(hindrance);
    return [];
  }
  const bindings = bindWords(file, given, { ...placed, name, outer: filling.bindings, tell: filling.tell });
  const inner = { ...filling, bindings, chain: [...filling.chain, name] };
  const included = (file.include ?? []).flatMap((use) => fillUse({ use, path, isOwn: false }, inner));
  const own = (file.items ?? []).map((entry) => fillItem(entry, { ...inner, at: path }));
  return [...included, ...own].map((filled) => prefixed(filled, as));
}

/** Why a rubric can't be included here; nothing to say where another file is told of it; null where it can. */
function hindranceOf(name: string, chain: readonly string[]): string | null {
  const links = [...chain, name].join(' → ');
  if (chain.includes(name))
    return chain[0] === name ? `the rubric includes itself: ${links}; expected no circle` : '';
  if (chain.length <= MAX_DEPTH) return null;
  return `rubrics include each other too deeply: ${links}; expected ${MAX_DEPTH} levels at most`;
}

function prefixed(filled: FilledItem, as: string | undefined): FilledItem {
  if (as === undefined) return filled;
  const { item } = filled;
  const needs = item.needs.map((id) => `${as}-${id}`);
  return { ...filled, item: { ...item, id: `${as}-${item.id}`, needs } };
}
