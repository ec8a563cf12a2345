import type { HarnessTrouble, ModelFailure, Stage } from './outcome.ts';
import type { Scene } from './scene.ts';
import type { Grounding } from './subject.ts';

/** A reply that became a picture. */
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
  readonly durationMs: number;
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
