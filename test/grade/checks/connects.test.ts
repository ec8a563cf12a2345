import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/domain/geometry.ts';
import { disc, examine, type Picture, picture, rectangle, verdictOf } from '../../helpers/ink.ts';

interface Joined {
  readonly from: Point;
  readonly to: Point;
  readonly turn?: (point: Point) => Point;
}

/** Discs of radius 20 at (50, 100) and (250, 100), a frame of 240 × 180 (D = 300) and a line with a mark of its own. */
function drawing({ from, to, turn = (point) => point }: Joined): Picture {
  const [one, other, start, end] = [turn({ x: 50, y: 100 }), turn({ x: 250, y: 100 }), turn(from), turn(to)];
  const box = {
    xMin: Math.min(start.x, end.x) - 1,
    yMin: Math.min(start.y, end.y) - 1,
    xMax: Math.max(start.x, end.x) + 1,
    yMax: Math.max(start.y, end.y) + 1,
  };
  const line = { outlines: [{ points: [start, end], closed: false }], fill: null, stroke: '#000000' };
  return picture([
    { subject: 'edge', form: (at) => rectangle(30, 10, 270, 190)(at) && !rectangle(31, 11, 269, 189)(at) },
    { subject: 'one', form: disc(one.x, one.y, 20) },
    { subject: 'other', form: disc(other.x, other.y, 20) },
    { subject: 'line', form: rectangle(box.xMin, box.yMin, box.xMax, box.yMax), mark: line },
  ]);
}

const OF = ['line', 'one', 'other'];

describe('connects', () => {
  it('allows each end 2 % of D from its thing', () => {
    const ask = (from: number, to: number) =>
      verdictOf(examine(drawing({ from: { x: from, y: 100 }, to: { x: to, y: 100 } }), 'connects', OF));
    expect([ask(70, 230), ask(76, 230), ask(77, 230)]).toEqual([
      {
        met: true,
        margin: 0.02,
        reason: 'the line ends 0 D from the one and 0 D from the other; at most 0.02 D is joined',
      },
      {
        met: true,
        margin: 0,
        reason: 'the line ends 0.02 D from the one and 0 D from the other; at most 0.02 D is joined',
      },
      {
        met: false,
        margin: -0.003333,
        reason: 'the line ends 0.023 D from the one and 0 D from the other; at most 0.02 D is joined',
      },
    ]);
  });

  it('wants one end at each thing', () => {
    const both = drawing({ from: { x: 50, y: 100 }, to: { x: 65, y: 100 } });
    expect(examine(both, 'connects', OF).met).toBe(false);
  });

  it('wants a line', () => {
    const discs = drawing({ from: { x: 50, y: 100 }, to: { x: 250, y: 100 } });
    expect(verdictOf(examine(discs, 'connects', ['one', 'edge', 'other']))).toEqual({
      met: false,
      margin: null,
      reason: 'the one has no open line',
    });
  });

  it('says the same of a line drawn from its other end, of swapped things, of the mirrored and the moved drawing', () => {
    const x = fc.integer({ min: 40, max: 140 });
    fc.assert(
      fc.property(x, x, fc.integer({ min: -30, max: 30 }), (left, right, by) => {
        const [from, to] = [
          { x: left, y: 100 },
          { x: 160 + right - 40, y: 100 },
        ];
        const margin = (joined: Joined, of = OF) => examine(drawing(joined), 'connects', of).margin;
        const plain = margin({ from, to });
        expect([
          margin({ from: to, to: from }),
          margin({ from, to }, ['line', 'other', 'one']),
          margin({ from, to, turn: (at) => ({ x: 300 - at.x, y: at.y }) }),
          margin({ from, to, turn: (at) => ({ x: at.x, y: at.y + by }) }),
        ]).toEqual([plain, plain, plain, plain]);
      }),
      { numRuns: 25 },
    );
  });
});
