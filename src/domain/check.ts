import type { Box, Point } from './geometry.ts';
import type { Scene } from './scene.ts';
import type { GroundedSubject, Grounding } from './subject.ts';

/** A parameter of a check, as data: the source of validation, of the docs table and of the JSON Schema. */
export type ParameterSpec =
  | {
      readonly kind: 'number';
      readonly default?: number;
      readonly min?: number;
      readonly max?: number;
      readonly integer?: boolean;
      readonly doc: string;
    }
  | { readonly kind: 'boolean'; readonly default?: boolean; readonly doc: string }
  | {
      readonly kind: 'choice';
      readonly choices: readonly string[];
      readonly default?: string;
      readonly doc: string;
    }
  | { readonly kind: 'text'; readonly default?: string; readonly doc: string }
  | { readonly kind: 'number-or-text'; readonly doc: string };

export type ParameterValue = number | boolean | string;

/** Something that the report draws over the picture to show why. Points, y up. `tone`: what it is in the argument. */
/** `frame`: in which frame of a moving scene it lies; left out: the only one, or the first. */
export type Evidence = { readonly frame?: number } & EvidenceShape;

type EvidenceShape =
  | { readonly kind: 'box'; readonly box: Box; readonly label: string; readonly tone: EvidenceTone }
  | { readonly kind: 'point'; readonly at: Point; readonly label: string; readonly tone: EvidenceTone }
  | {
      readonly kind: 'line';
      readonly from: Point;
      readonly to: Point;
      readonly label: string;
      readonly tone: EvidenceTone;
    };
export type EvidenceTone = 'subject' | 'reference' | 'fault' | 'contact';

/** What a check says of a drawing. Never throws for what a drawing holds. */
export interface Finding {
  readonly met: boolean;
  /** Signed distance from the threshold: >= 0 met, < 0 unmet; a fraction of D unless the check says otherwise. Null where there is no scale. */
  readonly margin: number | null;
  /** Plain words with the measured and the wanted value. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** The picture of the turn or the frame before, for checks that compare. */
export interface PictureBefore {
  /** Those named by `of`, in order; each has its one thing where the check wants one. */
  readonly subjects: readonly GroundedSubject[];
  readonly grounding: Grounding;
  readonly scene: Scene;
  /** Frames lie on one page, so their points compare as they are; turns are cropped each for itself. */
  readonly sharesPage: boolean;
}

/** What a check is given. `subjects` are those named by `of`, in order. */
export interface CheckInput {
  readonly subjects: readonly GroundedSubject[];
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly grounding: Grounding;
  readonly scene: Scene;
  /** Always there for a check with `compares`. */
  readonly before?: PictureBefore;
}

/**
 * One kind of check. `wants: one` means that the harness has already seen to it that each subject has exactly one
 * chosen thing (else the criterion is unmet with the reason); `things` checks take whatever was found.
 */
export interface CheckDefinition {
  readonly name: string;
  /** One sentence for docs and help: when it is met. */
  readonly summary: string;
  readonly subjects: { readonly min: number; readonly max: number };
  /** Another key for its one subject, where `of` reads oddly: `{check: text, says: WiFi, in: sign}`. */
  readonly subjectKey?: 'in';
  readonly wants: 'one' | 'things';
  /** It compares with the turn before, or with the frame before; not for a task of one picture. */
  readonly compares?: 'before';
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
  /** Mistakes that a table of parameters can't say ("give is, or min and max"); a sentence each. */
  validate?(parameters: Readonly<Record<string, ParameterValue>>): readonly string[];
  evaluate(input: CheckInput): Finding;
}
