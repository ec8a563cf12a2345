import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../src/domain/judgement.ts';
import type { SampleDetails } from '../../src/report/data.ts';
import { disputedItems } from '../../src/report/disputed-items.ts';
import { judgementDetails } from '../../src/report/judgement-details.ts';
import { type BuiltReport, buildReport } from '../../src/report/report-builder.ts';
import { CRITICAL, judgedRun, PLEASED, UNJUDGED, unjudgedRun } from './judged-fixture.ts';
import type { RunFixture } from './run-fixture.ts';

const pictureOf = (hash: string) => ({ hash, widthPx: 40, heightPx: 30 });
const build = ({ run, samples, summary }: RunFixture): BuiltReport =>
  buildReport({ run, samples, summary, pictureOf });
const detailsOf = ({ detailBlocks }: BuiltReport): SampleDetails[] =>
  detailBlocks.flatMap((block) => JSON.parse(gunzipSync(Buffer.from(block, 'base64')).toString()));

describe('the report of a judged run', () => {
  it('has likeness in the rows, a judge each, and how many items are disputed', () => {
    const rows = build(judgedRun()).data.samples;
    expect(rows.map(({ likeness, disputed }) => ({ likeness, disputed }))).toEqual([
      {
        likeness: [
          { judge: 0, likeness: 1, bounds: { low: 1, high: 1 } },
          { judge: 1, likeness: null, bounds: { low: 0.5, high: 0.75 } },
        ],
        disputed: 1,
      },
      {
        likeness: [
          { judge: 0, likeness: 0, bounds: { low: 0, high: 0 } },
          { judge: 1, likeness: 0, bounds: { low: 0, high: 0 } },
        ],
        disputed: undefined,
      },
      { likeness: undefined, disputed: undefined },
    ]);
  });

  it('has what judges said in the details, word by word', () => {
    expect(detailsOf(build(judgedRun()))[0]?.judgements).toEqual([
      { ...PLEASED, cuts: [] },
      { ...CRITICAL, cuts: [] },
    ]);
  });

  it('has nothing of likeness where nobody judged', () => {
    const report = build(unjudgedRun());
    expect(Object.keys(report.data.run)).not.toContain('judges');
    expect(Object.keys(report.data.summary)).not.toContain('likeness');
    expect(report.data.samples.flatMap(Object.keys)).not.toContain('likeness');
    expect(detailsOf(report).flatMap(Object.keys)).not.toContain('judgements');
    const place = judgedRun().samples.findIndex(({ id }) => id === UNJUDGED);
    expect(detailsOf(build(judgedRun()))[place]).not.toHaveProperty('judgements');
  });

  it('lets the names of judges’ headers into the page, never their values', () => {
    const json = JSON.stringify(build(judgedRun()).data);
    expect(json).toContain('x-team');
    expect(json).not.toContain('secret-of-the-team');
  });

  it('refuses a judgement of a judge that the run does not have', () => {
    const fixture = judgedRun();
    const run = { ...fixture.run, judges: fixture.run.judges?.slice(0, 1) ?? [] };
    expect(() => build({ ...fixture, run })).toThrow('a judge that the run does not have');
  });
});

describe('judgementDetails', () => {
  it('cuts what is too long for a page, and says so once each', () => {
    const long = 'x'.repeat(3_000);
    const votes = Array.from({ length: 25 }, (_, place) => ({
      vote: place + 1,
      answer: 'yes' as const,
      trouble: null,
      evidence: long,
    }));
    const item = { id: 'a', skill: 's', weight: 1, outcome: 'met' as const, reason: long, votes };
    const names = { vote: 1, things: Array.from({ length: 60 }, () => long), sentence: long, trouble: null };
    const given: Judgement = {
      ...PLEASED,
      verdicts: Array.from({ length: 250 }, () => item),
      blindNames: [names],
    };
    const { verdicts, blindNames, cuts } = judgementDetails(given);
    const cut = 'x'.repeat(1_000);
    expect({
      items: verdicts.length,
      votes: verdicts[0]?.votes.length,
      reason: verdicts[0]?.reason,
      evidence: verdicts[0]?.votes[0]?.evidence,
      blindNames,
      cuts,
    }).toEqual({
      items: 200,
      votes: 20,
      reason: cut,
      evidence: cut,
      blindNames: [{ ...names, things: Array.from({ length: 50 }, () => cut), sentence: cut }],
      cuts: [
        'The first 200 of 250 items are shown; the run file has all.',
        'Of long sentences the first 1000 characters are shown; the run file has all.',
        'The first 20 of 25 votes are shown; the run file has all.',
        'The first 50 of 60 names are shown; the run file has all.',
      ],
    });
  });
});

describe('disputedItems', () => {
  const withVerdicts = (...verdicts: Judgement['verdicts']) => ({ verdicts });
  const [, furry, tidy] = CRITICAL.verdicts;

  it('are those on which verdicts of two judges differ', () => {
    expect([...disputedItems([PLEASED, CRITICAL])]).toEqual(['furry']);
  });

  it('are none where a verdict is open, or where nobody was asked', () => {
    const met = { ...tidy!, outcome: 'met' as const };
    const unasked = { ...furry!, outcome: 'met' as const, votes: [] };
    expect([...disputedItems([withVerdicts(tidy!, furry!), withVerdicts(met, unasked)])]).toEqual([]);
  });

  it('are none with one judge', () => {
    expect([...disputedItems([CRITICAL])]).toEqual([]);
  });
});
