import type { Box, Mask, MaskFrame, Point } from './geometry.ts';
import type { ShapeName } from './scene.ts';

/** Which of several things a subject means. `all` takes them together as one. */
export type Pick = 'largest' | 'smallest' | 'leftmost' | 'rightmost' | 'topmost' | 'bottommost' | 'all';

/** How a task says what it speaks of. At least one of label, shape, colour, text; what is given must all hold. */
export interface SubjectSpec {
  /** The model is asked to put it in `\begin{scope}[part=LABEL]`. */
  readonly label?: string;
  /** Other words that a comment may use for it (`% the plane` for `airplane`); the label's own words count always. */
  readonly words?: readonly string[];
  readonly shape?: ShapeName;
  /** With `shape: polygon`: how many corners. */
  readonly corners?: number;
  /** One of the 11 basic colour words, or `#rrggbb`. */
  readonly colour?: string;
  /** Text that is drawn; compared without case and white space. */
  readonly text?: string;
  readonly pick?: Pick;
  /** Weight of the implied check `<subject>-there`; 1 by default. */
  readonly weight?: number;
}

/** The ink of something: where it is alone (`full`) and where it is seen (`visible`). */
export interface Ink {
  readonly full: Mask;
  readonly visible: Mask;
  /** Box of the visible ink, in points. */
  readonly box: Box;
  /** Centroid of the visible ink, in points. */
  readonly centroid: Point;
  readonly fullPx: number;
  readonly visiblePx: number;
}

/** One thing that a person would count. Always visible: what has no visible ink is no thing. */
export interface Thing {
  readonly marks: readonly number[];
  readonly ink: Ink;
}

export type GroundedBy = 'label' | 'look' | 'text' | 'comment';

/** A subject of a task as it was found in a drawing. */
export interface GroundedSubject {
  readonly name: string;
  readonly by: GroundedBy | null;
  /** Plain words: `by its label "otter"`, `by the comment "the otter"`, `no mark has the label "otter"`. */
  readonly how: string;
  /** Distinct visible things that match, in paint order, before `pick`. */
  readonly things: readonly Thing[];
  /** The one thing that checks speak of: the only one, the picked one, or all together; null when none or ambiguous. */
  readonly chosen: Thing | null;
}

/** All subjects of a task in one drawing, with the frame that their masks share. */
export interface Grounding {
  readonly frame: MaskFrame;
  readonly subjects: Readonly<Record<string, GroundedSubject>>;
}
