import { describe, expect, it } from 'vitest';
import type { PairDetails } from '../../src/report/data.ts';
import { flipWords, pairVoteWords, pairWords } from '../../src/report/page/pair-words.ts';
import { finePercent } from '../../src/report/page/words.ts';
import { pairsBySample } from '../../src/report/pair-details.ts';
import { comparedRun, OURS, PAIRS, THEIRS } from './compared-fixture.ts';

const pairsOf = (id: string): readonly PairDetails[] => pairsBySample(PAIRS)(id).pairs ?? [];
const sentence = (pair: PairDetails): string => pairWords(pair).join('X');

describe('the words for a pair', () => {
  it('say who is better, from the side of the sample', () => {
    expect([OURS[0], THEIRS[0]].map((id) => pairsOf(id).map(sentence))).toEqual([
      ['better than X, in both orders', 'open against X'],
      ['not as good as X, in both orders', 'open against X'],
    ]);
  });

  it('tell a tie by preferring a place from one by finding both equal, and from one that is half of each', () => {
    const [flip, equal] = pairsOf(OURS[1]);
    const half = {
      ...equal!,
      votes: [equal!.votes[0], { ...equal!.votes[1], better: 'this' as const }] as const,
    };
    const turned = { ...flip!, votes: [flip!.votes[1], flip!.votes[0]] as const };
    expect([flip!, turned, equal!, half].map(sentence)).toEqual([
      'a tie with X: it preferred the place, each time the drawing shown first',
      'a tie with X: it preferred the place, each time the drawing shown second',
      'as good as X, in both orders',
      'a tie with X: the two orders disagree',
    ]);
  });

  it('name the same place from both sides of a flip', () => {
    expect(sentence(pairsOf(THEIRS[1])[0]!)).toBe(sentence(pairsOf(OURS[1])[0]!));
  });

  it('say what was preferred in one order, or why nothing was', () => {
    expect([...pairsOf(OURS[0])[1]!.votes, ...pairsOf(OURS[1])[1]!.votes].map(pairVoteWords)).toEqual([
      'open: the judge’s answer was not of the form that was asked for: no JSON object: "Nice!"',
      'the other one',
      'equal',
      'equal',
    ]);
  });
});

describe('the warning about a judge', () => {
  it('counts how often it preferred the place, and is left out where it never did', () => {
    const [first, second] = comparedRun().summary.pairs ?? [];
    expect([flipWords([first!]), flipWords([first!, second!]), flipWords([second!])]).toEqual([
      'preferred the place, not the drawing: 1 of 2 pairs',
      'preferred the place, not the drawing: 1 of 4 pairs',
      null,
    ]);
  });
});

describe('finePercent', () => {
  it('is to a tenth, and calls nothing none or all that is not', () => {
    expect([0, 0.0001, 0.032, 0.91, 0.9999, 1].map(finePercent)).toEqual([
      '0 %',
      'under 0.1 %',
      '3.2 %',
      '91 %',
      'over 99.9 %',
      '100 %',
    ]);
  });
});
