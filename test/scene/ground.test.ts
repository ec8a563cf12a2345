import { describe, expect, test } from 'vitest';
import type { SubjectSpec } from '../../src/domain/subject.ts';
import { readScene } from '../../src/scene/read-scene.ts';
import { makePicture, onePage } from '../helpers/make-pdf.ts';
import { readDrawn } from './read-drawn.ts';

async function ground(pdf: Uint8Array, spec: SubjectSpec) {
  const { grounding } = await readDrawn(pdf, { it: spec });
  const { by, how, things, chosen } = grounding.subjects.it!;
  return { by, how, things: things.map(({ marks }) => marks), chosen: chosen?.marks ?? null };
}

const DISC = (x: number, y: number) =>
  `${x} ${y + 5} m ${x} ${y + 2.239} ${x + 2.239} ${y} ${x + 5} ${y} c ${x + 7.761} ${y} ${x + 10} ${y + 2.239} ${x + 10} ${y + 5} c ${x + 10} ${y + 7.761} ${x + 7.761} ${y + 10} ${x + 5} ${y + 10} c ${x + 2.239} ${y + 10} ${x} ${y + 7.761} ${x} ${y + 5} c h`;

describe('a subject found by its look', () => {
  test('fill and stroke of one outline, drawn one after the other, are one thing', async () => {
    const pdf = onePage(`1 0.9 0 rg ${DISC(10, 10)} f 0 G ${DISC(10, 10)} S 0 0 1 rg ${DISC(40, 10)} f`);
    expect(await ground(pdf, { shape: 'circle', colour: 'yellow' })).toEqual({
      by: 'look',
      how: 'by its look, a yellow circle',
      things: [[0, 1]],
      chosen: [0, 1],
    });
  });

  test('two lines with one box are two, and one that is drawn twice is one', async () => {
    const cross = onePage('0 G 10 10 m 40 40 l S 10 40 m 40 10 l S 40 40 m 10 10 l S');
    expect((await ground(cross, { shape: 'line' })).things).toEqual([[0, 2], [1]]);
  });

  test('a ring of colour is of its stroke, a tint passes for the colour of its stroke, a blue disc keeps its blue', async () => {
    const red = { shape: 'circle', colour: 'red' } as const;
    const ring = onePage(`1 g 1 0 0 RG ${DISC(10, 10)} B`);
    const tint = onePage(`1 0.7 0.7 rg 1 0 0 RG ${DISC(10, 10)} B`);
    const blue = onePage(`0 0 1 rg 1 0 0 RG ${DISC(10, 10)} B`);
    const found = await Promise.all([ring, tint, blue].map((pdf) => ground(pdf, red)));
    expect(found.map(({ chosen }) => chosen)).toEqual([[0], [0], null]);
  });

  test('a thing of nearly the colour counts only where none has it plainly', async () => {
    const grey = `0.2 g ${DISC(10, 10)} f`;
    const black = `0 g ${DISC(40, 10)} f`;
    const dots = { shape: 'circle', colour: 'black' } as const;
    expect((await ground(onePage(grey), dots)).chosen).toEqual([0]);
    expect((await ground(onePage(`${grey} ${black}`), dots)).chosen).toEqual([1]);
  });

  test('a lens of another colour, filled under a clip, leaves the disc what it is', async () => {
    const pdf = onePage(
      `1 0 0 rg ${DISC(10, 10)} f 0 0 1 rg ${DISC(15, 10)} f q ${DISC(10, 10)} W n 0.5 0 0.5 rg ${DISC(15, 10)} f Q`,
    );
    expect((await ground(pdf, { shape: 'circle', colour: 'blue' })).chosen).toEqual([1]);
    expect((await ground(pdf, { shape: 'circle', colour: 'purple' })).chosen).toEqual([2]);
    expect((await ground(pdf, { shape: 'circle' })).things).toEqual([[0], [1, 2]]);
  });

  test('a double line is of its outer colour', async () => {
    const pdf = onePage(`4 w 1 0 0 RG ${DISC(10, 10)} S 2 w 1 G ${DISC(10, 10)} S`);
    expect((await ground(pdf, { shape: 'circle', colour: 'red' })).chosen).toEqual([0, 1]);
  });

  test('a disc that another of the same edge covers is not there, a thin outline around white is', async () => {
    const covered = onePage(`1 0 0 rg ${DISC(10, 10)} f 0 0 1 rg ${DISC(10, 10)} f`);
    expect((await ground(covered, { shape: 'circle', colour: 'red' })).things).toEqual([]);
    const outline = onePage(`0.05 w 1 g 1 0 0 RG ${DISC(10, 10)} B`);
    expect((await ground(outline, { shape: 'circle', colour: 'red' })).chosen).toEqual([0]);
  });

  test('three discs in one path are three things, each with its own ink', async () => {
    const pdf = onePage(`1 0 0 rg ${DISC(10, 10)} ${DISC(40, 10)} ${DISC(70, 10)} f`);
    const { grounding } = await readDrawn(pdf, { it: { shape: 'circle' } });
    const { things, chosen, how } = grounding.subjects.it!;
    expect(things.map(({ ink }) => Math.round(ink.centroid.x))).toEqual([15, 45, 75]);
    expect([chosen, how]).toEqual([null, 'by its look, a circle: 3 things match; exactly one is wanted']);
  });

  test('a pick chooses among several, and all takes them together', async () => {
    const pdf = onePage('10 10 10 10 re f 40 10 20 20 re f');
    const chosenBy = async (pick: NonNullable<SubjectSpec['pick']>) =>
      (await ground(pdf, { shape: 'square', pick })).chosen;
    expect([await chosenBy('largest'), await chosenBy('leftmost'), await chosenBy('all')]).toEqual([
      [1],
      [0],
      [0, 1],
    ]);
  });
});

