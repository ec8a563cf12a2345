import type { Judgement } from '../../src/domain/judgement.ts';
import type { PairVerdict, PairVote } from '../../src/domain/pair.ts';
import { summarise } from '../../src/stats/summarise.ts';
import { summarisePairs } from '../../src/stats/summarise-pairs.ts';
import { CRITICAL, FIRST_JUDGE, judgedRun, PLEASED, SECOND_JUDGE } from './judged-fixture.ts';
import { HOSTILE, MET, type RunFixture, sampleOf } from './run-fixture.ts';

/** `openai/drawer` and `recorded/other`, two samples each. */
export const OURS = ['otters/plane|openai/drawer|blind|1', 'otters/plane|openai/drawer|blind|2'] as const;
export const THEIRS = ['otters/plane|recorded/other|blind|1', 'otters/plane|recorded/other|blind|2'] as const;

const says = (better: PairVote['better'], evidence: string): PairVote => ({
  better,
  trouble: null,
  evidence,
});
const FAILED: PairVote = { better: null, trouble: 'unparsable', evidence: 'no JSON object: "Nice!"' };

/** The first judge has a winner and an order flip; the second owes an answer and finds two equal. */
export const PAIRS: readonly PairVerdict[] = [
  {
    judgeId: FIRST_JUDGE,
    firstId: OURS[0],
    secondId: THEIRS[0],
    outcome: 'first',
    isFlip: false,
    votes: [says('first', `It has whiskers ${HOSTILE}`), says('first', 'The second has a tail.')],
  },
  {
    judgeId: FIRST_JUDGE,
    firstId: OURS[1],
    secondId: THEIRS[1],
    outcome: 'tie',
    isFlip: true,
    votes: [says('first', 'The first is neat.'), says('second', 'The first is neat.')],
  },
  {
    judgeId: SECOND_JUDGE,
    firstId: OURS[0],
    secondId: THEIRS[0],
    outcome: 'ungraded',
    isFlip: false,
    votes: [FAILED, says('second', 'It is furry.')],
  },
  {
    judgeId: SECOND_JUDGE,
    firstId: OURS[1],
    secondId: THEIRS[1],
    outcome: 'tie',
    isFlip: false,
    votes: [says('equal', 'Both are otters.'), says('equal', 'Both are fine.')],
  },
];

/** Not one of its items has an answer: the whole reply could not be read. */
export const UNREADABLE: Judgement = {
  ...CRITICAL,
  bounds: { low: 0, high: 1 },
  verdicts: PLEASED.verdicts.map((verdict) => ({
    ...verdict,
    outcome: 'ungraded',
    reason: 'vote 1: unparsable: no JSON object: "Nice!"',
    votes: [{ vote: 1, answer: null, trouble: 'unparsable', evidence: 'no JSON object: "Nice!"' }],
  })),
  blindNames: [],
};

/** Two models of which judges compared the drawings; one repeats itself; pixels tell of one drawing; a reply can't be read. */
export function comparedRun(): RunFixture {
  const grade = { spatial: 1, full: true, verdicts: [MET] };
  const pixels = { changedOutside: 0.032, likeReference: 0.91 };
  const ours = { modelId: 'openai/drawer' };
  const theirs = { modelId: 'recorded/other' };
  const samples = [
    sampleOf({ ...ours, grade: { ...grade, pixels }, repeats: null, judgements: [UNREADABLE] }),
    sampleOf({ ...theirs, repeats: null }),
    sampleOf({ ...ours, number: 2, repeats: OURS[0] }),
    sampleOf({ ...theirs, number: 2, repeats: null }),
  ];
  const { run, readBlob } = judgedRun();
  const summary = { ...summarise(samples), pairs: summarisePairs(PAIRS, samples) };
  return {
    run: { ...run, samplesPerCell: 2, planned: samples.length },
    samples,
    summary,
    pairs: PAIRS,
    readBlob,
  };
}

/** The same run where nobody compared anything. */
export function uncomparedRun(): RunFixture {
  const { pairs: _, samples, ...rest } = comparedRun();
  const bare = samples.map(({ repeats: __, grade: { pixels: ___, ...grade }, ...sample }) => ({
    ...sample,
    grade,
  }));
  return { ...rest, samples: bare, summary: summarise(bare) };
}
