import type { WrittenDrawing } from '../../domain/family.ts';
import { draw, type Style } from './draw/draw.ts';
import type { Fault } from './faults.ts';
import { type Asked, foretell } from './foretell/foretell.ts';
import type { Selection } from './select-faults.ts';
import { hyphened } from './text.ts';
import type { Thing } from './thing.ts';

/** Things that are right, what is asked of them, how they may go wrong, and the styles of the good drawings (the first is that of the bad ones too). */
export interface Plan {
  readonly things: readonly Thing[];
  readonly asked: Asked;
  readonly faults: readonly Fault[];
  readonly select: Selection;
  readonly styles: readonly [Style, ...Style[]];
}

/** The known drawings of a plan; null where the things aren't surely right or some criterion can't be failed: the caller then tries others. */
export function knownDrawings({ things, asked, faults, select, styles }: Plan): WrittenDrawing[] | null {
  const { fails, unsure } = foretell(things, asked);
  if (fails.length > 0 || unsure.length > 0) return null;
  const selected = select(faults, asked);
  if (selected === null) return null;
  const good = styles.map((style, index) => ({
    file: `good-${index + 1}.tex`,
    source: draw(things, style),
    fails: [],
  }));
  const bad = selected.map((fault) => ({
    file: `bad-${hyphened(fault.name)}.tex`,
    source: draw(fault.things, styles[0]),
    fails: fault.fails,
  }));
  return [...good, ...bad];
}
