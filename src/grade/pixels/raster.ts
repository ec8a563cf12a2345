/** Opaque pixels: three bytes each (sRGB), rows from the top. */
export interface Raster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgb: Uint8Array;
}

/** A rectangle of whole pixels; `right` and `bottom` are the first column and row that lie outside. */
export interface PixelRectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Colour = readonly [red: number, green: number, blue: number];

/** A raster that is white all over. */
export function whiteRaster(widthPx: number, heightPx: number): Raster {
  return { widthPx, heightPx, rgb: new Uint8Array(3 * widthPx * heightPx).fill(255) };
}

/** A part of a raster as a raster of its own. The rectangle lies within it. */
export function cropRaster({ widthPx, rgb }: Raster, { left, top, right, bottom }: PixelRectangle): Raster {
  const part = whiteRaster(right - left, bottom - top);
  for (let row = top; row < bottom; row += 1) {
    const start = row * widthPx;
    part.rgb.set(rgb.subarray(3 * (start + left), 3 * (start + right)), 3 * (row - top) * part.widthPx);
  }
  return part;
}

/** Paints a rectangle in one colour; what of it lies outside of the raster is left out. */
export function fillRectangle(
  { widthPx, heightPx, rgb }: Raster,
  { left, top, right, bottom }: PixelRectangle,
  colour: Colour,
): void {
  for (let row = Math.max(0, top); row < Math.min(heightPx, bottom); row += 1) {
    for (let column = Math.max(0, left); column < Math.min(widthPx, right); column += 1)
      rgb.set(colour, 3 * (row * widthPx + column));
  }
}
