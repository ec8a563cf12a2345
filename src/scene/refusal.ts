import type { SceneReading } from '../domain/ports.ts';

/** What a PDF can be refused for; trouble of ours is no refusal. */
export type Refusal = Extract<SceneReading, { reason: string }> & {
  readonly outcome: 'blank' | 'too-large' | 'timeout' | 'forbidden';
};

/** Thrown inside of the worker to end a reading; becomes the reading's outcome. Never leaves `readScene`. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code = 'refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}
