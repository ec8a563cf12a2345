import { describe, expect, it } from 'vitest';
import { Window } from '../../../src/sweep/asking/window.ts';

function grown(window: Window, answers: number): Window {
  for (let answer = 0; answer < answers; answer += 1) window.grow();
  return window;
}

describe('Window', () => {
  it('begins at two and grows by one with each answer, to its bound', () => {
    const window = new Window(6);
    const sizes = Array.from({ length: 7 }, () => {
      const { size } = window;
      window.grow();
      return size;
    });
    expect(sizes).toEqual([2, 3, 4, 5, 6, 6, 6]);
  });

  it('is never larger than its bound', () => {
    expect(grown(new Window(1), 5).size).toBe(1);
  });

  it('halves at a rate limit, once for all that were under way together', () => {
    const window = grown(new Window(100), 14);
    const { epoch } = window;
    const counted = [window.shrink(epoch), window.shrink(epoch), window.shrink(epoch)];
    expect({ counted, size: window.size }).toEqual({ counted: [true, false, false], size: 8 });
    expect([window.shrink(window.epoch), window.size]).toEqual([true, 4]);
  });

  it('grows by one a windowful after the first rate limit', () => {
    const window = grown(new Window(100), 8);
    window.shrink(window.epoch);
    expect(window.size).toBe(5);
    // 1/5 + 1/5.2 + … is 1 with the sixth answer.
    expect([grown(window, 5).size, grown(window, 1).size]).toEqual([5, 6]);
  });

  it('never falls below one', () => {
    const window = new Window(4);
    for (let times = 0; times < 5; times += 1) window.shrink(window.epoch);
    expect(window.size).toBe(1);
  });
});
