import type { WrittenDrawing } from '../../../domain/family.ts';
import { badDrawings } from './bad-drawings.ts';
import { draw, type Style } from './draw.ts';
import type { Fault } from './faults.ts';
import type { Asked } from './foretell.ts';
import type { Layout } from './item.ts';

/** A right layout, what is asked of it, how it may go wrong, and the styles of its good drawings (the first is that of the bad ones too). */
export interface Plan {
  readonly layout: Layout;
  readonly asked: Asked;
  readonly faults: readonly Fault[];
  readonly styles: readonly [Style, ...Style[]];
}

/** The known drawings of a plan; null where the layout isn't surely right or some criterion can't be failed by it. */
export function knownDrawings({ layout, asked, faults, styles }: Plan): WrittenDrawing[] | null {
  const bad = badDrawings(layout, { asked, faults, style: styles[0] });
  if (bad === null) return null;
  const good = styles.map((style, index) => ({
    file: `good-${index + 1}.tex`,
    source: draw(layout, style),
    fails: [],
  }));
  return [...good, ...bad];
}
