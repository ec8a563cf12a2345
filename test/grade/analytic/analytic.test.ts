import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../src/grade/checks/table.ts';
import { BEFORE_CASES } from './before-cases.ts';
import { LINE_CASES } from './line-cases.ts';
import { decide } from './page.ts';
import { RELATION_CASES } from './relation-cases.ts';

const CASES = [...RELATION_CASES, ...LINE_CASES, ...BEFORE_CASES];

/**
 * Drawings whose answer is known before they are graded, on both sides of each threshold: a tenth of it away, and
 * where a tenth is finer than the masks, about two of their pixels (0.3 % of D).
 */
describe('analytic truth', () => {
  it('has drawings that meet and drawings that miss, for every check', () => {
    const names = CHECKS.map(({ name }) => name);
    const told = (met: boolean) =>
      names.filter((name) => CASES.some((one) => one.check === name && one.met === met));
    expect({ met: told(true), unmet: told(false) }).toEqual({ met: names, unmet: names });
  });

  it.each(CASES)('$check $name is met: $met', async (asked) => {
    const { met, reason } = await decide(asked);
    expect({ met, reason }).toEqual({ met: asked.met, reason });
  });
});