describe('a subject found by its label', () => {
  test('a part in two scopes is one thing, and nested ink belongs to it', async () => {
    const pdf = onePage(
      '/Part.6f BMC 10 10 9 9 re f /Part.70 BMC 30 10 9 9 re f EMC EMC 50 10 9 9 re f /Part.6f BMC 70 10 9 9 re f EMC',
    );
    expect(await ground(pdf, { label: 'o' })).toEqual({
      by: 'label',
      how: 'by its label "o"',
      things: [[0, 1, 3]],
      chosen: [0, 1, 3],
    });
  });

  test('a missing label is said, with those that the drawing has', async () => {
    expect(await ground(onePage('/Part.6f BMC 10 10 9 9 re f EMC'), { label: 'plane' })).toEqual({
      by: null,
      how: 'no part has the label "plane"; the drawing has "o"',
      things: [],
      chosen: null,
    });
  });

  test('what is covered is in its full mask, but not in its visible one', async () => {
    const pdf = onePage('/Part.6f BMC 1 0 0 rg 10 10 20 20 re f EMC 0 0 1 rg 20 10 40 20 re f');
    const { grounding } = await readDrawn(pdf, { it: { label: 'o' } });
    const { fullPx, visiblePx } = grounding.subjects.it!.chosen!.ink;
    expect(visiblePx / fullPx).toBeCloseTo(0.5, 1);
  });
});

