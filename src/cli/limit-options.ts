import type { Argv } from 'yargs';
import type { SweepBudget } from '../catalog/load-sweep.ts';
import type { SweepLimits } from '../sweep/run-sweep.ts';
import { type NumberRange, readNumber } from './number-option.ts';

/** Hard limits as they were typed. */
export interface LimitFlags {
  readonly maxCost: string | undefined;
  readonly maxRequests: string | undefined;
  readonly maxMinutes: string | undefined;
}

const DOLLARS: NumberRange = { from: 0, to: 1_000_000, isWhole: false };
const REQUESTS: NumberRange = { from: 0, to: 100_000_000, isWhole: true };
const MINUTES: NumberRange = { from: 0.01, to: 100_000, isWhole: false };
const TEXT = { type: 'string', requiresArg: true } as const;

/** Declares the flags of all commands that ask somebody. */
export function withLimits<T>(yargs: Argv<T>) {
  return yargs
    .option('max-cost', { ...TEXT, describe: 'Stop before the whole run costs more US dollars' })
    .option('max-requests', { ...TEXT, describe: 'Stop before the whole run sends more requests' })
    .option('max-minutes', { ...TEXT, describe: 'Send no request after so many minutes' });
}

/** Flags win over the file; what neither says is no limit. Throws UsageError for what is no number. */
export function readLimits(flags: LimitFlags, budget: SweepBudget = {}): SweepLimits {
  const { maxCost, maxRequests, maxMinutes } = flags;
  return {
    maxCostUsd: readNumber('max-cost', maxCost, DOLLARS) ?? budget.maxCost ?? null,
    maxRequests: readNumber('max-requests', maxRequests, REQUESTS) ?? budget.maxRequests ?? null,
    maxMinutes: readNumber('max-minutes', maxMinutes, MINUTES) ?? budget.maxMinutes ?? null,
  };
}
