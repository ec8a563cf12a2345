import { describe, expect, it } from 'vitest';
import type { VerdictOutcome } from '../../src/domain/verdict.ts';
import { cameBackWords, changesBetween } from '../../src/report/page/sample/round-changes.ts';
import { MET } from './run-fixture.ts';

const judged = (outcomes: Readonly<Record<string, VerdictOutcome>>) => ({
  verdicts: Object.entries(outcomes).map(([id, outcome]) => ({ ...MET, id, outcome })),
});

describe('the changes of a round', () => {
  it('are the criteria that are met only after it, and only before it', () => {
    const before = judged({ stays: 'met', breaks: 'met', mends: 'unmet', opens: 'ungraded' });
    const after = judged({ stays: 'met', breaks: 'unmet', mends: 'met', opens: 'met' });
    expect(changesBetween(before, after)).toEqual({ gained: ['mends', 'opens'], lost: ['breaks'] });
  });

  it('are all that is met when there was no drawing before', () => {
    expect(changesBetween(judged({}), judged({ one: 'met', two: 'unmet' }))).toEqual({
      gained: ['one'],
      lost: [],
    });
  });
});

describe('what came back', () => {
  it.each([
    ['repair', 'tex-error', null, 'TeX’s errors came back'],
    ['repair', 'drawn', false, 'TeX’s errors came back'],
    ['repair', 'no-code', null, 'what was wrong came back'],
    ['sighted', 'drawn', true, 'its picture came back'],
    ['sighted', 'drawn', false, 'its picture and TeX’s errors came back'],
    ['sighted', 'blank', null, 'what was wrong came back'],
  ] as const)('on %s after %s (clean: %s): %s', (track, outcome, clean, words) => {
    expect(cameBackWords(track, { outcome, clean })).toBe(words);
  });
});
