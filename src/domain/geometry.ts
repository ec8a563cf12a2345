/** A point on the page: PDF points (1/72 inch), y up. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An upright rectangle on the page, in points, y up; `xMin <= xMax` and `yMin <= yMax`. */
export interface Box {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/**
 * Which pixels belong to something. Row 0 is the top row; one byte a pixel, 0 or 1.
 * `frame` says which part of the page the pixels cover; all masks of one reading share one frame.
 */
export interface Mask {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint8Array;
}

/** Where the pixels of the masks lie on the page: pixel (0, 0) has its upper left corner at (xMinPt, yMaxPt). */
export interface MaskFrame {
  readonly xMinPt: number;
  readonly yMaxPt: number;
  readonly pxPerPt: number;
  readonly widthPx: number;
  readonly heightPx: number;
}
