import { describe, expect, it } from 'vitest';
import type { TexRun } from '../../src/tex/job.ts';
import { judgeRun } from '../../src/tex/judge-run.ts';

const BANNER = new TextEncoder().encode('This is pdfTeX, Version 3.141592653');
const CONTEXT = { path: 'fast', passes: 1, notes: [], readyMadeArt: [] } as const;

function ended(process: Partial<TexRun['process']>, log = ''): TexRun {
  const whole = {
    exitCode: 0,
    signal: null,
    timedOut: false,
    cpuMsAtTimeout: null,
    stdout: BANNER,
    stderr: new Uint8Array(),
    durationMs: 1,
  };
  return { process: { ...whole, ...process }, pdf: null, log, aux: '' };
}

describe('judgeRun', () => {
  it('blames the machine when the wall clock ends TeX that hardly had the processor', () => {
    const starved = { exitCode: null, signal: 'SIGKILL', timedOut: true, cpuMsAtTimeout: 4_990 } as const;
    expect(judgeRun(ended(starved), CONTEXT)).toEqual({
      outcome: 'sandbox-trouble',
      reason: 'the machine is busy: TeX was stopped after 20 s, in which it had only 5.0 s of processor time',
      log: '',
    });
  });

  it('blames the drawing when the wall clock ends TeX that had half of its processor time', () => {
    const greedy = { exitCode: null, signal: 'SIGKILL', timedOut: true, cpuMsAtTimeout: 5_000 } as const;
    expect(judgeRun(ended(greedy), CONTEXT)).toEqual({
      outcome: 'timeout',
      reason: 'TeX ran for more than 20 s',
      log: '',
    });
  });

  it('blames the drawing when the processor limit ends TeX, whether or not the clock has run out too', () => {
    const outcomes = [false, true].map(
      (timedOut) => judgeRun(ended({ exitCode: 152, timedOut }), CONTEXT).outcome,
    );
    expect(outcomes).toEqual(['timeout', 'timeout']);
  });

  it('calls a document of too many pages too large though TeX made no PDF of it', () => {
    expect(judgeRun(ended({ exitCode: 1 }, 'otterbench: 0 pictures, 201 pages\n'), CONTEXT)).toMatchObject({
      outcome: 'too-large',
      reason: 'the document has 201 pages, more than 10',
    });
  });
});
