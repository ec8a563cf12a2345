import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TexCompiler } from '../../src/domain/ports.ts';
import { forEachConcurrently } from '../../src/sweep/for-each-concurrently.ts';
import { type Rendered, renderReply } from '../../src/sweep/render-drawing.ts';
import { createTexCompiler } from '../../src/tex/compile.ts';
import { prepareTex } from '../../src/tex/prepare.ts';
import { openTestWorkshop, ROOT, type TestWorkshop, testCache } from '../helpers/workshop.ts';
import { type CorpusDrawing, corpusDrawings, HAS_CORPUS, IS_FULL, NOT_DRAWN } from './corpus.ts';
import { comparePixels } from './pixels.ts';

/** Every how many drawings take both paths; the cold one takes half a second and more. */
const COMPARED = IS_FULL ? 1 : 8;
const WORKERS = 2;

describe.skipIf(!HAS_CORPUS)(
  'the corpus of real drawings (skipped where ../shared/corpus is missing)',
  () => {
    it('is drawn, and has the same pixels on the fast and on the cold path', async () => {
      await using workshop = await openTestWorkshop(WORKERS);
      const cold = await coldCompiler(workshop);
      const notDrawn: Record<string, string> = {};
      const different: Record<string, string> = {};
      const drawings = corpusDrawings().map((drawing, index) => ({
        drawing,
        isCompared: index % COMPARED === 0,
      }));
      await forEachConcurrently(drawings, { concurrency: WORKERS }, async ({ drawing, isCompared }) => {
        const fast = await render(drawing, workshop);
        if (fast.outcome !== 'drawn') notDrawn[drawing.name] = `${fast.outcome}: ${fast.reason}`;
        if (!isCompared) return;
        const difference = compare(fast, await render(drawing, { ...workshop, compiler: cold }));
        if (difference !== 'same') different[drawing.name] = difference;
      });
      expect({ count: drawings.length, notDrawn, different }).toEqual({
        count: 276,
        notDrawn: NOT_DRAWN,
        different: {},
      });
    }, 1_200_000);
  },
);

it('a picture that differs by a hair is not the same', async () => {
  await using workshop = await openTestWorkshop();
  const [one, same, other, wider] = await Promise.all(
    ['(1,1)', '(1,1)', '(1,1.02)', '(2,1)'].map(async (to) => {
      const tikz = `\\begin{tikzpicture}\\draw (0,0) rectangle (3,3); \\draw (0,0) -- ${to};\\end{tikzpicture}`;
      const rendered = await render({ name: to, tikz }, workshop);
      if (rendered.outcome !== 'drawn') throw new Error(rendered.reason);
      return rendered.png;
    }),
  );
  expect(comparePixels(one!, same!)).toBe('same');
  expect(comparePixels(one!, other!)).toMatch(/^\d+ of \d+ px differ$/);
  expect(comparePixels(one!, wider!)).toMatch(/^\d+ of \d+ px differ$/);
});

async function coldCompiler({ sandbox }: TestWorkshop): Promise<TexCompiler> {
  const installation = await prepareTex({ cacheDirectory: testCache(), latexDirectory: join(ROOT, 'latex') });
  return createTexCompiler({ installation, sandbox, path: 'cold' });
}

function render(
  { tikz }: CorpusDrawing,
  { compiler, reader }: Pick<TestWorkshop, 'compiler' | 'reader'>,
): Promise<Rendered> {
  return renderReply(tikz, { compiler, reader, subjects: {} });
}

function compare(one: Rendered, other: Rendered): string {
  if (one.outcome !== 'drawn' || other.outcome !== 'drawn')
    return one.outcome === other.outcome ? 'same' : `${one.outcome} and ${other.outcome}`;
  return comparePixels(one.png, other.png);
}
