import type { ColourWord } from '../../util/colour.ts';
import type { Stacks } from './stacks.ts';

/** What is seen from one side: the heights of the columns, from left to right, and their colours. */
export interface View {
  readonly from: 'front' | 'back' | 'left' | 'right';
  readonly heights: readonly number[];
  readonly colours: readonly ColourWord[];
}

interface Side {
  readonly short: string;
  /** `somebody who …`. */
  readonly words: string;
  see(stacks: Stacks): readonly number[];
}

/** Who sits on your left and looks to the right has the back row on the left. */
export const SIDES: Readonly<Record<View['from'], Side>> = {
  front: { short: 'the front', words: 'sits where you sit, in front of the table', see: highestOfColumns },
  back: {
    short: 'behind',
    words: 'sits opposite of you, behind the table, and looks towards you',
    see: (stacks) => [...highestOfColumns(stacks)].reverse(),
  },
  left: {
    short: 'the left',
    words: 'sits at the left end of the table, as you see it, and looks to the right',
    see: highestOfRows,
  },
  right: {
    short: 'the right',
    words: 'sits at the right end of the table, as you see it, and looks to the left',
    see: (stacks) => [...highestOfRows(stacks)].reverse(),
  },
};

function highestOfColumns(stacks: Stacks): readonly number[] {
  const [first = []] = stacks;
  return first.map((_, column) => Math.max(...stacks.map((row) => row[column] ?? 0)));
}

function highestOfRows(stacks: Stacks): readonly number[] {
  return stacks.map((row) => Math.max(...row));
}
