import type { WrittenCheck } from '../../domain/family.ts';

/** One way from a thing to the next one, and how it is told. */
export interface Hop {
  readonly dx: -1 | 0 | 1;
  readonly dy: -1 | 0 | 1;
  /** A sentence: `The red circle is to the left of the blue square, at the same height.` */
  tell(one: string, other: string): string;
}

/** The checks of direction by the sign of a difference. */
export const ACROSS = { '-1': 'left-of', '1': 'right-of' } as const;
export const UP = { '-1': 'below', '1': 'above' } as const;

export const STRAIGHT_HOPS: readonly Hop[] = [
  { dx: -1, dy: 0, tell: (one, other) => `${one} is to the left of ${other}, at the same height.` },
  { dx: 1, dy: 0, tell: (one, other) => `${one} is to the right of ${other}, at the same height.` },
  { dx: 0, dy: 1, tell: (one, other) => `${one} is straight above ${other}.` },
  { dx: 0, dy: -1, tell: (one, other) => `${one} is straight below ${other}.` },
];

export const DIAGONAL_HOPS: readonly Hop[] = ([-1, 1] as const).flatMap((dx) =>
  ([-1, 1] as const).map((dy) => ({
    dx,
    dy,
    tell: (one: string, other: string) =>
      `${one} is further ${dx < 0 ? 'left' : 'right'} and ${dy < 0 ? 'lower' : 'higher'} than ${other}.`,
  })),
);

/** The hop the other way: what is told of `other` by `one`. */
export function back(hop: Hop): Hop {
  const found = [...STRAIGHT_HOPS, ...DIAGONAL_HOPS].find(
    ({ dx, dy }) => dx + hop.dx === 0 && dy + hop.dy === 0,
  );
  return found ?? hop;
}

/** What a hop asks of two subjects: the way it goes, and that it goes straight. */
export function checksOfHop({ dx, dy }: Hop, one: string, other: string): WrittenCheck[] {
  const of = [one, other];
  const ways = [...(dx === 0 ? [] : [ACROSS[dx]]), ...(dy === 0 ? [] : [UP[dy]])];
  const directions = ways.map((check) => ({ id: `${one}-${check}-${other}`, skill: 'order', check, of }));
  if (dx !== 0 && dy !== 0) return directions;
  // Triangles and pentagons that are drawn around one centre have the middles of their boxes elsewhere.
  const on = dx === 0 ? 'centre' : 'middle';
  const line = {
    id: `${one}-in-line-with-${other}`,
    skill: 'alignment',
    check: 'aligned',
    of,
    on,
    within: 0.06,
  };
  return [...directions, line];
}
