import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createSceneReader } from '../../src/scene/pool.ts';
import { bubblewrapSandbox } from '../../src/tex/sandbox/bubblewrap.ts';
import { assemblePdf, onePage, streamObject } from '../helpers/make-pdf.ts';

const reader = createSceneReader({
  sandbox: bubblewrapSandbox(),
  workers: 1,
  limits: { readingMs: 1500, memoryBytes: 400 * 1024 * 1024 },
});
afterAll(() => reader[Symbol.asyncDispose]());

const SQUARE = '10 10 20 20 re f';

async function outcomeOf(pdf: Uint8Array): Promise<string> {
  const { outcome } = await reader.read({ pdf, subjects: {} });
  return outcome;
}

/** Ends as it must, and the reader works on. */
async function expectOutcome(pdf: Uint8Array, outcome: string | RegExp): Promise<void> {
  const seen = [await outcomeOf(pdf), await outcomeOf(onePage(SQUARE))];
  expect(seen).toEqual([expect.stringMatching(outcome), 'drawn']);
}

describe('a hostile page', () => {
  test.each([
    ['of 1e9 points', '/MediaBox [0 0 1000000000 1000000000]', 'too-large'],
    ['of endless size', `/MediaBox [0 0 ${'9'.repeat(400)} 100]`, /drawn|too-large|blank/],
    ['of negative size', '/MediaBox [0 0 -100 -100]', /drawn|blank/],
    ['without a size', '', 'drawn'],
    ['without an area', '/MediaBox [5 5 5 5]', /drawn|blank/],
    ['that scales itself', '/MediaBox [0 0 100 100] /UserUnit 1000', 'forbidden'],
    ['that turns itself', '/MediaBox [0 0 100 100] /Rotate 90', 'forbidden'],
    ['cropped to its ink', '/MediaBox [0 0 100 100] /CropBox [5 5 50 50]', 'drawn'],
    ['cropped beside its ink', '/MediaBox [0 0 100 100] /CropBox [50 50 90 90]', 'blank'],
  ])('%s ends', async (_, page, outcome) => {
    await expectOutcome(onePage(SQUARE, { page }), outcome);
  });

  test('with unbalanced q, Q and EMC is drawn', async () => {
    await expectOutcome(onePage(`${'q '.repeat(100)} Q EMC EMC ${SQUARE}`), 'drawn');
  });

  test('with states nested ten thousand deep is too large', async () => {
    await expectOutcome(onePage(`${'q '.repeat(10_000)} ${SQUARE}`), 'too-large');
  });

  test('with forged, huge and deep marks is drawn, and its labels stay small', async () => {
    const forged = `/Part.${'41'.repeat(60_000)} BMC /Part.1b5b33316d BMC /Part.zz BMC ${'/Part.61 BMC '.repeat(20_000)}`;
    const reading = await reader.read({ pdf: onePage(`${forged} ${SQUARE}`), subjects: {} });
    expect(reading.outcome === 'drawn' && reading.scene.parts.map(({ label }) => label)).toEqual([
      '[31m',
      'a',
    ]);
  });
});

describe('a hostile PDF', () => {
  test('that inflates to gigabytes ends', async () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(400 * 1024 * 1024, ' ')));
    await expectOutcome(
      onePage(bomb, { stream: '/Filter [/FlateDecode /FlateDecode]' }),
      /blank|too-large|timeout/,
    );
  });

  test('with a form that calls itself is drawn', async () => {
    const form = streamObject(
      '/F Do 10 10 20 20 re f',
      '/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /F 5 0 R >> >>',
    );
    await expectOutcome(
      onePage('/F Do', { resources: '/XObject << /F 5 0 R >>', more: [form] }),
      /drawn|blank/,
    );
  });

  test('with forms that double 40 times ends within its limit', async () => {
    const forms = Array.from({ length: 40 }, (_, index) =>
      streamObject(
        index === 39 ? SQUARE : '/F Do /F Do',
        `/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /F ${index + 6} 0 R >> >>`,
      ),
    );
    await expectOutcome(
      onePage('/F Do', { resources: '/XObject << /F 5 0 R >>', more: forms }),
      /too-large|timeout/,
    );
  });

  test('with a pattern of tiny steps ends', async () => {
    const pattern = streamObject(
      '0 0 1 1 re f',
      '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 /Resources << >>',
    );
    await expectOutcome(
      onePage('/Pattern cs /P scn 0 0 100 100 re f', {
        resources: '/Pattern << /P 5 0 R >>',
        more: [pattern],
      }),
      /drawn|too-large|timeout/,
    );
  });

  test('with ten million segments is too large', async () => {
    const path = `0 0 m ${'9 9 l 1 1 l '.repeat(1_000_000)} S`;
    await expectOutcome(onePage(deflateSync(path), { stream: '/Filter /FlateDecode' }), /too-large|timeout/);
  });

  test('whose cross-reference table goes in circles ends', async () => {
    const text = Buffer.from(onePage(SQUARE)).toString('latin1');
    const at = text.lastIndexOf('xref\n0');
    await expectOutcome(
      Buffer.from(text.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${at}`), 'latin1'),
      'drawn',
    );
  });

  test('whose page tree goes in circles is blank', async () => {
    const pdf = assemblePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R] /Count 1 >>',
    ]);
    await expectOutcome(pdf, 'blank');
  });

  test('that is cut off is blank or drawn, never trouble', async () => {
    const pdf = onePage(`${SQUARE}\n`.repeat(500));
    await expectOutcome(pdf.subarray(0, pdf.length / 2), /blank|drawn/);
    await expectOutcome(pdf.subarray(0, 20), 'blank');
  });

  test('that is no PDF or empty is blank', async () => {
    await expectOutcome(Buffer.from('<html>'), 'blank');
    await expectOutcome(new Uint8Array(), 'blank');
  });

  test('that is encrypted is forbidden', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'otterbench-qpdf-'));
    writeFileSync(join(folder, 'in.pdf'), onePage(SQUARE));
    execFileSync('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', 'in.pdf', 'out.pdf'], { cwd: folder });
    const pdf = new Uint8Array(readFileSync(join(folder, 'out.pdf')));
    rmSync(folder, { recursive: true });
    await expectOutcome(pdf, 'forbidden');
  });

  test('with JavaScript, launch actions and attachments is drawn, and none of it runs', async () => {
    const pdf = assemblePdf([
      '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [(x) 5 0 R] >> >> >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Annots [6 0 R] /AA << /O << /S /Launch /F (/bin/sh) >> >> >>',
      streamObject(SQUARE),
      '<< /Type /Filespec /F (x) /EF << /F 4 0 R >> >>',
      '<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 90 90] /V (x) /A << /S /Launch /F (/bin/sh) >> >>',
    ]);
    const reading = await reader.read({ pdf, subjects: {} });
    expect(reading.outcome === 'drawn' && reading.scene.marks.length).toBe(1);
  });

  test('with a raster image is forbidden, in a pattern too', async () => {
    const image = 'q 50 0 0 50 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
    const pattern = streamObject(
      image,
      '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 50 50] /XStep 50 /YStep 50 /Resources << >>',
    );
    await expectOutcome(onePage(image), 'forbidden');
    await expectOutcome(
      onePage('/Pattern cs /P scn 0 0 100 100 re f', {
        resources: '/Pattern << /P 5 0 R >>',
        more: [pattern],
      }),
      'forbidden',
    );
  });
});
