import type { Box, Point } from '../../domain/geometry.ts';
import { type Affine, about, boxAfter, compose, shift } from './affine.ts';
import type { Clip, Item } from './display-list.ts';

/** The ink of one subject in a display list. */
export interface Target {
  readonly name: string;
  readonly items: ReadonlySet<Item>;
  /** Of its visible ink. */
  readonly box: Box;
}

/** A changed drawing. `touched`: where ink went away or came. */
export interface Mutation {
  readonly kind: string;
  readonly subjects: readonly string[];
  readonly items: readonly Item[];
  readonly touched: readonly Box[];
  /** Whether a person sees the same drawing: then nothing may fail. */
  readonly isHarmless?: true;
}

/** What the mutations of one subject are made from; `ink`: the box of all visible ink. */
interface Drawing {
  readonly items: readonly Item[];
  readonly ink: Box;
  /** Colours that subjects are known by: nothing else may be painted so. */
  readonly colours: ReadonlySet<string>;
}

/** Basic colours, far from each other in hue. */
const PAINTS = {
  purple: '0.55 0.1 0.75',
  green: '0 0.6 0.2',
  pink: '1 0.6 0.75',
  blue: '0.1 0.2 0.9',
} as const;

/** All mutations of one subject: moved, turned, scaled, mirrored, recoloured, doubled, reordered, hidden, removed. */
export function mutateOne(drawing: Drawing, target: Target): readonly Mutation[] {
  const { items } = drawing;
  const { name, box } = target;
  const own = items.filter((item) => target.items.has(item));
  const others = items.filter((item) => !target.items.has(item));
  const change = (kind: string, changed: readonly Item[], touched: readonly Box[] = [box]): Mutation => ({
    kind,
    subjects: [name],
    items: changed,
    touched,
  });
  const moved = Object.entries(movesOf(drawing.ink, box)).map(([kind, matrix]) =>
    change(kind, move(items, target, matrix), [box, boxAfter(matrix, box)]),
  );
  const doubled = shift(drawing.ink.xMax - box.xMin + widthOf(box) / 2, 0);
  return [
    change('remove', others),
    change(
      'hide',
      replace(items, target, (item) => ({ ...item, clips: [...item.clips, NOTHING] })),
    ),
    ...moved,
    ...recolour(drawing, target).map((changed) => change('recolour', changed)),
    change(
      'duplicate',
      [...items, ...own.map((item) => transformItem(item, doubled, new Set()))],
      [boxAfter(doubled, box)],
    ),
    change('send-behind', [...own, ...others]),
    change('bring-to-front', [...others, ...own]),
  ];
}

/** What must change nothing: the whole moved, the whole at another size, and something added that nobody sees. */
export function changeNothing({ items, ink }: Drawing): readonly Mutation[] {
  const all = (kind: string, matrix: Affine): Mutation => {
    const changed = items.map((item) => transformItem(item, matrix, new Set()));
    return { kind, subjects: [], items: changed, touched: [boxAfter(matrix, ink)], isHarmless: true };
  };
  const unseen = items.slice(0, 1).map((item) => ({ ...item, clips: [...item.clips, NOTHING] }));
  return [
    all('move-all', shift(widthOf(ink) / 3, -heightOf(ink) / 5)),
    all('scale-all', about(centreOf(ink), [SMALLER, 0, 0, SMALLER])),
    { kind: 'add-unseen', subjects: [], items: [...items, ...unseen], touched: [], isHarmless: true },
  ];
}

/** So little that hairlines are still drawn, and edges fall on other pixels than before. */
const SMALLER = 0.83;

/** In a colour that no subject is known by; nothing when there is none. */
function recolour({ items, colours }: Drawing, target: Target): readonly (readonly Item[])[] {
  const free = Object.entries(PAINTS).find(([colour]) => !colours.has(colour));
  return free === undefined ? [] : [replace(items, target, (item) => paint(item, free[1]))];
}

