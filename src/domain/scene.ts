import type { Box, Point } from './geometry.ts';

/** The shapes that a mark's outline can be recognised as. `square` is also a `rectangle`, `circle` also an `ellipse`. */
export type ShapeName =
  | 'circle'
  | 'ellipse'
  | 'square'
  | 'rectangle'
  | 'triangle'
  | 'polygon'
  | 'line'
  | 'polyline'
  | 'curve';

/** What an outline looks like. `corners` is set for polygons (a triangle has 3); `angleDeg` is the turn against upright, counter-clockwise. */
export interface RecognisedShape {
  readonly name: ShapeName;
  readonly corners?: number;
  readonly angleDeg?: number;
}

/** One subpath, curves flattened to within 0.1 pt. */
export interface Outline {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

export type MarkKind = 'path' | 'text' | 'image' | 'shading';

/**
 * One thing that the PDF paints, in paint order. A path with several discs is several marks only in `things`
 * (see subjects); here it is one mark with several outlines.
 */
export interface Mark {
  readonly index: number;
  readonly kind: MarkKind;
  /** Indexes of its painting operations in the page's operator list. */
  readonly operators: readonly number[];
  /** Extent on the page, half the stroke width included, before clipping. */
  readonly box: Box;
  /** The box of what clips it; left out when the clip holds all of it. */
  readonly clip?: Box;
  readonly outlines: readonly Outline[];
  /** `#rrggbb`, or null when it is not filled; a shading or pattern fill has its middle colour. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly strokeWidthPt: number;
  /** 0..1 */
  readonly fillOpacity: number;
  /** 0..1 */
  readonly strokeOpacity: number;
  /** One for each outline, in the same order; null where nothing is recognised. */
  readonly shapes: readonly (RecognisedShape | null)[];
  /** Unicode of a text mark, else null. */
  readonly text: string | null;
  /** Labels of the parts that it lies in, outermost first. Claims, not evidence. */
  readonly parts: readonly string[];
  /** The nearest comment before it in the source, when the source was instrumented, else null. */
  readonly comment: string | null;
  /** Comments right before `comment`, with no ink between, oldest first; left out when there are none. */
  readonly commentsBefore?: readonly string[];
}

/** A labelled part. Two scopes of one label are one part. */
export interface Part {
  readonly label: string;
  readonly marks: readonly number[];
  /** Label of the part around its first scope, or null. */
  readonly parent: string | null;
}

/** The geometry of one picture, read from the PDF that the picture is made from. Points, y up. */
export interface Scene {
  readonly version: 1;
  readonly page: { readonly widthPt: number; readonly heightPt: number };
  /** The box of all visible ink; null when there is none. */
  readonly box: Box | null;
  /** The diagonal of `box`, the unit D of margins; 0 when there is no ink. */
  readonly diagonalPt: number;
  readonly marks: readonly Mark[];
  readonly parts: readonly Part[];
  /** Things worth telling a reader: "2 pictures, side by side", "text outside of the pictures is not graded". */
  readonly notes: readonly string[];
}
