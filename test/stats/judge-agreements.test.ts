import { describe, expect, it } from 'vitest';
import { judgeAgreements } from '../../src/stats/judge-agreements.ts';
import { judgedRun } from '../report/judged-fixture.ts';

describe('judgeAgreements', () => {
  it('counts the items of which both judges have a verdict that rests on votes', () => {
    const { samples } = judgedRun();
    const [first, second] = samples[0]?.judgements?.map(({ judgeId }) => judgeId) ?? [];
    expect(judgeAgreements(samples)).toEqual([{ judgeIds: [first, second], items: 2, agreed: 1 }]);
  });

  it('has nothing to say of one judge', () => {
    const samples = judgedRun().samples.map(({ judgements = [] }) => ({
      judgements: judgements.slice(0, 1),
    }));
    expect(judgeAgreements(samples)).toEqual([]);
  });
});
