import type { ProcessLimits } from '../../domain/ports.ts';

const MiB = 1024 * 1024;

/** Limits of one TeX process. An ordinary drawing needs a hundredth of each. */
export const TEX_LIMITS = {
  cpuSeconds: 10,
  addressSpaceBytes: 1024 * MiB,
  fileSizeBytes: 32 * MiB,
  openFiles: 64,
} satisfies ProcessLimits;

/** Wall clock of one pass; above the CPU limit, so that a busy machine alone does not end a drawing. */
export const TEX_WALL_MS = 20_000;

/** The tmpfs that a drawing may write files into. */
export const TEX_SCRATCH_BYTES = 64 * MiB;

/** How much of a log is read and kept. The end says how TeX ended, so the middle goes. */
export const MAX_LOG_BYTES = 256 * 1024;

/** The largest source that is compiled. */
export const MAX_SOURCE_BYTES = 2 * MiB;

/** Pages of a document; a drawing that fills more is `too-large`. */
export const MAX_PAGES = 10;

/** Pictures that are put side by side; a reply with more is `too-large`. */
export const MAX_PICTURES = 40;
