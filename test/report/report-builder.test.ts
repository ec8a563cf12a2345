import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SampleRecord } from '../../src/domain/run.ts';
import type { SampleDetails } from '../../src/report/data.ts';
import { type BuiltReport, buildReport } from '../../src/report/report-builder.ts';
import { roundsRun } from './rounds-fixture.ts';
import { hostileRun, largeRun, sampleOf } from './run-fixture.ts';

const pictureOf = (hash: string) => ({ hash, widthPx: 40, heightPx: 30 });
const build = (samples: readonly SampleRecord[]): BuiltReport => {
  const { run, summary } = hostileRun();
  return buildReport({ run, summary, samples, pictureOf });
};
const detailsOf = (report: BuiltReport): SampleDetails[] =>
  report.detailBlocks.flatMap((block) => JSON.parse(gunzipSync(Buffer.from(block, 'base64')).toString()));

describe('buildReport', () => {
  it('keeps a row short and the rest in the details', () => {
    const report = build([sampleOf({})]);
    expect(report.data.samples).toEqual([
      {
        id: 'otters/plane|bundled/good|blind|1',
        task: 0,
        contender: 0,
        number: 1,
        outcome: 'drawn',
        clean: true,
        spatial: 1,
        full: true,
        picture: { hash: expect.any(String), widthPx: 40, heightPx: 30 },
      },
    ]);
    expect(detailsOf(report)[0]?.rounds).toMatchObject([
      {
        round: 1,
        page: { widthPt: 200, heightPt: 150 },
        parts: [{ label: 'otter', box: { xMin: 20, yMin: 30, xMax: 80, yMax: 90 } }],
        notes: ['text outside of the pictures is not graded'],
        cuts: [],
      },
    ]);
  });

  it('puts contenders in the order of the run, whoever comes first', () => {
    const evil = hostileRun().run.models[1]?.id ?? '';
    const report = build([sampleOf({ modelId: evil }), sampleOf({})]);
    expect(report.data.contenders.map(({ modelId }) => modelId)).toEqual(['bundled/good', evil]);
    expect(report.data.samples.map(({ contender }) => contender)).toEqual([1, 0]);
  });

  it('cuts a long log and says so', () => {
    const [details] = detailsOf(build([sampleOf({ log: 'x'.repeat(50_000) })]));
    const [round] = details?.rounds ?? [];
    expect(round?.log).toHaveLength(20_000);
    expect(round?.cuts).toEqual([
      'TeX log: the first 20000 of 50000 characters are shown; the run file has all.',
    ]);
  });

  it('shows less of the reasoning the more samples there are', () => {
    const { run, summary, samples: all } = largeRun(100, 20, 1);
    const samples = [{ ...all[0]!, reasoning: 'x'.repeat(90_000) }];
    const kept = (samplesPerCell: number): number => {
      const report = buildReport({ run: { ...run, samplesPerCell }, summary, samples, pictureOf });
      return detailsOf(report)[0]?.rounds[0]?.reasoning?.length ?? 0;
    };
    expect([kept(1), kept(5), kept(50)]).toEqual([15_000, 3_000, 2_000]);
  });

  it('keeps trouble of ours without a score', () => {
    const grade = { spatial: null, full: null, verdicts: [] };
    const { data } = build([sampleOf({ outcome: 'provider-trouble', pngHash: null, scene: null, grade })]);
    expect(data.samples[0]).toMatchObject({
      outcome: 'provider-trouble',
      spatial: null,
      full: null,
      picture: null,
    });
  });

  it('shows what an edit task begins with, where its picture is kept', () => {
    const { run, summary, samples } = largeRun(2, 1, 1);
    const [first, second] = run.tasks;
    const tasks = [{ ...first!, givenPngHash: 'a'.repeat(64) }, second!];
    const { data } = buildReport({ run: { ...run, tasks }, summary, samples, pictureOf });
    expect(data.givenPictures).toEqual({ [first!.id]: pictureOf('a'.repeat(64)) });
  });

  it('packs the details of many samples into blocks that are found by place', () => {
    const { run, summary, samples } = largeRun(10, 5, 1);
    const report = buildReport({ run, summary, samples, pictureOf });
    expect(report.detailBlocks).toHaveLength(Math.ceil(50 / report.data.detailsPerBlock));
    expect(detailsOf(report)).toHaveLength(50);
  });

  it('keeps every round with its own picture and texts, the last as the sample has it', () => {
    const { run, summary, samples } = roundsRun();
    const report = buildReport({ run, summary, samples, pictureOf });
    const place = samples.findIndex(({ track, rounds }) => track === 'repair' && rounds.length === 3);
    const { rounds, spend } = detailsOf(report)[place]!;
    expect(report.data.samples[place]).toMatchObject({ rounds: 3, spatial: 1 });
    expect(spend).toEqual(samples[place]?.spend);
    expect(
      rounds.map(({ round, outcome, spatial, reply, prompt }) => [round, outcome, spatial, reply, prompt]),
    ).toEqual([
      [1, 'tex-error', 0, 'The drawing of round 1.', 'Draw it.'],
      [2, 'drawn', 1 / 3, 'The drawing of round 2.', 'What came back before round 2.'],
      [3, 'drawn', 1, 'The drawing of round 3.', 'What came back before round 3.'],
    ]);
    expect(rounds.map(({ picture }) => picture?.hash ?? null)).toEqual([
      null,
      samples[place]?.rounds[1]?.pngHash,
      samples[place]?.pngHash,
    ]);
  });

  it('lets the names of headers into the page, never their values', () => {
    const { run, summary, samples } = roundsRun();
    const json = JSON.stringify(buildReport({ run, summary, samples, pictureOf }).data);
    expect(json).toContain('x-team');
    expect(json).not.toContain('secret-of-the-team');
  });

  it('refuses a sample of a task that the run does not have', () => {
    expect(() => build([sampleOf({ taskId: 'otters/unknown' })])).toThrow(
      'a task that the run does not have',
    );
  });
});
