import type { HarnessTrouble, ModelFailure, Stage } from './outcome.ts';
import type { Scene } from './scene.ts';
import type { Grounding } from './subject.ts';

/** One picture as it was read. */
export interface SeenPicture {
  readonly scene: Scene;
  readonly grounding: Grounding;
  /** Left out, or empty, where nobody looks at it. */
  readonly png?: Uint8Array;
}

/** A frame of a moving scene after the first. */
export interface LaterFrame extends SeenPicture {
  readonly png: Uint8Array;
}

/** A reply that became a picture, or several. */
export interface RenderedDrawing {
  readonly outcome: 'drawn';
  readonly stage: 'grade';
  readonly reason: '';
  /** Whether TeX reported no error. */
  readonly clean: boolean;
  readonly notes: readonly string[];
  /** The TikZ as the model wrote it. */
  readonly source: string;
  readonly log: string;
  readonly pdf: Uint8Array;
  readonly png: Uint8Array;
  readonly scene: Scene;
  readonly grounding: Grounding;
  /** Frames of a moving scene after the first, which is what stands above. Left out where one picture was asked for. */
  readonly laterFrames?: readonly LaterFrame[];
  readonly durationMs: number;
}

/** All pictures of a drawing, in their order. */
export function picturesOf({
  scene,
  grounding,
  png,
  laterFrames = [],
}: SeenPicture & { readonly laterFrames?: readonly SeenPicture[] }): readonly SeenPicture[] {
  return [{ scene, grounding, ...(png && { png }) }, ...laterFrames];
}

/** A reply that did not; `stage` says where it ended. What was never made is null. */
export interface RenderedFailure {
  readonly outcome: ModelFailure | HarnessTrouble;
  readonly stage: Exclude<Stage, 'grade'>;
  readonly reason: string;
  readonly clean: boolean | null;
  readonly notes: readonly string[];
  readonly source: string | null;
  readonly log: string | null;
  /** There is one when TeX made it but it could not be read, or is blank. */
  readonly pdf: Uint8Array | null;
  readonly png: null;
  readonly scene: null;
  readonly grounding: null;
  readonly durationMs: number;
}

/** What became of a reply on its way to a picture and its geometry. */
export type Rendered = RenderedDrawing | RenderedFailure;
