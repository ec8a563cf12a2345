import { fitOn } from '../pixels/fit.ts';
import { placeOn } from '../pixels/place.ts';
import { readPng, writePng } from '../pixels/png.ts';
import { fillRectangle, type PixelRectangle, type Raster, whiteRaster } from '../pixels/raster.ts';
import { cutPart, type PartPlace } from './cut-part.ts';
import { gridOf } from './grid.ts';

/**
 * What every judge is shown, whoever it is: one size, so that no judge is given more pixels than another, whatever its
 * provider then makes of them. The version is part of a judge's key: what is shown differently is
 * judged anew.
 */
export const CANVAS = { widthPx: 1024, heightPx: 1024, paddingPx: 32, version: 'canvas/1' } as const;

const LIGHT_GREY = [204, 204, 204] as const;
const WHITE = [255, 255, 255] as const;

/**
 * The pictures of one drawing on one white canvas, as PNG. One picture is scaled to fit within the padding, its shape
 * kept, in the middle. Several (frames of a moving scene) stand in a grid in reading order, each in a thin light grey
 * frame, all scaled alike. The same bytes in give the same bytes out.
 * @throws Error when there is no picture, or one of them cannot be read (see `readPng`)
 */
export function judgeCanvas(pictures: readonly Uint8Array[]): Uint8Array {
  const rasters = pictures.map(readPng);
  const [first] = rasters;
  if (first === undefined) throw new Error('a canvas wants at least one picture, and got none');
  return rasters.length === 1 ? alone(first) : tiled(rasters);
}

/**
 * One part of a picture on the canvas, as PNG: the box of its mask with some of what is around it, all that is not the
 * part painted white. Null when the mask is empty.
 * @throws Error when the picture cannot be read (see `readPng`)
 */
export function partCanvas(picture: Uint8Array, place: PartPlace): Uint8Array | null {
  const part = cutPart(readPng(picture), place);
  return part === null ? null : alone(part);
}

function alone(picture: Raster): Uint8Array {
  return writePng(fitOn(CANVAS, picture));
}

function tiled(pictures: readonly Raster[]): Uint8Array {
  const canvas = whiteRaster(CANVAS.widthPx, CANVAS.heightPx);
  const { cells, scale } = gridOf(pictures, CANVAS);
  for (const [index, cell] of cells.entries()) {
    const picture = pictures[index];
    if (picture === undefined) continue;
    drawFrame(canvas, cell);
    placeOn(canvas, picture, {
      leftPx: Math.round((cell.left + cell.right - picture.widthPx * scale) / 2),
      topPx: Math.round((cell.top + cell.bottom - picture.heightPx * scale) / 2),
      scale,
    });
  }
  return writePng(canvas);
}

/** A line of one pixel along the inside of a cell. */
function drawFrame(canvas: Raster, cell: PixelRectangle): void {
  const { left, top, right, bottom } = cell;
  fillRectangle(canvas, cell, LIGHT_GREY);
  fillRectangle(canvas, { left: left + 1, top: top + 1, right: right - 1, bottom: bottom - 1 }, WHITE);
}
