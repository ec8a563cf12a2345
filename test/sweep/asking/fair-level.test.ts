import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairLevel } from '../../../src/sweep/asking/fair-level.ts';

describe('fairLevel', () => {
  it('is without bound where all needs fit', () => {
    expect([fairLevel([1, 2, 3], 6), fairLevel([], 0)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it('gives each the same where each needs more', () => {
    expect(fairLevel([50, 70, 90], 30)).toBe(10);
  });

  it('gives the rest of a small need to the others', () => {
    expect(fairLevel([2, 50, 70], 30)).toBe(14);
  });

  it('spends exactly the cap where the needs exceed it', () => {
    const needs = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(needs, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const sum = all.reduce((total, need) => total + need, 0);
        const cap = sum * share * 0.999;
        fc.pre(cap > 1e-6);
        const level = fairLevel(all, cap);
        const used = all.reduce((total, need) => total + Math.min(need, level), 0);
        expect(Math.abs(used - cap)).toBeLessThan(1e-6 * (1 + cap));
      }),
    );
  });
});
