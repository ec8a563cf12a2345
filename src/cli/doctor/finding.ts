import type { Surroundings } from '../workshop.ts';

/** What was found out about one need. `note`: not needed for the demo. `remedy`: what to do, or null. */
export interface Finding {
  readonly what: string;
  readonly state: 'good' | 'note' | 'broken';
  readonly detail: string;
  readonly remedy: string | null;
}

export interface Examination extends Surroundings {
  readonly workingDirectory: string;
}
