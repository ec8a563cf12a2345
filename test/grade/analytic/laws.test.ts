import { describe, expect, it } from 'vitest';
import type { ParameterValue } from '../../../src/domain/check.ts';
import { CHECKS } from '../../../src/grade/checks/table.ts';
import { BEFORE_CASES } from './before-cases.ts';
import { LINE_CASES } from './line-cases.ts';
import { type AnalyticCase, decide, type Warp } from './page.ts';
import { RELATION_CASES } from './relation-cases.ts';

const ALL = [...RELATION_CASES, ...LINE_CASES, ...BEFORE_CASES];
/** One drawing that meets each check and one that misses it: reading a drawing takes its time. */
const CASES = CHECKS.flatMap(({ name }) =>
  [true, false].flatMap((met) => ALL.find((one) => one.check === name && one.met === met) ?? []),
);

/** Drawings that the mirror or half a turn makes right or wrong, because they speak of what lies beneath. */
const UPSIDE_DOWN = new Set(['rests-on']);
/** Letters in a mirror are read by nobody; how the reader takes them plays no part. */
const READ = new Set(['text']);

const MIRROR: Readonly<Record<string, string>> = {
  'left-of': 'right-of',
  'right-of': 'left-of',
  left: 'right',
  right: 'left',
};
const HALF_TURN: Readonly<Record<string, string>> = {
  ...MIRROR,
  above: 'below',
  below: 'above',
  top: 'bottom',
  bottom: 'top',
  up: 'down',
  down: 'up',
};

/** What changes nothing. */
const KEPT: Readonly<Record<string, Warp>> = {
  'the whole is moved, something lies off the page, and something is not seen': {
    matrix: '1 0 0 1 13.7 8.3',
    scale: 1,
    extra: '1 0 0 rg 600 600 50 50 re f 1 1 1 rg 500 10 20 20 re f 0 0 1 RG 5 5 m 9 9 l n',
  },
  'the whole is a quarter as large': { matrix: '0.25 0 0 0.25 1 1', scale: 0.25 },
};

function swapped(asked: AnalyticCase, words: Readonly<Record<string, string>>): AnalyticCase {
  const swap = (value: ParameterValue) => (typeof value === 'string' ? (words[value] ?? value) : value);
  const parameters = Object.fromEntries(
    Object.entries(asked.parameters ?? {}).map(([key, value]) => [key, swap(value)]),
  );
  const angle = words.above === undefined && typeof parameters.to === 'number' ? { to: -parameters.to } : {};
  return { ...asked, check: words[asked.check] ?? asked.check, parameters: { ...parameters, ...angle } };
}

describe('laws of the checks', () => {
  it('are tried on each check, on both sides of its thresholds', () => {
    const names = CHECKS.map(({ name }) => name);
    expect(names.filter((name) => CASES.filter(({ check }) => check === name).length < 2)).toEqual([]);
  });

  describe.each(Object.entries(KEPT))('nothing changes when %s', (_, warp) => {
    it.each(CASES)('$check $name', async (asked) => {
      const { met, reason } = await decide(asked, warp);
      expect({ met, reason }).toEqual({ met: asked.met, reason });
    });
  });

  it.each(CASES.filter(({ check }) => !READ.has(check)))(
    'a mirror swaps left and right: $check $name',
    async (asked) => {
      const { met, reason } = await decide(swapped(asked, MIRROR), { matrix: '-1 0 0 1 410 5', scale: 1 });
      expect({ met, reason }).toEqual({ met: asked.met, reason });
    },
  );

  it.each(CASES.filter(({ check }) => !READ.has(check) && !UPSIDE_DOWN.has(check)))(
    'half a turn swaps all four: $check $name',
    async (asked) => {
      const { met, reason } = await decide(swapped(asked, HALF_TURN), {
        matrix: '-1 0 0 -1 410 310',
        scale: 1,
      });
      expect({ met, reason }).toEqual({ met: asked.met, reason });
    },
  );

  it.each(CASES.filter(({ check }) => UPSIDE_DOWN.has(check)))(
    'half a turn breaks it: $check $name',
    async (asked) => {
      expect((await decide(asked, { matrix: '-1 0 0 -1 410 310', scale: 1 })).met).toBe(false);
    },
  );
});
