import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JudgeAnswer } from '../../../src/domain/judgement.ts';
import type { Rubric } from '../../../src/domain/rubric.ts';
import { type JudgeAnswers, judgementOf, judgementOfNothing } from '../../../src/grade/judge/judgement.ts';
import { topicOf } from '../../../src/grade/judge/questions.ts';
import { askedItem, namedItem, rubricOf } from '../../helpers/judge-world.ts';

type Votes = readonly (JudgeAnswer | 'lost')[];

/** What a judge answered, by the ids of items; blind naming named these things, the same in each vote. */
function answers(
  rubric: Rubric,
  votes: Readonly<Record<string, Votes>>,
  things: readonly string[] = [],
): JudgeAnswers {
  const byTopic = new Map(
    rubric.items.flatMap((item) =>
      item.kind === 'asked' ? [[topicOf(item), votes[item.id] ?? []] as const] : [],
    ),
  );
  return {
    votes: Math.max(1, Object.values(votes)[0]?.length ?? 0),
    blindNaming: true,
    naming: () => ({ value: { things, sentence: 'So.' }, evidence: 'So.' }),
    item(vote, topic) {
      const answer = byTopic.get(topic)?.[vote - 1];
      if (answer === undefined) return undefined;
      if (answer === 'lost') return { value: null, trouble: 'unparsable', evidence: 'no JSON' };
      return { value: answer, evidence: `${answer}!` };
    },
  };
}

const outcomes = (rubric: Rubric, votes: Readonly<Record<string, Votes>>, things?: readonly string[]) => {
  const { verdicts, likeness, bounds } = judgementOf(rubric, answers(rubric, votes, things));
  return {
    verdicts: verdicts.map(({ id, outcome, reason }) => `${id}: ${outcome} (${reason})`),
    likeness,
    bounds,
  };
};

describe('a judgement', () => {
  it.each<[Votes, string]>([
    [['yes'], 'met (1 yes)'],
    [['no'], 'unmet (1 no)'],
    [['unsure'], 'unmet (1 unsure)'],
    [['yes', 'yes', 'no'], 'met (2 yes, 1 no)'],
    [['yes', 'no'], 'unmet (1 yes, 1 no)'],
    [['yes', 'unsure', 'no'], 'unmet (1 yes, 1 no, 1 unsure)'],
    [['yes', 'yes', 'lost'], 'ungraded (vote 3: unparsable: no JSON)'],
    [[], 'ungraded (vote 1: unasked: it was not asked yet)'],
  ])('of the votes %j is %s', (votes, expected) => {
    expect(outcomes(rubricOf(askedItem('a')), { a: votes }).verdicts).toEqual([`a: ${expected}`]);
  });

  it('weighs its items, and is open between bounds while one is', () => {
    const rubric = rubricOf(askedItem('a', { weight: 3 }), askedItem('b'), askedItem('c', { weight: 4 }));
    expect(outcomes(rubric, { a: ['yes'], b: ['no'], c: ['yes'] })).toMatchObject({
      likeness: 7 / 8,
      bounds: { low: 7 / 8, high: 7 / 8 },
    });
    expect(outcomes(rubric, { a: ['yes'], b: ['no'], c: ['lost'] })).toMatchObject({
      likeness: null,
      bounds: { low: 3 / 8, high: 7 / 8 },
    });
  });

  it('gives nothing for what needs something that is unmet, however it was answered', () => {
    const rubric = rubricOf(
      askedItem('c', { needs: ['b'] }),
      askedItem('b', { needs: ['named'] }),
      namedItem('named', ['otter']),
    );
    expect(outcomes(rubric, { b: ['yes'], c: ['yes'] }, ['beaver']).verdicts).toEqual([
      'c: unmet (needs b, which is unmet)',
      'b: unmet (needs named, which is unmet)',
      'named: unmet (1 no)',
    ]);
    expect(outcomes(rubric, { b: ['lost'], c: ['yes'] }, ['otter']).verdicts).toEqual([
      'c: ungraded (needs b, which is ungraded)',
      'b: ungraded (vote 1: unparsable: no JSON)',
      'named: met (1 yes)',
    ]);
  });

  it('can’t become better by an item that was answered with no, whatever it waits for', () => {
    const rubric = rubricOf(
      askedItem('a'),
      askedItem('b', { needs: ['a'] }),
      askedItem('c', { needs: ['a'] }),
    );
    expect(outcomes(rubric, { a: ['lost'], b: ['no'], c: ['yes'] })).toMatchObject({
      likeness: null,
      bounds: { low: 0, high: 2 / 3 },
    });
  });

  it('leaves out what only blind naming can answer where there is none', () => {
    const rubric = rubricOf(namedItem('named', ['otter']), askedItem('a', { needs: ['named'] }));
    const given = { ...answers(rubric, { a: ['yes'] }), blindNaming: false };
    expect(judgementOf(rubric, given)).toMatchObject({
      likeness: 1,
      verdicts: [{ id: 'a', outcome: 'met' }],
    });
  });

  it('of nothing is 0, and nobody was asked', () => {
    const rubric = rubricOf(namedItem('named', ['otter']), askedItem('a'));
    expect(judgementOfNothing(rubric, 'nothing was drawn: blank', { blindNaming: true })).toMatchObject({
      likeness: 0,
      bounds: { low: 0, high: 0 },
      verdicts: [
        { id: 'named', outcome: 'unmet', reason: 'nothing was drawn: blank', votes: [] },
        { id: 'a', outcome: 'unmet', votes: [] },
      ],
    });
  });

  it('is never worse for another yes, and never known better than its bounds', () => {
    const vote = fc.constantFrom<JudgeAnswer | 'lost'>('yes', 'no', 'unsure', 'lost');
    const items = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.array(vote, { minLength: 3, maxLength: 3 })),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(items, fc.nat(), (given, chosen) => {
        const rubric = rubricOf(
          ...given.map(([weight], at) =>
            askedItem(`i${at}`, { weight, needs: at > 0 && at % 2 === 0 ? [`i${at - 1}`] : [] }),
          ),
        );
        const votes = Object.fromEntries(given.map(([, ofItem], at) => [`i${at}`, ofItem]));
        const before = judgementOf(rubric, answers(rubric, votes));
        expect(before.bounds.low).toBeLessThanOrEqual(before.bounds.high);
        if (before.likeness !== null) expect(before.likeness).toBe(before.bounds.low);
        const better = { ...votes, [`i${chosen % given.length}`]: ['yes', 'yes', 'yes'] as const };
        const after = judgementOf(rubric, answers(rubric, better));
        expect(after.bounds.low).toBeGreaterThanOrEqual(before.bounds.low);
      }),
    );
  });
});
