import type { Box } from '../../domain/geometry.ts';
import type { SeenPicture } from '../../domain/rendered.ts';
import { type Alignment, alignmentsOf } from './alignments.ts';
import { differenceOf, type PictureDifference, shareOf } from './difference.ts';
import { pxPerPtOf } from './page-scale.ts';
import { placeOn } from './place.ts';
import { readPng } from './png.ts';
import { type Raster, whiteRaster } from './raster.ts';

/** The longer side of what both pictures cover; as with other comparisons. */
const LONGEST_PX = 512;
/** What lies this near a box belongs to it: its ink's soft edge does. */
const EDGE_PX = 2;

/** A picture with what was read of it. */
export interface ComparedPicture extends SeenPicture {
  readonly png: Uint8Array;
}

/** Where what was asked for lies, in points of each picture. */
export interface AskedBoxes {
  readonly before: readonly Box[];
  readonly after: readonly Box[];
}

/**
 * What of a picture changed outside of the boxes of what was asked for. Pages are cropped to their ink and a model may scale
 * the whole, so the old picture is laid on the new one in several ways (see `alignmentsOf`), and the one counts by which least
 * differs. `share` is of the pixels with ink outside of the boxes, in either picture; 0 where there are none. Where a model
 * scaled the whole but not the width of its lines, their edges count: some 4 % of a plain drawing.
 * @throws Error when a picture cannot be read (see `readPng`)
 */
export function changedOutside(
  before: ComparedPicture,
  after: ComparedPicture,
  boxes: AskedBoxes,
): PictureDifference {
  const pictures = { before: rasterOf(before), after: rasterOf(after) };
  const ways = alignmentsOf(before, after).map((alignment) => layTogether(pictures, alignment, boxes));
  const shares = ways.map((way) => shareOf(way));
  const best = ways[shares.indexOf(Math.min(...shares))];
  if (best === undefined) throw new Error('pictures are laid together in one way at least');
  return differenceOf(best);
}

/** A picture with the size of its page. */
interface PageRaster {
  readonly raster: Raster;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly pxPerPt: number;
}

function rasterOf({ png, scene: { page } }: ComparedPicture): PageRaster {
  const raster = readPng(png);
  return { raster, ...page, pxPerPt: pxPerPtOf(raster, page) };
}

/** The canvas on which both lie: its upper left corner, in points of the new picture. */
interface Ground {
  readonly xMinPt: number;
  readonly yMaxPt: number;
  readonly pxPerPt: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

const AS_IT_IS: Alignment = { scale: 1, shift: { x: 0, y: 0 } };

function layTogether(
  { before, after }: { readonly before: PageRaster; readonly after: PageRaster },
  alignment: Alignment,
  boxes: AskedBoxes,
) {
  const ground = groundOf(pageBox(after, AS_IT_IS), pageBox(before, alignment));
  const asked = [...boxes.after, ...boxes.before.map((box) => moved(box, alignment))];
  return {
    one: layOn(ground, before, alignment),
    other: layOn(ground, after, AS_IT_IS),
    ignored: coveredBy(asked, ground),
  };
}

function moved({ xMin, yMin, xMax, yMax }: Box, { scale, shift: { x, y } }: Alignment): Box {
  return { xMin: scale * xMin + x, yMin: scale * yMin + y, xMax: scale * xMax + x, yMax: scale * yMax + y };
}

function pageBox({ widthPt, heightPt }: PageRaster, alignment: Alignment): Box {
  return moved({ xMin: 0, yMin: 0, xMax: widthPt, yMax: heightPt }, alignment);
}

function groundOf(one: Box, other: Box): Ground {
  const [xMinPt, yMaxPt] = [Math.min(one.xMin, other.xMin), Math.max(one.yMax, other.yMax)];
  const widthPt = Math.max(one.xMax, other.xMax) - xMinPt;
  const heightPt = yMaxPt - Math.min(one.yMin, other.yMin);
  const pxPerPt = LONGEST_PX / Math.max(widthPt, heightPt);
  return {
    xMinPt,
    yMaxPt,
    pxPerPt,
    widthPx: Math.max(1, Math.round(widthPt * pxPerPt)),
    heightPx: Math.max(1, Math.round(heightPt * pxPerPt)),
  };
}

function layOn(ground: Ground, picture: PageRaster, alignment: Alignment): Raster {
  const canvas = whiteRaster(ground.widthPx, ground.heightPx);
  const page = pageBox(picture, alignment);
  placeOn(canvas, picture.raster, {
    leftPx: (page.xMin - ground.xMinPt) * ground.pxPerPt,
    topPx: (ground.yMaxPt - page.yMax) * ground.pxPerPt,
    scale: (alignment.scale * ground.pxPerPt) / picture.pxPerPt,
  });
  return canvas;
}

function coveredBy(
  boxes: readonly Box[],
  { xMinPt, yMaxPt, pxPerPt, widthPx, heightPx }: Ground,
): Uint8Array {
  const covered = new Uint8Array(widthPx * heightPx);
  for (const { xMin, yMin, xMax, yMax } of boxes) {
    const left = Math.max(0, Math.floor((xMin - xMinPt) * pxPerPt) - EDGE_PX);
    const right = Math.min(widthPx, Math.ceil((xMax - xMinPt) * pxPerPt) + EDGE_PX);
    const top = Math.max(0, Math.floor((yMaxPt - yMax) * pxPerPt) - EDGE_PX);
    const bottom = Math.min(heightPx, Math.ceil((yMaxPt - yMin) * pxPerPt) + EDGE_PX);
    for (let row = top; row < bottom; row += 1)
      if (right > left) covered.fill(1, row * widthPx + left, row * widthPx + right);
  }
  return covered;
}
