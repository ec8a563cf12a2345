import { describe, expect, it } from 'vitest';
import type { RunInfo, SampleSummary } from '../../src/domain/run.ts';
import { csvLines } from '../../src/report/export-csv.ts';
import { roundRows, sampleRows } from '../../src/report/export-rows.ts';

const RUN: RunInfo = {
  id: 'run-1',
  title: 'Otters',
  startedAt: '2026-11-24T00:00:00.000Z',
  finishedAt: null,
  sandbox: { name: 'none', isSafe: true },
  versions: {},
  tracks: ['repair'],
  models: [
    { id: 'openai/a', disclosure: null, settings: { effort: 'low', headers: { a: '1', b: '2' } } },
    { id: 'openai/a@again', disclosure: null, settings: { headers: { b: '2', a: '1' }, effort: 'low' } },
    { id: 'bundled/good', disclosure: null },
  ],
  tasks: [{ id: 'otters/one', suite: 'otters', title: '', prompt: '', tags: [], hash: 'hash of one' }],
  samplesPerCell: 1,
};

const BROKEN = {
  outcome: 'tex-error',
  clean: null,
  stage: 'tex',
  reason: 'l.1 Undefined control sequence',
  pdfHash: null,
  pngHash: null,
  grade: { spatial: 0, full: false, verdicts: [] },
  durationMs: 12,
} as const;
const DRAWN = {
  outcome: 'drawn',
  clean: true,
  stage: 'grade',
  reason: '',
  pdfHash: 'pdf',
  pngHash: 'png',
  grade: { spatial: 0.75, full: false, verdicts: [] },
  durationMs: 34,
} as const;

function sample(modelId: string, changes: Partial<SampleSummary> = {}): SampleSummary {
  return {
    id: `otters/one|${modelId}|repair|1`,
    taskId: 'otters/one',
    modelId,
    track: 'repair',
    number: 1,
    ...DRAWN,
    spend: {
      requests: 3,
      usage: { inputTokens: 100, outputTokens: 50, reasoningTokens: 20, cachedInputTokens: 0 },
      costUsd: 0.0125,
      latencyMs: 4000,
      isCached: false,
    },
    rounds: [
      { round: 1, ...BROKEN },
      { round: 2, ...DRAWN },
    ],
    ...changes,
  };
}

const UNKNOWN = { inputTokens: null, outputTokens: null, reasoningTokens: null, cachedInputTokens: null };

describe('a row of an export', () => {
  it('holds what is known of a sample, and nothing else', () => {
    expect([...sampleRows(RUN, [sample('openai/a')])]).toEqual([
      {
        run: 'run-1',
        sample: 'otters/one|openai/a|repair|1',
        task: 'otters/one',
        suite: 'otters',
        model: 'openai/a',
        track: 'repair',
        number: 1,
        outcome: 'drawn',
        clean: true,
        stage: 'grade',
        spatial: 0.75,
        full: false,
        reading: null,
        changedOutside: null,
        likeReference: null,
        likeness: null,
        judge: null,
        repeats: null,
        taskHash: 'hash of one',
        pdfHash: 'pdf',
        pngHash: 'png',
        settingsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        durationMs: 34,
        tokensIn: 100,
        tokensOut: 50,
        tokensReasoning: 20,
        tokensCached: 0,
        costUsd: 0.0125,
        latencyMs: 4000,
        attempts: 3,
        rounds: 2,
        cached: false,
      },
    ]);
  });

  it('says what pixels tell of each round, and which sample the last drawing repeats', () => {
    const [first, last] = sample('openai/a').rounds;
    const pixels = { changedOutside: 0.032, likeReference: 0.91 };
    const grade = { ...last!.grade, pixels };
    const repeats = 'otters/one|openai/a|repair|0';
    const one = sample('openai/a', { grade, repeats, rounds: [first!, { ...last!, grade }] });
    const wanted = [...sampleRows(RUN, [one]), ...roundRows(RUN, [one])].map(
      ({ changedOutside, likeReference, repeats: repeated }) => [changedOutside, likeReference, repeated],
    );
    expect(wanted).toEqual([
      [0.032, 0.91, repeats],
      [null, null, null],
      [0.032, 0.91, repeats],
    ]);
  });

  it('leaves unknown cost and tokens empty: never 0', () => {
    const spend = { requests: 1, usage: UNKNOWN, costUsd: null, latencyMs: null, isCached: false };
    const rows = [...sampleRows(RUN, [sample('openai/a', { spend })])];
    expect(rows).toMatchObject([{ costUsd: null, tokensIn: null, tokensOut: null, latencyMs: null }]);
    expect([...csvLines(rows)][1]).toMatch(/,34,,,,,,,1,2,false\r\n$/);
  });

  it('has one settings hash for equal settings, whatever their order', () => {
    const hashes = [
      ...sampleRows(RUN, [sample('openai/a'), sample('openai/a@again'), sample('bundled/good')]),
    ].map(({ settingsHash }) => settingsHash);
    expect(hashes[0]).toBe(hashes[1]);
    expect(new Set(hashes).size).toBe(2);
  });

  it('can be one a round', () => {
    const rows = [...roundRows(RUN, [sample('openai/a')])];
    expect(rows.map(({ round, isLast, outcome, spatial }) => ({ round, isLast, outcome, spatial }))).toEqual([
      { round: 1, isLast: false, outcome: 'tex-error', spatial: 0 },
      { round: 2, isLast: true, outcome: 'drawn', spatial: 0.75 },
    ]);
  });
});

describe('CSV', () => {
  it('is quoted as RFC 4180 says, and ends its lines with CRLF', () => {
    const rows = [
      { name: 'plain', text: 'a,b', other: null },
      { name: 'say "hi"', text: 'two\nlines', other: 1.5 },
      { name: 'é', text: '', other: false },
    ];
    expect([...csvLines(rows)].join('')).toBe(
      'name,text,other\r\nplain,"a,b",\r\n"say ""hi""","two\nlines",1.5\r\né,,false\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\n=1', '＝1'])(
    'keeps a spreadsheet from computing %j',
    (text) => {
      const [, line] = [...csvLines([{ text }])];
      expect(line).toMatch(/^"?'/);
    },
  );

  it('leaves numbers as they are, negative ones too, and escapes what steers a terminal', () => {
    expect([...csvLines([{ number: -1.5, text: 'a\u001b[2Jb' }])][1]).toBe('-1.5,a\\u{1b}[2Jb\r\n');
  });

  it('of nothing is nothing', () => {
    expect([...csvLines([])]).toEqual([]);
  });
});
