import type { Point } from '../../domain/geometry.ts';
import type { ColourWord } from '../../util/colour.ts';

/** A dot near a corner of a square. */
export interface Dot {
  readonly colour: ColourWord;
  readonly cell: ColourWord;
  /** -1 or 1 on each axis: which corner. */
  readonly corner: Point;
  /** The middle of its square. */
  readonly square: Point;
}
