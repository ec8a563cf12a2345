import type { Fault } from '../parts/faults.ts';
import { type Item, mapThing, point, replaceAt, sized } from '../parts/thing.ts';
import type { Stacks } from './stacks.ts';
import { SIDES, type View } from './views.ts';

/** Empty space between two views, in cubes. */
const BETWEEN_VIEWS = 1.5;

/** How the columns of a view are drawn; sides of cubes are 1. */
interface Manner {
  readonly sizeOf?: (column: number) => number;
  readonly columnGap?: number;
  readonly storeyGap?: number;
  readonly liftOf?: (column: number) => number;
  readonly viewGap?: number;
}

/** The squares of all views, side by side. */
export function thingsOf(views: readonly View[], manner: Manner = {}): readonly Item[] {
  let x = 0;
  return views.flatMap((view, index) => {
    if (index > 0) x += manner.viewGap ?? BETWEEN_VIEWS;
    return view.heights.flatMap((height, column) => {
      const size = manner.sizeOf?.(column) ?? 1;
      x += size + (column === 0 ? 0 : (manner.columnGap ?? 0));
      return columnOf({ view, column, height, size, x: x - size / 2 }, manner);
    });
  });
}

interface Column {
  readonly view: View;
  readonly column: number;
  readonly height: number;
  readonly size: number;
  readonly x: number;
}

function columnOf(
  { view, column, height, size, x }: Column,
  { storeyGap = 0, liftOf }: Manner,
): readonly Item[] {
  const colour = view.colours[column] ?? 'grey';
  return Array.from({ length: height }, (_, storey) => {
    const y = size / 2 + storey * (size + storeyGap) + (liftOf?.(column) ?? 0);
    return sized(point(x, y), { kind: 'square', colour, size });
  });
}

interface Right {
  readonly start: Stacks;
  readonly stacks: Stacks;
  readonly views: readonly View[];
}

/** What may go wrong: the wrong side, stacks added up, only the nearest row, moves forgotten, and squares that stand badly. */
export function faultsOf({ start, stacks, views }: Right): readonly Fault[] {
  const seen = (see: (view: View) => readonly number[]) =>
    thingsOf(views.map((view) => ({ ...view, heights: see(view) })));
  return [
    { name: 'without-the-moves', things: seen(({ from }) => SIDES[from].see(start)) },
    { name: 'mirrored', things: seen(({ heights }) => [...heights].reverse()) },
    ...countFaults(views),
    { name: 'nearest-row-only', things: seen(({ from }) => SIDES[from].see(nearest(stacks, from))) },
    ...views.flatMap((view, index) => swapped(views, { view, index })),
    {
      name: 'columns-from-the-right',
      things: thingsOf(views).map((square) => mapThing(square, ({ x, y }) => ({ x: -x, y }))),
    },
    { name: 'columns-apart', things: thingsOf(views, { columnGap: 0.5 }) },
    { name: 'storeys-apart', things: thingsOf(views, { storeyGap: 0.5 }) },
    { name: 'columns-float', things: thingsOf(views, { liftOf: (column) => 0.6 * (column % 2) }) },
    { name: 'ever-larger-squares', things: thingsOf(views, { sizeOf: (column) => 1 + 0.5 * column }) },
    { name: 'views-touch', things: thingsOf(views, { viewGap: 0 }) },
  ];
}

function countFaults(views: readonly View[]): readonly Fault[] {
  const changed = (by: number) =>
    thingsOf(
      views.map((view) => ({ ...view, heights: view.heights.map((height) => Math.max(1, height + by)) })),
    );
  return [
    { name: 'a-storey-too-many', things: changed(1) },
    { name: 'a-storey-too-few', things: changed(-1) },
  ];
}

function swapped(
  views: readonly View[],
  { view, index }: { readonly view: View; readonly index: number },
): readonly Fault[] {
  const [first, second, ...others] = view.colours;
  const [low, high, ...rest] = view.heights;
  if (first === undefined || second === undefined || low === undefined || high === undefined) return [];
  const turned = { ...view, colours: [second, first, ...others], heights: [high, low, ...rest] };
  return [
    { name: `${first}-and-${second}-swapped`, things: thingsOf(replaceAt(views, index, () => turned)) },
  ];
}

/** The row or column of stacks that stands nearest to who looks. */
function nearest(stacks: Stacks, from: View['from']): Stacks {
  if (from === 'front') return stacks.slice(-1);
  if (from === 'back') return stacks.slice(0, 1);
  return stacks.map((row) => (from === 'left' ? row.slice(0, 1) : row.slice(-1)));
}
