import type { Box, Point } from '../../../domain/geometry.ts';
import { boxAround, boxOf, isRound, outlineOf } from '../outline.ts';
import type { Item, Thing } from '../thing.ts';

/** Cells along the longer side: what is measured on them is then right to less than 1 % of D. */
const CELLS = 96;

interface Grid {
  readonly columns: number;
  /** The side of a cell. */
  readonly step: number;
  readonly xMin: number;
  readonly yMin: number;
}

/** Items on a fine grid. Lines are too thin for it. */
export interface Raster extends Grid {
  /** The items that lie on a cell, from the lowest to the topmost. */
  readonly stacks: ReadonlyMap<number, readonly Thing[]>;
  /** The numbers of the cells on which each item lies, row by row from the lower left. */
  readonly cellsOf: ReadonlyMap<Thing, readonly number[]>;
}

/** The cells of some items together: all of them, and those on which one of them can be seen. */
export interface Cover {
  readonly full: ReadonlySet<number>;
  readonly visible: ReadonlySet<number>;
}

/** Rings and words let show through what lies under them. */
export function isOpaque({ kind }: Thing): boolean {
  return kind !== 'line' && kind !== 'ring' && kind !== 'word';
}

export function rasterise(things: readonly Thing[]): Raster {
  const { xMin, xMax, yMin, yMax } = boxAround(things);
  const step = Math.max(xMax - xMin, yMax - yMin) / CELLS;
  const grid: Grid = { columns: Math.ceil((xMax - xMin) / step) + 1, step, xMin, yMin };
  const items = things.flatMap((thing) => (thing.kind === 'line' ? [] : [thing]));
  const cellsOf = new Map<Thing, readonly number[]>(items.map((item) => [item, cellsUnder(item, grid)]));
  const stacks = new Map<number, Thing[]>();
  for (const [item, cells] of cellsOf) {
    for (const cell of cells) {
      const stack = stacks.get(cell);
      if (stack === undefined) stacks.set(cell, [item]);
      else stack.push(item);
    }
  }
  return { ...grid, stacks, cellsOf };
}

/** The cells whose middle lies on an item. */
function cellsUnder(item: Item, grid: Grid): readonly number[] {
  const covers = coverOf(item);
  const { columns, step } = grid;
  const { xMin, xMax, yMin, yMax } = boxOf(item);
  const first = (value: number, zero: number) => Math.max(0, Math.floor((value - zero) / step) - 1);
  const cells: number[] = [];
  for (let row = first(yMin, grid.yMin); row <= (yMax - grid.yMin) / step; row += 1) {
    for (let column = first(xMin, grid.xMin); column <= (xMax - grid.xMin) / step; column += 1) {
      const cell = row * columns + column;
      if (covers(middleOfCell(cell, grid))) cells.push(cell);
    }
  }
  return cells;
}

function middleOfCell(cell: number, { columns, step, xMin, yMin }: Grid): Point {
  const row = Math.floor(cell / columns);
  return { x: xMin + (cell - row * columns + 0.5) * step, y: yMin + (row + 0.5) * step };
}

/** The cells of some of the items. */
export function coverIn({ stacks, cellsOf }: Raster, items: ReadonlySet<Thing>): Cover {
  const [full, visible] = [new Set<number>(), new Set<number>()];
  for (const item of items) {
    for (const cell of cellsOf.get(item) ?? []) {
      full.add(cell);
      if (isSeen(stacks.get(cell) ?? [], items)) visible.add(cell);
    }
  }
  return { full, visible };
}

/** Whether one of the items lies over all that is opaque. */
function isSeen(stack: readonly Thing[], items: ReadonlySet<Thing>): boolean {
  for (let index = stack.length - 1; index >= 0; index -= 1) {
    const top = stack[index];
    if (top === undefined) return false;
    if (items.has(top)) return true;
    if (isOpaque(top)) return false;
  }
  return false;
}

/** The middle of these cells. */
export function middleOf(raster: Raster, cells: ReadonlySet<number>): Point {
  let [x, y] = [0, 0];
  for (const cell of cells) {
    const at = middleOfCell(cell, raster);
    x += at.x;
    y += at.y;
  }
  return { x: x / cells.size, y: y / cells.size };
}

/** The box of these cells. */
export function boxOfCells(raster: Raster, cells: ReadonlySet<number>): Box {
  const half = raster.step / 2;
  let [xMin, xMax, yMin, yMax] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const cell of cells) {
    const { x, y } = middleOfCell(cell, raster);
    [xMin, xMax] = [Math.min(xMin, x - half), Math.max(xMax, x + half)];
    [yMin, yMax] = [Math.min(yMin, y - half), Math.max(yMax, y + half)];
  }
  return { xMin, xMax, yMin, yMax };
}

/** Whether a point lies on an item. */
function coverOf(item: Item): (point: Point) => boolean {
  const { points, radius } = outlineOf(item);
  if (isRound(item)) return ({ x, y }) => (x - item.x) ** 2 + (y - item.y) ** 2 <= radius ** 2;
  return (point) => isWithin(point, points);
}

/** Even-odd rule. */
function isWithin({ x, y }: Point, outline: readonly Point[]): boolean {
  let within = false;
  let other = outline.at(-1);
  for (const one of outline) {
    if (other !== undefined && one.y > y !== other.y > y) {
      if (x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) within = !within;
    }
    other = one;
  }
  return within;
}
