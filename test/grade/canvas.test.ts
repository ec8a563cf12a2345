import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../src/domain/geometry.ts';
import { CANVAS, judgeCanvas, partCanvas } from '../../src/grade/judge/canvas.ts';
import { gridOf } from '../../src/grade/judge/grid.ts';
import {
  BLACK,
  BLUE,
  boxOf,
  type Colour,
  colourOf,
  decoded,
  GREEN,
  isInk,
  isLike,
  paintPng,
  plainPng,
  RED,
  WHITE,
} from './pixel-pictures.ts';

describe('the canvas of one picture', () => {
  it('is 1024 px square and white, with the picture in the middle of a padding of 32 px', () => {
    const canvas = decoded(judgeCanvas([plainPng(300, 100, RED)]));
    expect({ widthPx: canvas.widthPx, heightPx: canvas.heightPx, ink: boxOf(canvas, isInk) }).toEqual({
      widthPx: CANVAS.widthPx,
      heightPx: CANVAS.heightPx,
      ink: { left: 32, right: 991, top: 352, bottom: 671 },
    });
    expect(colourOf(canvas, 512, 512)).toEqual([...RED]);
  });

  it.each([
    ['a wide picture shrinks', 1920, 480, { left: 32, right: 991, top: 392, bottom: 631 }],
    ['a tall picture shrinks', 480, 1920, { left: 392, right: 631, top: 32, bottom: 991 }],
    ['a small square grows', 6, 6, { left: 32, right: 991, top: 32, bottom: 991 }],
    ['one pixel grows', 1, 1, { left: 32, right: 991, top: 32, bottom: 991 }],
  ])('%s to fit, its shape kept', (_, widthPx, heightPx, ink) => {
    expect(boxOf(decoded(judgeCanvas([plainPng(widthPx, heightPx, BLUE)])), isInk)).toEqual(ink);
  });

  it('keeps up what is up and left what is left', () => {
    const quarters = (x: number, y: number) => (y < 200 ? (x < 200 ? RED : GREEN) : x < 200 ? BLUE : BLACK);
    const canvas = decoded(judgeCanvas([paintPng(400, 400, quarters)]));
    expect([colourOf(canvas, 40, 40), colourOf(canvas, 980, 40), colourOf(canvas, 40, 980)]).toEqual([
      [...RED],
      [...GREEN],
      [...BLUE],
    ]);
  });

  it('keeps a hairline of one pixel in a picture four times as large', () => {
    const hairline = paintPng(3840, 1000, (_x, y) => (y === 500 ? BLACK : WHITE));
    const canvas = decoded(judgeCanvas([hairline]));
    expect(boxOf(canvas, isInk)).toEqual({ left: 32, right: 991, top: 512, bottom: 512 });
    expect(colourOf(canvas, 500, 512)).toEqual([191, 191, 191]);
  });

  it('does not trim the white around a drawing', () => {
    const canvas = decoded(judgeCanvas([paintPng(960, 960, (x, y) => (x < 100 && y < 50 ? RED : WHITE))]));
    expect(boxOf(canvas, isLike(RED))).toEqual({ left: 32, right: 131, top: 32, bottom: 81 });
  });

  it('gives the same bytes for the same bytes', () => {
    const png = paintPng(700, 300, (x, y) => [x % 256, y % 256, (x * y) % 256]);
    expect(Buffer.from(judgeCanvas([png])).equals(judgeCanvas([png]))).toBe(true);
  });

  it('is made of one picture at least', () => {
    expect(() => judgeCanvas([])).toThrow('at least one picture');
  });
});

