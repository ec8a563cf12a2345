import { describe, expect, test } from 'vitest';
import { makePicture, onePage } from '../helpers/make-pdf.ts';
import { readDrawn } from './read-drawn.ts';

const box = (xMin: number, yMin: number, xMax: number, yMax: number, digits = 1) => ({
  xMin: expect.closeTo(xMin, digits),
  yMin: expect.closeTo(yMin, digits),
  xMax: expect.closeTo(xMax, digits),
  yMax: expect.closeTo(yMax, digits),
});

describe('the marks of a page', () => {
  test('a filled and stroked square is one mark with its colours, width, place and parts', async () => {
    const { scene } = await readDrawn(onePage('/Part.6f BMC 2 w 1 0 0 rg 0 0 1 RG 10 20 30 30 re B EMC'));
    expect(scene).toEqual({
      version: 1,
      page: { widthPt: 100, heightPt: 100 },
      box: box(9, 19, 41, 51, 0),
      diagonalPt: expect.closeTo(Math.hypot(32, 32), 0),
      marks: [
        {
          index: 0,
          kind: 'path',
          operators: [expect.any(Number)],
          box: box(9, 19, 41, 51, 0),
          outlines: [
            {
              points: [
                { x: 10, y: 20 },
                { x: 40, y: 20 },
                { x: 40, y: 50 },
                { x: 10, y: 50 },
              ],
              closed: true,
            },
          ],
          fill: '#ff0000',
          stroke: '#0000ff',
          strokeWidthPt: 2,
          fillOpacity: 1,
          strokeOpacity: 1,
          shapes: [{ name: 'square', corners: 4, angleDeg: 0 }],
          text: null,
          parts: ['o'],
          comment: null,
        },
      ],
      parts: [{ label: 'o', marks: [0], parent: null }],
      notes: [],
    });
  });

  test('colours of every colour space are hex', async () => {
    const { scene } = await readDrawn(
      onePage('0.5 g 0 0 9 9 re f 0 1 1 0 k 10 0 9 9 re f /DeviceRGB cs 0 1 0 sc 20 0 9 9 re f'),
    );
    expect(scene.marks.map(({ fill }) => fill)).toEqual([
      '#808080',
      expect.stringMatching(/^#[ef].[0-3].[0-3].$/),
      '#00ff00',
    ]);
  });

  test('a transformation moves, turns and scales outlines and line widths', async () => {
    const { scene } = await readDrawn(onePage('q 0 2 -2 0 50 10 cm 1 w 0 0 10 5 re S Q'));
    expect(scene.marks[0]).toMatchObject({ box: box(39, 9, 51, 31), strokeWidthPt: 2 });
  });

  test('more Q than q, more EMC than BMC and unknown operators do no harm', async () => {
    const { scene } = await readDrawn(
      onePage('Q Q EMC EMC 0 0 9 9 re f Q q q q /Part.61 BMC 20 0 9 9 re f bogus 1 2 3'),
    );
    expect(scene.marks.map(({ parts }) => parts)).toEqual([[], ['a']]);
  });

  test('text is read with its unicode, one mark for each shown string', async () => {
    const { scene } = await readDrawn(await makePicture(String.raw`\node{Free \textbf{WiFi} here};`));
    expect(scene.marks.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'Free'],
      ['text', 'WiFi'],
      ['text', 'here'],
    ]);
  });

  test('labels nest, one label twice is one part, and a comment holds until the next', async () => {
    const { scene } = await readDrawn(
      await makePicture(String.raw`
        \fill (0,0) circle (1mm);
        \comment{the otter}
        \part{otter}{\fill (1,0) circle (1mm); \part{paw}{\fill (2,0) circle (1mm);}}
        \comment{the sun}
        \part{otter}{\fill (3,0) circle (1mm);}`),
    );
    expect(scene.marks.map(({ parts, comment }) => ({ parts, comment }))).toEqual([
      { parts: [], comment: null },
      { parts: ['otter'], comment: 'the otter' },
      { parts: ['otter', 'paw'], comment: 'the otter' },
      { parts: ['otter'], comment: 'the sun' },
    ]);
    expect(scene.parts).toEqual([
      { label: 'otter', marks: [1, 2, 3], parent: null },
      { label: 'paw', marks: [2], parent: 'otter' },
    ]);
  });

  test('a rectangle that covers all of a clip has the outline of the clip, one that does not has its own', async () => {
    const disc = String.raw`\clip (0,0) circle (1);`;
    const sheet = String.raw`\fill[red] (-1,-1) rectangle (1,1);`;
    const half = String.raw`\fill[red] (-1,-1) rectangle (0,1);`;
    const shapesOf = async (code: string) => {
      const { scene } = await readDrawn(await makePicture(code));
      return scene.marks.map(({ shapes }) => shapes.map((shape) => shape?.name));
    };
    expect([await shapesOf(disc + sheet), await shapesOf(disc + half)]).toEqual([
      [['circle']],
      [['rectangle']],
    ]);
  });

  test('a shading has the outline that clips it and its middle colour', async () => {
    const { scene } = await readDrawn(
      await makePicture(String.raw`\shade[ball color=red] (0,0) circle (1);`),
    );
    expect(scene.marks).toMatchObject([
      {
        kind: 'shading',
        shapes: [{ name: 'circle' }],
        fill: expect.stringMatching(/^#[89a-f].[0-4].[0-4].$/),
      },
    ]);
  });

  test('the opacity of a transparency group counts for what is in it', async () => {
    const { scene } = await readDrawn(
      await makePicture(
        String.raw`\begin{scope}[transparency group, opacity=.5]\fill[red, opacity=.5] (0,0) rectangle (1,1);\end{scope}`,
      ),
    );
    expect(scene.marks[0]?.fillOpacity).toBeCloseTo(0.25, 2);
  });

  test('ink of a soft mask is no mark', async () => {
    const { scene } = await readDrawn(
      await makePicture(String.raw`\fill[red, path fading=fade] (0,0) rectangle (2,1);`, {
        preamble: String.raw`\begin{tikzfadingfrompicture}[name=fade]\fill[transparent!0] (0,0) circle (1);\end{tikzfadingfrompicture}`,
      }),
    );
    expect(scene.marks.map(({ kind, fill }) => [kind, fill])).toEqual([['path', '#ff0000']]);
  });
});
