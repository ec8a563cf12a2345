import type { Level } from '../../domain/family.ts';
import type { Point } from '../../domain/geometry.ts';
import type { Random } from '../../util/random.ts';
import { choose } from '../parts/pick.ts';

/** Squares along each side of the sheet. */
export const SIDE = 4;
/** The squares in reading order. No thin letters, and none that looks like another one or like a circle. */
export const LETTERS: readonly string[] = [...'ABCDEFGHKLMNPRST'];

/** What is folded over: one row or column at an edge, half of what is left, or a corner. */
const NARROW = 'edge';
type Kind = typeof NARROW | 'half' | 'corner';

/** One fold: where each square that is moved comes to lie. */
export interface Fold {
  readonly by: Kind;
  /** `First fold …`. */
  readonly words: string;
  map(at: Point): Point;
}

/** Where a square of the flat sheet lies: column from the left and row from the bottom, from 0. */
export function placeOf(letter: string): Point {
  const index = LETTERS.indexOf(letter);
  return { x: index % SIDE, y: SIDE - 1 - Math.floor(index / SIDE) };
}

/** The sheet after folds: which squares have moved, and which lie over each other. */
export function foldAll(folds: readonly Fold[]) {
  const end = (letter: string) => folds.reduce((at, fold) => fold.map(at), placeOf(letter));
  const isUnmoved = (letter: string) => isSame(end(letter), placeOf(letter));
  const under = (punched: readonly string[]) =>
    LETTERS.filter((letter) => punched.some((other) => isSame(end(letter), end(other))));
  const creased = LETTERS.filter(
    (letter) => folds.some(({ by }) => by === 'corner') && isOnDiagonal(folds, letter),
  );
  const isCreased = (letter: string) => under([letter]).some((other) => creased.includes(other));
  return { isUnmoved, under, isCreased };
}

function isSame(one: Point, other: Point): boolean {
  return one.x === other.x && one.y === other.y;
}

/** A corner is only folded first, so that its crease runs through the four squares that it leaves where they are. */
function isOnDiagonal([first]: readonly Fold[], letter: string): boolean {
  const { x, y } = placeOf(letter);
  const isRising =
    first?.words.includes('upper left') === true || first?.words.includes('lower right') === true;
  return isRising ? x === y : x + y === SIDE - 1;
}

/** Folds, one after the other, each of which has something to fold; null where they run out. */
export function chooseFolds(
  random: Random,
  { count, level }: { readonly count: number; readonly level: Level },
): readonly Fold[] | null {
  const folds: Fold[] = level === 5 ? [choose(random, CORNERS)] : [];
  while (folds.length < count) {
    const left = boxAfter(folds);
    const known = level < 3 ? halves(left) : [...halves(left), ...edges(left)];
    if (known.length === 0) return null;
    folds.push(choose(random, known));
  }
  return folds;
}

interface Range {
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
}

function boxAfter(folds: readonly Fold[]): Range {
  const places = LETTERS.map((letter) => folds.reduce((at, fold) => fold.map(at), placeOf(letter)));
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  return { xMin: Math.min(...xs), xMax: Math.max(...xs), yMin: Math.min(...ys), yMax: Math.max(...ys) };
}

function halves({ xMin, xMax, yMin, yMax }: Range): readonly Fold[] {
  const across = (xMax - xMin) % 2 === 1 ? [right(xMin, xMax, 'half'), left(xMin, xMax, 'half')] : [];
  const up = (yMax - yMin) % 2 === 1 ? [top(yMin, yMax, 'half'), bottom(yMin, yMax, 'half')] : [];
  return [...across, ...up];
}

/** An edge is one square broad; where only two are left it would be a half. */
function edges({ xMin, xMax, yMin, yMax }: Range): readonly Fold[] {
  const across = xMax - xMin >= 2 ? [right(xMax - 1, xMax, NARROW), left(xMin, xMin + 1, NARROW)] : [];
  const up = yMax - yMin >= 2 ? [top(yMax - 1, yMax, NARROW), bottom(yMin, yMin + 1, NARROW)] : [];
  return [...across, ...up];
}

function left(min: number, max: number, by: Kind): Fold {
  const words = by === 'half' ? tellHalf('left', 'right') : tellEdge('leftmost column', 'right');
  return { by, words, map: ({ x, y }) => ({ x: x < (min + max) / 2 ? min + max - x : x, y }) };
}

function right(min: number, max: number, by: Kind): Fold {
  const words = by === 'half' ? tellHalf('right', 'left') : tellEdge('rightmost column', 'left');
  return { by, words, map: ({ x, y }) => ({ x: x > (min + max) / 2 ? min + max - x : x, y }) };
}

function top(min: number, max: number, by: Kind): Fold {
  const words = by === 'half' ? tellHalf('top', 'bottom') : tellEdge('top row', 'bottom');
  return { by, words, map: ({ x, y }) => ({ x, y: y > (min + max) / 2 ? min + max - y : y }) };
}

function bottom(min: number, max: number, by: Kind): Fold {
  const words = by === 'half' ? tellHalf('bottom', 'top') : tellEdge('bottom row', 'top');
  return { by, words, map: ({ x, y }) => ({ x, y: y < (min + max) / 2 ? min + max - y : y }) };
}

function tellHalf(from: string, to: string): string {
  return `fold the ${from} half of what lies there over onto the ${to} half`;
}

function tellEdge(edge: string, to: string): string {
  return `fold the ${edge} of squares of what lies there over towards the ${to}, so that it lies on the squares next to it`;
}

const SLANTS = 'along the diagonal between the other two corners';

const CORNERS: readonly Fold[] = [
  {
    by: 'corner',
    words: `fold the upper left corner of the sheet over onto the lower right corner, ${SLANTS}`,
    map: ({ x, y }) => (y > x ? { x: y, y: x } : { x, y }),
  },
  {
    by: 'corner',
    words: `fold the upper right corner of the sheet over onto the lower left corner, ${SLANTS}`,
    map: ({ x, y }) => (x + y > SIDE - 1 ? { x: SIDE - 1 - y, y: SIDE - 1 - x } : { x, y }),
  },
  {
    by: 'corner',
    words: `fold the lower left corner of the sheet over onto the upper right corner, ${SLANTS}`,
    map: ({ x, y }) => (x + y < SIDE - 1 ? { x: SIDE - 1 - y, y: SIDE - 1 - x } : { x, y }),
  },
];
