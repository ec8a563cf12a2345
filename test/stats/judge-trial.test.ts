import { expect, it } from 'vitest';
import type { JudgeAnswer } from '../../src/domain/judgement.ts';
import { judgeTrial, type TrialVerdict } from '../../src/stats/judge-trial.ts';
import { wilsonInterval } from '../../src/stats/wilson.ts';

function verdict(id: string, isRight: boolean, ...answers: readonly (JudgeAnswer | null)[]): TrialVerdict {
  const votes = answers.map((answer, index) => ({
    vote: index + 1,
    answer,
    trouble: answer === null ? ('unparsable' as const) : null,
    evidence: '',
  }));
  return { id, isRight, verdict: { votes } };
}

it('counts by item how often a judge says what is known, unsure and open answers apart', () => {
  const rows = judgeTrial([
    verdict('furry', true, 'yes'),
    verdict('furry', true, 'no'),
    verdict('furry', true, 'unsure'),
    verdict('furry', true, null),
    verdict('furry', false, 'no'),
    verdict('furry', false, 'yes', 'yes', 'no'),
    verdict('tidy', true, 'yes'),
  ]);
  expect(rows).toEqual([
    {
      id: 'furry',
      shouldBeMet: { right: 1, of: 3, interval: wilsonInterval(1, 3) },
      shouldNotBeMet: { right: 1, of: 2, interval: wilsonInterval(1, 2) },
      unsure: 1,
      ungraded: 1,
    },
    {
      id: 'tidy',
      shouldBeMet: { right: 1, of: 1, interval: wilsonInterval(1, 1) },
      shouldNotBeMet: { right: 0, of: 0, interval: null },
      unsure: 0,
      ungraded: 0,
    },
    {
      id: 'all',
      shouldBeMet: { right: 2, of: 4, interval: null },
      shouldNotBeMet: { right: 1, of: 2, interval: null },
      unsure: 1,
      ungraded: 1,
    },
  ]);
});
