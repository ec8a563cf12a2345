import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../util/sha256.ts';
import { writeAtomic } from '../../util/write-atomic.ts';
import type { TaskProof } from '../prove-task.ts';
import { hashJson } from '../stage-key.ts';
import type { MutantMode } from './proof-key.ts';

/** Where a proof is kept: one a task and way of proving, so that the cache does not grow. `key`: all that it depends on. */
export interface ProofPlace {
  readonly taskId: string;
  readonly mode: MutantMode;
  readonly key: string;
}

/** Keeps proofs. It only saves time: what can't be read or written is as if it were not there. */
export interface ProofCache {
  find(place: ProofPlace): Promise<TaskProof | null>;
  /** Keeps a proof that stands; any other is made again each time. */
  keep(place: ProofPlace, proof: TaskProof): Promise<void>;
}

/** A cache in a folder, which is made when the first proof is kept. */
export function createProofCache(directory: string): ProofCache {
  const pathOf = ({ taskId, mode }: ProofPlace) => join(directory, `${sha256(`${mode} ${taskId}`)}.json`);
  return {
    async find(place) {
      try {
        return provenBy(JSON.parse(await readFile(pathOf(place), 'utf8')), place);
      } catch {
        return null;
      }
    },
    async keep(place, proof) {
      if (!isLasting(proof)) return;
      const entry: Entry = { key: place.key, hash: hashJson(proof), proof };
      try {
        await writeAtomic(pathOf(place), JSON.stringify(entry));
      } catch {
        // A full or read-only disk: it is proven again the next time.
      }
    },
  };
}

interface Entry {
  readonly key: string;
  /** Of the proof: an entry that was cut off or tampered with does not count. */
  readonly hash: string;
  readonly proof: TaskProof;
}

function provenBy({ key, hash, proof }: Entry, place: ProofPlace): TaskProof | null {
  return key === place.key && hash === hashJson(proof) ? proof : null;
}

/** Proven, and no mutant was too slow to be read: on a quieter machine it may be. */
function isLasting({ isProven, mutants }: TaskProof): boolean {
  return isProven && (mutants ?? []).every(({ unread }) => unread.length === 0);
}
