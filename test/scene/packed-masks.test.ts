import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../src/domain/geometry.ts';
import type { SceneReading } from '../../src/domain/ports.ts';
import type { Thing } from '../../src/domain/subject.ts';
import { packMasks, unpackMasks } from '../../src/scene/worker/packed-masks.ts';

function thingOf(full: Mask, visible: Mask): Thing {
  const box = { xMin: 0, yMin: 0, xMax: 1, yMax: 1 };
  return { marks: [0], ink: { full, visible, box, centroid: { x: 0, y: 0 }, fullPx: 1, visiblePx: 1 } };
}

/** A reading in which the chosen thing is one of the things. */
function readingOf(thing: Thing): SceneReading {
  const { widthPx, heightPx } = thing.ink.full ?? { widthPx: 1, heightPx: 1 };
  const frame = { xMinPt: 0, yMaxPt: 1, pxPerPt: 1, widthPx, heightPx };
  const subject = {
    name: 'otter',
    by: 'label',
    how: 'by its label',
    things: [thing],
    chosen: thing,
  } as const;
  return {
    outcome: 'drawn',
    png: new Uint8Array(),
    widthPx,
    heightPx,
    scene: {
      version: 1,
      page: { widthPt: 1, heightPt: 1 },
      box: null,
      diagonalPt: 0,
      marks: [],
      parts: [],
      notes: [],
    },
    grounding: { frame, subjects: { otter: subject } },
  };
}

const masks = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .chain(([widthPx, heightPx]) => {
    const pixels = fc
      .array(fc.constantFrom(0, 1), { minLength: widthPx * heightPx, maxLength: widthPx * heightPx })
      .map((bits): Mask => ({ widthPx, heightPx, pixels: Uint8Array.from(bits) }));
    return fc.tuple(pixels, pixels);
  });

describe('masks on their way from a worker', () => {
  it('come out as they went in, whatever is on them, and a thing in two places stays one', () => {
    fc.assert(
      fc.property(masks, ([full, visible]) => {
        const reading = readingOf(thingOf(full, visible));
        const again = unpackMasks(packMasks(reading));
        expect(again).toEqual(reading);
        const { otter } = again.outcome === 'drawn' ? again.grounding.subjects : {};
        expect(otter?.chosen).toBe(otter?.things[0]);
      }),
    );
  });

  it.each([
    { widthPx: 1e9, heightPx: 1, runs: new Uint32Array() },
    { widthPx: 1.5, heightPx: 1, runs: new Uint32Array() },
    { widthPx: 4, heightPx: 4, runs: [0, 3] },
    null,
  ])('are refused when they are none: %j', (mask) => {
    const hostile = readingOf(thingOf(mask as never, mask as never));
    expect(() => unpackMasks(hostile)).toThrow(TypeError);
  });

  it('are refused when all together are larger than an answer may be', () => {
    const packed = packMasks(
      readingOf(
        thingOf(
          { widthPx: 4, heightPx: 4, pixels: new Uint8Array(16) },
          { widthPx: 4, heightPx: 4, pixels: new Uint8Array(16) },
        ),
      ),
    );
    expect(() => unpackMasks(packed, 31)).toThrow('more masks than an answer may hold');
    expect(() => unpackMasks(packed, 32)).not.toThrow();
  });

  it('never reach beyond their frame', () => {
    const runs = Uint32Array.from([2, 4_000_000_000, 9, 1]);
    const mask = { widthPx: 2, heightPx: 2, runs } as never;
    const again = unpackMasks(readingOf(thingOf(mask, mask)));
    const chosen = again.outcome === 'drawn' ? again.grounding.subjects.otter?.chosen : null;
    expect(chosen?.ink.full).toEqual({ widthPx: 2, heightPx: 2, pixels: Uint8Array.from([0, 0, 1, 1]) });
  });
});