describe('the canvas of several pictures', () => {
  const COLOURS: readonly Colour[] = [RED, GREEN, BLUE, BLACK, [255, 128, 0]];

  it('shows the frames in reading order', () => {
    const canvas = decoded(judgeCanvas(COLOURS.map((colour) => plainPng(160, 120, colour))));
    const boxes = COLOURS.map((colour) => boxOf(canvas, isLike(colour))!);
    const rows = boxes.map(({ top }) =>
      [...new Set(boxes.map((box) => box.top))].sort((a, b) => a - b).indexOf(top),
    );
    const columns = boxes.map(({ left }) =>
      [...new Set(boxes.map((box) => box.left))].sort((a, b) => a - b).indexOf(left),
    );
    expect({ rows, columns }).toEqual({ rows: [0, 0, 1, 1, 2], columns: [0, 1, 0, 1, 0] });
  });

  it.each([
    [2, '100 × 100', 2, 1],
    [3, '100 × 100', 2, 2],
    [4, '100 × 100', 2, 2],
    [5, '100 × 100', 3, 2],
    [7, '100 × 100', 3, 3],
    [12, '100 × 100', 4, 3],
    [4, '400 × 100', 1, 4],
    [4, '100 × 400', 4, 1],
    [6, '160 × 120', 2, 3],
  ])(
    '%i frames of %s px stand in %i columns and %i rows, where they are largest',
    (count, size, ...sides) => {
      const [widthPx = 0, heightPx = 0] = size.split(' × ').map(Number);
      const { cells } = gridOf(
        Array<{ widthPx: number; heightPx: number }>(count).fill({ widthPx, heightPx }),
        CANVAS,
      );
      expect([
        new Set(cells.map(({ left }) => left)).size,
        new Set(cells.map(({ top }) => top)).size,
      ]).toEqual(sides);
    },
  );

  it('keeps to its padding, whatever the shapes of the frames', () => {
    const side = fc.integer({ min: 1, max: 3000 });
    const sizes = fc.array(fc.record({ widthPx: side, heightPx: side }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(sizes, (pictures) => {
        const { cells, scale } = gridOf(pictures, CANVAS);
        const inside = cells.every(
          ({ left, top, right, bottom }) => left >= 32 && top >= 32 && right <= 992 && bottom <= 992,
        );
        const roomy = pictures.every(
          ({ widthPx, heightPx }, index) =>
            widthPx * scale <= cells[index]!.right - cells[index]!.left - 17 &&
            heightPx * scale <= cells[index]!.bottom - cells[index]!.top - 17,
        );
        expect({ inside, roomy }).toEqual({ inside: true, roomy: true });
      }),
    );
  });

  it('has 8 px between frames, and a line of light grey around each', () => {
    const canvas = decoded(judgeCanvas([plainPng(100, 50, RED), plainPng(100, 50, BLUE)]));
    const [upper, lower] = [boxOf(canvas, isLike(RED))!, boxOf(canvas, isLike(BLUE))!];
    const below = Array.from(
      { length: lower.top - upper.bottom - 1 },
      (_, index) => colourOf(canvas, 512, upper.bottom + 1 + index)[0],
    );
    const gap = Array<number>(8).fill(255);
    expect(below).toEqual([...gap, 204, ...gap, 204, ...gap]);
  });

  it('scales all frames alike, also those of other sizes', () => {
    const canvas = decoded(judgeCanvas([plainPng(400, 400, RED), plainPng(200, 100, BLUE)]));
    const [large, small] = [boxOf(canvas, isLike(RED))!, boxOf(canvas, isLike(BLUE))!];
    const widthOf = ({ left, right }: { left: number; right: number }) => right - left + 1;
    expect(widthOf(large) / widthOf(small)).toBeCloseTo(2, 1);
  });
});

describe('the canvas of a part', () => {
  /** 400 × 200 px of a page of 200 × 100 pt: a blue L at the upper left, a red bar at the lower right, on pale green. */
  const picture = paintPng(400, 200, (x, y) => {
    if ((x >= 40 && x < 60 && y >= 20 && y < 100) || (x >= 40 && x < 100 && y >= 80 && y < 100)) return BLUE;
    if (x >= 300 && x < 380 && y >= 160 && y < 180) return RED;
    return [210, 240, 210];
  });
  const page = { widthPt: 200, heightPt: 100 };
  /** The masks begin 10 pt from the left and 5 pt from the top, and are as fine as half the picture. */
  const frame = { xMinPt: 10, yMaxPt: 95, pxPerPt: 1, widthPx: 185, heightPx: 90 };

  function maskOf(holds: (xPt: number, yFromTopPt: number) => boolean): Mask {
    const pixels = new Uint8Array(frame.widthPx * frame.heightPx);
    for (let row = 0; row < frame.heightPx; row += 1)
      for (let column = 0; column < frame.widthPx; column += 1)
        if (holds(column + 10.5, row + 5.5)) pixels[row * frame.widthPx + column] = 1;
    return { widthPx: frame.widthPx, heightPx: frame.heightPx, pixels };
  }
  const bar = maskOf((x, y) => x > 150 && x < 190 && y > 80 && y < 90);
  const corner = maskOf(
    (x, y) => (x > 20 && x < 30 && y > 10 && y < 50) || (x > 20 && x < 50 && y > 40 && y < 50),
  );

  it('shows only the part, as large as fits', () => {
    const canvas = decoded(partCanvas(picture, { mask: bar, frame, page })!);
    const red = boxOf(canvas, isLike(RED))!;
    expect({ blue: boxOf(canvas, isLike(BLUE)), widthPx: canvas.widthPx, heightPx: canvas.heightPx }).toEqual(
      {
        blue: null,
        widthPx: 1024,
        heightPx: 1024,
      },
    );
    // The bar is 80 px of a box of 80 + 2 × 6 % px, on 960 px.
    expect(red.right - red.left).toBeGreaterThan(0.97 * 960 * (80 / 90));
    expect((red.right - red.left) / (red.bottom - red.top)).toBeCloseTo(4, 0);
  });

  it('keeps the part upright, and paints white what is farther than 3 mask pixels from it', () => {
    const canvas = decoded(partCanvas(picture, { mask: corner, frame, page })!);
    const blue = boxOf(canvas, isLike(BLUE))!;
    const at = (x: number, y: number) =>
      colourOf(
        canvas,
        Math.round(blue.left + x * (blue.right - blue.left)),
        Math.round(blue.top + y * (blue.bottom - blue.top)),
      );
    expect([at(0.1, 0.1), at(0.1, 0.9), at(0.9, 0.9), at(0.9, 0.1)]).toEqual([
      [...BLUE],
      [...BLUE],
      [...BLUE],
      [...WHITE],
    ]);
    // 3 mask pixels are 3 pt, so 6 px of the 60 px that the L is wide; the ground is seen there.
    expect(at(1 / 3 + 0.05, 0.3)).toEqual([210, 240, 210]);
    expect(at(1 / 3 + 0.15, 0.3)).toEqual([...WHITE]);
  });

  it('does not reach beyond the picture', () => {
    const whole = { xMinPt: 0, yMaxPt: 100, pxPerPt: 1, widthPx: 200, heightPx: 100 };
    const mask = { widthPx: 200, heightPx: 100, pixels: new Uint8Array(20_000).fill(1) };
    const canvas = decoded(partCanvas(picture, { mask, frame: whole, page })!);
    expect(Buffer.compare(canvas.rgb, decoded(judgeCanvas([picture])).rgb)).toBe(0);
  });

  it('is null when the mask is empty', () => {
    expect(partCanvas(picture, { mask: maskOf(() => false), frame, page })).toBeNull();
  });
});