describe('ink that can not be seen is not there', () => {
  const PART = (ink: string) => `0 0 1 rg 60 60 20 20 re f /Part.6f BMC ${ink} EMC`;
  test.each([
    ['transparent', PART('/G gs 10 10 20 20 re f')],
    ['white on white', PART('1 g 10 10 20 20 re f')],
    ['off the page', PART('300 300 20 20 re f')],
    ['clipped away', PART('q 0 0 5 5 re W n 10 10 20 20 re f Q')],
    ['under a rectangle', `${PART('1 0 0 rg 10 10 20 20 re f')} 0 g 5 5 40 40 re f`],
    ['text that is not painted', PART('BT /F 20 Tf 3 Tr 10 10 Td (otter) Tj ET')],
  ])('%s', async (_, content) => {
    const resources =
      '/ExtGState << /G << /ca 0 /CA 0 >> >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
    expect(await ground(onePage(content, { resources }), { label: 'o' })).toMatchObject({
      how: 'by its label "o", but none of it can be seen',
      things: [],
      chosen: null,
    });
  });

  test('and a drawing of nothing else is blank', async () => {
    const reading = await readScene({ pdf: onePage('1 g 10 10 20 20 re f'), subjects: {} });
    expect(reading.outcome).toBe('blank');
  });
});

describe('a subject found by text and by comments', () => {
  test('text is compared without case and white space, over several strings', async () => {
    const pdf = await makePicture(String.raw`\node{Free Wi\textbf{Fi} here}; \fill (0,2) circle (1mm);`);
    expect(await ground(pdf, { text: 'free wifi' })).toMatchObject({ by: 'text', chosen: [0, 1] });
  });

  test('a comment that names no subject goes on with the last, one about the sky does not', async () => {
    const pdf = await makePicture(String.raw`
      \comment{The dining tables}\fill (0,0) rectangle (1,1);
      \comment{wing}\fill (2,0) rectangle (3,1);
      \comment{sky}\fill (4,0) rectangle (5,1);`);
    expect(await ground(pdf, { label: 'table' })).toEqual({
      by: 'comment',
      how: 'by the comment "The dining tables"',
      things: [[0, 1]],
      chosen: [0, 1],
    });
  });

  test('a comment that another one follows before any ink still begins its subject', async () => {
    const pdf = await makePicture(String.raw`
      \comment{The cow}\comment{head}\fill (0,0) rectangle (1,1);
      \comment{ear}\fill (2,0) rectangle (3,1);
      \comment{leg}\comment{caption}\fill (4,0) rectangle (5,1);`);
    expect(await ground(pdf, { label: 'cow' })).toEqual({
      by: 'comment',
      how: 'by the comment "The cow"',
      things: [[0, 1]],
      chosen: [0, 1],
    });
  });

  test('a comment is asked where no part has the label', async () => {
    const pdf = await makePicture(String.raw`
      \comment{The cow}\fill (0,0) rectangle (1,1);
      \comment{The kite}\part{kite}{\fill (3,0) rectangle (4,1);}`);
    expect(await ground(pdf, { label: 'kite' })).toMatchObject({ by: 'label', chosen: [1] });
    expect(await ground(pdf, { label: 'cow' })).toMatchObject({ by: 'comment' });
  });

  test.each([
    ['hot dog', 'Hotdogs'],
    ['skateboard', 'the skate board'],
    ['fire-hydrant', 'FireHydrant'],
  ])('the label %j is found in the comment %j', async (label, comment) => {
    const pdf = await makePicture(`\\comment{${comment}}\\fill (0,0) rectangle (1,1);`);
    expect(await ground(pdf, { label })).toMatchObject({ by: 'comment', chosen: [0] });
  });

  test('a name that only letters have gives way to a comment, but letters stay letters without one', async () => {
    const caption = String.raw`\part{kite}{\node at (5,0) {Kite};}`;
    const pdf = await makePicture(
      String.raw`\comment{The kite}\fill (0,0) rectangle (1,1); \comment{Captions}${caption}`,
    );
    expect(await ground(pdf, { label: 'kite' })).toMatchObject({ by: 'comment', chosen: [0] });
    expect(await ground(await makePicture(caption), { label: 'kite' })).toMatchObject({ by: 'label' });
  });

  test('a comment may say only the last word of a label', async () => {
    const pdf = await makePicture(String.raw`\comment{Table}\fill (0,0) rectangle (1,1);`);
    expect(await ground(pdf, { label: 'dining-table' })).toMatchObject({ by: 'comment', chosen: [0] });
  });
});
