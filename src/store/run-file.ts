import type { Cleaner } from './cleaner.ts';
import type { Database } from './database.ts';

/** A run file that is being written: no text reaches it but through the cleaner. */
export interface RunFile {
  readonly database: Database;
  readonly clean: Cleaner;
}

/** One round of a sample's conversation: 1, 2, 3… */
export interface RoundId {
  readonly sampleId: string;
  readonly round: number;
}
