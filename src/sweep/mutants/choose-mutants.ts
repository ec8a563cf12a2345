import type { CheckSpec, Task } from '../../domain/task.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Mutant } from './make-mutants.ts';

/** How many are aimed where another drawing or its mutants show that a criterion can fail. */
const MOST_TRIES = 2;

/** Which mutants of a good drawing are read, a few at a time. */
export interface MutantChoice {
  /** What to read next; empty at the end. `kills`: how many mutants killed each criterion so far. */
  next(kills: ReadonlyMap<string, number>): readonly Mutant[];
}

/** Reads every mutant. */
export function chooseAll(mutants: readonly Mutant[]): MutantChoice {
  const left = [...mutants];
  return { next: () => left.splice(0) };
}

/** What few mutants are chosen by. */
export interface Lottery {
  readonly seed: string;
  /** Criteria that are shown to be able to fail: aimed at all the same, but not for ever. */
  readonly killed: ReadonlySet<string>;
}

/**
 * Reads those that must break something or nothing and, unless every criterion is known to be able to fail, one of each
 * kind; then for each criterion those that touch what it speaks of, until one has killed it or there are no more, two at
 * most where it is known that it can fail. Which ones is drawn by lot, the same each time.
 */
export function chooseFew(
  { checks }: Pick<Task, 'checks'>,
  mutants: readonly Mutant[],
  { seed, killed }: Lottery,
): MutantChoice {
  const left = new Set(shuffled(mutants, seed));
  const tries = new Map<string, number>();
  const isOpen = (id: string, kills: ReadonlyMap<string, number>): boolean => {
    return !kills.has(id) && ((tries.get(id) ?? 0) < MOST_TRIES || !killed.has(id));
  };
  const take = (chosen: Iterable<Mutant>): readonly Mutant[] => {
    const taken = [...new Set(chosen)];
    for (const mutant of taken) left.delete(mutant);
    return taken;
  };
  const aim = (spec: CheckSpec): readonly Mutant[] => {
    tries.set(spec.id, (tries.get(spec.id) ?? 0) + 1);
    const best = bestFor(spec, left);
    return best === undefined ? [] : [best];
  };
  const isAllKnown = checks.every(({ id }) => killed.has(id));
  let isFirst = true;
  return {
    next(kills) {
      const first = isFirst ? [...sureOnes([...left]), ...(isAllKnown ? [] : onePerKind([...left]))] : [];
      isFirst = false;
      return take(first.length > 0 ? first : checks.filter(({ id }) => isOpen(id, kills)).flatMap(aim));
    },
  };
}

/** What must break something or nothing; of a moving scene each in one frame. */
function sureOnes(mutants: readonly Mutant[]): readonly Mutant[] {
  const seen = new Set<string>();
  const what = ({ kind, subjects }: Mutant) => [kind, ...subjects].join(' ');
  return mutants.filter((mutant) => isSure(mutant) && !seen.has(what(mutant)) && seen.add(what(mutant)));
}

function isSure({ mustFlip, isHarmless }: Mutant): boolean {
  return isHarmless || mustFlip.length > 0;
}

function onePerKind(mutants: readonly Mutant[]): readonly Mutant[] {
  const seen = new Set(mutants.filter(isSure).map(({ kind }) => kind));
  return mutants.filter(({ kind }) => !seen.has(kind) && seen.add(kind));
}

/** Kinds that are likely to break a check, the likeliest first. A wrong guess costs time, nothing else. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  there: ['hide', 'remove', 'shrink'],
  count: ['duplicate', 'remove', 'hide', 'recolour'],
  'left-of': ['swap', 'shift-right'],
  'right-of': ['swap', 'shift-right'],
  above: ['swap', 'shift-down'],
  below: ['swap', 'shift-down'],
  'in-front-of': ['send-behind', 'bring-to-front', 'shift-right'],
  behind: ['bring-to-front', 'send-behind', 'shift-right'],
  'larger-than': ['shrink', 'grow', 'squash'],
  ratio: ['shrink', 'grow', 'squash'],
  apart: ['grow', 'duplicate'],
  colour: ['recolour'],
  shape: ['slant', 'squash', 'duplicate'],
  symmetric: ['slant', 'rotate', 'mirror-sideways'],
  rotated: ['rotate', 'slant', 'mirror-sideways'],
  arrow: ['mirror-sideways', 'rotate', 'mirror-upside-down'],
};
const ELSE = ['shift-right', 'shift-down', 'shrink', 'grow', 'swap', 'rotate', 'slant', 'squash'];

function bestFor({ check, of }: CheckSpec, left: ReadonlySet<Mutant>): Mutant | undefined {
  const likely = [...(LIKELY[check] ?? []), ...ELSE];
  const rank = ({ kind }: Mutant) => (likely.includes(kind) ? likely.indexOf(kind) : likely.length);
  const aimed = [...left].filter(({ subjects }) => of.length === 0 || of.some((name) => subjects.has(name)));
  return aimed.reduce<Mutant | undefined>(
    (best, mutant) => (best === undefined || rank(mutant) < rank(best) ? mutant : best),
    undefined,
  );
}

function shuffled(mutants: readonly Mutant[], seed: string): readonly Mutant[] {
  const lots = new Map(mutants.map((mutant) => [mutant, sha256(`${seed}\n${mutant.name}`)]));
  const lot = (mutant: Mutant) => lots.get(mutant) ?? '';
  return [...mutants].sort((a, b) => (lot(a) < lot(b) ? -1 : 1));
}
