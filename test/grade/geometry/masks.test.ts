import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Mask } from '../../../src/domain/geometry.ts';
import { areaPx, intersection, sharedPx, union } from '../../../src/grade/geometry/masks.ts';

/** Masks of one frame, each somewhere in a longer stretch of bytes, as they come from a reader. */
const masks = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .chain(([widthPx, heightPx, count]) =>
    fc.array(
      fc
        .tuple(
          fc.array(fc.constantFrom(0, 1), { minLength: widthPx * heightPx, maxLength: widthPx * heightPx }),
          fc.integer({ min: 0, max: 3 }),
        )
        .map(([bits, offset]): Mask => {
          const bytes = new Uint8Array(offset + bits.length);
          bytes.set(bits, offset);
          return { widthPx, heightPx, pixels: bytes.subarray(offset) };
        }),
      { minLength: count, maxLength: count },
    ),
  );

const bitsOf = ({ pixels }: Mask) => [...pixels];
const sum = (bits: readonly number[]) => bits.reduce((total, bit) => total + bit, 0);

it('counts and joins masks pixel by pixel, whatever their size and place in memory', () => {
  fc.assert(
    fc.property(masks, (all) => {
      const [first, ...rest] = all as [Mask, ...Mask[]];
      const other = rest[0] ?? first;
      const both = bitsOf(first).map((bit, at) => bit & bitsOf(other)[at]!);
      const any = bitsOf(first).map((_, at) => Math.max(...all.map(({ pixels }) => pixels[at]!)));
      const kept = all.map(bitsOf);
      expect({
        area: areaPx(first),
        shared: sharedPx(first, other),
        intersection: bitsOf(intersection(first, other)),
        union: bitsOf(union(first, ...rest)),
      }).toEqual({ area: sum(bitsOf(first)), shared: sum(both), intersection: both, union: any });
      expect(all.map(bitsOf)).toEqual(kept);
    }),
  );
});
