import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TexCompiler } from '../../src/domain/ports.ts';
import { ROOT } from '../helpers/workshop.ts';
import { drawingOf, texHere } from './tex-here.ts';

const CORPUS = join(ROOT, '../shared/corpus');
const FILES = ['gpt4-things', 'gpt4-relations'];
/** Drawings that give no PDF here though plain pdflatex gives one, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'gpt4-things 189': 'forbidden: it places a picture from a file instead of drawing',
};
/** Every how many drawings are compared on both paths; the cold path takes half a second each. */
const COMPARED = 20;

interface Row {
  readonly name: string;
  readonly tikz: string;
}

function rows(): readonly Row[] {
  return FILES.flatMap((file) =>
    readFileSync(join(CORPUS, `${file}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line, index) => ({ name: `${file} ${index}`, tikz: JSON.parse(line).tikz as string })),
  );
}

function pixels(pdf: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'otterbench-pixels-'));
  writeFileSync(join(folder, 'a.pdf'), pdf);
  const ppm = execFileSync('pdftoppm', ['-r', '72', join(folder, 'a.pdf')], { maxBuffer: 1e9 });
  rmSync(folder, { recursive: true });
  return ppm;
}

async function pixelsOf(tex: TexCompiler, row: Row): Promise<Buffer | string> {
  const result = await tex.compile(drawingOf(row.tikz));
  return result.outcome === 'compiled' ? pixels(result.pdf) : result.outcome;
}

describe.skipIf(!existsSync(CORPUS))('the corpus of real drawings (skipped where it is missing)', () => {
  it('compiles on the fast path, but for the exceptions', async () => {
    const tex = await texHere();
    const others: Record<string, string> = {};
    for (const { name, tikz } of rows()) {
      const result = await tex.compile(drawingOf(tikz));
      if (result.outcome !== 'compiled') others[name] = `${result.outcome}: ${result.reason}`;
      else if (result.path !== 'fast') others[name] = result.notes.join();
    }
    expect(others).toEqual(EXCEPTIONS);
  }, 300_000);

  it('has the same pixels on the fast and on the cold path', async () => {
    const [fast, cold] = [await texHere(), await texHere('cold')];
    for (const row of rows().filter((_, index) => index % COMPARED === 0)) {
      const [one, two] = [await pixelsOf(fast, row), await pixelsOf(cold, row)];
      expect([row.name, Buffer.compare(Buffer.from(one), Buffer.from(two))]).toEqual([row.name, 0]);
    }
  }, 300_000);
});
