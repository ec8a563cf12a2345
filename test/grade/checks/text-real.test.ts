import { expect, test } from 'vitest';
import { examine } from '../../helpers/ink.ts';
import { makePicture } from '../../helpers/make-pdf.ts';
import { readDrawn } from '../../scene/read-drawn.ts';

const { raw } = String;

/** Whether the word HI, drawn on a frame, is read when this is drawn too. */
async function readsHi(body: string): Promise<boolean> {
  const drawn = await readDrawn(await makePicture(raw`\draw (-3,-3) rectangle (3,3); ${body}`), {});
  return examine(drawn, 'text', [], { says: 'HI' }).met;
}

test.each([
  ['alone', raw`\node {HI};`, true],
  ['below a sheet', raw`\node {HI}; \fill[gray] (-1,-1) rectangle (1,1);`, false],
  [
    'below a sheet that is clipped to elsewhere',
    raw`\node {HI}; \begin{scope}\clip (2,2) circle (.5); \fill[gray] (-2,-2) rectangle (2,2);\end{scope}`,
    true,
  ],
  [
    'below a sheet that is clipped to more than the word',
    raw`\node {HI}; \begin{scope}\clip (0,0) circle (2); \fill[gray] (-2.5,-2.5) rectangle (2.5,2.5);\end{scope}`,
    false,
  ],
  ['clipped away', raw`\begin{scope}\clip (2,2) circle (.5); \node {HI};\end{scope}`, false],
  ['within its clip', raw`\begin{scope}\clip (0,0) circle (2); \node {HI};\end{scope}`, true],
])('a word %s is read or not by what is seen of it', async (_name, body, isRead) => {
  expect(await readsHi(body)).toBe(isRead);
});
