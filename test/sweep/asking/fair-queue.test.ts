import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairQueue } from '../../../src/sweep/asking/fair-queue.ts';

function queueOf(items: readonly string[]): FairQueue<string> {
  const queue = new FairQueue<string>();
  for (const item of items) queue.add(item[0]!, item);
  return queue;
}

function takenOf(queue: FairQueue<string>, mayHaveTurn?: (group: string) => boolean): string[] {
  const taken: string[] = [];
  for (let item = queue.take(mayHaveTurn); item !== undefined; item = queue.take(mayHaveTurn))
    taken.push(item);
  return taken;
}

describe('FairQueue', () => {
  it('gives groups their turns, and each group its own order', () => {
    const queue = queueOf(['a1', 'a2', 'a3', 'b1', 'c1', 'c2']);
    expect(takenOf(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
    expect([queue.isEmpty, queue.take()]).toEqual([true, undefined]);
  });

  it('passes over groups that may have no turn, without taking it from them', () => {
    const queue = queueOf(['a1', 'a2', 'b1', 'b2']);
    expect(takenOf(queue, (group) => group === 'b')).toEqual(['b1', 'b2']);
    expect(takenOf(queue)).toEqual(['a1', 'a2']);
  });

  it('gives back what was taken back', () => {
    const queue = queueOf(['a1']);
    const takeBack = queue.add('b', 'b1');
    takeBack();
    takeBack();
    queue.add('b', 'b2');
    takeBack();
    expect(takenOf(queue)).toEqual(['a1', 'b2']);
  });

  it('gives all at once and is empty then', () => {
    const queue = queueOf(['a1', 'a2', 'b1']);
    expect([queue.takeAll(), queue.isEmpty, queue.take()]).toEqual([['a1', 'a2', 'b1'], true, undefined]);
  });

  it('never lets a group that waits have two turns less than another', () => {
    const groups = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(groups, (added) => {
        const queue = queueOf(added.map((group, index) => `${group}${index}`));
        const left = Map.groupBy(added, (group) => group);
        const turns = new Map<string, number>();
        for (const item of takenOf(queue)) {
          const group = item[0]!;
          turns.set(group, (turns.get(group) ?? 0) + 1);
          const waiting = [...left].filter(([id, all]) => all.length > (turns.get(id) ?? 0));
          for (const [id] of waiting) expect(turns.get(group)! - (turns.get(id) ?? 0)).toBeLessThan(2);
        }
        expect([...turns.values()].reduce((sum, each) => sum + each, 0)).toBe(added.length);
      }),
    );
  });
});
