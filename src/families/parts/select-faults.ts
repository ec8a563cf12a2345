import type { Fault } from './faults.ts';
import { type Asked, foretell } from './foretell/foretell.ts';

/** A fault and what it surely fails. */
export interface SureFault extends Fault {
  readonly fails: readonly string[];
  readonly measured: readonly string[];
}

/** Chooses the faults that are drawn, so that each criterion is failed by one; null when one can't be. */
export type Selection = (faults: readonly Fault[], asked: Asked) => readonly SureFault[] | null;

const LEAST_FAULTS = 3;
/** More than this many drawings of a task take longer to prove than they tell. */
const MOST_FAULTS = 14;
/** Narrow enough that a search for narrower ones isn't worth its time. */
const FEW_FAILS = 2;

/** For each criterion in turn the fault that fails it and the fewest others. */
export function narrowest(faults: readonly Fault[], asked: Asked): readonly SureFault[] | null {
  const sure = narrowOnes(faults, asked);
  const taken = new Set<SureFault>();
  for (const { id } of asked.checks) {
    if ([...taken].some(({ fails }) => fails.includes(id))) continue;
    const killer = sure.find(({ fails }) => fails.includes(id));
    if (killer === undefined) return null;
    taken.add(killer);
  }
  // Those that break more come as well: fewest first would repeat one kind of fault.
  for (const fault of [...sure].reverse()) if (taken.size < LEAST_FAULTS) taken.add(fault);
  return taken.size < LEAST_FAULTS ? null : [...taken, ...measuring(asked, taken, sure)];
}

/** The sure faults, fewest fails first; no more than it takes to fail each criterion among few others. */
function narrowOnes(faults: readonly Fault[], asked: Asked): SureFault[] {
  const sure: SureFault[] = [];
  const left = new Set(asked.checks.map(({ id }) => id));
  for (const fault of faults) {
    if (left.size === 0 && sure.length >= LEAST_FAULTS) break;
    const known = sureFault(fault, asked);
    if (known === null) continue;
    sure.push(known);
    if (known.fails.length <= FEW_FAILS) for (const id of known.fails) left.delete(id);
  }
  return sure.sort((one, other) => one.fails.length - other.fails.length);
}

/**
 * As few as it takes: again and again the fault that breaks most of what is still whole. What something missing
 * breaks counts for little: a check that compares is better broken by what it compares.
 */
export function fewest(faults: readonly Fault[], asked: Asked): readonly SureFault[] | null {
  const sure = faults.flatMap((fault) => sureFault(fault, asked) ?? []);
  const whole = new Set(asked.checks.map(({ id }) => id));
  const kept = new Set<SureFault>();
  const news = ({ fails }: SureFault) =>
    fails.filter((id) => whole.has(id)).length * (fails.some((id) => id.endsWith('-there')) ? 0.01 : 1);
  while (whole.size > 0) {
    const best = sure.reduce<SureFault | undefined>(
      (most, next) => (most === undefined || news(next) > news(most) ? next : most),
      undefined,
    );
    if (best === undefined || news(best) === 0 || kept.size >= MOST_FAULTS) return null;
    kept.add(best);
    for (const id of best.fails) whole.delete(id);
  }
  for (const other of sure) if (kept.size < LEAST_FAULTS) kept.add(other);
  if (kept.size < LEAST_FAULTS) return null;
  const more = new Set(measuring(asked, kept, sure));
  return sure.filter((fault) => kept.has(fault) || more.has(fault));
}

/** A grader that measures nothing would still fail what is missing: one more for each criterion that fails only so, where there is one. */
function measuring(
  { checks }: Asked,
  taken: ReadonlySet<SureFault>,
  sure: readonly SureFault[],
): readonly SureFault[] {
  const more = new Set<SureFault>();
  for (const { id } of checks) {
    if ([...taken, ...more].some(({ measured }) => measured.includes(id))) continue;
    const [narrowest] = sure
      .filter(({ measured }) => measured.includes(id))
      .sort((one, other) => one.fails.length - other.fails.length);
    if (narrowest !== undefined) more.add(narrowest);
  }
  return [...more];
}

function sureFault(fault: Fault, asked: Asked): SureFault | null {
  if (fault.things.length === 0) return null;
  const { fails, measured, unsure } = foretell(fault.things, asked);
  return unsure.length > 0 || fails.length === 0 ? null : { ...fault, fails, measured };
}
