import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/grade/checks/ratio.ts';
import { examine, picture, rectangle, ring, verdictOf } from '../../helpers/ink.ts';

describe('ratio', () => {
  const drawing = picture([
    { subject: 'edge', form: rectangle(0, 0, 240, 180) },
    { subject: 'door', form: rectangle(20, 20, 60, 120) },
    { subject: 'window', form: rectangle(80, 20, 120, 70) },
    { subject: 'hoop', form: ring(200, 60, 30) },
  ]);
  const ask = (of: readonly string[], parameters: Record<string, number | string>) =>
    verdictOf(examine(drawing, 'ratio', of, parameters));

  it('is met within a factor of 1.1, to both sides', () => {
    const met = (is: number) => ask(['door', 'window'], { is }).met;
    expect([1.8, 1.82, 2, 2.2, 2.21].map(met)).toEqual([false, true, true, true, false]);
  });

  it('says what is found and what is wanted', () => {
    expect([ask(['door', 'window'], { is: 2 }), ask(['door', 'window'], { is: 4 })]).toEqual([
      { met: true, margin: 0.1, reason: "the door's area is 2 times the window's; 1.82 to 2.2 is wanted" },
      { met: false, margin: -0.9, reason: "the door's area is 2 times the window's; 3.64 to 4.4 is wanted" },
    ]);
  });

  it('measures width, height and diagonal, and one subject by itself', () => {
    expect([
      ask(['door', 'window'], { is: 1, measure: 'width' }).margin,
      ask(['door', 'window'], { is: 2, measure: 'height' }).margin,
      ask(['door', 'window'], { is: 107.703 / 64.031, measure: 'diagonal', within: 0.001 }).met,
      ask(['door'], { is: 0.4 }),
    ]).toEqual([
      0.1,
      0.1,
      true,
      { met: true, margin: 0.1, reason: "the door's width is 0.4 times its height; 0.364 to 0.44 is wanted" },
    ]);
  });

  it('gives both ways round one answer', () => {
    const one = ask(['door', 'hoop'], { is: 1.5 });
    const other = ask(['hoop', 'door'], { is: 1 / 1.5 });
    expect(other.margin).toBe(one.margin);
  });

  it('takes a thing to its marks’ ends, finer than a pixel', () => {
    const fine = picture([
      { subject: 'edge', form: rectangle(0, 0, 240, 180) },
      {
        subject: 'post',
        form: rectangle(20, 20, 30, 40),
        mark: { box: { xMin: 20.9, yMin: 20, xMax: 29.1, yMax: 40 } },
      },
    ]);
    expect(verdictOf(examine(fine, 'ratio', ['post'], { is: 0.41 })).margin).toBe(0.1);
  });

  it('wants to know the ratio', () => {
    expect([ratio.validate?.({}), ratio.validate?.({ is: 2 })]).toEqual([
      ['expected "is", got nothing; say the wanted ratio'],
      [],
    ]);
  });
});
