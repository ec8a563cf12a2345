import type { Box } from '../../domain/geometry.ts';
import type { Mark } from '../../domain/scene.ts';
import { type GraphicsState, initialState } from './graphics-state.ts';
import { type MarkedContent, trackMarkedContent } from './marked-content.ts';
import { contains, IDENTITY, type Matrix } from './matrix.ts';
import type { Hiding, PageObjects } from './operation.ts';

/** A mark without its number and what the marked content around it says. */
export type NewMark = Omit<Mark, 'index' | 'clip' | 'parts' | 'comment' | 'commentsBefore'>;

/** How deep `q` may nest; beyond it a drawing's state is no longer followed. */
const MAX_DEPTH = 10_000;

/** What the reader of an operator list knows while it goes through it. */
export interface ReaderState {
  readonly objects: PageObjects;
  readonly content: MarkedContent;
  readonly marks: Mark[];
  readonly hidings: Map<number, Hiding>;
  readonly stack: GraphicsState[];
  now: GraphicsState;
  /** Set by `W`, used up by the next path. */
  isClipPending: boolean;
  /** For each open group: whether it is a soft mask, whose ink is no ink of the picture. */
  readonly groups: boolean[];
  hasRasterImage: boolean;
  outlinePoints: number;
}

export function startReading(
  objects: PageObjects,
  { page, matrix = IDENTITY }: { readonly page: Box; readonly matrix?: Matrix },
): ReaderState {
  return {
    objects,
    content: trackMarkedContent(),
    marks: [],
    hidings: new Map(),
    stack: [],
    now: initialState(matrix, page),
    isClipPending: false,
    groups: [],
    hasRasterImage: false,
    outlinePoints: 0,
  };
}

export function save(reader: ReaderState): void {
  if (reader.stack.length < MAX_DEPTH) reader.stack.push(reader.now);
}

/** More `Q` than `q` are ignored, as PDF viewers do. */
export function restore(reader: ReaderState): void {
  reader.now = reader.stack.pop() ?? reader.now;
}

/** Adds a mark and says how to leave it out of a picture. Ink inside of a soft mask is no mark. */
export function addMark(
  reader: ReaderState,
  mark: NewMark,
  { operator, hiding }: { readonly operator: number; readonly hiding: Hiding },
): void {
  if (reader.groups.includes(true)) return;
  reader.hidings.set(operator, hiding);
  const { clip } = reader.now;
  reader.marks.push({
    index: reader.marks.length,
    ...mark,
    ...(!contains(clip, mark.box) && { clip }),
    parts: reader.content.labels(),
    ...reader.content.takeComments(),
  });
}
