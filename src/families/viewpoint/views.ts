import type { Level } from '../../domain/family.ts';
import type { Random } from '../../util/random.ts';
import { choose } from '../parts/pick.ts';
import type { Spot } from './table-top.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where somebody else looks from. */
export interface View {
  readonly title: string;
  readonly words: string;
  /** Where a spot of the table comes to lie in the picture, in steps. */
  see(spot: Spot): Place;
  /** What one draws who forgets to look from there. */
  unturned(spot: Spot): Place;
}

const asTold = ({ column, depth }: Spot): Place => ({ x: column, y: depth });
const inARow = ({ column }: Spot): Place => ({ x: column, y: 0 });

const OPPOSITE: View = {
  title: 'from the opposite side',
  words:
    'Draw what a friend sees who sits at the opposite side of the table and looks at me: the things side by side in a row.',
  see: ({ column }) => ({ x: -column, y: 0 }),
  unturned: inARow,
};

const ABOVE: View = {
  title: 'from above',
  words:
    'Draw the table top as seen from straight above, with my side of the table at the bottom of the picture.',
  see: asTold,
  unturned: ({ column, depth }) => ({ x: column, y: -depth }),
};

/** Who sits at my right looks to my left: what is near me lies at the left hand. */
const ENDS: readonly View[] = (['right', 'left'] as const).map((end) => ({
  title: `from its ${end} end`,
  words: `Draw what a friend sees who sits at the end of the table that is at my ${end} and looks along the table: the things side by side in a row, no matter how far from the friend they are.`,
  see: ({ depth }) => ({ x: end === 'right' ? depth : -depth, y: 0 }),
  unturned: inARow,
}));

const ABOVE_ELSEWHERE: readonly View[] = [
  {
    where: 'at the opposite side of the table',
    see: ({ column, depth }: Spot) => ({ x: -column, y: -depth }),
  },
  {
    where: 'at the end of the table that is at my right',
    see: ({ column, depth }: Spot) => ({ x: depth, y: -column }),
  },
  {
    where: 'at the end of the table that is at my left',
    see: ({ column, depth }: Spot) => ({ x: -depth, y: column }),
  },
].map(({ where, see }) => ({
  title: `from above, for somebody ${where.replace('my', 'the')}`,
  words: `A friend sits ${where} and draws a plan of it, as seen from straight above, with the friend's own edge of the table at the bottom of the picture. Draw this plan.`,
  see,
  unturned: asTold,
}));

const VIEWS: Readonly<Record<Level, readonly View[]>> = {
  1: [OPPOSITE],
  2: [OPPOSITE],
  3: [ABOVE],
  4: ENDS,
  5: ABOVE_ELSEWHERE,
};

/** One of the views of a level. */
export function chooseView(random: Random, level: Level): View {
  return choose(random, VIEWS[level]);
}
