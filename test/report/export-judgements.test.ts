import { describe, expect, it } from 'vitest';
import type { SampleSummary } from '../../src/domain/run.ts';
import { csvLines } from '../../src/report/export-csv.ts';
import { judgementRows } from '../../src/report/export-judgements.ts';
import { roundRows, sampleRows } from '../../src/report/export-rows.ts';
import {
  BROKEN,
  CRITICAL,
  DISPUTED,
  FIRST_JUDGE,
  HOSTILE_SENTENCE,
  judgedRun,
  PLEASED,
  SECOND_JUDGE,
  unjudgedRun,
} from './judged-fixture.ts';
import { HOSTILE } from './run-fixture.ts';

const { run, samples } = judgedRun();
const rows = [...judgementRows(run, samples)];

describe('the rows of judgements', () => {
  it('are one a sample, judge and item', () => {
    expect(rows.map(({ sample, judge, item }) => [sample, judge, item])).toEqual(
      [DISPUTED, BROKEN].flatMap((sample) =>
        [FIRST_JUDGE, SECOND_JUDGE].flatMap((judge) =>
          ['named', 'furry', 'tidy'].map((item) => [sample, judge, item]),
        ),
      ),
    );
  });

  it('hold each vote with its sentence, and what the judge saw unasked', () => {
    const cell = {
      run: 'fixture',
      sample: DISPUTED,
      task: 'otters/plane',
      suite: 'otters',
      model: 'openai/drawer',
      track: 'blind',
      number: 1,
    };
    const critical = {
      ...cell,
      judge: SECOND_JUDGE,
      weight: 1,
      blindNames: `sea otter | otter, ${HOSTILE} | `,
      likeness: null,
      ownFamily: false,
    };
    expect([rows[0], rows[4], rows[5]]).toEqual([
      {
        ...cell,
        judge: FIRST_JUDGE,
        item: 'named',
        skill: 'recognition',
        weight: 2,
        outcome: 'met',
        votes: 'yes',
        evidence: 'it named: otter, laptop',
        blindNames: 'otter, laptop',
        likeness: 1,
        ownFamily: true,
      },
      {
        ...critical,
        item: 'furry',
        skill: 'likeness',
        outcome: 'unmet',
        votes: 'no no unsure',
        evidence: `${HOSTILE_SENTENCE} | It is smooth. | It is too small.`,
      },
      {
        ...critical,
        item: 'tidy',
        skill: 'craft',
        outcome: 'ungraded',
        votes: 'yes unparsable yes',
        evidence: 'All of it fits. | no JSON object: "Nice!" | It is clean.',
      },
    ]);
  });

  it('say why where nobody was asked', () => {
    expect(rows[6]).toMatchObject({
      outcome: 'unmet',
      votes: null,
      evidence: 'nothing was drawn: tex-error',
      blindNames: null,
      likeness: 0,
    });
  });

  it('are none where nobody judged', () => {
    const unjudged = unjudgedRun();
    expect([...judgementRows(unjudged.run, unjudged.samples)]).toEqual([]);
  });

  it('stay text in a spreadsheet and on a terminal, whatever a judge says', () => {
    const [first] = rows;
    const [, line] = [...csvLines([{ ...first, evidence: '=1+1\u001b[2J' }])];
    expect(line).toContain(",'=1+1\\u{1b}[2J,");
  });
});

describe('the likeness of a sample’s row', () => {
  const judgedBy = (...judgements: (typeof PLEASED)[]): SampleSummary => ({ ...samples[0]!, judgements });
  const likenessOf = (sample: SampleSummary) =>
    [...sampleRows(run, [sample])].map(({ likeness, judge }) => ({ likeness, judge }));

  it('is that of the only judge, and never a mean of several', () => {
    expect([
      likenessOf(judgedBy(PLEASED)),
      likenessOf(judgedBy(CRITICAL)),
      likenessOf(judgedBy(PLEASED, CRITICAL)),
      likenessOf(judgedBy()),
    ]).toEqual([
      [{ likeness: 1, judge: FIRST_JUDGE }],
      [{ likeness: null, judge: SECOND_JUDGE }],
      [{ likeness: null, judge: null }],
      [{ likeness: null, judge: null }],
    ]);
  });

  it('belongs to the last round alone: that is the drawing that was judged', () => {
    const { outcome, clean, stage, reason, pdfHash, pngHash, grade, durationMs } = samples[0]!;
    const round = { outcome, clean, stage, reason, pdfHash, pngHash, grade, durationMs };
    const sample = { ...judgedBy(PLEASED), rounds: [1, 2].map((number) => ({ ...round, round: number })) };
    expect([...roundRows(run, [sample])].map(({ likeness, judge }) => [likeness, judge])).toEqual([
      [null, null],
      [1, FIRST_JUDGE],
    ]);
  });
});
