import { describe, expect, it } from 'vitest';
import { embedJson } from '../../src/report/embed-json.ts';
import type { Sample } from '../../src/report/page/report.ts';
import { parseRoute, sampleAddress } from '../../src/report/page/route.ts';
import { chooseSamples, NO_FILTER } from '../../src/report/page/wall/choose.ts';
import { pngSize } from '../../src/report/png-size.ts';
import { HOSTILE, largeRun } from './run-fixture.ts';
import { tinyPng } from './tiny-png.ts';

describe('embedJson', () => {
  it('gives JSON without a character that HTML could take for its own', () => {
    const json = embedJson({ text: HOSTILE, half: '\ud800' });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ text: HOSTILE, half: '\ud800' });
  });
});

describe('pngSize', () => {
  it('reads the size from the header and refuses what is no PNG', () => {
    expect(pngSize(tinyPng(1))).toEqual({ widthPx: 44, heightPx: 30 });
    expect(() => pngSize(new Uint8Array(100))).toThrow('not a PNG');
  });
});

describe('the address of a sample', () => {
  it('leads back to the same ids, whatever they hold', () => {
    const id = `otters/plane|${HOSTILE}|blind|1`;
    expect(parseRoute(sampleAddress(id, 'a/b|c'))).toEqual({ sampleId: id, besideId: 'a/b|c' });
  });

  it('is the whole report when it is cut or mistyped', () => {
    const home = { sampleId: null, besideId: null };
    expect([parseRoute(''), parseRoute('#wall'), parseRoute('#/sample/%E0%A4%A')]).toEqual([
      home,
      home,
      home,
    ]);
  });
});

describe('chooseSamples', () => {
  const { run, samples: records } = largeRun(3, 2, 1);
  const contenders = run.models.map(({ id }) => ({ modelId: id, track: 'blind' as const }));
  const samples = records.map((record, index): Sample => {
    const place = index % 2;
    const task = run.tasks.find(({ id }) => id === record.taskId) ?? run.tasks[0]!;
    const { id, number, outcome, clean } = record;
    const spatial = [1, 0, 0.5, 0.5, 0.2, 0.4][index] ?? null;
    return {
      id,
      number,
      outcome,
      clean,
      spatial,
      full: spatial === 1,
      picture: null,
      index,
      task,
      contender: contenders[place]!,
    };
  });
  const idsOf = (filter: Partial<typeof NO_FILTER>): string[] =>
    chooseSamples({ samples, contenders }, { ...NO_FILTER, ...filter }).map(
      ({ task, contender }) => `${task.id.at(-1)}${contender.modelId.at(-1)}`,
    );

  it('keeps the order of the run when nothing is asked', () => {
    expect(idsOf({})).toEqual(['00', '01', '10', '11', '20', '21']);
  });

  it('looks for every word, without case, also in the names of models', () => {
    expect([idsOf({ text: 'TASK-1' }), idsOf({ text: 'task-1 model-0' }), idsOf({ text: 'heron' })]).toEqual([
      ['10', '11'],
      ['10'],
      [],
    ]);
  });

  it('chooses by what the grade says', () => {
    expect([idsOf({ outcome: 'full marks' }), idsOf({ outcome: 'tex-error' })]).toEqual([['00'], []]);
  });

  it('puts the scenes first that contenders differ on most', () => {
    expect(idsOf({ order: 'most contested' })).toEqual(['00', '01', '20', '21', '10', '11']);
  });

  it('puts the scenes first that were drawn worst', () => {
    expect(idsOf({ order: 'worst first' }).slice(0, 2)).toEqual(['20', '21']);
  });
});
