import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { ColourWord } from '../util/colour.ts';
import type { Random } from '../util/random.ts';
import { faultsOf, thingsOf } from './paper/faults.ts';
import { chooseFolds, type Fold, foldAll, LETTERS, SIDE } from './paper/folds.ts';
import { untilFound } from './parts/attempt.ts';
import { FIGURE_STYLES } from './parts/draw/draw.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { choose, chooseSome } from './parts/pick.ts';
import { fewest } from './parts/select-faults.ts';
import { listed, numberWord } from './parts/text.ts';

/** How many times the sheet is folded and punched at each level. */
const SIZES: Readonly<Record<Level, { readonly folds: number; readonly punches: number }>> = {
  1: { folds: 1, punches: 1 },
  2: { folds: 2, punches: 1 },
  3: { folds: 2, punches: 2 },
  4: { folds: 3, punches: 2 },
  5: { folds: 4, punches: 1 },
};
/** More holes leave too few squares whole to tell a right answer from holes everywhere. */
const MOST_HOLES = 11;
const RING_COLOURS = ['red', 'blue', 'green', 'purple', 'orange'] as const satisfies readonly ColourWord[];

/** A sheet is folded and punched; its letters say where the holes are when it is flat again. */
export const paper: Family = {
  name: 'paper',
  summary: 'A sheet of sixteen lettered squares is folded, punched and unfolded; its holes are to be drawn.',
  levels: [
    'one fold in half and one punch',
    'two folds',
    'two folds, of half of the sheet or of an edge, and two punches',
    'three folds',
    'four folds, the first along a diagonal, and one punch',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const { folds: foldCount, punches: punchCount } = SIZES[level];
  const folds = chooseFolds(random, { count: foldCount, level });
  if (folds === null) return null;
  const layers = foldAll(folds);
  const free = LETTERS.filter((letter) => layers.isUnmoved(letter) && !layers.isCreased(letter));
  if (free.length < punchCount) return null;
  const punched = chooseSome(random, free, punchCount).sort();
  const holes = layers.under(punched);
  if (holes.length <= punchCount || holes.length > MOST_HOLES || holes.length === LETTERS.length / 2)
    return null;
  const colour = choose(random, RING_COLOURS);
  const asked = { subjects: subjectsOf(colour), checks: checksOf(holes) };
  const drawings = knownDrawings({
    asked,
    select: fewest,
    styles: FIGURE_STYLES,
    things: thingsOf(holes, colour),
    faults: faultsOf({ folds, punched, holes, colour }),
  });
  if (drawings === null) return null;
  return {
    title: `Paper, folded ${times(foldCount)}, punched and unfolded`,
    prompt: promptOf({ folds, punched, colour }),
    tags: ['generated', 'paper'],
    level,
    ...asked,
    drawings,
  };
}

function subjectsOf(colour: ColourWord): Record<string, SubjectSpec> {
  const letters = LETTERS.map((text) => [nameOf(text), { text, weight: 0 }] as const);
  return { holes: { shape: 'circle', colour, pick: 'all' }, ...Object.fromEntries(letters) };
}

function nameOf(letter: string): string {
  return `letter-${letter.toLowerCase()}`;
}

function checksOf(holes: readonly string[]): WrittenCheck[] {
  return [
    { id: 'as-many-holes', skill: 'counting', check: 'count', of: 'holes', is: holes.length, weight: 2 },
    ...LETTERS.map((letter) => squareCheck(letter, holes.includes(letter))),
    ...[0, 1, 2, 3].flatMap(rowChecks),
    ...orderChecks(),
  ];
}

function squareCheck(letter: string, isHole: boolean): WrittenCheck {
  const of = nameOf(letter);
  const small = letter.toLowerCase();
  return isHole
    ? { id: `hole-at-${small}`, skill: 'symmetry', check: 'inside', of: [of, 'holes'], weight: 1 }
    : { id: `no-hole-at-${small}`, skill: 'symmetry', check: 'apart', of: ['holes', of], weight: 0.5 };
}

function rowChecks(index: number): WrittenCheck[] {
  const row = LETTERS.filter((_, at) => Math.floor(at / SIDE) === index).map(nameOf);
  const column = LETTERS.filter((_, at) => at % SIDE === index).map(nameOf);
  const common = { skill: 'alignment', check: 'aligned', within: 0.03, weight: 0.25 };
  return [
    { id: `row-${index + 1}`, ...common, of: row, on: 'middle' },
    { id: `column-${index + 1}`, ...common, of: column, on: 'centre' },
  ];
}

/** The letters of the first row and of the first column follow each other. */
function orderChecks(): WrittenCheck[] {
  return [0, 1, 2].flatMap((index) => {
    const [left, right] = [LETTERS[index] ?? '', LETTERS[index + 1] ?? ''];
    const [upper, lower] = [LETTERS[SIDE * index] ?? '', LETTERS[SIDE * (index + 1)] ?? ''];
    const common = { skill: 'order', dominant: true, weight: 0.25 };
    return [
      {
        id: `${left}-before-${right}`.toLowerCase(),
        ...common,
        check: 'left-of',
        of: [left, right].map(nameOf),
      },
      {
        id: `${upper}-over-${lower}`.toLowerCase(),
        ...common,
        check: 'above',
        of: [upper, lower].map(nameOf),
      },
    ];
  });
}

function promptOf({
  folds,
  punched,
  colour,
}: {
  readonly folds: readonly Fold[];
  readonly punched: readonly string[];
  readonly colour: ColourWord;
}): string {
  const many = punched.length > 1;
  const squares = `${many ? 'squares' : 'square'} ${listed(punched)}`;
  const layers = folds.length > 1 ? ' A later fold takes along all the layers that lie there.' : '';
  return [
    'A square sheet of paper lies on a table. It is divided into sixteen small squares, four rows of four, lettered in',
    'reading order: the top row is A B C D, below it are E F G H, then K L M N, and the bottom row is P R S T.',
    ...folds.map(tellFold),
    `What is folded over lies on top.${layers} Now a hole is punched through all layers in the middle of ${many ? 'each of the' : 'the'} ${squares},`,
    `which still ${many ? 'lie' : 'lies'} in ${many ? 'their places' : 'its place'} at the very bottom. Unfold the sheet again.`,
    'Draw the unfolded sheet seen from above: the sixteen letters in black, each in the middle of its square and about a third as high, and around',
    `each letter whose square has a hole one ${colour} circle that fits into the square, so that the letter stays readable`,
    'and no two circles touch. You may draw the borders of the squares in grey. Draw no other letters, words or circles.',
  ].join(' ');
}

/** Before the first fold the sheet itself is what lies there. */
function tellFold({ words }: Fold, index: number): string {
  return index === 0 ? `First ${words.replace('what lies there', 'the sheet')}.` : `Then ${words}.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${numberWord(count)} times`;
}
