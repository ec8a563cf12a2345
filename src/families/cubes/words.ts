import { listed, numberWord } from '../parts/text.ts';
import { LETTERS, type ViewFromAbove } from './above.ts';
import type { Stacks, Take } from './stacks.ts';
import { SIDES, type View } from './views.ts';

/** What is told: the stacks, the moves and who looks. */
export interface Told {
  readonly start: Stacks;
  readonly takes: readonly Take[];
  readonly views: readonly View[];
}

/** How the stacks stand, and which cubes change their place. */
export function tellStacks({ start, takes }: Pick<Told, 'start' | 'takes'>): string {
  const names = rowNames(start);
  const rows = start.map((row, index) => `the ${names[index] ?? ''} row ${row.join(', ')}`);
  const moved = takes.map(
    ({ from, to }) =>
      `Take the top cube of the ${placeWords(from, names)} and put it on top of the ${placeWords(to, names)}.`,
  );
  return [
    `Cubes of one size stand in stacks on a table, in ${numberWord(start.length)} rows of ${numberWord(start[0]?.length ?? 0)} stacks,`,
    'without gaps. You sit in front of the table. The numbers of cubes, each row from left to right as you see it, are:',
    `${rows.join('; ')}.`,
    ...moved,
  ].join(' ');
}

/** The names of the rows, from the farthest. */
function rowNames(start: Stacks): readonly string[] {
  return start.length === 2 ? ['back', 'front'] : ['back', 'middle', 'front'];
}

/** What is to be drawn of some views. */
export function tellViews(views: readonly View[]): string {
  return [
    ...views.map((view, index) =>
      tellView(view, ['Now', 'Beside it, further right and apart from it,'][index] ?? ''),
    ),
    'A view shows each column of squares as high as the highest stack that stands there along your line of sight.',
    'All squares are of one size. They stand on one another and side by side without gaps, on one level ground.',
  ].join(' ');
}

function tellView({ from, colours }: View, begin: string): string {
  const what = begin === 'Now' ? 'draw only what is seen' : 'draw what is seen';
  return [
    `${begin} ${what} by somebody who ${SIDES[from].words}: each visible face of a cube is one filled square.`,
    `The columns of squares in this view, from left to right as that person sees them, are ${listed(colours)}.`,
  ].join(' ');
}

/** The view from above is drawn last. */
export function tellAbove({ from, stacks, colours }: ViewFromAbove, isBeside: boolean): string {
  const begin = isBeside ? 'At the right of the other views and apart from them, draw' : 'Now draw only';
  const names = rowNames(stacks);
  const width = stacks[0]?.length ?? 0;
  const rows = stacks.map((_, row) => {
    const letters = LETTERS.slice(row * width, (row + 1) * width);
    return `the ${names[row] ?? ''} row ${listed(letters)}`;
  });
  const legend = colours.map((colour, index) => `${colour} for ${numberWord(index + 1)}`);
  return [
    `The stacks are lettered in the same order: ${rows.join('; ')}.`,
    `${begin} what is seen from straight above: each stack is one filled square, in a colour that says of how many cubes it is: ${listed(legend)}.`,
    `Think of somebody who ${SIDES[from].words}: what is farthest from that person is at the top of this view, and what is on that person's left is at its left.`,
    'Its squares are of one size too and lie side by side without gaps; the letters are not drawn.',
  ].join(' ');
}

const ORDER = ['first', 'second', 'third', 'fourth'];

function placeWords({ row, column }: Take['from'], names: readonly string[]): string {
  return `${ORDER[column] ?? ''} stack from the left in the ${names[row] ?? ''} row`;
}
