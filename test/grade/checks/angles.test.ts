import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disc, examine, type Form, type Picture, picture, rectangle, verdictOf } from '../../helpers/ink.ts';

/** A straight line of 100 points through (150, 100) that lies at the angle, in either sense. */
function line(angleDeg: number, isBack = false) {
  const [x, y] = [50 * Math.cos((angleDeg * Math.PI) / 180), 50 * Math.sin((angleDeg * Math.PI) / 180)];
  const ends = [
    { x: 150 - x, y: 100 - y },
    { x: 150 + x, y: 100 + y },
  ];
  const points = isBack ? ends.reverse() : ends;
  return { outlines: [{ points, closed: false }], fill: null, stroke: '#000000' };
}

/** A solid bar of 120 × 40 points at the angle. */
function bar(angleDeg: number): Form {
  const [cos, sin] = [Math.cos((angleDeg * Math.PI) / 180), Math.sin((angleDeg * Math.PI) / 180)];
  return ({ x, y }) =>
    rectangle(
      -60,
      -20,
      60,
      20,
    )({
      x: (x - 150) * cos + (y - 100) * sin,
      y: (y - 100) * cos - (x - 150) * sin,
    });
}

function lines(one: number, other: number, isBack = false): Picture {
  const form = rectangle(90, 40, 210, 160);
  return picture([
    { subject: 'one', form, mark: line(one, isBack), isSeeThrough: true },
    { subject: 'other', form, mark: line(other), isSeeThrough: true },
  ]);
}

describe('parallel and perpendicular', () => {
  it('allow 5 degrees', () => {
    const ask = (check: string, one: number, other: number) =>
      verdictOf(examine(lines(one, other), check, ['one', 'other']));
    expect([ask('parallel', 2, 177), ask('parallel', 2, 176), ask('perpendicular', 10, 96)]).toEqual([
      { met: true, margin: 0, reason: 'the one and the other lie at 5°; 0° ± 5° is parallel' },
      { met: false, margin: -1, reason: 'the one and the other lie at 6°; 0° ± 5° is parallel' },
      { met: true, margin: 1, reason: 'the one and the other lie at 86°; 90° ± 5° is perpendicular' },
    ]);
  });

  it('do not depend on the sense, the order or a turn of the whole; mirrors keep them', () => {
    const angle = fc.integer({ min: 0, max: 179 });
    fc.assert(
      fc.property(
        angle,
        angle,
        angle,
        fc.constantFrom('parallel', 'perpendicular'),
        (one, other, by, check) => {
          const margin = (drawing: Picture, of = ['one', 'other']) => examine(drawing, check, of).margin;
          const still = margin(lines(one, other));
          expect([
            margin(lines(one, other, true)),
            margin(lines(one, other), ['other', 'one']),
            margin(lines(one + by, other + by)),
            margin(lines(180 - one, 180 - other)),
          ]).toEqual([still, still, still, still]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('want things with a direction', () => {
    const drawing = picture([
      { subject: 'one', form: disc(60, 60, 40) },
      { subject: 'other', form: bar(0) },
    ]);
    expect(verdictOf(examine(drawing, 'parallel', ['other', 'one']))).toEqual({
      met: false,
      margin: null,
      reason: 'the one has no direction: it is round, as broad as long, or bent',
    });
  });
});

describe('rotated', () => {
  it('reads a line counter-clockwise, modulo half a turn', () => {
    const ask = (angle: number, to: number) =>
      verdictOf(examine(lines(angle, 0), 'rotated', ['one'], { to }));
    expect([ask(35, 30), ask(36, 30), ask(210, 30)]).toEqual([
      { met: true, margin: 0, reason: 'the one lies at 35°, 5° off; 30° ± 5° is wanted' },
      { met: false, margin: -1, reason: 'the one lies at 36°, 6° off; 30° ± 5° is wanted' },
      { met: true, margin: 5, reason: 'the one lies at -150°, 0° off; 30° ± 5° is wanted' },
    ]);
  });

  it('reads the long axis of a body to a degree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -89, max: 89 }), (angle) => {
        const drawing = picture([{ subject: 'bar', form: bar(angle) }]);
        const met = [angle, angle + 3, angle - 3].map(
          (to) => examine(drawing, 'rotated', ['bar'], { to, within: 1 }).met,
        );
        expect(met).toEqual([true, false, false]);
      }),
      { numRuns: 15 },
    );
  });

  it('takes a square by its sides, modulo a quarter of a turn', () => {
    const shapes = [{ name: 'square', corners: 4, angleDeg: 20 } as const];
    const drawing = picture([{ subject: 'box', form: rectangle(20, 20, 80, 80), mark: { shapes } }]);
    const met = [20, 110, -70, 40].map((to) => examine(drawing, 'rotated', ['box'], { to }).met);
    expect(met).toEqual([true, true, true, false]);
  });
});
