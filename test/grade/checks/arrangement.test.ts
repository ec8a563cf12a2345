import { describe, expect, it } from 'vitest';
import { disc, examine, type Form, picture, rectangle, verdictOf } from '../../helpers/ink.ts';

/** D is 300 pt. */
function drawn(forms: Readonly<Record<string, Form>>) {
  return picture([
    { subject: 'edge', form: rectangle(0, 0, 240, 180) },
    ...Object.entries(forms).map(([subject, form]) => ({ subject, form })),
  ]);
}

const square = (x: number, y: number, half = 10) => rectangle(x - half, y - half, x + half, y + half);

describe('centred-on', () => {
  const plate = square(100, 90, 40);
  const ask = (cup: Form, parameters = {}, table: Form = plate) =>
    verdictOf(examine(drawn({ table, cup }), 'centred-on', ['cup', 'table'], parameters));

  it('allows 2 % D on each axis', () => {
    expect([ask(square(106, 90)), ask(square(107, 90)), ask(square(100, 83)), ask(square(106, 96))]).toEqual([
      {
        met: true,
        margin: 0,
        reason: "the cup's centre is 0.02 D off the table's; at most 0.02 D is centred",
      },
      expect.objectContaining({ met: false, margin: -0.003333 }),
      expect.objectContaining({ met: false, margin: -0.003333 }),
      expect.objectContaining({ met: true, margin: 0 }),
    ]);
  });

  it('looks at the named axis only', () => {
    const met = (axis: string) => ask(square(100, 120), { axis }).met;
    expect(['both', 'horizontal', 'vertical'].map(met)).toEqual([false, true, false]);
  });

  it('does not let what the one covers push the centre of the other', () => {
    expect(ask(square(102, 90, 38)).margin).toBeCloseTo(0.02 - 2 / 300, 6);
    const acrossTheRim = rectangle(97, 40, 107, 140);
    expect(ask(acrossTheRim).margin).toBeCloseTo(0.02 - 2 / 300, 6);
  });

  it('by box: an arm does not count', () => {
    const pan: Form = (at) => disc(100, 90, 30)(at) || rectangle(130, 85, 180, 95)(at);
    const centred = (x: number, by: string) => ask(square(x, 90), { by }, pan).met;
    expect([centred(125, 'box'), centred(125, 'centroid'), centred(110, 'centroid')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('evenly-spaced', () => {
  const row = (...xs: number[]) =>
    drawn(Object.fromEntries(xs.map((x, at) => [`p${at}`, square(x, 60 + at)])));
  const names = ['p2', 'p0', 'p3', 'p1'];
  const ask = (xs: readonly number[], parameters = {}, of = names) =>
    verdictOf(examine(row(...xs), 'evenly-spaced', of.slice(-xs.length), parameters));

  it('allows each gap a tenth of the mean, whatever order the task names them in', () => {
    expect([ask([20, 60, 102, 140]), ask([20, 60, 103, 140])]).toEqual([
      {
        met: true,
        margin: 0,
        reason:
          'gaps of the p0, the p1, the p2, the p3: 0.067 D, 0.073 D, 0.06 D; at most 0.007 D off their mean of 0.067 D is even',
      },
      expect.objectContaining({ met: false, margin: -0.003333 }),
    ]);
  });

  it('takes the axis on which they spread most', () => {
    const column = drawn({ a: square(60, 20), b: square(70, 60), c: square(61, 100), d: square(62, 140) });
    expect(examine(column, 'evenly-spaced', ['a', 'b', 'c', 'd']).met).toBe(true);
  });

  it('is met for things edge to edge, not for a heap', () => {
    const target = drawn({ a: square(60, 60, 30), b: square(60, 60, 20), c: square(60, 60, 10) });
    expect([
      ask([20, 40, 60, 80]).met,
      ask([20, 35, 50, 65]),
      ask([20, 35, 50, 65], { overlap: 0.25 }).met,
      examine(target, 'evenly-spaced', ['a', 'b', 'c'], { measure: 'centres' }).met,
    ]).toEqual([
      true,
      {
        met: false,
        margin: -0.01,
        reason: 'the p0 and the p1 overlap by 25 % of the smaller; at most 10 % is spaced',
      },
      true,
      false,
    ]);
  });

  it('measures centres where sizes differ', () => {
    const unlike = drawn({ a: square(40, 60, 5), b: square(100, 60, 20), c: square(160, 60, 20) });
    const met = (measure: string) => examine(unlike, 'evenly-spaced', ['a', 'b', 'c'], { measure }).met;
    expect(['gaps', 'centres'].map(met)).toEqual([false, true]);
  });
});

describe('between', () => {
  const ask = (cat: Form, parameters = {}) =>
    verdictOf(
      examine(
        drawn({ dog: square(40, 60), owl: square(160, 60), cat }),
        'between',
        ['cat', 'dog', 'owl'],
        parameters,
      ),
    );

  it('needs 0.2 of both sizes past the one and before the other', () => {
    const met = (x: number) => ask(square(x, 81)).met;
    expect([20, 47, 48, 100, 152, 153, 200].map(met)).toEqual([false, false, true, true, true, false, false]);
  });

  it('allows a quarter of the way beside the line', () => {
    const met = (y: number) => ask(square(100, y)).met;
    expect([91, 90, 60, 30, 29].map(met)).toEqual([false, true, true, true, false]);
    expect(ask(square(100, 120))).toEqual({
      met: false,
      margin: -0.1,
      reason:
        'the cat is 0.2 D past the dog (0.027 D is needed), 0.2 D before the owl (0.027 D is needed) and 0.2 D beside the line between them (at most 0.1 D)',
    });
  });

  it('takes a ball at the height of two tree tops as between them', () => {
    const met = (y: number) =>
      examine(
        drawn({ oak: rectangle(40, 0, 60, 160), elm: rectangle(140, 0, 160, 160), ball: disc(100, y, 6) }),
        'between',
        ['ball', 'oak', 'elm'],
      ).met;
    expect([80, 150, 172].map(met)).toEqual([true, true, false]);
  });

  it('says when the two are at one place', () => {
    const rings = drawn({ dog: square(60, 60, 30), owl: square(60, 60, 20), cat: square(150, 60) });
    const through = { ...rings, grounding: { ...rings.grounding } };
    const { dog } = through.grounding.subjects;
    const same = { ...through.grounding.subjects, owl: { ...dog!, name: 'owl' } };
    const finding = examine({ ...through, grounding: { ...through.grounding, subjects: same } }, 'between', [
      'cat',
      'dog',
      'owl',
    ]);
    expect(verdictOf(finding)).toEqual({
      met: false,
      margin: null,
      reason: 'the dog and the owl have one centre',
    });
  });
});
