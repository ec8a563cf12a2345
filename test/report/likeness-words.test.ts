import { describe, expect, it } from 'vitest';
import { JUDGE_TROUBLES } from '../../src/domain/judgement.ts';
import {
  blindWords,
  disputeWords,
  isShared,
  likenessRange,
  likenessWords,
  questionWords,
  reasonWords,
  sharedTroubles,
  troubleWords,
} from '../../src/report/page/likeness-words.ts';
import { UNREADABLE } from './compared-fixture.ts';
import { CRITICAL, judgedRun, PLEASED } from './judged-fixture.ts';

const scored = (likeness: number) => ({ judge: 0, likeness, bounds: { low: likeness, high: likeness } });
const open = (low: number, high: number) => ({ judge: 1, likeness: null, bounds: { low, high } });

describe('the words for likeness', () => {
  it('are a number, or what it can still become', () => {
    expect([likenessWords(PLEASED), likenessWords(CRITICAL)]).toEqual([
      '1.00',
      'open: between 0.50 and 0.75',
    ]);
  });

  it('on a card are a range where there are several judges, never a mean', () => {
    expect(
      [
        [scored(0.75)],
        [scored(0.9), scored(0.5)],
        [scored(0.5), scored(0.5)],
        [open(0.4, 0.9)],
        [scored(0.75), open(0.4, 0.9)],
        [open(0.4, 0.9), open(0.2, 0.5)],
      ].map(likenessRange),
    ).toEqual(['0.75', '0.50–0.90', '0.50', '0.40–0.90 open', '0.75, 1 open', '0.20–0.90 open']);
  });

  it('say on how many items judges disagree, and nothing where they agree', () => {
    expect([disputeWords(1), disputeWords(2), disputeWords(undefined)]).toEqual([
      'judges disagree on 1 item',
      'judges disagree on 2 items',
      '',
    ]);
  });
});

describe('the words for a verdict', () => {
  it('count votes where there are several, and are left out where the sentence says it all', () => {
    expect([...PLEASED.verdicts, ...CRITICAL.verdicts].map(reasonWords)).toEqual([
      null,
      null,
      null,
      '2 yes, 1 no',
      '2 no, 1 unsure',
      null,
    ]);
  });

  it('say what an item needs, and that nobody was asked', () => {
    const [, furry, tidy] = CRITICAL.verdicts;
    const reason = 'needs named, which is unmet';
    expect([
      reasonWords({ ...furry!, reason }),
      reasonWords({ ...tidy!, outcome: 'unmet', reason }),
      reasonWords({ ...furry!, reason: 'nothing was drawn: refused', votes: [] }),
    ]).toEqual([reason, reason, 'Nobody was asked: nothing was drawn: refused']);
  });

  it('say each trouble of a judge in plain words', () => {
    expect(JUDGE_TROUBLES.map((trouble) => troubleWords(trouble, 'why'))).toEqual([
      'the judge’s answer was not of the form that was asked for: why',
      'the judge’s answer is incomplete: why',
      'the judge contradicted itself: why',
      'the judge refused: why',
      'the judge said nothing: why',
      'the judge’s answer was cut off: why',
      'no answer came: why',
      'it was not asked yet',
    ]);
  });

  it('say the trouble of a whole reply once, and that of one item with the item', () => {
    const shared = sharedTroubles(UNREADABLE.verdicts);
    const trouble = { vote: 1, trouble: 'unparsable', evidence: 'no JSON object: "Nice!"', items: 3 };
    expect([shared, sharedTroubles(CRITICAL.verdicts), sharedTroubles(PLEASED.verdicts)]).toEqual([
      [trouble],
      [],
      [],
    ]);
    const votes = [UNREADABLE, CRITICAL].map(({ verdicts }) => verdicts.flatMap((one) => one.votes));
    expect(votes.map((all) => all.map((vote) => isShared(vote, shared)))).toEqual([
      [true, true, true],
      votes[1]?.map(() => false),
    ]);
  });

  it('say what was asked, as far as the run knows', () => {
    const [task, other] = judgedRun().run.tasks;
    expect([
      questionWords(task!, 'named'),
      questionWords(task!, 'furry'),
      questionWords(other!, 'furry'),
    ]).toEqual(['Did it name one of these unasked: otter, sea otter?', 'Does it look furry?', null]);
  });
});

describe('the words for blind names', () => {
  it('are the names as they were given, or why there are none', () => {
    const trouble = {
      vote: 1,
      things: null,
      sentence: 'no JSON object: "?"',
      trouble: 'unparsable' as const,
    };
    expect([PLEASED.blindNames[0]!, CRITICAL.blindNames[2]!, trouble].map(blindWords)).toEqual([
      'it said: otter, laptop',
      'it named nothing',
      'it gave no answer: the judge’s answer was not of the form that was asked for: no JSON object: "?"',
    ]);
  });
});
