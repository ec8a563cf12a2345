import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gapPx, squaredDistances } from '../../../src/grade/geometry/gap.ts';

const WIDTH = 7;
const mask = fc
  .array(fc.integer({ min: 0, max: 1 }), { minLength: 35, maxLength: 35 })
  .map((pixels) => ({ widthPx: WIDTH, heightPx: 5, pixels: Uint8Array.from(pixels) }));

it('the distance transform is that of looking at every pair of pixels', () => {
  fc.assert(
    fc.property(mask, (one) => {
      fc.pre(one.pixels.includes(1));
      const slow = Array.from(one.pixels, (_, at) => {
        const all = Array.from(one.pixels, (pixel, other) =>
          pixel === 1
            ? ((at % WIDTH) - (other % WIDTH)) ** 2 +
              (Math.floor(at / WIDTH) - Math.floor(other / WIDTH)) ** 2
            : Infinity,
        );
        return Math.min(...all);
      });
      expect([...squaredDistances(one)]).toEqual(slow);
    }),
  );
});

it('neighbours have no gap, one pixel between is a gap of one, nothing is infinitely far', () => {
  const row = (...pixels: number[]) => ({ widthPx: 5, heightPx: 1, pixels: Uint8Array.from(pixels) });
  expect([
    gapPx(row(1, 0, 0, 0, 0), row(0, 1, 0, 0, 0)),
    gapPx(row(1, 0, 0, 0, 0), row(0, 0, 1, 0, 0)),
    gapPx(row(1, 0, 0, 0, 0), row(0, 0, 0, 0, 0)),
  ]).toEqual([0, 1, Number.POSITIVE_INFINITY]);
});
