import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../src/grade/checks/table.ts';
import { disc, examine, type Form, picture, rectangle, verdictOf } from '../../helpers/ink.ts';

const frame = { subject: 'frame', form: rectangle(0, 0, 300, 200) };

describe('there', () => {
  it('is met from 0.05 % of the box of the drawing on', () => {
    const drawing = picture([frame, { subject: 'sun', form: rectangle(10, 10, 15, 16) }]);
    expect(examine(drawing, 'there', ['sun'])).toEqual({
      met: true,
      margin: 0,
      reason: 'found by its label "sun": 0.05 % of the drawing\'s box is its visible ink',
      evidence: [
        { kind: 'box', box: { xMin: 10, yMin: 10, xMax: 15, yMax: 16 }, label: 'there', tone: 'subject' },
      ],
    });
  });

  it('is unmet for a speck, and says how much is needed', () => {
    const drawing = picture([frame, { subject: 'sun', form: rectangle(10, 10, 15, 15) }]);
    expect(verdictOf(examine(drawing, 'there', ['sun']))).toEqual({
      met: false,
      margin: -0.000083,
      reason: 'found by its label "sun": 0.042 % of the drawing\'s box is its visible ink; 0.05 % is needed',
    });
  });

  it('is unmet for a subject that was not found or is covered, with the reader’s reason', () => {
    const covered = picture([{ subject: 'sun', form: rectangle(10, 10, 50, 50) }, frame]);
    const unmet = { met: false, margin: null, reason: 'no mark has the label "sun"', evidence: [] };
    expect([examine(picture([frame]), 'there', ['sun']), examine(covered, 'there', ['sun'])]).toEqual([
      unmet,
      unmet,
    ]);
  });

  it('is met by a thin line from 1.8 % of the diagonal on, however little ink it has', () => {
    const line = (length: number) =>
      verdictOf(
        examine(picture([frame, { subject: 'leash', form: rectangle(10, 10, 10 + length, 11) }]), 'there', [
          'leash',
        ]),
      );
    expect([line(7), line(6)]).toEqual([
      {
        met: true,
        margin: 0.001415,
        reason:
          'found by its label "leash": 0.012 % of the drawing\'s box is its visible ink, slim but long enough to be seen',
      },
      {
        met: false,
        margin: -0.0004,
        reason:
          'found by its label "leash": 0.01 % of the drawing\'s box is its visible ink; 0.05 % is needed',
      },
    ]);
  });

  it('is met by a letter from 1 % of the diagonal on', () => {
    const letter = (height: number) =>
      examine(
        picture([
          frame,
          { subject: 'x', form: rectangle(10, 10, 11, 10 + height), mark: { kind: 'text', text: 'x' } },
        ]),
        'there',
        ['x'],
      ).met;
    expect([letter(4), letter(3)]).toEqual([true, false]);
  });

  it('is unmet for what is hidden but for two far corners, and for two specks far apart', () => {
    const corners: Form = (point) => rectangle(50, 50, 52, 52)(point) || rectangle(98, 98, 100, 100)(point);
    const cover: Form = (point) => rectangle(40, 40, 110, 110)(point) && !corners(point);
    const hidden = picture([
      frame,
      { subject: 'sun', form: rectangle(50, 50, 100, 100) },
      { subject: 'wall', form: cover },
    ]);
    const specks = picture([frame, { subject: 'sun', form: corners }]);
    expect([examine(hidden, 'there', ['sun']).met, examine(specks, 'there', ['sun']).met]).toEqual([
      false,
      false,
    ]);
  });

  it('wants as much ink as a task asks for, of lines, too', () => {
    const line = picture([frame, { subject: 'rope', form: rectangle(10, 10, 210, 11) }]);
    expect(examine(line, 'there', ['rope'], { share: 0.01 }).met).toBe(false);
  });

  it('is met by several things, too many to choose from', () => {
    const two = [40, 80].map((x) => ({ subject: 'sun', form: disc(x, 50, 10) }));
    expect(examine(picture([frame, ...two]), 'there', ['sun']).met).toBe(true);
  });
});

describe('count', () => {
  const three = picture([40, 90, 140].map((x) => ({ subject: 'star', form: disc(x, 50, 10) })));
  const met = (parameters: Record<string, number>) => examine(three, 'count', ['star'], parameters).met;

  it('wants exactly as many, or from min to max', () => {
    expect(
      [{ is: 3 }, { is: 2 }, { min: 3 }, { min: 4 }, { max: 3 }, { max: 2 }, { min: 1, max: 5 }].map(met),
    ).toEqual([true, false, true, false, true, false, true]);
  });

  it('says what it found, and counts none as none', () => {
    expect(examine(three, 'count', ['moon'], { min: 1, max: 2 })).toEqual({
      met: false,
      margin: null,
      reason: '0 found of moon; 1 to 2 wanted',
      evidence: [],
    });
  });

  it('takes one of its forms only', () => {
    const { validate } = CHECKS.find(({ name }) => name === 'count')!;
    const mistakes = [{}, { is: 1, min: 1 }, { min: 3, max: 2 }, { is: 2 }, { max: 1 }].map((one) =>
      validate!(one),
    );
    expect(mistakes).toEqual([
      ['expected "is", "min" or "max", got none of them; say how many there are to be'],
      ['expected either "is", or "min" and "max", got both; leave one out'],
      ['expected "min" to be at most "max", got 3 and 2'],
      [],
      [],
    ]);
  });
});
