import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SampleDetails } from '../../src/report/data.ts';
import { pairsBySample } from '../../src/report/pair-details.ts';
import { type BuiltReport, buildReport } from '../../src/report/report-builder.ts';
import { comparedRun, OURS, PAIRS, THEIRS, uncomparedRun } from './compared-fixture.ts';
import { FIRST_JUDGE, SECOND_JUDGE } from './judged-fixture.ts';
import { HOSTILE, type RunFixture } from './run-fixture.ts';

const pictureOf = (hash: string) => ({ hash, widthPx: 40, heightPx: 30 });
const build = (fixture: RunFixture): BuiltReport => buildReport({ ...fixture, pictureOf });
const detailsOf = ({ detailBlocks }: BuiltReport): SampleDetails[] =>
  detailBlocks.flatMap((block) => JSON.parse(gunzipSync(Buffer.from(block, 'base64')).toString()));
const says = (better: string, evidence: string) => ({ better, trouble: null, evidence });

describe('the report of a run whose drawings were compared', () => {
  it('has the numbers of the pairs and of the repeats', () => {
    const { pairs, repeats } = build(comparedRun()).data.summary;
    const row = { track: 'blind', models: ['openai/drawer', 'recorded/other'], secondWins: 0 };
    expect({ pairs, repeats }).toEqual({
      pairs: [
        { ...row, judgeId: FIRST_JUDGE, firstWins: 1, ties: 1, flips: 1, ungraded: 0 },
        { ...row, judgeId: SECOND_JUDGE, firstWins: 0, ties: 1, flips: 0, ungraded: 1 },
      ],
      repeats: [
        { modelId: 'openai/drawer', track: 'blind', samples: 2, repeated: 1 },
        { modelId: 'recorded/other', track: 'blind', samples: 2, repeated: 0 },
      ],
    });
  });

  it('has the earlier sample that a sample shows again in its row', () => {
    expect(build(comparedRun()).data.samples.map(({ id, repeats }) => [id, repeats])).toEqual([
      [OURS[0], undefined],
      [THEIRS[0], undefined],
      [OURS[1], OURS[0]],
      [THEIRS[1], undefined],
    ]);
  });

  it('has the pairs in the details of both samples, each from its own side', () => {
    const [ours, theirs] = detailsOf(build(comparedRun()));
    const first = `It has whiskers ${HOSTILE}`;
    const last = 'The second has a tail.';
    const failed = { better: null, trouble: 'unparsable', evidence: 'no JSON object: "Nice!"' };
    const decided = { judgeId: FIRST_JUDGE, isFlip: false };
    const open = { judgeId: SECOND_JUDGE, outcome: 'ungraded', isFlip: false };
    expect([ours?.pairs, theirs?.pairs]).toEqual([
      [
        {
          ...decided,
          otherId: THEIRS[0],
          outcome: 'better',
          votes: [says('this', first), says('this', last)],
        },
        { ...open, otherId: THEIRS[0], votes: [failed, says('other', 'It is furry.')] },
      ],
      [
        {
          ...decided,
          otherId: OURS[0],
          outcome: 'worse',
          votes: [says('other', last), says('other', first)],
        },
        { ...open, otherId: OURS[0], votes: [says('this', 'It is furry.'), failed] },
      ],
    ]);
  });

  it('has what pixels tell in the round that they are of', () => {
    expect(detailsOf(build(comparedRun())).map(({ rounds }) => rounds.at(-1)?.pixels)).toEqual([
      { changedOutside: 0.032, likeReference: 0.91 },
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has nothing of all that where nothing was compared', () => {
    const report = build(uncomparedRun());
    const details = detailsOf(report);
    const names = [
      report.data.summary,
      ...report.data.samples,
      ...details,
      ...details.flatMap((one) => one.rounds),
    ];
    const compared = /^(pairs|pairCuts|repeats|pixels)$/;
    expect(names.flatMap(Object.keys).filter((name) => compared.test(name))).toEqual([]);
  });
});

describe('pairsBySample', () => {
  it('cuts what is too long for a page, and says so', () => {
    const [pair] = PAIRS;
    const vote = { better: 'first', trouble: null, evidence: 'x'.repeat(3_000) } as const;
    const many = Array.from({ length: 201 }, (_, place) => ({
      ...pair!,
      secondId: `other ${place}`,
      votes: [vote, vote] as const,
    }));
    const { pairs, pairCuts } = pairsBySample(many)(OURS[0]);
    expect({ pairs: pairs?.length, evidence: pairs?.[0]?.votes[0].evidence, pairCuts }).toEqual({
      pairs: 200,
      evidence: 'x'.repeat(1_000),
      pairCuts: [
        'The first 200 of 201 pairs are shown; the run file has all.',
        'Of long sentences the first 1000 characters are shown; the run file has all.',
      ],
    });
  });
});
