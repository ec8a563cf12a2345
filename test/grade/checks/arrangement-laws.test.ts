import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/domain/geometry.ts';
import { disc, examine, type Form, type Picture, picture, rectangle, ring } from '../../helpers/ink.ts';

/** Half a pixel more than whole numbers, so that no pixel's centre lies on a border. */
const OFFSET = 0.25;
const NAMES = ['a', 'b', 'c'];

interface Shape {
  readonly kind: 'rectangle' | 'disc' | 'ring';
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('rectangle', 'disc', 'ring'),
  x: fc.integer({ min: 25, max: 55 }),
  y: fc.integer({ min: 25, max: 55 }),
  size: fc.integer({ min: 4, max: 20 }),
});
const row = fc.tuple(
  fc.integer({ min: 8, max: 16 }),
  fc.integer({ min: 36, max: 44 }),
  fc.integer({ min: 64, max: 72 }),
  fc.integer({ min: 20, max: 40 }),
);
/** Anything, or three in a row: else next to nothing would be even or between. */
const trio: fc.Arbitrary<readonly Shape[]> = fc.oneof(
  fc.tuple(shape, shape, shape),
  row.map(([a, b, c, y]) => [b, a, c].map((x) => ({ kind: 'disc', x, y, size: 6 }) as const)),
);
const RUNS = { numRuns: 30 };

const CHECKS = [
  { check: 'ratio', of: ['a', 'b'], parameters: { is: 1 } },
  { check: 'ratio', of: ['a'], parameters: { is: 2 } },
  { check: 'ratio', of: ['a', 'c'], parameters: { is: 1, measure: 'diagonal' } },
  { check: 'centred-on', of: ['a', 'b'], parameters: {} },
  { check: 'centred-on', of: ['a', 'b'], parameters: { axis: 'horizontal', by: 'box' } },
  { check: 'evenly-spaced', of: NAMES, parameters: {} },
  { check: 'evenly-spaced', of: NAMES, parameters: { measure: 'centres' } },
  { check: 'between', of: NAMES, parameters: {} },
  { check: 'symmetric', of: ['a'], parameters: { axis: 'vertical' } },
  { check: 'symmetric', of: ['a'], parameters: { axis: 'horizontal' } },
] as const;

function formOf({ kind, x, y, size }: Shape): Form {
  const [left, low] = [x + OFFSET, y + OFFSET];
  if (kind === 'disc') return disc(left, low, size);
  if (kind === 'ring') return ring(left, low, size);
  return rectangle(left - size, low - size / 2, left + size, low + size / 2);
}

/** An edge around gives all pictures one D. `map` says where the pen was for a place on the page. */
function draw(shapes: readonly Shape[], map: (at: Point) => Point = (at) => at, pxPerPt = 1): Picture {
  const edge: Form = (at) => rectangle(0, 0, 80, 80)(at) && !rectangle(1, 1, 79, 79)(at);
  const forms = [edge, ...shapes.map(formOf)];
  const strokes = ['edge', ...NAMES].map((subject, at) => ({
    subject,
    form: (point: Point) => forms[at]!(map(point)),
  }));
  return picture(strokes, { widthPt: 100 / pxPerPt, heightPt: 100 / pxPerPt, pxPerPt });
}

const areSeen = ({ grounding }: Picture) => NAMES.every((name) => grounding.subjects[name]?.chosen);
/** To a ten-thousandth: sums of coordinates come out a little different at another place. */
const margins = (drawing: Picture) =>
  CHECKS.map(({ check, of, parameters }) => {
    const { margin } = examine(drawing, check, of, parameters);
    return margin === null ? null : Math.round(margin * 1e4) / 1e4 + 0;
  });

function expectSame(map: (at: Point) => Point, pxPerPt = 1): void {
  fc.assert(
    fc.property(trio, (shapes) => {
      const still = draw(shapes);
      fc.pre(areSeen(still));
      const [one, other] = [margins(draw(shapes, map, pxPerPt)), margins(still)];
      other.forEach((margin, at) => {
        if (margin === null) expect(one[at]).toBe(null);
        else expect(one[at]).toBeCloseTo(margin, 3);
      });
    }),
    RUNS,
  );
}

describe('the checks of measure and arrangement', () => {
  it('keep their margins when the whole is moved', () => {
    expectSame(({ x, y }) => ({ x: x - 13, y: y - 7 }));
  });

  it('keep their margins when the whole is drawn at another scale, in the same pixels', () => {
    expectSame(({ x, y }) => ({ x: 2 * x, y: 2 * y }), 2);
  });

  it('keep their margins in a mirror', () => {
    expectSame(({ x, y }) => ({ x: 100 - x, y }));
  });

  it('keep their margins in half a turn', () => {
    expectSame(({ x, y }) => ({ x: 100 - x, y: 100 - y }));
  });

  it('of symmetry: a quarter of a turn swaps the axes', () => {
    const ask = (drawing: Picture, axis: string) => examine(drawing, 'symmetric', ['a'], { axis }).margin;
    fc.assert(
      fc.property(trio, (shapes) => {
        const still = draw(shapes);
        fc.pre(areSeen(still));
        const turned = draw(shapes, ({ x, y }) => ({ x: y, y: 100 - x }));
        expect(ask(turned, 'vertical')).toBeCloseTo(ask(still, 'horizontal') ?? Number.NaN, 6);
      }),
      RUNS,
    );
  });

  it('do not mind the order where it means nothing', () => {
    fc.assert(
      fc.property(trio, fc.shuffledSubarray(NAMES, { minLength: 3 }), (shapes, order) => {
        const drawing = draw(shapes);
        fc.pre(areSeen(drawing));
        const met = (check: string, of: readonly string[]) => examine(drawing, check, of).met;
        expect({
          even: met('evenly-spaced', order),
          between: met('between', ['a', 'c', 'b']),
          centred: met('centred-on', ['b', 'a']),
        }).toEqual({
          even: met('evenly-spaced', NAMES),
          between: met('between', ['a', 'b', 'c']),
          centred: met('centred-on', ['a', 'b']),
        });
      }),
      RUNS,
    );
  });

  it('let only one of three be between the others', () => {
    fc.assert(
      fc.property(trio, (shapes) => {
        const drawing = draw(shapes);
        fc.pre(areSeen(drawing));
        const orders = [
          ['a', 'b', 'c'],
          ['b', 'c', 'a'],
          ['c', 'a', 'b'],
        ];
        const between = orders.filter((of) => examine(drawing, 'between', of).met);
        expect(between.length).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });
});
