/** A place for a word at a shape. */
export interface Post {
  readonly dx: -1 | 0 | 1;
  readonly dy: -1 | 0 | 1;
  readonly isInside: boolean;
  /** The checks of direction that the place asks. */
  readonly checks: readonly ('left-of' | 'right-of' | 'above' | 'below')[];
  /** `below the red circle, outside of it` */
  tell(shape: string): string;
}

const INSIDE: Post = { dx: 0, dy: 0, isInside: true, checks: [], tell: (shape) => `inside ${shape}` };

/** The places around a shape, and the one in it. */
export const SIDES: readonly Post[] = [
  INSIDE,
  { dx: 0, dy: 1, isInside: false, checks: ['above'], tell: (shape) => `above ${shape}, outside of it` },
  { dx: 0, dy: -1, isInside: false, checks: ['below'], tell: (shape) => `below ${shape}, outside of it` },
  {
    dx: -1,
    dy: 0,
    isInside: false,
    checks: ['left-of'],
    tell: (shape) => `at the left of ${shape}, outside of it`,
  },
  {
    dx: 1,
    dy: 0,
    isInside: false,
    checks: ['right-of'],
    tell: (shape) => `at the right of ${shape}, outside of it`,
  },
];

/** The four corners of a board, and its middle. */
export const CORNERS: readonly Post[] = [
  ...([1, -1] as const).flatMap((dy) =>
    ([-1, 1] as const).map(
      (dx): Post => ({
        dx,
        dy,
        isInside: true,
        checks: [dx < 0 ? 'left-of' : 'right-of', dy < 0 ? 'below' : 'above'],
        tell: (shape) =>
          `in the ${dy < 0 ? 'lower' : 'upper'} ${dx < 0 ? 'left' : 'right'} corner of ${shape}, inside of it`,
      }),
    ),
  ),
  { ...INSIDE, tell: (shape) => `in the middle of ${shape}` },
];

/** Words that none of the others holds, of four to six letters without capitals. */
export const WORDS = [
  'river',
  'lemon',
  'cloud',
  'amber',
  'tiger',
  'piano',
  'grass',
  'stone',
  'honey',
  'candle',
  'winter',
  'bridge',
  'island',
  'pepper',
  'violin',
  'meadow',
  'saddle',
  'lamp',
  'milk',
  'sand',
  'bread',
  'tulip',
  'maple',
  'comet',
] as const;
