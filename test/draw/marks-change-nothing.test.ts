import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Drawing } from '../../src/domain/drawing.ts';
import { extractDrawing } from '../../src/draw/extract.ts';
import { markComments } from '../../src/draw/mark-comments.ts';
import { corpusDrawings, HAS_CORPUS, IS_FULL, NOT_DRAWN } from '../corpus/corpus.ts';
import { comparePixels } from '../corpus/pixels.ts';
import { openTestWorkshop, type TestWorkshop } from '../helpers/workshop.ts';

/** Every how many drawings of the corpus are compiled with marks and without. */
const EVERY = IS_FULL ? 1 : 10;

let workshop: TestWorkshop;
beforeAll(async () => {
  workshop = await openTestWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

/** How many marks there are, how many TeX errors they add, and what they do to the pixels. */
async function effectOfMarks(tikz: string) {
  const extraction = extractDrawing(tikz);
  if (extraction.outcome !== 'found') throw new Error(`${extraction.outcome}: ${extraction.reason}`);
  const marked = markComments(extraction.drawing);
  const marks = marked.body.split('\\otterbenchcomment{').length - 1;
  const [plain, other] = [await draw(extraction.drawing), await draw(marked)];
  return { marks, newErrors: other.errors - plain.errors, pixels: comparePixels(plain.png, other.png) };
}

async function draw(drawing: Drawing) {
  const compiled = await workshop.compiler.compile(drawing);
  if (compiled.outcome !== 'compiled') throw new Error(`${compiled.outcome}: ${compiled.reason}`);
  const reading = await workshop.reader.read({ pdf: compiled.pdf, subjects: {} });
  if (reading.outcome !== 'drawn') throw new Error(`${reading.outcome}: ${reading.reason}`);
  return { errors: compiled.errors.length, png: reading.png };
}

/** Name, number of marks, statements. */
const CASES: readonly (readonly [string, number, string])[] = [
  ['headings', 2, '% an otter\n\\draw (0,0) circle (1);\n% a plane\n\\fill (3,0) circle (1);'],
  [
    'comments at the end of lines, below a heading',
    5,
    '% otter\n\\draw (0,0) circle (1); % head\n\\fill (0,-2) rectangle (1,-1); % body\n',
  ],
  [
    'several statements on a line with one comment',
    1,
    '\\draw (0,0) -- (1,0); \\draw (1,0) -- (1,1); % otter\n',
  ],
  [
    'a loop with a comment in its body',
    2,
    '% stars\n\\foreach \\x in {0,1,2} {\n  % one\n  \\fill (\\x,0) circle (2pt); % dot\n}\n% sun\n\\fill[yellow] (1,1) circle (1);',
  ],
  [
    'loops without braces and within a path',
    3,
    '% a\n\\foreach \\x in {0,1} \\fill (\\x,0) circle (2pt);\n% b\n\\draw (0,1) \\foreach \\x in {1,2} { -- (\\x,2) };\n% c\n\\fill (3,3) circle (1);',
  ],
  [
    'scopes, clipped, shifted and shaded',
    4,
    '% a\n\\begin{scope}[shift={(1,1)},rotate=30] % b\n  \\clip (0,0) circle (1); % c\n  \\shade[left color=red] (-1,-1) rectangle (1,1);\n\\end{scope}\n\\draw (0,0) -- (1,0);',
  ],
  [
    'nodes with comments inside of braces and options',
    2,
    '% a\n\\node[draw, % thin\n  align=center] at (0,0) {one % two\n  three};\n% b\n\\node at (2,0) {b};',
  ],
  [
    'matrices',
    2,
    '% a\n\\matrix[matrix of nodes] (m) { % first\n  1 & 2 \\\\ % second\n  3 & 4 \\\\\n};\n% b\n\\draw (m-1-1) -- (m-2-2);',
  ],
  [
    'layers',
    2,
    '% a\n\\fill[red] (0,0) circle (1);\n\\begin{pgfonlayer}{background}\n  % sky\n  \\fill[blue] (-2,-2) rectangle (2,2); % blue\n\\end{pgfonlayer}\n% b\n\\fill (0,0) circle (3pt);',
  ],
  [
    'comments within a path',
    2,
    '% a\n\\draw (0,0) % corner\n  -- (1,0)\n  % up\n  -- (1,1) % top\n  -- cycle;\n% b\n\\draw (2,2) -- (3,3);',
  ],
  [
    'line ends that are commented out, and empty comments',
    1,
    '\\draw[%\n  red]%\n  (0,0) -- %\n  (1,1);%\n%%%%%%%%\n% a %\n\\fill (2,0) circle (1);%',
  ],
  [
    'special characters',
    2,
    '% 100 % # _ ^ & ~ $ \\ {{{ ]\n\\draw (0,0) -- (1,1);\n% Ökolibri 🦦 \\end{tikzpicture}\n\\draw (1,0) -- (2,1);',
  ],
  [
    'definitions and macros of its own',
    5,
    '% paw\n\\newcommand{\\paw}[1]{% inner\n  \\fill (#1,0) circle (3pt);% dot\n}\n% left\n\\paw{0}\n% right\n\\paw{1} % last\n\\def\\r{1}\n\\draw (0,0) circle (\\r);',
  ],
  [
    'blank lines and a line break between',
    2,
    '% a\n\n\\draw (0,0) -- (1,1);\n\\\\\n\n% b\n\n\\draw (1,0) -- (2,1);\n',
  ],
  [
    'coordinates, calculations and pictures in nodes',
    3,
    '% a\n\\coordinate (A) at (0,0); % origin\n\\draw let \\p1=(A) in (\\p1) -- ++(1,1);\n\\node at (3,0) {\\begin{tikzpicture}% inner\n\\draw (0,0) circle (1);\n\\end{tikzpicture}};',
  ],
  [
    'an axis',
    2,
    '% plot\n\\draw (0,0) -- (1,1);\n\\begin{axis}\n% curve\n\\addplot {x^2}; % done\n\\end{axis}\n% b\n\\draw (0,0) -- (1,0);',
  ],
];

describe('marks of comments change neither the number of TeX errors nor a pixel', () => {
  test.each(CASES)('%s', async (_, marks, statements) => {
    const preamble = `\\usepackage{pgfplots}\\pgfdeclarelayer{background}\\pgfsetlayers{background,main}\n`;
    const tikz = `${statements.includes('axis') || statements.includes('layer') ? preamble : ''}\\begin{tikzpicture}\n${statements}\n\\end{tikzpicture}\n`;
    expect(await effectOfMarks(tikz)).toEqual({ marks, newErrors: 0, pixels: 'same' });
  });

  test('also where TeX reports errors anyway', async () => {
    const statements =
      '% a\n\\draw[nonsense] (0,0) -- (1,1);\n% b\n\\undefinedthing\n% c\n\\draw (0,0) -- (nowhere);\n% d\n\\fill (0,0) circle (1);';
    const effect = await effectOfMarks(`\\begin{tikzpicture}\n${statements}\n\\end{tikzpicture}\n`);
    expect(effect).toEqual({ marks: 4, newErrors: 0, pixels: 'same' });
  });
});

describe.skipIf(!HAS_CORPUS)('real drawings (skipped where ../shared/corpus is missing)', () => {
  it('compile with marks as they do without', async () => {
    const some = corpusDrawings().filter((_, index) => index % EVERY === 0);
    const drawings = some.filter(({ name }) => !(name in NOT_DRAWN));
    const changed: Record<string, unknown> = {};
    let marks = 0;
    for (const { name, tikz } of drawings) {
      const effect = await effectOfMarks(tikz);
      marks += effect.marks;
      if (effect.newErrors !== 0 || effect.pixels !== 'same') changed[name] = effect;
    }
    expect({ drawings: drawings.length, changed }).toEqual({ drawings: IS_FULL ? 275 : 28, changed: {} });
    expect(marks).toBeGreaterThan(5 * drawings.length);
  }, 600_000);
});
