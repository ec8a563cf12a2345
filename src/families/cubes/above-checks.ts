import type { WrittenCheck } from '../../domain/family.ts';
import type { SubjectSpec } from '../../domain/subject.ts';
import type { Square } from './above.ts';

/** Each stack's square, which the model is asked to label. */
export function aboveSubjects(squares: readonly Square[]): Record<string, SubjectSpec> {
  return Object.fromEntries(squares.map(({ letter }) => [nameOf(letter), { label: letter }]));
}

/** The subject of a stack. */
export function nameOf(letter: string): string {
  return `stack-${letter.toLowerCase()}`;
}

/** Each square has the colour of its height and lies beside its neighbours, in level rows and upright columns. */
export function aboveChecks(squares: readonly Square[]): WrittenCheck[] {
  return [
    ...squares.map(({ letter, colour }): WrittenCheck => {
      const of = nameOf(letter);
      return { id: `${of}-height`, skill: 'counting', check: 'colour', of, is: colour, weight: 2 };
    }),
    ...neighbours(squares, { x: 1, y: 0 }).flatMap((pair) => pairChecks(pair, 'left-of')),
    ...neighbours(squares, { x: 0, y: -1 }).flatMap((pair) => pairChecks(pair, 'above')),
    ...lines(squares, 'y').map((of, index) => inLine(`row-${index + 1}`, of, 'middle')),
    ...lines(squares, 'x').map((of, index) => inLine(`column-${index + 1}`, of, 'centre')),
  ];
}

function neighbours(squares: readonly Square[], by: Square['at']): (readonly [Square, Square])[] {
  return squares.flatMap((one) =>
    squares
      .filter(({ at }) => at.x === one.at.x + by.x && at.y === one.at.y + by.y)
      .map((other) => [one, other] as const),
  );
}

function pairChecks(pair: readonly [Square, Square], check: 'left-of' | 'above'): WrittenCheck[] {
  const of = pair.map(({ letter }) => nameOf(letter));
  const [one, other] = pair.map(({ letter }) => letter.toLowerCase());
  return [
    { id: `${one}-${check}-${other}`, skill: 'order', check, of },
    { id: `${one}-touches-${other}`, skill: 'contact', check: 'touching', of, weight: 0.5 },
  ];
}

/** The names of the squares of each row or column, from the top or from the left. */
function lines(squares: readonly Square[], axis: 'x' | 'y'): string[][] {
  const places = [...new Set(squares.map(({ at }) => at[axis]))].sort((a, b) =>
    axis === 'x' ? a - b : b - a,
  );
  return places.map((place) =>
    squares.filter(({ at }) => at[axis] === place).map(({ letter }) => nameOf(letter)),
  );
}

function inLine(name: string, of: readonly string[], on: 'middle' | 'centre'): WrittenCheck {
  return { id: `${name}-straight`, skill: 'alignment', check: 'aligned', of, on, within: 0.03, weight: 0.5 };
}
