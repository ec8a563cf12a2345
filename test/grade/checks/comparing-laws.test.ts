import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckInput, Finding, ParameterValue } from '../../../src/domain/check.ts';
import type { Point } from '../../../src/domain/geometry.ts';
import { CHECKS } from '../../../src/grade/checks/table.ts';
import { disc, type Form, outlineOf, type Picture, picture, rectangle } from '../../helpers/ink.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
  readonly fill: string;
}
type Move = (point: Point) => Point;
const STAY: Move = (point) => point;

const box: fc.Arbitrary<Box> = fc.record({
  x: fc.integer({ min: 30, max: 60 }),
  y: fc.integer({ min: 30, max: 60 }),
  wide: fc.integer({ min: 16, max: 26 }),
  high: fc.integer({ min: 8, max: 13 }),
  fill: fc.constantFrom('#d02020', '#2040d0', '#20a040', '#e0c020'),
});
const RUNS = { numRuns: 15 };
const FRAME = { widthPt: 130, heightPt: 130 };
/** Three discs at the edge tell where everything else is. */
const BESIDE: readonly Point[] = [
  { x: 10.25, y: 10.25 },
  { x: 100.25, y: 10.25 },
  { x: 10.25, y: 100.25 },
];

/** A box `a` between discs; `move` puts every point elsewhere, `scale` says how much larger that is. */
function draw({ x, y, wide, high, fill }: Box, move: Move = STAY, scale = 1): Picture {
  const ends = [move({ x: x - wide / 2, y: y - high / 2 }), move({ x: x + wide / 2, y: y + high / 2 })];
  const [xs, ys] = [ends.map((end) => end.x + 0.25), ends.map((end) => end.y + 0.25)];
  const limits = {
    xMin: Math.min(...xs),
    yMin: Math.min(...ys),
    xMax: Math.max(...xs),
    yMax: Math.max(...ys),
  };
  const form: Form = rectangle(limits.xMin, limits.yMin, limits.xMax, limits.yMax);
  const discs = BESIDE.map(move).map((at, index) => ({
    subject: `disc-${index}`,
    form: disc(at.x, at.y, 6 * scale),
  }));
  const pxPerPt = 1 / scale;
  return picture([...discs, { subject: 'a', form, mark: { fill, outlines: [outlineOf(limits)] } }], {
    widthPt: FRAME.widthPt * scale,
    heightPt: FRAME.heightPt * scale,
    pxPerPt,
  });
}

interface Pair {
  readonly before: Picture;
  readonly after: Picture;
  readonly sharesPage?: boolean;
}

function ask(
  check: string,
  { before, after, sharesPage = false }: Pair,
  parameters: Readonly<Record<string, ParameterValue>> = {},
): Finding {
  const definition = CHECKS.find(({ name }) => name === check)!;
  const defaults = Object.entries(definition.parameters).flatMap(([key, spec]) =>
    'default' in spec && spec.default !== undefined ? [[key, spec.default] as const] : [],
  );
  const subjectOf = ({ grounding }: Picture) => [grounding.subjects.a!];
  const input: CheckInput = {
    ...after,
    subjects: subjectOf(after),
    parameters: { ...Object.fromEntries(defaults), ...parameters },
    before: { ...before, subjects: subjectOf(before), sharesPage },
  };
  return definition.evaluate(input);
}

const ASPECTS = ['any', 'place', 'size', 'larger', 'smaller', 'colour', 'shape', 'turn'];
const metOf = (pair: Pair) => ({
  unchanged: ask('unchanged', pair).met,
  same: ask('same', pair).met,
  moved: ask('moved', pair).met,
  changed: ASPECTS.filter((aspect) => ask('changed', pair, { aspect }).met),
});
const STAYED = { unchanged: true, same: true, moved: false, changed: [] };

const KEPT: readonly (readonly [string, Move, number])[] = [
  ['where it was', STAY, 1],
  ['moved as a whole', ({ x, y }) => ({ x: x + 15, y: y + 11 }), 1],
  ['twice as large as a whole', ({ x, y }) => ({ x: 2 * x, y: 2 * y }), 2],
];
const otherFill = (fill: string) => (fill === '#d02020' ? '#2040d0' : '#d02020');

