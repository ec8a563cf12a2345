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
  const drawn = faults.filter(({ layout: wrong }) => wrong.length > 0);
  const sure = drawn.flatMap((fault) => {
    const { fails, unsure } = foretell(fault.layout, asked);
    return unsure.length > 0 || fails.length === 0 ? [] : [{ ...fault, fails }];
  });
  sure.sort((one, other) => one.fails.length - other.fails.length);
  const taken = new Set<(typeof sure)[number]>();
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
