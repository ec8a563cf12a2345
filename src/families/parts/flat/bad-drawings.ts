import type { WrittenDrawing } from '../../../domain/family.ts';
import { hyphened } from '../text.ts';
import { draw, type Style } from './draw.ts';
import type { Fault } from './faults.ts';
import { type Asked, foretell } from './foretell.ts';
import type { Layout } from './item.ts';

const LEAST_DRAWINGS = 3;

export interface FaultOptions {
  readonly asked: Asked;
  readonly faults: readonly Fault[];
  readonly style: Style;
}

/**
 * Bad drawings of a layout, at least three, so few as fail every written criterion: of the faults that can be
 * foretold, for each criterion in turn the one that fails it and the fewest others. Null when some criterion can't be
 * failed or the layout itself isn't surely right: the caller then tries another layout.
 */
export function badDrawings(layout: Layout, options: FaultOptions): WrittenDrawing[] | null {
  const { asked, faults, style } = options;
  const right = foretell(layout, asked);
  if (right.fails.length > 0 || right.unsure.length > 0) return null;
  const sure = sureFaults(faults, asked);
  const taken = new Set<SureFault>();
  for (const { id } of asked.checks) {
    if ([...taken].some(({ fails }) => fails.includes(id))) continue;
    const killer = sure.find(({ fails }) => fails.includes(id));
    if (killer === undefined) return null;
    taken.add(killer);
  }
  // Those that break more come as well: fewest first would repeat one kind of fault.
  for (const fault of [...sure].reverse()) if (taken.size < LEAST_DRAWINGS) taken.add(fault);
  if (taken.size < LEAST_DRAWINGS) return null;
  return [...taken].map(({ name, layout: wrong, fails }) => ({
    file: `bad-${hyphened(name)}.tex`,
    source: draw(wrong, style),
    fails,
  }));
}

interface SureFault extends Fault {
  readonly fails: readonly string[];
}

/** Narrow enough that a search for narrower ones isn't worth its time. */
const FEW_FAILS = 2;

/** The faults that can be foretold, fewest fails first; no more than it takes to fail each criterion among few others. */
function sureFaults(faults: readonly Fault[], asked: Asked): SureFault[] {
  const sure: SureFault[] = [];
  const left = new Set(asked.checks.map(({ id }) => id));
  for (const fault of faults) {
    if (left.size === 0 && sure.length >= LEAST_DRAWINGS) break;
    if (fault.layout.length === 0) continue;
    const { fails, unsure } = foretell(fault.layout, asked);
    if (unsure.length > 0 || fails.length === 0) continue;
    sure.push({ ...fault, fails });
    if (fails.length <= FEW_FAILS) for (const id of fails) left.delete(id);
  }
  return sure.sort((one, other) => one.fails.length - other.fails.length);
}