/** Two subjects change places; nothing when they share ink. */
export function swap(drawing: Drawing, one: Target, other: Target): readonly Mutation[] {
  if ([...one.items].some((item) => other.items.has(item))) return [];
  const [from, to] = [centreOf(one.box), centreOf(other.box)];
  const there = shift(to.x - from.x, to.y - from.y);
  const back = shift(from.x - to.x, from.y - to.y);
  const items = move(move(drawing.items, one, there), other, back);
  const touched = [one.box, other.box, boxAfter(there, one.box), boxAfter(back, other.box)];
  return [{ kind: 'swap', subjects: [one.name, other.name], items, touched }];
}

const NOTHING: Clip = { matrix: [1, 0, 0, 1, 0, 0], path: '0 0 0 0 re\nW n\n' };

/** How many times its size a subject grows, and how many times the drawing's size it may have then: all else is still seen. */
const GROWTH = 4;
const LARGEST = 2;

/** Out of the drawing by a tenth of its diagonal, and in place. */
function movesOf(ink: Box, box: Box): Readonly<Record<string, Affine>> {
  const centre = centreOf(box);
  const diagonal = Math.hypot(widthOf(ink), heightOf(ink));
  const away = diagonal / 10;
  const growth = Math.min(GROWTH, (LARGEST * diagonal) / Math.hypot(widthOf(box), heightOf(box)));
  return {
    'shift-right': shift(ink.xMax - box.xMin + away, 0),
    'shift-down': shift(0, ink.yMin - box.yMax - away),
    'mirror-sideways': about(centre, [-1, 0, 0, 1]),
    'mirror-upside-down': about(centre, [1, 0, 0, -1]),
    rotate: about(centre, [0, 1, -1, 0]),
    shrink: about(centre, [0.2, 0, 0, 0.2]),
    grow: about(centre, [growth, 0, 0, growth]),
    squash: about(centre, [1, 0, 0, 0.4]),
    slant: about(centre, [1, 0, 0.7, 1]),
  };
}

function move(items: readonly Item[], target: Target, matrix: Affine): readonly Item[] {
  // A clip that other ink lies in as well stays where it is: it is the scene's, not the subject's.
  const kept = new Set(items.filter((item) => !target.items.has(item)).flatMap(({ clips }) => clips));
  const moved = new Map<Item, Item>();
  for (const item of target.items) moved.set(item, transformItem(item, matrix, kept));
  return items.map((item) => moved.get(item) ?? item);
}

function transformItem(item: Item, matrix: Affine, kept: ReadonlySet<Clip>): Item {
  const clips = item.clips.map((clip) =>
    kept.has(clip) ? clip : { ...clip, matrix: compose(matrix, clip.matrix) },
  );
  return { ...item, clips, matrix: compose(matrix, item.matrix) };
}

function replace(items: readonly Item[], { items: own }: Target, by: (item: Item) => Item): readonly Item[] {
  return items.map((item) => (own.has(item) ? by(item) : item));
}

/** Colours that are set inside of a text give way, too. A form keeps its own. */
function paint(item: Item, rgb: string): Item {
  const state = new Map(item.state);
  for (const key of ['fill space', 'fill', 'stroke space', 'stroke']) state.delete(key);
  state.set('fill', `${rgb} rg\n`).set('stroke', `${rgb} RG\n`);
  const isColour = (line: string) => / (?:g|rg|k|G|RG|K)$/u.test(line);
  if (item.kind !== 'text') return { ...item, state };
  return {
    ...item,
    state,
    body: item.body
      .split('\n')
      .filter((line) => !isColour(line))
      .join('\n'),
  };
}

function centreOf({ xMin, yMin, xMax, yMax }: Box): Point {
  return { x: (xMin + xMax) / 2, y: (yMin + yMax) / 2 };
}

function widthOf({ xMin, xMax }: Box): number {
  return xMax - xMin;
}

function heightOf({ yMin, yMax }: Box): number {
  return yMax - yMin;
}
