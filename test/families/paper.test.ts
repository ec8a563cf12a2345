import { describe, expect, it } from 'vitest';
import { chooseFolds, foldAll } from '../../src/families/paper/folds.ts';
import { paper } from '../../src/families/paper.ts';
import { seededRandom } from '../../src/util/random.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('paper', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(paper);
  });

  it('tells a task in plain sentences', () => {
    expect(taskOf(paper, 1, 2).prompt).toMatchInlineSnapshot(
      `"A square sheet of paper lies on a table. It is divided into sixteen small squares, four rows of four, lettered in reading order: the top row is A B C D, below it are E F G H, then K L M N, and the bottom row is P R S T. First fold the top half of the sheet over onto the bottom half. Then fold the right half of what lies there over onto the left half. What is folded over lies on top. A later fold takes along all the layers that lie there. Now a hole is punched through all layers in the middle of the square P, which still lies in its place at the very bottom. Unfold the sheet again. Draw the unfolded sheet seen from above: the sixteen letters in black, each in the middle of its square and about a third as high, and around each letter whose square has a hole one purple circle that fits into the square, so that the letter stays readable and no two circles touch. You may draw the borders of the squares in grey. Draw no other letters, words or circles."`,
    );
  });

  it('finds holes on both sides of each crease', () => {
    const half = {
      by: 'half',
      words: '',
      map: ({ x, y }: { x: number; y: number }) => ({ x: x < 2 ? 3 - x : x, y }),
    } as const;
    const row = {
      by: 'edge',
      words: '',
      map: ({ x, y }: { x: number; y: number }) => ({ x, y: y === 3 ? 2 : y }),
    } as const;
    expect(foldAll([half]).under(['C'])).toEqual(['B', 'C']);
    expect(foldAll([half, row]).under(['H'])).toEqual(['A', 'D', 'E', 'H']);
    expect(foldAll([half, row]).isUnmoved('D')).toBe(false);
  });

  it('never folds more than is left', () => {
    const folds = chooseFolds(seededRandom(3), { count: 4, level: 2 });
    expect(folds?.map(({ by }) => by)).toEqual(['half', 'half', 'half', 'half']);
    expect(chooseFolds(seededRandom(3), { count: 5, level: 2 })).toBe(null);
  });
});
