import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HARNESS_TROUBLES, MODEL_FAILURES } from '../../src/domain/outcome.ts';
import { keepsDrawing, nextMessage } from '../../src/draw/conversation.ts';
import { explainProblem } from '../../src/draw/explain-problem.ts';
import { readPrompts } from '../../src/draw/prompts.ts';
import { drawnRendering, failedRendering } from '../helpers/renderings.ts';

const prompts = readPrompts(join(import.meta.dirname, '../../prompts'));
const CLEAN = drawnRendering({ clean: true });
const UNCLEAN = drawnRendering({
  clean: false,
  log: 'drawing.tex:2: Undefined control sequence.\nl.2 \\foo',
});

describe('nextMessage', () => {
  it('says nothing more on the track blind, after trouble of ours, and after replies that hold nothing', () => {
    const ends = [...HARNESS_TROUBLES, 'refused', 'empty', 'truncated'] as const;
    const said = [
      nextMessage('blind', UNCLEAN, prompts),
      ...ends.flatMap((outcome) => [
        nextMessage('repair', failedRendering(outcome), prompts),
        nextMessage('sighted', failedRendering(outcome), prompts),
      ]),
    ];
    expect(said).toEqual(said.map(() => null));
  });

  it('repairs until a drawing compiles cleanly', () => {
    expect(nextMessage('repair', CLEAN, prompts)).toBeNull();
    expect(nextMessage('repair', UNCLEAN, prompts)).toEqual({
      role: 'user',
      text: prompts.repair(UNCLEAN),
      pictures: [],
    });
    const mendable = MODEL_FAILURES.filter((outcome) => !['refused', 'empty', 'truncated'].includes(outcome));
    for (const outcome of mendable)
      expect(nextMessage('repair', failedRendering(outcome), prompts)?.text).toContain('the reason');
  });

  it('shows each picture on the track sighted, and the errors where there is none', () => {
    expect(nextMessage('sighted', CLEAN, prompts)).toEqual({
      role: 'user',
      text: prompts.sighted(CLEAN),
      pictures: [{ mediaType: 'image/png', bytes: CLEAN.png }],
    });
    expect(nextMessage('sighted', failedRendering('blank'), prompts)).toEqual({
      role: 'user',
      text: prompts.repair(failedRendering('blank')),
      pictures: [],
    });
  });
});

describe('keepsDrawing', () => {
  it.each(['KEEP', 'Keep.', ' **KEEP** \n', '`keep`', '<think>It looks right.</think>\nKEEP'])(
    'is true for %j',
    (reply) => {
      expect(keepsDrawing(reply)).toBe(true);
    },
  );

  it.each([
    '',
    'I keep it.',
    'KEEP\n```latex\n\\begin{tikzpicture}\\end{tikzpicture}\n```',
    'keeper',
    '<think>KEEP</think>',
  ])('is false for %j', (reply) => {
    expect(keepsDrawing(reply)).toBe(false);
  });
});

describe('explainProblem', () => {
  it('quotes the first five errors, each with the line where TeX stopped', () => {
    const log = Array.from(
      { length: 9 },
      (_, index) =>
        `noise ${index}\ndrawing.tex:${index}: Undefined control sequence.\n<recently read> \\x\nl.${index} \\foo\n       {bar}\nmore`,
    ).join('\n');
    const said = explainProblem(
      failedRendering('tex-error', { log, reason: 'l.0 Undefined control sequence \\foo.' }),
    );
    expect(said.split('\n').slice(0, 6)).toEqual([
      'Your drawing does not compile: l.0 Undefined control sequence \\foo.',
      '',
      'TeX says:',
      'Undefined control sequence.',
      'l.0 \\foo',
      '       {bar}',
    ]);
    expect(said.match(/Undefined control sequence\.$/gm)).toHaveLength(5);
    expect(said).not.toContain('noise');
  });

  it('is short and printable, whatever a log holds', () => {
    const line = `! ${'x'.repeat(50_000)}\u001b[2J\u202e`;
    const said = explainProblem(
      failedRendering('tex-error', { log: `${line}\nl.1 ${'y'.repeat(50_000)}\n`.repeat(100) }),
    );
    expect(said.length).toBeLessThan(4_000);
    expect([said.includes('\u001b'), said.includes('\u202e')]).toEqual([false, false]);
  });
});
