/** Limits of the processes that read PDFs. */
export interface PoolLimits {
  /** Until a new worker says that it is ready; a cold start takes half a second. */
  readonly startMs: number;
  /** CPU time of one reading; a usual one takes 50 ms. By the clock where CPU time can't be seen. */
  readonly readingMs: number;
  /** One reading by the clock: on a busy machine it waits for its turn. */
  readonly waitMs: number;
  /** Resident memory at which a worker is killed in the middle of a reading. */
  readonly memoryBytes: number;
  /** Peak memory after which a worker is replaced before its next reading; a usual one stays below 250 MB. */
  readonly recycleBytes: number;
  /** Readings after which a worker is replaced. */
  readonly recycleReadings: number;
  /** How often memory is looked at while a worker reads. */
  readonly watchMs: number;
}

const MEGABYTE = 1024 * 1024;

export const POOL_LIMITS: PoolLimits = {
  startMs: 15_000,
  readingMs: 15_000,
  waitMs: 45_000,
  memoryBytes: 1024 * MEGABYTE,
  recycleBytes: 600 * MEGABYTE,
  recycleReadings: 500,
  watchMs: 50,
};
