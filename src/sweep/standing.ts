import type { SeenPicture } from '../domain/rendered.ts';
import type { Verdict } from '../domain/verdict.ts';

/** What a drawing of a turn is held against: the turn before. Pictures and verdicts are read only where a grade needs them. */
export interface Standing {
  readonly turn: number;
  readonly before: () => readonly SeenPicture[] | null;
  readonly earlier: () => readonly Verdict[];
  /** SHA-256 of the pictures and verdicts before; empty when there are none. */
  readonly hash: string;
}
