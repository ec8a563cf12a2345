import type { Box } from '../../domain/geometry.ts';
import { IDENTITY, type Matrix } from './matrix.ts';
import type { Subpath } from './subpath.ts';

/** What is needed of a font to place text. */
export interface FontMetrics {
  /** Width units to text space: 0.001, or what a Type 3 font says. */
  readonly unit: number;
  readonly ascent: number;
  readonly descent: number;
  readonly isVertical: boolean;
}

/** Where the next string is shown. */
export interface TextState {
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  readonly lineX: number;
  readonly lineY: number;
  readonly font: FontMetrics;
  readonly size: number;
  readonly leading: number;
  readonly rise: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly horizontalScale: number;
  /** PDF's render mode: 0 fill, 1 stroke, 2 both, 3 none; 4 to 7 the same and clip. */
  readonly mode: number;
}

/** The part of PDF's graphics state that a mark's look depends on. Replaced, never changed. */
export interface GraphicsState {
  readonly matrix: Matrix;
  /** `#rrggbb`, or null when painting with it leaves nothing. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly lineWidth: number;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  /** Opacity of the transparency groups around. */
  readonly groupOpacity: number;
  readonly clip: Box;
  /** The path that clips most tightly; what a shading paints. */
  readonly clipPath: readonly Subpath[];
  readonly text: TextState;
}

export const NO_FONT: FontMetrics = { unit: 0.001, ascent: 0.75, descent: -0.25, isVertical: false };

/** The state at the beginning of a page. */
export function initialState(matrix: Matrix, clip: Box): GraphicsState {
  return {
    matrix,
    fill: '#000000',
    stroke: '#000000',
    lineWidth: 1,
    fillOpacity: 1,
    strokeOpacity: 1,
    groupOpacity: 1,
    clip,
    clipPath: [],
    text: {
      matrix: IDENTITY,
      x: 0,
      y: 0,
      lineX: 0,
      lineY: 0,
      font: NO_FONT,
      size: 0,
      leading: 0,
      rise: 0,
      charSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      mode: 0,
    },
  };
}
