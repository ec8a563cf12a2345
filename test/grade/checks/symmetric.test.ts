import { describe, expect, it } from 'vitest';
import { disc, examine, type Form, picture, rectangle, ring, verdictOf } from '../../helpers/ink.ts';

function ask(form: Form, parameters = {}, cover?: Form) {
  const drawing = picture([
    { subject: 'edge', form: rectangle(0, 0, 240, 180) },
    { subject: 'face', form },
    ...(cover === undefined ? [] : [{ subject: 'hat', form: cover }]),
  ]);
  return verdictOf(examine(drawing, 'symmetric', ['face'], parameters));
}

/** 100 × 100 with a lug at the upper right: w × 50. */
const lugged =
  (width: number): Form =>
  (at) =>
    rectangle(20, 20, 120, 120)(at) || rectangle(120, 70, 120 + width, 120)(at);

describe('symmetric', () => {
  it('compares a silhouette with its mirror image about the middle of its box', () => {
    // A lug of w widens the box; the lower half then lies w beside its image: 100 / (100 + w) is shared.
    expect([
      ask(rectangle(20, 20, 120, 120)),
      ask(lugged(14), { slack: 0 }).met,
      ask(lugged(11), { slack: 0 }).met,
    ]).toEqual([
      {
        met: true,
        margin: 0.1,
        reason: 'the face and its mirror image about a vertical line share 100 %; 90 % is needed',
      },
      false,
      true,
    ]);
  });

  it('about a horizontal line compares top with bottom', () => {
    const triangle: Form = ({ x, y }) => y >= 20 && y <= 120 && Math.abs(x - 120) <= (120 - y) / 2;
    const met = (axis: string) => ask(triangle, { axis }).met;
    expect(['vertical', 'horizontal'].map(met)).toEqual([true, false]);
  });

  it('takes what an outline encloses, and an open line by its ink', () => {
    const letter: Form = ({ x, y }) =>
      y >= 20 && y <= 120 && Math.abs(x - 100) <= 52 && Math.abs(Math.abs(x - 100) - (120 - y) / 2) <= 1;
    const hook: Form = (at) => rectangle(60, 20, 62, 120)(at) || rectangle(60, 20, 120, 22)(at);
    expect([ring(100, 90, 40), letter, hook].map((form) => ask(form).met)).toEqual([true, true, false]);
  });

  it('takes what is seen, or all ink', () => {
    const hat = rectangle(100, 100, 160, 140);
    const met = (ink: string) => ask(disc(100, 90, 40), { ink }, hat).met;
    expect(['visible', 'full'].map(met)).toEqual([false, true]);
  });

  it('is not fooled by small things, whose slack is small', () => {
    const dart: Form = ({ x, y }) => x >= 20 && x <= 40 && Math.abs(y - 60) <= (40 - x) / 2;
    expect(ask(dart).met).toBe(false);
  });
});
