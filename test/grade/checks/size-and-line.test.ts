import { describe, expect, it } from 'vitest';
import { disc, examine, picture, rectangle, ring, verdictOf } from '../../helpers/ink.ts';

describe('larger-than', () => {
  const drawing = picture([
    { subject: 'edge', form: rectangle(0, 0, 240, 180) },
    { subject: 'tall', form: rectangle(20, 20, 40, 130) },
    { subject: 'wide', form: rectangle(60, 20, 160, 40) },
    { subject: 'hoop', form: ring(200, 60, 40) },
    { subject: 'ball', form: disc(200, 140, 20) },
  ]);

  it('compares silhouettes by 1.1, or widths or heights', () => {
    const ask = (parameters: Record<string, string | number>) =>
      verdictOf(examine(drawing, 'larger-than', ['tall', 'wide'], parameters));
    expect([ask({}), ask({ by: 1.11 }), ask({ measure: 'width' }), ask({ measure: 'height' })]).toEqual([
      { met: true, margin: 0, reason: "the tall's area is 1.1 times the wide's; 1.1 times is needed" },
      {
        met: false,
        margin: -0.009009,
        reason: "the tall's area is 1.1 times the wide's; 1.11 times is needed",
      },
      {
        met: false,
        margin: -0.818182,
        reason: "the tall's width is 0.2 times the wide's; 1.1 times is needed",
      },
      { met: true, margin: 4, reason: "the tall's height is 5.5 times the wide's; 1.1 times is needed" },
    ]);
  });

  it('a hollow ring is as large as the disc that it encloses', () => {
    expect(examine(drawing, 'larger-than', ['hoop', 'ball'], { by: 4 }).met).toBe(true);
  });
});

describe('aligned', () => {
  const drawing = picture([
    { subject: 'edge', form: rectangle(0, 0, 240, 180) },
    { subject: 'one', form: rectangle(20, 20, 60, 60) },
    { subject: 'two', form: rectangle(80, 26, 120, 66) },
    { subject: 'three', form: rectangle(140, 13, 180, 53) },
  ]);

  it('allows a spread of 2 % D over all', () => {
    const ask = (of: string[]) => verdictOf(examine(drawing, 'aligned', of, { on: 'bottom' }));
    expect([ask(['one', 'two']), ask(['one', 'two', 'three'])]).toEqual([
      {
        met: true,
        margin: 0,
        reason: 'bottom of the one, the two: spread over 0.02 D; at most 0.02 D is aligned',
      },
      {
        met: false,
        margin: -0.023333,
        reason: 'bottom of the one, the two, the three: spread over 0.043 D; at most 0.02 D is aligned',
      },
    ]);
  });

  it('knows edges and middles of both axes', () => {
    const met = ['left', 'right', 'centre', 'top', 'bottom', 'middle'].filter(
      (on) => examine(drawing, 'aligned', ['one', 'two'], { on }).met,
    );
    expect(met).toEqual(['top', 'bottom', 'middle']);
  });
});
