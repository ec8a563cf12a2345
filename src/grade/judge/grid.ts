import type { PixelRectangle } from '../pixels/raster.ts';

type Size = { readonly widthPx: number; readonly heightPx: number };

/** Between two cells, and between the line around a cell and the picture in it. */
const GAP_PX = 8;
/** A cell without its picture: the line and the gap, on both sides. */
const BORDER_PX = 2 * (1 + GAP_PX);

/** A grid with one cell for each picture, in reading order; all cells are equal, and all pictures are scaled by `scale`. */
export interface Grid {
  readonly cells: readonly PixelRectangle[];
  readonly scale: number;
}

/** The grid that shows the pictures largest, in the middle of a canvas; of two that do as well, the wider one. */
export function gridOf(
  pictures: readonly Size[],
  { widthPx, heightPx, paddingPx }: Size & { readonly paddingPx: number },
): Grid {
  const room = { widthPx: widthPx - 2 * paddingPx, heightPx: heightPx - 2 * paddingPx };
  const largest = {
    widthPx: Math.max(...pictures.map(({ widthPx }) => widthPx)),
    heightPx: Math.max(...pictures.map(({ heightPx }) => heightPx)),
  };
  const shapes = pictures.map((_, index) => {
    const columns = pictures.length - index;
    const rows = Math.ceil(pictures.length / columns);
    return { columns, rows, scale: scaleIn({ columns, rows, largest, room }) };
  });
  const best = shapes.reduce((one, other) => (other.scale > one.scale + 1e-9 ? other : one));
  const cells = cellsOf(pictures.length, { ...best, largest, room });
  return { cells: cells.map((cell) => movedBy(cell, paddingPx)), scale: best.scale };
}

function movedBy({ left, top, right, bottom }: PixelRectangle, px: number): PixelRectangle {
  return { left: left + px, top: top + px, right: right + px, bottom: bottom + px };
}

interface Layout {
  readonly columns: number;
  readonly rows: number;
  readonly largest: Size;
  readonly room: Size;
}

function scaleIn({ columns, rows, largest, room }: Layout): number {
  const widthPx = (room.widthPx - (columns - 1) * GAP_PX) / columns - BORDER_PX;
  const heightPx = (room.heightPx - (rows - 1) * GAP_PX) / rows - BORDER_PX;
  return Math.min(widthPx / largest.widthPx, heightPx / largest.heightPx);
}

function cellsOf(
  count: number,
  { columns, rows, largest, room, scale }: Layout & { readonly scale: number },
) {
  const widthPx = Math.floor(largest.widthPx * scale + 1e-6) + BORDER_PX;
  const heightPx = Math.floor(largest.heightPx * scale + 1e-6) + BORDER_PX;
  const left = Math.round((room.widthPx - columns * widthPx - (columns - 1) * GAP_PX) / 2);
  const top = Math.round((room.heightPx - rows * heightPx - (rows - 1) * GAP_PX) / 2);
  return Array.from({ length: count }, (_, index) => {
    const x = left + (index % columns) * (widthPx + GAP_PX);
    const y = top + Math.floor(index / columns) * (heightPx + GAP_PX);
    return { left: x, top: y, right: x + widthPx, bottom: y + heightPx };
  });
}
