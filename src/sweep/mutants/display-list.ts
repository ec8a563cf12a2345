import { type Affine, compose, IDENTITY, invert } from './affine.ts';
import { type Operation, readOperations } from './tokens.ts';

/** A clip path and the transformation that it is written in. */
export interface Clip {
  readonly matrix: Affine;
  /** Path and clip operator. */
  readonly path: string;
}

/** One thing that is painted, with all that it takes to paint it anywhere in the list. */
export interface Item {
  readonly kind: 'path' | 'text' | 'form';
  readonly matrix: Affine;
  readonly clips: readonly Clip[];
  /** Operators that set colours, widths and fonts, by what they set; in the order in which they must come. */
  readonly state: ReadonlyMap<string, string>;
  /** What paints. */
  readonly body: string;
  /** How many marks it makes; null for a form, which holds what it holds. */
  readonly marks: number | null;
  /** Tags of the labels around it, outermost first. */
  readonly labels: readonly string[];
  /** Tags of the comments between it and the item before. */
  readonly notes: readonly string[];
}

type State = Pick<Item, 'matrix' | 'clips' | 'state'>;

const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const PAINT = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const SHOW = new Set(['Tj', 'TJ', "'", '"']);
const TEXT = new Set(['Td', 'TD', 'Tm', 'T*', 'BT', ...SHOW]);
/** What each operator sets; what sets the same thing another way replaces it. */
const SETS: Readonly<Record<string, string>> = {
  ...{ g: 'fill', rg: 'fill', k: 'fill', sc: 'fill', scn: 'fill', cs: 'fill space' },
  ...{ G: 'stroke', RG: 'stroke', K: 'stroke', SC: 'stroke', SCN: 'stroke', CS: 'stroke space' },
};

/** Lists what a content stream paints, in paint order. */
export function readDisplayList(content: string): readonly Item[] {
  const reader = new DisplayReader();
  for (const operation of readOperations(content)) reader.follow(operation);
  return reader.items;
}

class DisplayReader {
  readonly items: Item[] = [];
  #now: State = { matrix: IDENTITY, clips: [], state: new Map() };
  readonly #saved: State[] = [];
  readonly #tags: (string | null)[] = [];
  #notes: string[] = [];
  #path = '';
  #clipRule: string | null = null;
  #text: string | null = null;
  /** What was set before the text began: what is set inside is in its body. */
  #textState: State = this.#now;
  #shown = 0;

  follow({ operator, operands }: Operation): void {
    const written = `${[...operands, operator].join(' ')}\n`;
    if (this.#followStructure(operator, operands)) return;
    if (PATH.has(operator)) this.#path += written;
    else if (operator === 'W' || operator === 'W*') this.#clipRule = operator;
    else if (PAINT.has(operator) || operator === 'n') this.#paint(operator);
    else if (TEXT.has(operator)) this.#write(operator, written);
    else if (operator === 'ET') this.#endText();
    else if (operator === 'Do' || operator === 'sh')
      this.#add({ kind: 'form', body: written, marks: operator === 'Do' ? null : 1 });
    else this.#set(operator, written);
  }

  #followStructure(operator: string, operands: readonly string[]): boolean {
    const tag = operands[0] ?? '';
    if (operator === 'q') this.#saved.push(this.#now);
    else if (operator === 'Q') this.#now = this.#saved.pop() ?? this.#now;
    else if (operator === 'cm') this.#transform(operands.map(Number) as unknown as Affine);
    else if (operator === 'BMC' || operator === 'BDC') this.#begin(tag);
    else if (operator === 'EMC') this.#tags.pop();
    else return false;
    return true;
  }

  #transform(matrix: Affine): void {
    this.#now = { ...this.#now, matrix: compose(this.#now.matrix, matrix) };
  }

  #begin(tag: string): void {
    if (tag.startsWith('/Note.')) this.#notes.push(tag);
    this.#tags.push(tag.startsWith('/Part.') ? tag : null);
  }

  #paint(operator: string): void {
    const { matrix, clips } = this.#now;
    const path = this.#path;
    if (operator !== 'n' && path !== '') this.#add({ kind: 'path', body: `${path}${operator}\n`, marks: 1 });
    if (this.#clipRule !== null) {
      const clip = { matrix, path: `${path}${this.#clipRule} n\n` };
      this.#now = { ...this.#now, clips: [...clips, clip] };
    }
    this.#path = '';
    this.#clipRule = null;
  }

  #write(operator: string, written: string): void {
    if (this.#text === null) this.#textState = this.#now;
    this.#text = (this.#text ?? '') + written;
    if (SHOW.has(operator)) this.#shown += 1;
  }

  #endText(): void {
    if (this.#shown > 0)
      this.#add({ kind: 'text', body: `${this.#text}ET\n`, marks: this.#shown }, this.#textState);
    this.#text = null;
    this.#shown = 0;
  }

  #set(operator: string, written: string): void {
    if (this.#text !== null) this.#text += written;
    const state = new Map(this.#now.state);
    const key = operator === 'gs' ? `gs ${written}` : (SETS[operator] ?? operator);
    if (['g', 'rg', 'k'].includes(operator)) state.delete('fill space');
    if (['G', 'RG', 'K'].includes(operator)) state.delete('stroke space');
    state.delete(key);
    this.#now = { ...this.#now, state: state.set(key, written) };
  }

  #add(item: Pick<Item, 'kind' | 'body' | 'marks'>, state = this.#now): void {
    const labels = this.#tags.filter((tag) => tag !== null);
    this.items.push({ ...item, labels, notes: this.#notes, ...state });
    this.#notes = [];
  }
}

/** Writes items so that each is painted by itself. */
export function writeDisplayList(items: readonly Item[]): string {
  return items.map(writeItem).join('');
}

function writeItem({ matrix, clips, state, body, labels, notes }: Item): string {
  return [
    ...notes.map((tag) => `${tag} BMC EMC\n`),
    ...labels.map((tag) => `${tag} BMC\n`),
    'q\n',
    ...clips.map((clip) => `${transform(clip.matrix)}${clip.path}${transform(invert(clip.matrix))}`),
    ...state.values(),
    transform(matrix),
    body,
    'Q\n',
    ...labels.map(() => 'EMC\n'),
  ].join('');
}

function transform(matrix: Affine): string {
  return `${matrix.map((value) => value.toFixed(7)).join(' ')} cm\n`;
}
