import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { decode, encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { comparePictures, likenessToReference } from '../../src/grade/pixels/compare-pictures.ts';
import { placeOn } from '../../src/grade/pixels/place.ts';
import { readPng, writePng } from '../../src/grade/pixels/png.ts';
import { type Raster, whiteRaster } from '../../src/grade/pixels/raster.ts';
import { BLACK, BLUE, boxOf, decoded, isLike, paintPng, plainPng, RED, WHITE } from './pixel-pictures.ts';

/** Rasters of noise. */
function rasters(least: number, most: number): fc.Arbitrary<Raster> {
  const side = fc.integer({ min: least, max: most });
  return fc.tuple(side, side).chain(([widthPx, heightPx]) => {
    const bytes = 3 * widthPx * heightPx;
    return fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((rgb) => ({ widthPx, heightPx, rgb }));
  });
}

describe('PNG', () => {
  it('what is written is read as it was, here and by another reader', () => {
    fc.assert(
      fc.property(rasters(1, 24), (raster) => {
        const png = writePng(raster);
        expect(readPng(png)).toEqual(raster);
        expect(decoded(png)).toEqual({ ...raster, rgb: Uint8Array.from(raster.rgb) });
      }),
    );
  });

  it('all filters of other writers are undone', () => {
    const canvas = createCanvas(256, 180);
    const context = canvas.getContext('2d');
    const gradient = context.createLinearGradient(0, 0, 256, 180);
    for (const [index, colour] of ['#f00', '#0a4', '#00f', '#fc0'].entries())
      gradient.addColorStop(index / 3, colour);
    context.fillStyle = gradient;
    context.fillRect(0, 0, 256, 180);
    context.strokeStyle = '#123';
    for (let x = 0; x < 256; x += 7) context.strokeRect(x, (x * 5) % 120, 40, 33);
    const png = canvas.toBuffer('image/png');
    const { data, channels } = decode(png);
    const rgb = Uint8Array.from(
      { length: 3 * 256 * 180 },
      (_, at) => data[Math.floor(at / 3) * channels + (at % 3)]!,
    );
    expect(readPng(png)).toEqual({ widthPx: 256, heightPx: 180, rgb });
  });

  it('what is transparent is laid on white', () => {
    const data = Uint8Array.of(255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 255, 128);
    expect([...readPng(encode({ width: 3, height: 1, data, depth: 8, channels: 4 })).rgb]).toEqual([
      255, 0, 0, 255, 255, 255, 127, 127, 255,
    ]);
  });

  it.each([
    ['no PNG', Buffer.from('hello'), 'expected a PNG, got 5 bytes of something else'],
    ['nothing', new Uint8Array(), 'expected a PNG, got 0 bytes'],
    ['too many pixels', withHeader(100_000, 100_000), 'expected 1 to 64000000 pixels, got 100000 × 100000'],
    ['no pixels', withHeader(0, 5), 'got 0 × 5'],
    ['more pixels than it says', withHeader(10, 10, 100_000_000), 'expected 310 bytes of pixels'],
    ['fewer pixels than it says', withHeader(10, 10, 309), 'expected 310 bytes of pixels, got 309'],
    ['cut off', plainPng(40, 40, RED).subarray(0, 50), 'expected 4840 bytes of pixels'],
    ['grey', encode({ width: 1, height: 1, data: Uint8Array.of(9), depth: 8, channels: 1 }), 'colour type 0'],
  ])('%s is refused in plain words', (_, png, message) => {
    expect(() => readPng(png)).toThrow(message);
  });
});

/** A header that claims a size, and so many bytes of zeros for the rows. */
function withHeader(widthPx: number, heightPx: number, rowBytes = 0): Uint8Array {
  const png = Buffer.from(
    encode({ width: 1, height: 1, data: Uint8Array.of(0, 0, 0), depth: 8, channels: 3 }),
  );
  png.writeUInt32BE(widthPx, 16);
  png.writeUInt32BE(heightPx, 20);
  const packed = deflateSync(Buffer.alloc(rowBytes));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(packed.length, 0);
  head.write('IDAT', 4, 'latin1');
  return Buffer.concat([png.subarray(0, 33), head, packed, Buffer.alloc(4)]);
}

describe('scaling', () => {
  const scales = fc.oneof(
    fc.double({ min: 0.2, max: 1, noNaN: true }),
    fc.double({ min: 3, max: 6, noNaN: true }),
  );
  const offsets = fc.double({ min: 0, max: 3, noNaN: true });

  it('keeps the mean colour within 1 %', () => {
    fc.assert(
      fc.property(rasters(20, 40), scales, offsets, offsets, (picture, scale, leftPx, topPx) => {
        const canvas = whiteRaster(250, 250);
        placeOn(canvas, picture, { leftPx, topPx, scale });
        const areaPx = picture.widthPx * picture.heightPx * scale ** 2;
        for (const channel of [0, 1, 2]) {
          const [before, after] = [darkness(picture, channel) * scale ** 2, darkness(canvas, channel)];
          expect(Math.abs(after - before) / areaPx).toBeLessThan(2.55);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('changes nothing at its own size', () => {
    fc.assert(
      fc.property(rasters(1, 20), (picture) => {
        const canvas = whiteRaster(picture.widthPx, picture.heightPx);
        placeOn(canvas, picture, { leftPx: 0, topPx: 0, scale: 1 });
        expect(canvas).toEqual(picture);
      }),
    );
  });

  it('leaves out what lies outside of the canvas', () => {
    const canvas = whiteRaster(10, 10);
    const picture = readPng(plainPng(10, 10, RED));
    placeOn(canvas, picture, { leftPx: -5, topPx: 7, scale: 1 });
    expect(boxOf(canvas, isLike(RED))).toEqual({ left: 0, right: 4, top: 7, bottom: 9 });
    placeOn(canvas, picture, { leftPx: 40, topPx: -40, scale: 2 });
    expect(boxOf(canvas, isLike(RED))).toEqual({ left: 0, right: 4, top: 7, bottom: 9 });
  });
});

function darkness({ rgb }: Raster, channel: number): number {
  return rgb.reduce((sum, value, at) => (at % 3 === channel ? sum + 255 - value : sum), 0);
}

describe('comparing pictures', () => {
  const disc = (size: number, colour = RED) =>
    paintPng(size, size, (x, y) => (Math.hypot(x - size / 2, y - size / 2) < size / 3 ? colour : WHITE));
  const square = (left: number) =>
    paintPng(512, 512, (x, y) => (x >= left && x < left + 100 && y >= 100 && y < 200 ? BLACK : WHITE));

  it('finds no difference of a picture from itself, nor of two blank ones', () => {
    expect(comparePictures(disc(512), disc(512)).share).toBe(0);
    expect(comparePictures(plainPng(30, 30, WHITE), plainPng(70, 20, WHITE)).share).toBe(0);
  });

  it('finds all different where the whole ink has another colour', () => {
    expect(comparePictures(disc(512), disc(512, BLUE)).share).toBeGreaterThan(0.99);
  });

  it('takes the size of a picture for no difference', () => {
    expect(comparePictures(disc(512), disc(1024)).share).toBeLessThan(0.01);
  });

  it('counts differing pixels of those with ink in either', () => {
    expect(comparePictures(square(100), square(150)).share).toBeCloseTo(100 / 150, 2);
    expect(comparePictures(square(100), square(300)).share).toBe(1);
    expect(likenessToReference(square(100), square(150))).toBeCloseTo(50 / 150, 2);
  });

  it('shows in red where the difference is', () => {
    const diff = decoded(comparePictures(square(100), square(150)).diff);
    expect({ widthPx: diff.widthPx, heightPx: diff.heightPx, red: boxOf(diff, isLike(RED)) }).toEqual({
      widthPx: 512,
      heightPx: 512,
      red: { left: 100, right: 249, top: 100, bottom: 199 },
    });
  });

  it('is the same both ways', () => {
    fc.assert(
      fc.property(rasters(1, 12), rasters(1, 12), (one, other) => {
        const [a, b] = [writePng(one), writePng(other)];
        expect(comparePictures(a, b).share).toBe(comparePictures(b, a).share);
      }),
      { numRuns: 10 },
    );
  });
});
