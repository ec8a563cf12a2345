import { expect, test } from 'vitest';
import { makePicture } from '../helpers/make-pdf.ts';
import { readDrawn } from './read-drawn.ts';

const SHAPES = [
  [String.raw`\draw (0,0) circle (1);`, { name: 'circle' }],
  [String.raw`\fill (0,0) circle (.5mm);`, { name: 'circle' }],
  [String.raw`\draw (0,0) arc (0:360:1);`, { name: 'circle' }],
  [String.raw`\draw plot[domain=0:360,samples=30] ({cos(\x)},{sin(\x)}) -- cycle;`, { name: 'circle' }],
  [String.raw`\draw[rotate=30] (0,0) ellipse (2 and 1);`, { name: 'ellipse', angleDeg: 30 }],
  [String.raw`\draw (0,0) rectangle (1,1);`, { name: 'square' }],
  [String.raw`\draw (0,0) rectangle (2,1);`, { name: 'rectangle', angleDeg: 0 }],
  [String.raw`\draw[rotate=20] (0,0) rectangle (3,1);`, { name: 'rectangle', angleDeg: 20 }],
  [String.raw`\draw[rounded corners=3mm] (0,0) rectangle (3,1);`, { name: 'rectangle' }],
  [String.raw`\draw (0,0) -- (1,0) -- (0.3,1) -- cycle;`, { name: 'triangle' }],
  [String.raw`\draw (0,0) -- (1,0) -- (0.3,1) -- (0,0);`, { name: 'triangle' }],
  [
    String.raw`\node[draw,regular polygon,regular polygon sides=5,minimum size=2cm]{};`,
    { name: 'polygon', corners: 5 },
  ],
  [
    String.raw`\node[draw,regular polygon,regular polygon sides=8,minimum size=2cm]{};`,
    { name: 'polygon', corners: 8 },
  ],
  [String.raw`\draw (0,0) -- (1,1) -- (2,2);`, { name: 'line', angleDeg: 45 }],
  [String.raw`\draw (0,0) -- (1,1) -- (2,0);`, { name: 'polyline' }],
  [String.raw`\draw (0,0) .. controls (1,2) .. (2,0);`, { name: 'curve' }],
] as const;

test('shapes are recognised as a person would name them', async () => {
  const { scene } = await readDrawn(await makePicture(SHAPES.map(([source]) => source).join('\n')));
  const named = scene.marks.map(({ shapes: [shape] }) => shape);
  expect(named).toEqual(
    SHAPES.map(([, { name, ...rest }]) =>
      expect.objectContaining({
        name,
        ...('angleDeg' in rest ? { angleDeg: expect.closeTo(rest.angleDeg, 1) } : {}),
        ...('corners' in rest ? { corners: rest.corners } : {}),
      }),
    ),
  );
});
