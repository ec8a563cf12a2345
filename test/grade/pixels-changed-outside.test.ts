import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '../../src/domain/geometry.ts';
import type { RenderedDrawing } from '../../src/domain/rendered.ts';
import type { Scene } from '../../src/domain/scene.ts';
import { partCanvas } from '../../src/grade/judge/canvas.ts';
import { changedOutside } from '../../src/grade/pixels/changed-outside.ts';
import { duplicates } from '../../src/grade/pixels/duplicates.ts';
import type { Raster } from '../../src/grade/pixels/raster.ts';
import { renderReply } from '../../src/sweep/render-drawing.ts';
import { openTestWorkshop, type TestWorkshop } from '../helpers/workshop.ts';
import { BLUE, boxOf, colourOf, decoded, isLike, RED } from './pixel-pictures.ts';

let workshop: TestWorkshop;
beforeAll(async () => {
  workshop = await openTestWorkshop();
});
afterAll(() => workshop[Symbol.asyncDispose]());

const SUBJECTS = Object.fromEntries(['house', 'tree', 'sun', 'dog'].map((label) => [label, { label }]));

/** The labelled parts of a picture, each with its statements, in one `tikzpicture`. */
async function draw(parts: Readonly<Record<string, string>>, options = ''): Promise<RenderedDrawing> {
  const scopes = Object.entries(parts).map(
    ([label, statements]) => `\\begin{scope}[part=${label}]${statements}\\end{scope}`,
  );
  const tikz = `\\begin{tikzpicture}[${options}]\n${scopes.join('\n')}\n\\end{tikzpicture}`;
  const { compiler, reader } = workshop;
  const rendered = await renderReply(tikz, { compiler, reader, subjects: SUBJECTS });
  if (rendered.outcome !== 'drawn') throw new Error(`${rendered.outcome}: ${rendered.reason}`);
  return rendered;
}

const HOUSE =
  '\\fill[red] (0,0) rectangle (2,1.5);\\draw[thick] (0,0) rectangle (2,1.5) -- (1,2.4) -- (0,1.5);';
const TREE = '\\fill[brown] (3.4,0) rectangle (3.6,1);\\fill[green!50!black] (3.5,1.4) circle (0.7);';
const SUN =
  '\\fill[yellow] (4.5,3.2) circle (0.5);\\foreach \\a in {0,30,...,330} \\draw (4.5,3.2) -- +(\\a:0.9);';
const BEFORE = { house: HOUSE, tree: TREE, sun: SUN };
const DOG_LEFT = '\\fill[blue] (-3.07,0) rectangle (-1.93,0.63);\\fill[blue] (-2,0.83) circle (0.33);';

/** Where subjects are seen; those that are not there are nowhere. */
function boxesOf({ grounding }: RenderedDrawing, ...names: readonly string[]): Box[] {
  return names.flatMap((name) => grounding.subjects[name]?.chosen?.ink.box ?? []);
}

function outsideOf(before: RenderedDrawing, after: RenderedDrawing, ...asked: readonly string[]): number {
  const boxes = { before: boxesOf(before, ...asked), after: boxesOf(after, ...asked) };
  return changedOutside(before, after, boxes).share;
}

/** How much of the red of a picture of a page lies in a box of it. */
function redShareIn({ xMin, yMin, xMax, yMax }: Box, raster: Raster, page: Scene['page']): number {
  const pxPerPt = raster.widthPx / page.widthPt;
  let [inside, all] = [0, 0];
  for (let pixel = 0; pixel < raster.widthPx * raster.heightPx; pixel += 1) {
    const [x, y] = [pixel % raster.widthPx, Math.floor(pixel / raster.widthPx)];
    if (colourOf(raster, x, y).join() !== '255,0,0') continue;
    all += 1;
    const [xPt, yPt] = [(x + 0.5) / pxPerPt, page.heightPt - (y + 0.5) / pxPerPt];
    if (xPt > xMin && xPt < xMax && yPt > yMin && yPt < yMax) inside += 1;
  }
  return inside / all;
}

