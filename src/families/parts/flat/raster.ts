import { type Box, boxAround, boxOf, type Item, type Layout, outlineOf, type Point } from './item.ts';

/** Cells along the longer side: boxes and centroids are then right to less than 1 % of D. */
const CELLS = 96;

/** A layout on a fine grid: which items lie on each cell, from the lowest to the topmost. */
export interface Raster {
  readonly cells: readonly { readonly at: Point; readonly stack: readonly number[] }[];
  /** The numbers of the cells on which each item lies. */
  readonly cellsOf: readonly (readonly number[])[];
  /** Area of a cell. */
  readonly area: number;
  readonly box: Box;
  readonly diagonal: number;
}

/** What is known of some items together: their cells, all of them and those that can be seen. */
export interface Area {
  readonly full: ReadonlySet<number>;
  readonly visible: ReadonlySet<number>;
}

export function rasterise(layout: Layout): Raster {
  const box = boxAround(layout.map(boxOf));
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  const step = Math.max(width, height) / CELLS;
  const stacks = new Map<number, number[]>();
  const columns = Math.ceil(width / step) + 1;
  const place = (column: number, row: number): Point => ({
    x: box.left + (column + 0.5) * step,
    y: box.bottom + (row + 0.5) * step,
  });
  layout.forEach((item, index) => {
    const covers = coverOf(item);
    const { left, right, bottom, top } = boxOf(item);
    const from = (value: number, zero: number) => Math.max(0, Math.floor((value - zero) / step) - 1);
    for (let row = from(bottom, box.bottom); row <= (top - box.bottom) / step; row += 1) {
      for (let column = from(left, box.left); column <= (right - box.left) / step; column += 1) {
        if (!covers(place(column, row))) continue;
        const key = row * columns + column;
        const stack = stacks.get(key);
        if (stack === undefined) stacks.set(key, [index]);
        else stack.push(index);
      }
    }
  });
  const cells = [...stacks].map(([key, stack]) => ({
    at: place(key % columns, Math.floor(key / columns)),
    stack,
  }));
  const cellsOf: number[][] = layout.map(() => []);
  cells.forEach(({ stack }, index) => {
    for (const item of stack) cellsOf[item]?.push(index);
  });
  return { cells, cellsOf, area: step * step, box, diagonal: Math.hypot(width, height) };
}

/** The cells of the items with these numbers. */
export function areaOf({ cells, cellsOf }: Raster, items: ReadonlySet<number>): Area {
  const [full, visible] = [new Set<number>(), new Set<number>()];
  for (const item of items) {
    for (const index of cellsOf[item] ?? []) {
      full.add(index);
      if (items.has(cells[index]?.stack.at(-1) ?? -1)) visible.add(index);
    }
  }
  return { full, visible };
}

export function centroidOf({ cells }: Raster, area: ReadonlySet<number>): Point {
  let [x, y] = [0, 0];
  for (const index of area) {
    x += cells[index]?.at.x ?? 0;
    y += cells[index]?.at.y ?? 0;
  }
  return { x: x / area.size, y: y / area.size };
}

/** The box of these cells. */
export function boxOfCells({ cells, area: cellArea }: Raster, area: ReadonlySet<number>): Box {
  const half = Math.sqrt(cellArea) / 2;
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const index of area) {
    const { x, y } = cells[index]?.at ?? { x: 0, y: 0 };
    [left, right] = [Math.min(left, x - half), Math.max(right, x + half)];
    [bottom, top] = [Math.min(bottom, y - half), Math.max(top, y + half)];
  }
  return { left, right, bottom, top };
}

/** Whether a point lies on an item. */
function coverOf(item: Item): (point: Point) => boolean {
  const { x, y, width, height, kind } = item;
  if (kind === 'circle' || kind === 'ellipse')
    return (point) => (2 * (point.x - x)) ** 2 / width ** 2 + (2 * (point.y - y)) ** 2 / height ** 2 <= 1;
  const outline = outlineOf(item);
  return (point) => isWithin(point, outline);
}

/** Even-odd rule. */
function isWithin({ x, y }: Point, outline: readonly Point[]): boolean {
  let within = false;
  outline.forEach((one, index) => {
    const other = outline.at(index - 1) ?? one;
    if (one.y > y === other.y > y) return;
    if (x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) within = !within;
  });
  return within;
}
