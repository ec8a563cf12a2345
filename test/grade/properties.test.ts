import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disc, examine, type Form, type Picture, picture, rectangle, ring } from '../helpers/ink.ts';

/** Half a pixel more than whole numbers, so that no pixel's centre lies on a border. */
const OFFSET = 0.25;
const PAIR_CHECKS = [
  'left-of',
  'right-of',
  'above',
  'below',
  'inside',
  'overlaps',
  'apart',
  'touching',
  'rests-on',
  'in-front-of',
  'behind',
  'larger-than',
];

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
  size: fc.integer({ min: 4, max: 24 }),
});
const pair = fc.tuple(shape, shape);
const RUNS = { numRuns: 25 };

function formOf({ kind, x, y, size }: Shape): Form {
  const [left, low] = [x + OFFSET, y + OFFSET];
  if (kind === 'disc') return disc(left, low, size);
  if (kind === 'ring') return ring(left, low, size);
  return rectangle(left - size, low - size / 2, left + size, low + size / 2);
}

/** An edge around gives all pictures one D. `map` moves the page under the pen. */
function draw(
  [a, b]: readonly [Shape, Shape],
  map: (form: Form) => Form = (form) => form,
  pxPerPt = 1,
): Picture {
  const edge: Form = (at) => rectangle(0, 0, 80, 80)(at) && !rectangle(1, 1, 79, 79)(at);
  const strokes = [
    { subject: 'edge', form: map(edge) },
    { subject: 'a', form: map(formOf(a)) },
    { subject: 'b', form: map(formOf(b)) },
  ];
  return picture(strokes, { widthPt: 100 / pxPerPt, heightPt: 100 / pxPerPt, pxPerPt });
}

const areSeen = ({ grounding }: Picture) => ['a', 'b'].every((name) => grounding.subjects[name]?.chosen);
const met = (drawing: Picture, names = PAIR_CHECKS) =>
  names.filter((name) => examine(drawing, name, ['a', 'b']).met);

describe('the checks of pairs', () => {
  it('do not change when the whole is moved', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 18 }), (shapes, by) => {
        const still = draw(shapes);
        fc.pre(areSeen(still));
        const moved = draw(
          shapes,
          (form) =>
            ({ x, y }) =>
              form({ x: x - by, y: y - by }),
        );
        expect(met(moved)).toEqual(met(still));
      }),
      RUNS,
    );
  });

  it('do not change when the whole is drawn at another scale, in the same pixels', () => {
    fc.assert(
      fc.property(pair, (shapes) => {
        const still = draw(shapes);
        fc.pre(areSeen(still));
        const form2 =
          (form: Form) =>
          ({ x, y }: { x: number; y: number }) =>
            form({ x: 2 * x, y: 2 * y });
        const strokes = draw(shapes, form2, 2);
        expect(met(strokes)).toEqual(met(still));
      }),
      RUNS,
    );
  });

  it('swap left and right in a mirror, and keep the rest', () => {
    const swapped: Record<string, string> = { 'left-of': 'right-of', 'right-of': 'left-of' };
    fc.assert(
      fc.property(pair, (shapes) => {
        const still = draw(shapes);
        fc.pre(areSeen(still));
        const mirrored = draw(
          shapes,
          (form) =>
            ({ x, y }) =>
              form({ x: 100 - x, y }),
        );
        expect(met(mirrored).sort()).toEqual(
          met(still)
            .map((name) => swapped[name] ?? name)
            .sort(),
        );
      }),
      RUNS,
    );
  });

  it('never hold both ways round where that is absurd', () => {
    const absurd = ['left-of', 'right-of', 'above', 'below', 'in-front-of', 'behind', 'larger-than'];
    fc.assert(
      fc.property(pair, (shapes) => {
        const drawing = draw(shapes);
        fc.pre(areSeen(drawing));
        const both = absurd.filter((name) =>
          [
            ['a', 'b'],
            ['b', 'a'],
          ].every((of) => examine(drawing, name, of).met),
        );
        expect(both).toEqual([]);
      }),
      RUNS,
    );
  });

  it('hold both ways round where they must', () => {
    fc.assert(
      fc.property(pair, (shapes) => {
        const drawing = draw(shapes);
        fc.pre(areSeen(drawing));
        const symmetric = ['overlaps', 'apart', 'touching'];
        const reversed = symmetric.filter((name) => examine(drawing, name, ['b', 'a']).met);
        expect(reversed).toEqual(met(drawing, symmetric));
      }),
      RUNS,
    );
  });

  it('agree with each other: inside overlaps, apart does not, in front is not behind', () => {
    fc.assert(
      fc.property(pair, (shapes) => {
        const drawing = draw(shapes);
        fc.pre(areSeen(drawing));
        const holds = new Set(met(drawing));
        expect({
          insideNotOverlapping: holds.has('inside') && !holds.has('overlaps'),
          apartAndOverlapping: holds.has('apart') && holds.has('overlaps'),
          apartAndInside: holds.has('apart') && holds.has('inside'),
          inFrontAndBehind: holds.has('in-front-of') && holds.has('behind'),
        }).toEqual({
          insideNotOverlapping: false,
          apartAndOverlapping: false,
          apartAndInside: false,
          inFrontAndBehind: false,
        });
      }),
      RUNS,
    );
  });
});