describe('what changed outside of what was asked for', () => {
  it('is nothing when a part was added at the left, which moves the origin', async () => {
    const [before, after] = [await draw(BEFORE), await draw({ ...BEFORE, dog: DOG_LEFT })];
    expect(after.scene.page.widthPt).toBeGreaterThan(before.scene.page.widthPt + 20);
    expect(outsideOf(before, after, 'dog')).toBeLessThan(0.005);
    expect(outsideOf(after, before, 'dog')).toBeLessThan(0.005);
  });

  it('is nothing when the whole is drawn in another scale', async () => {
    const [before, after] = [await draw(BEFORE), await draw({ ...BEFORE, dog: DOG_LEFT }, 'scale=1.7')];
    expect(outsideOf(before, after, 'dog')).toBeLessThan(0.05);
  });

  it('is nothing when what was asked for moved, or went away', async () => {
    const before = await draw(BEFORE);
    const moved = await draw({ ...BEFORE, tree: `\\begin{scope}[xshift=4.3cm]${TREE}\\end{scope}` });
    const gone = await draw({ house: HOUSE, tree: TREE });
    expect(outsideOf(before, moved, 'tree')).toBeLessThan(0.005);
    expect(outsideOf(before, gone, 'sun')).toBeLessThan(0.005);
  });

  it('is the part that was not asked for, where its colour changed', async () => {
    const before = await draw(BEFORE);
    const after = await draw({ ...BEFORE, house: HOUSE.replace('red', 'orange'), dog: DOG_LEFT });
    const boxes = { before: boxesOf(before, 'dog'), after: boxesOf(after, 'dog') };
    const { share, diff } = changedOutside(before, after, boxes);
    const [house] = boxesOf(after, 'house');
    expect(share).toBeGreaterThan(0.3);
    expect(redShareIn(house!, decoded(diff), after.scene.page)).toBeGreaterThan(0.99);
  });

  it('is a background that was recoloured, whatever stands before it', async () => {
    const sky = (colour: string) => ({ sky: `\\fill[${colour}] (-4,-1) rectangle (6,5);`, ...BEFORE });
    const [before, after] = [await draw(sky('cyan!20')), await draw(sky('magenta!40'))];
    expect(outsideOf(before, after, 'tree')).toBeGreaterThan(0.5);
  });

  it('is a thin line more', async () => {
    const line = '\\draw (2.2,0.2) -- (3,0.2);';
    const [before, after] = [await draw(BEFORE), await draw({ ...BEFORE, sun: `${SUN}${line}` })];
    expect(outsideOf(before, after, 'tree')).toBeGreaterThan(0.001);
    expect(outsideOf(before, before, 'tree')).toBe(0);
  });

  it('is most where nothing of the old picture is left', async () => {
    const [before, after] = [await draw(BEFORE), await draw({ dog: DOG_LEFT })];
    expect(outsideOf(before, after)).toBeGreaterThan(0.8);
  });
});

describe('real drawings', () => {
  it('a part is cut out of the right place', async () => {
    const { png, scene, grounding } = await draw({ ...BEFORE, dog: DOG_LEFT });
    const seen = (name: string) => {
      const mask = grounding.subjects[name]!.chosen!.ink.visible;
      const canvas = decoded(partCanvas(png, { mask, frame: grounding.frame, page: scene.page })!);
      const yellow = boxOf(canvas, isLike([255, 242, 40]));
      return {
        red: boxOf(canvas, isLike(RED)) !== null,
        yellow: yellow !== null,
        blue: boxOf(canvas, isLike(BLUE)),
      };
    };
    expect(seen('house')).toEqual({ red: true, yellow: false, blue: null });
    expect(seen('sun')).toEqual({ red: false, yellow: true, blue: null });
    const dog = seen('dog');
    // 1.47 × 1.16 cm, head at the upper right: the box of 6 % more fills the canvas of 960 px.
    expect({ red: dog.red, yellow: dog.yellow }).toEqual({ red: false, yellow: false });
    expect((dog.blue!.right - dog.blue!.left) / 960).toBeCloseTo(1 / 1.12, 1);
    expect((dog.blue!.right - dog.blue!.left) / (dog.blue!.bottom - dog.blue!.top)).toBeCloseTo(
      1.4 / 1.16,
      1,
    );
  });

  it('drawn twice in other words are one drawing', async () => {
    const drawings = [
      await draw(BEFORE),
      await draw({ sun: SUN, tree: TREE, house: HOUSE }),
      await draw({ ...BEFORE, dog: DOG_LEFT }),
      await draw(BEFORE, 'xscale=-1'),
      await draw(BEFORE, 'xshift=3cm'),
    ];
    expect(duplicates(drawings.map(({ png }, index) => ({ id: `${index}`, png })))).toEqual([
      ['0', '1', '4'],
    ]);
  });
});
