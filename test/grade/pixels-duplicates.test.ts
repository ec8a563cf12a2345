import { describe, expect, it } from 'vitest';
import { duplicates, samePicture } from '../../src/grade/pixels/duplicates.ts';
import { BLACK, type Colour, paintPng, plainPng, RED, WHITE } from './pixel-pictures.ts';

/** A disc with an eye on white, `size` px wide. */
function face(size: number, { eye = 0.3, colour = RED }: { eye?: number; colour?: Colour } = {}): Uint8Array {
  return paintPng(size, size, (x, y) => {
    const [across, down] = [x / size, y / size];
    if (Math.hypot(across - eye, down - 0.4) < 0.05) return BLACK;
    return Math.hypot(across - 0.5, down - 0.5) < 0.4 ? colour : WHITE;
  });
}

/** A cross of two lines, `thickPx` of 400 px. */
function lines(offsetPx: number, thickPx = 4): Uint8Array {
  return paintPng(400, 400, (x, y) =>
    Math.abs(x - offsetPx) < thickPx / 2 || Math.abs(x + y - 400) < thickPx ? BLACK : WHITE,
  );
}

describe('pictures that show one drawing', () => {
  it('are found whatever their size, in the order of the pictures', () => {
    const groups = duplicates([
      { id: 'face', png: face(512) },
      { id: 'cross', png: lines(100) },
      { id: 'larger face', png: face(900) },
      { id: 'alone', png: face(512, { eye: 0.7 }) },
      { id: 'the cross again', png: lines(100) },
      { id: 'a small face', png: face(300) },
    ]);
    expect(groups).toEqual([
      ['face', 'larger face', 'a small face'],
      ['cross', 'the cross again'],
    ]);
  });

  it('are none where each is drawn otherwise', () => {
    const others = [
      face(512),
      face(512, { colour: [255, 160, 0] }),
      face(512, { eye: 0.4 }),
      lines(100),
      lines(106),
      lines(100, 8),
      plainPng(10, 10, WHITE),
    ];
    expect(duplicates(others.map((png, index) => ({ id: `${index}`, png })))).toEqual([]);
  });

  it('are also blank ones', () => {
    const blank = [plainPng(10, 10, WHITE), plainPng(300, 200, WHITE)];
    expect(duplicates(blank.map((png, index) => ({ id: `${index}`, png })))).toEqual([['0', '1']]);
  });

  it('may differ by half a percent of their ink', () => {
    const withDots = (dots: number) =>
      paintPng(512, 512, (x, y) => (y >= 50 || x >= 200 ? WHITE : y === 20 && x < dots ? WHITE : BLACK));
    expect([samePicture(withDots(0), withDots(45)), samePicture(withDots(0), withDots(55))]).toEqual([
      true,
      false,
    ]);
  });

  it('are told apart among none and among one', () => {
    expect([duplicates([]), duplicates([{ id: 'one', png: face(100) }])]).toEqual([[], []]);
  });
});
