import type { Mark } from '../../domain/scene.ts';
import { readTag } from './tag.ts';

/** Beyond these a drawing labels nothing any more; honest ones stay far below. */
const MAX_DEPTH = 256;
const MAX_LABELS = 1000;
/** Comments in a row, with no ink between; the last ones count. */
const MAX_COMMENTS = 20;

/** Which labels and which comment hold at a point of the drawing. Forged and unbalanced marks do no harm. */
export interface MarkedContent {
  begin(tag: unknown): void;
  point(tag: unknown): void;
  end(): void;
  /** Outermost first, each once. */
  labels(): readonly string[];
  /** What the source's comments say of the next mark; those in a row are given once. */
  takeComments(): Pick<Mark, 'comment' | 'commentsBefore'>;
  /** Every label seen, also of parts without marks, with the label around its first scope. */
  seen(): ReadonlyMap<string, string | null>;
}

export function trackMarkedContent(): MarkedContent {
  const open: (string | null)[] = [];
  const parents = new Map<string, string | null>();
  let tooDeep = 0;
  let comment: string | null = null;
  let before: readonly string[] = [];
  let isTaken = true;
  let labels: readonly string[] = [];

  const enter = (label: string | null) => {
    if (label !== null && !parents.has(label)) {
      if (parents.size >= MAX_LABELS) return open.push(null);
      parents.set(label, labels.at(-1) ?? null);
    }
    return open.push(label);
  };
  const relabel = () => {
    labels = [...new Set(open.filter((label) => label !== null))];
  };
  const comeAcross = (text: string) => {
    before = isTaken || comment === null ? [] : [...before, comment].slice(-MAX_COMMENTS);
    comment = text;
    isTaken = false;
  };
  const point = (tag: unknown) => {
    const read = readTag(nameOf(tag));
    if (read?.kind === 'note') comeAcross(read.text);
    return read;
  };
  return {
    point,
    begin(tag) {
      if (open.length >= MAX_DEPTH) {
        tooDeep += 1;
        return;
      }
      const read = point(tag);
      enter(read?.kind === 'part' ? read.text : null);
      relabel();
    },
    end() {
      if (tooDeep > 0) tooDeep -= 1;
      else if (open.pop() !== null) relabel();
    },
    labels: () => labels,
    takeComments() {
      const isPlain = isTaken || before.length === 0;
      isTaken = true;
      return isPlain ? { comment } : { comment, commentsBefore: before };
    },
    seen: () => parents,
  };
}

/** pdf.js gives a tag as a string, or as its name object. */
function nameOf(tag: unknown): string {
  if (typeof tag === 'string') return tag;
  const name = tag !== null && typeof tag === 'object' && 'name' in tag ? tag.name : '';
  return typeof name === 'string' ? name : '';
}