describe('comparing checks', () => {
  it.each(KEPT)('find that nothing has changed in a drawing that is %s', (_, move, scale) => {
    fc.assert(
      fc.property(box, (one) => {
        expect(metOf({ before: draw(one), after: draw(one, move, scale) })).toEqual(STAYED);
      }),
      RUNS,
    );
  });

  it('find a way of more than the limit, in its direction and in no other', () => {
    const ways = { right: [1, 0], left: [-1, 0], up: [0, 1], down: [0, -1] } as const;
    const way = fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[]));
    fc.assert(
      fc.property(
        box,
        way,
        fc.integer({ min: 9, max: 20 }),
        fc.boolean(),
        (one, direction, far, sharesPage) => {
          const [dx, dy] = ways[direction];
          const after = draw({ ...one, x: one.x + far * dx, y: one.y + far * dy });
          const pair = { before: draw(one), after, sharesPage };
          const found = Object.keys(ways).filter((asked) => ask('moved', pair, { direction: asked }).met);
          const { unchanged, same, changed } = metOf(pair);
          expect({ found, unchanged, same, changed }).toEqual({
            found: [direction],
            unchanged: false,
            same: true,
            changed: ['any', 'place'],
          });
        },
      ),
      RUNS,
    );
  });

  it('find another colour, and what is the same but for it', () => {
    fc.assert(
      fc.property(box, (one) => {
        const after = draw({ ...one, fill: otherFill(one.fill) });
        expect(metOf({ before: draw(one), after })).toEqual({
          unchanged: false,
          same: false,
          moved: false,
          changed: ['any', 'colour'],
        });
      }),
      RUNS,
    );
  });

  it('find another size, either way round', () => {
    fc.assert(
      fc.property(box, (one) => {
        const large = draw({ ...one, wide: 2 * one.wide, high: 2 * one.high });
        const ways = [
          { before: draw(one), after: large },
          { before: large, after: draw(one) },
        ];
        expect(ways.map(metOf)).toEqual(
          ['larger', 'smaller'].map((aspect) => ({
            unchanged: false,
            same: false,
            moved: false,
            changed: ['any', 'size', aspect],
          })),
        );
      }),
      RUNS,
    );
  });

  it('say the same of two pictures, whichever comes first, but for the sign of growth', () => {
    fc.assert(
      fc.property(box, box, (one, other) => {
        const there = metOf({ before: draw(one), after: draw(other) });
        const back = metOf({ before: draw(other), after: draw(one) });
        const signed = ['larger', 'smaller'];
        const unsigned = (found: typeof there) => ({
          ...found,
          changed: found.changed.filter((aspect) => !signed.includes(aspect)),
        });
        expect(unsigned(back)).toEqual(unsigned(there));
      }),
      RUNS,
    );
  });

  it('never find the same thing unchanged and changed', () => {
    fc.assert(
      fc.property(box, box, (one, other) => {
        const pair = { before: draw(one), after: draw(other) };
        const [unchanged, changed] = [ask('unchanged', pair), ask('changed', pair)];
        expect(changed.margin).toBeCloseTo(-(unchanged.margin ?? Number.NaN), 6);
      }),
      RUNS,
    );
  });

  it('stay met when their limits are wider', () => {
    fc.assert(
      fc.property(box, box, fc.integer({ min: 1, max: 9 }), (one, other, more) => {
        const pair = { before: draw(one), after: draw(other) };
        const wide = { share: 0.8 - more / 20, size: 0.15 + more, colours: 0.7 - more / 20 };
        const held = [
          ['unchanged', { ...wide, within: 0.02 + more / 100 }],
          ['same', wide],
          ['moved', { by: 0.05 - more / 200 }],
        ] as const;
        const lost = held.filter(
          ([check, parameters]) => ask(check, pair).met && !ask(check, pair, parameters).met,
        );
        expect(lost).toEqual([]);
      }),
      RUNS,
    );
  });
});
