import { describe, expect, it } from 'vitest';
import { disc, examine, type Form, picture, rectangle, ring, verdictOf } from '../../helpers/ink.ts';

const frame = { subject: 'frame', form: rectangle(0, 0, 300, 200) };

/** D is that of a filled frame of 240 × 180: 300 pt. */
function pair(one: Form, other: Form) {
  return picture([
    { subject: 'edge', form: rectangle(0, 0, 240, 180) },
    { subject: 'a', form: one },
    { subject: 'b', form: other },
  ]);
}

const ask = (check: string, one: Form, other: Form) =>
  verdictOf(examine(pair(one, other), check, ['a', 'b']));

describe('inside', () => {
  it('needs 95 % of the ink within', () => {
    const room = rectangle(100, 0, 200, 100);
    expect([
      ask('inside', rectangle(95, 20, 195, 30), room),
      ask('inside', rectangle(94, 20, 194, 30), room),
    ]).toEqual([
      { met: true, margin: 0, reason: '95 % of the a lies within the b; 95 % is needed' },
      { met: false, margin: -0.01, reason: '94 % of the a lies within the b; 95 % is needed' },
    ]);
  });

  it('takes what an outline encloses for its inside', () => {
    expect(ask('inside', disc(100, 90, 20), ring(100, 90, 60)).met).toBe(true);
  });

  it('counts covered ink too', () => {
    const drawing = picture([
      { subject: 'b', form: rectangle(95, 0, 200, 100) },
      { subject: 'a', form: rectangle(20, 20, 100, 40) },
      { subject: 'curtain', form: rectangle(0, 0, 95, 100) },
    ]);
    const within = examine(drawing, 'inside', ['a', 'b']);
    expect(verdictOf(within)).toEqual({
      met: false,
      margin: -0.8875,
      reason: '6.3 % of the a lies within the b; 95 % is needed',
    });
  });
});

describe('overlaps', () => {
  it('needs 2 % of the smaller', () => {
    const one = rectangle(0, 0, 100, 100);
    expect([
      ask('overlaps', one, rectangle(99, 0, 149, 100)),
      ask('overlaps', one, rectangle(99, 0, 199, 100)),
    ]).toEqual([
      { met: true, margin: 0, reason: 'the a and the b share 2 % of the smaller; 2 % is needed' },
      { met: false, margin: -0.01, reason: 'the a and the b share 1 % of the smaller; 2 % is needed' },
    ]);
  });

  it('is met by two circles that cross, though their ink shares next to nothing', () => {
    expect(ask('overlaps', ring(80, 90, 40), ring(130, 90, 40)).met).toBe(true);
  });
});

describe('apart and touching', () => {
  const one = rectangle(20, 20, 70, 70);
  const beside = (gapPt: number) => rectangle(70 + gapPt, 20, 120 + gapPt, 70);
  const both = (gapPt: number) => [
    ask('apart', one, beside(gapPt)).met,
    ask('touching', one, beside(gapPt)).met,
  ];

  it('apart needs a gap of 0.5 % D, touching one of at most 1 % D', () => {
    expect([0, 1, 2, 3, 4].map(both)).toEqual([
      [false, true],
      [false, true],
      [true, true],
      [true, true],
      [true, false],
    ]);
  });

  it('say how far they are from it', () => {
    expect([ask('apart', one, beside(1)), ask('touching', one, beside(6))]).toEqual([
      { met: false, margin: -0.001667, reason: 'the a and the b are 0.003 D apart; 0.005 D is needed' },
      { met: false, margin: -0.01, reason: 'the a and the b are 0.02 D apart; at most 0.01 D is touching' },
    ]);
  });

  it('touching ends where a tenth of the smaller is shared', () => {
    expect([ask('touching', one, beside(-5)), ask('touching', one, beside(-6))]).toEqual([
      { met: true, margin: 0, reason: 'the a and the b share 10 % of the smaller; at most 10 % is touching' },
      {
        met: false,
        margin: -0.02,
        reason: 'the a and the b share 12 % of the smaller; at most 10 % is touching',
      },
    ]);
  });

  it('touching without a limit of overlap asks for the gap alone', () => {
    const onto = examine(pair(one, beside(-30)), 'touching', ['a', 'b'], { overlap: 1 });
    expect(verdictOf(onto)).toEqual({ met: true, margin: 0.01, reason: 'the a and the b meet' });
  });

  it('what sits in a ring is neither apart from it nor touching it', () => {
    const ask2 = (check: string) => ask(check, disc(100, 90, 10), ring(100, 90, 60)).met;
    expect([ask2('apart'), ask2('touching')]).toEqual([false, false]);
  });
});

