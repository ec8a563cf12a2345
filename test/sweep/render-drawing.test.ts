import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/domain/drawing.ts';
import type { Compilation, TexCompiler } from '../../src/domain/ports.ts';
import { type RenderOptions, renderModelReply, renderReply } from '../../src/sweep/render-drawing.ts';
import { circleReader, circles, echoCompiler } from '../helpers/sweep-world.ts';

const REPLY = '```latex\n\\begin{tikzpicture}\n\\draw (0,0) circle (1);\n\\end{tikzpicture}\n```';
const mark = (drawing: Drawing): Drawing => ({ ...drawing, body: `MARKED ${drawing.body}` });
const isMarked = (drawing: Drawing) => drawing.body.startsWith('MARKED');

function optionsOf(changes: Partial<RenderOptions> = {}): RenderOptions {
  let timeMs = 0;
  const now = () => {
    timeMs += 4;
    return timeMs;
  };
  return { compiler: echoCompiler(), reader: circleReader(), subjects: {}, mark, now, ...changes };
}

/** A compiler that answers by whether the source is marked, and counts what it was given. */
function twoFaced(marked: Compilation, plain: Compilation): TexCompiler & { readonly seen: string[] } {
  const seen: string[] = [];
  const compiler = echoCompiler((drawing) => {
    seen.push(isMarked(drawing) ? 'marked' : 'plain');
    return isMarked(drawing) ? marked : plain;
  });
  return { ...compiler, seen };
}

function compiled(
  name: string,
  errors: readonly string[] = [],
): Extract<Compilation, { outcome: 'compiled' }> {
  const pdf = new TextEncoder().encode(`${name} circle`);
  return {
    outcome: 'compiled',
    clean: errors.length === 0,
    pdf,
    log: `log ${name}`,
    path: 'fast',
    passes: 1,
    errors,
    notes: [],
  };
}

const failed = (
  outcome: 'tex-error' | 'forbidden' | 'timeout' | 'sandbox-trouble',
  name: string,
): Compilation => ({ outcome, reason: name, log: `log ${name}` });

async function resultOf(compiler: TexCompiler & { readonly seen: string[] }) {
  const { outcome, clean, log, pdf, reason } = await renderReply(REPLY, optionsOf({ compiler }));
  return { outcome, clean, log, reason, pdf: pdf && new TextDecoder().decode(pdf), seen: compiler.seen };
}

describe('renderReply', () => {
  it('turns a reply into picture, scene, source and log', async () => {
    const rendered = await renderReply(REPLY, optionsOf());
    const source = '\\begin{tikzpicture}\n\\draw (0,0) circle (1);\n\\end{tikzpicture}';
    expect(rendered.source?.trim()).toBe(source);
    expect(rendered).toMatchObject({
      outcome: 'drawn',
      stage: 'grade',
      reason: '',
      clean: true,
      ...circles(1),
      durationMs: 4,
    });
    expect(rendered.notes.at(-1)).toBe('1 circles');
  });

  it('says at which stage a reply ended', async () => {
    const texError = echoCompiler(() => ({ outcome: 'tex-error', reason: 'Undefined', log: '! Undefined' }));
    const blank = { ...circleReader(), read: async () => ({ outcome: 'blank' as const, reason: 'no ink' }) };
    const ends = [
      await renderReply('   ', optionsOf()),
      await renderReply('I can not draw.', optionsOf()),
      await renderReply(REPLY, optionsOf({ compiler: texError })),
      await renderReply(REPLY, optionsOf({ reader: blank })),
      await renderModelReply({ outcome: 'refused', text: REPLY, reason: 'stop reason' }, optionsOf()),
    ];
    expect(
      ends.map(({ outcome, stage, clean, log, png }) => [outcome, stage, clean, log !== null, png]),
    ).toEqual([
      ['empty', 'draw', null, false, null],
      ['no-code', 'draw', null, false, null],
      ['tex-error', 'tex', null, true, null],
      ['blank', 'scene', true, true, null],
      ['refused', 'reply', null, false, null],
    ]);
  });

  it('compiles once where the marked source is clean', async () => {
    const compiler = twoFaced(compiled('marked'), compiled('plain'));
    expect(await resultOf(compiler)).toMatchObject({ pdf: 'marked circle', seen: ['marked'] });
  });

  it('never loses a drawing, or its cleanness, to the marks', async () => {
    const lost = twoFaced(failed('tex-error', 'marked'), compiled('plain', ['l.2 Oops']));
    expect(await resultOf(lost)).toEqual({
      outcome: 'drawn',
      clean: false,
      log: 'log plain',
      reason: '',
      pdf: 'plain circle',
      seen: ['marked', 'plain'],
    });
    const dirty = twoFaced(compiled('marked', ['l.2 Oops']), compiled('plain'));
    expect(await resultOf(dirty)).toMatchObject({ clean: true, pdf: 'plain circle', log: 'log plain' });
    const other = twoFaced(compiled('marked', ['l.2 Oops', 'l.3 Oh']), compiled('plain', ['l.2 Oops']));
    expect(await resultOf(other)).toMatchObject({ clean: false, pdf: 'plain circle' });
  });

  it('keeps the marks where the errors are the drawing’s own, with the log of the text as it was written', async () => {
    const compiler = twoFaced(compiled('marked', ['l.2 Oops']), compiled('plain', ['l.2 Oops']));
    expect(await resultOf(compiler)).toMatchObject({
      outcome: 'drawn',
      clean: false,
      pdf: 'marked circle',
      log: 'log plain',
    });
  });

  it('does not compile again what is forbidden, out of time or our trouble', async () => {
    for (const outcome of ['forbidden', 'timeout', 'sandbox-trouble'] as const) {
      const compiler = twoFaced(failed(outcome, 'marked'), compiled('plain'));
      expect(await resultOf(compiler)).toMatchObject({ outcome, seen: ['marked'] });
    }
  });
});