describe('in-front-of and behind', () => {
  const cross = picture([
    frame,
    { subject: 'far', form: rectangle(50, 80, 250, 120) },
    { subject: 'near', form: rectangle(130, 20, 170, 180) },
  ]);

  it('the one that is seen where they meet is in front', () => {
    expect(
      [
        examine(cross, 'in-front-of', ['near', 'far']),
        examine(cross, 'in-front-of', ['far', 'near']),
        examine(cross, 'behind', ['far', 'near']),
        examine(cross, 'behind', ['near', 'far']),
      ].map(verdictOf),
    ).toEqual([
      {
        met: true,
        margin: 0.1,
        reason: 'where the near and the far meet, 100 % shows the near; 90 % is needed',
      },
      {
        met: false,
        margin: -0.9,
        reason: 'where the far and the near meet, 0 % shows the far; 90 % is needed',
      },
      {
        met: true,
        margin: 0.1,
        reason: 'where the near and the far meet, 100 % shows the near; 90 % is needed',
      },
      {
        met: false,
        margin: -0.9,
        reason: 'where the far and the near meet, 0 % shows the far; 90 % is needed',
      },
    ]);
  });

  it('is unmet for things that meet in less than 1 % of the smaller', () => {
    const seam = (by: number) =>
      picture([
        { subject: 'far', form: rectangle(0, 0, 100, 100) },
        { subject: 'near', form: rectangle(100 - by, 0, 300 - by, 100) },
      ]);
    expect([
      examine(seam(1), 'in-front-of', ['near', 'far']).met,
      examine(seam(0), 'in-front-of', ['near', 'far']),
    ]).toMatchObject([
      true,
      { met: false, margin: null, reason: "the near and the far don't meet: neither covers the other" },
    ]);
  });

  it('takes the later one where a see-through one lets both be seen', () => {
    const glass = picture([
      { subject: 'fish', form: disc(100, 100, 20) },
      { subject: 'pane', form: rectangle(50, 50, 250, 150), isSeeThrough: true },
    ]);
    expect([
      examine(glass, 'in-front-of', ['pane', 'fish']).met,
      examine(glass, 'in-front-of', ['fish', 'pane']).met,
    ]).toEqual([true, false]);
  });

  it('a thing seen through a ring is not covered by it', () => {
    const seen = picture([
      { subject: 'fish', form: disc(100, 100, 20) },
      { subject: 'ring', form: ring(100, 100, 50) },
    ]);
    expect(examine(seen, 'in-front-of', ['ring', 'fish']).met).toBe(false);
  });

  /** An otter and a desk of one colour: where one covers the other, leaving either out changes nothing. */
  function alike(lower: string, upper: string, curtain: boolean) {
    const forms = { otter: rectangle(100, 50, 140, 150), desk: rectangle(20, 20, 220, 100) };
    const outlines = { otter: corners(100, 50, 140, 150), desk: corners(20, 20, 220, 100) };
    const strokes = [lower, upper].map((subject) => ({
      subject,
      form: forms[subject as 'otter' | 'desk'],
      mark: { fill: '#804000', outlines: [outlines[subject as 'otter' | 'desk']] },
    }));
    const third = { subject: 'curtain', form: rectangle(90, 40, 130, 110) };
    const mark = { fill: '#ff0000', outlines: [corners(90, 40, 130, 110)] };
    const drawing = picture(curtain ? [...strokes, { ...third, mark }] : strokes);
    const { otter, desk } = drawing.grounding.subjects;
    const [one, other] = [otter!.chosen!.ink, desk!.chosen!.ink];
    for (let at = 0; at < one.full.pixels.length; at += 1) {
      if (one.full.pixels[at] === 1 && other.full.pixels[at] === 1) {
        one.visible.pixels[at] = 0;
        other.visible.pixels[at] = 0;
      }
    }
    return drawing;
  }

  it('takes the later one where both are drawn alike', () => {
    const before = alike('desk', 'otter', false);
    const behind = alike('otter', 'desk', false);
    expect([before, behind].map((drawing) => examine(drawing, 'in-front-of', ['otter', 'desk']).met)).toEqual(
      [true, false],
    );
  });

  it('leaves out what a third thing covers', () => {
    const drawing = alike('otter', 'desk', true);
    const { desk, otter } = drawing.grounding.subjects;
    expect(otter!.chosen!.ink.visiblePx).toBeGreaterThan(0);
    desk!.chosen!.ink.visible.pixels.set(
      desk!.chosen!.ink.full.pixels.map((pixel, at) => {
        const [x, y] = [(at % 300) + 0.5, 200 - Math.floor(at / 300) - 0.5];
        return rectangle(90, 40, 130, 110)({ x, y }) ? 0 : pixel;
      }),
    );
    expect(verdictOf(examine(drawing, 'in-front-of', ['desk', 'otter']))).toEqual({
      met: true,
      margin: 0.1,
      reason: 'where the desk and the otter meet, 100 % shows the desk; 90 % is needed',
    });
  });

  it('one shape with two labels is not in front of itself', () => {
    const drawing = picture([frame, { subject: 'otter', form: rectangle(0, 0, 50, 50) }]);
    const twice = {
      ...drawing.grounding.subjects,
      canoe: { ...drawing.grounding.subjects.otter!, name: 'canoe' },
    };
    const both = { ...drawing, grounding: { ...drawing.grounding, subjects: twice } };
    expect(examine(both, 'in-front-of', ['canoe', 'otter']).met).toBe(false);
  });
});

function corners(xMin: number, yMin: number, xMax: number, yMax: number) {
  const points = [
    { x: xMin, y: yMin },
    { x: xMax, y: yMin },
    { x: xMax, y: yMax },
    { x: xMin, y: yMax },
  ];
  return { points, closed: true };
}
