import { describe, expect, it } from 'vitest';
import type { ShapeName } from '../../../src/domain/scene.ts';
import { CHECKS } from '../../../src/grade/checks/table.ts';
import { examine, lettered, outlineOf, picture, rectangle, shaped, verdictOf } from '../../helpers/ink.ts';

const FORM = rectangle(20, 20, 60, 60);

describe('colour', () => {
  const ask = (mark: object, parameters: Record<string, string | number>) =>
    verdictOf(examine(picture([{ subject: 'sun', form: FORM, mark }]), 'colour', ['sun'], parameters));

  it('takes the fill, whatever the stroke', () => {
    const mark = { fill: '#ffbf80', stroke: '#000000', strokeWidthPt: 5 };
    expect([ask(mark, { is: 'orange' }), ask(mark, { is: 'black' })]).toEqual([
      { met: true, margin: 1, reason: 'most of the sun (100 %) is orange; orange is wanted' },
      { met: false, margin: -1, reason: 'most of the sun (100 %) is orange; black is wanted' },
    ]);
  });

  it('takes the stroke of what is not filled, and gray for grey', () => {
    expect([
      ask({ fill: null, stroke: '#0000ff' }, { is: 'blue' }).met,
      ask({ fill: null, stroke: '#e6e6e6' }, { is: 'gray' }).met,
    ]).toEqual([true, true]);
  });

  it('takes a see-through fill as it looks on white', () => {
    expect([
      ask({ fill: '#ff0000', fillOpacity: 0.3 }, { is: 'pink' }).met,
      ask({ fill: '#ff0000' }, { is: 'pink' }).met,
    ]).toEqual([true, false]);
  });

  it('holds a hex colour to a distance of 0.1', () => {
    expect([
      ask({ fill: '#ff4d4d' }, { is: '#ff0000' }).met,
      ask({ fill: '#ff8080' }, { is: '#ff0000' }),
    ]).toEqual([
      true,
      {
        met: false,
        margin: -0.057604,
        reason: 'most of the sun is #ff8080, ΔE 0.158 from #ff0000; at most 0.1 is allowed',
      },
    ]);
  });

  it('is unmet where nothing has a plain colour', () => {
    expect(ask({ kind: 'image', fill: null }, { is: 'red' })).toEqual({
      met: false,
      margin: null,
      reason: 'the sun shows no plain colour',
    });
  });

  it('takes no other words', () => {
    const { validate } = CHECKS.find(({ name }) => name === 'colour')!;
    expect(['teal', '#12', 'gray', '#1a2b3c'].map((is) => validate!({ is }).length)).toEqual([1, 1, 0, 0]);
  });
});

describe('shape', () => {
  const ask = (name: ShapeName | null, parameters: Record<string, string | number>, corners?: number) => {
    const mark = shaped(name === null ? null : { name, ...(corners === undefined ? {} : { corners }) });
    return verdictOf(
      examine(picture([{ subject: 'roof', form: FORM, mark }]), 'shape', ['roof'], parameters),
    );
  };

  it('a square is a rectangle and a polygon of four corners, a circle an ellipse, and not the other way', () => {
    expect([
      ask('square', { is: 'rectangle' }).met,
      ask('square', { is: 'polygon', corners: 4 }).met,
      ask('circle', { is: 'ellipse' }).met,
      ask('rectangle', { is: 'square' }).met,
      ask('ellipse', { is: 'circle' }).met,
    ]).toEqual([true, true, true, false, false]);
  });

  it('counts corners', () => {
    expect([
      ask('polygon', { is: 'polygon', corners: 6 }, 6),
      ask('polygon', { is: 'polygon', corners: 5 }, 6),
    ]).toEqual([
      {
        met: true,
        margin: null,
        reason: "the roof's largest outline is a polygon with 6 corners; a polygon with 6 corners is wanted",
      },
      {
        met: false,
        margin: null,
        reason: "the roof's largest outline is a polygon with 6 corners; a polygon with 5 corners is wanted",
      },
    ]);
  });

  it('is unmet for an outline that is no known shape', () => {
    expect(ask(null, { is: 'triangle' })).toEqual({
      met: false,
      margin: null,
      reason: "the roof's largest outline is of no known shape; a triangle is wanted",
    });
  });

  it('leaves out outlines of other things in the same path', () => {
    const mark = {
      outlines: [
        outlineOf({ xMin: 25, yMin: 25, xMax: 55, yMax: 55 }),
        outlineOf({ xMin: 100, yMin: 20, xMax: 200, yMax: 120 }),
      ],
      shapes: [{ name: 'triangle' as const }, { name: 'square' as const }],
    };
    const drawing = picture([{ subject: 'roof', form: FORM, mark }]);
    expect(examine(drawing, 'shape', ['roof'], { is: 'triangle' }).met).toBe(true);
  });

  it('takes the largest outline of several', () => {
    const mark = {
      outlines: [
        outlineOf({ xMin: 0, yMin: 0, xMax: 5, yMax: 5 }),
        outlineOf({ xMin: 0, yMin: 0, xMax: 9, yMax: 9 }),
      ],
      shapes: [{ name: 'triangle' as const }, { name: 'square' as const }],
    };
    const drawing = picture([{ subject: 'roof', form: FORM, mark }]);
    expect(examine(drawing, 'shape', ['roof'], { is: 'square' }).met).toBe(true);
  });
});

describe('text', () => {
  const words = (...texts: string[]) =>
    picture([
      { subject: 'sign', form: rectangle(10, 10, 290, 100), mark: { fill: '#ffffff', stroke: '#000000' } },
      ...texts.map((text, index) => ({
        subject: `t${index}`,
        form: rectangle(20 + 40 * index, 20, 50 + 40 * index, 40),
        mark: lettered(text),
      })),
    ]);
  const says = (texts: string[], parameters: Record<string, string | boolean>) =>
    examine(words(...texts), 'text', [], parameters).met;

  it('plays down capitals and spaces, unless exact', () => {
    expect([
      says(['WIFI zone'], { says: 'wi fi' }),
      says(['W i F i'], { says: 'WiFi' }),
      says(['Wi', 'Fi'], { says: 'WiFi' }),
      says(['wifi'], { says: 'WiFi', exact: true }),
      says(['Wi', 'Fi'], { says: 'WiFi', exact: true }),
      says(['free  WiFi'], { says: 'free WiFi', exact: true }),
    ]).toEqual([true, true, true, false, true, true]);
  });

  it('wants whole words, and takes signs as they are', () => {
    expect([
      says(['cat'], { says: 'a' }),
      says(['a cat'], { says: 'a' }),
      says(['1.5 (x)'], { says: '1.5 (x)' }),
      says(['105 (x)'], { says: '1.5 (x)' }),
    ]).toEqual([false, true, true, false]);
  });

  it('says what it read', () => {
    expect(examine(words('cat'), 'text', [], { says: 'dog' })).toEqual({
      met: false,
      margin: null,
      reason: 'the drawing says "cat"; "dog" is wanted',
      evidence: [],
    });
  });

  it('with a subject, looks in its box', () => {
    const drawing = picture([
      { subject: 'sign', form: rectangle(10, 10, 100, 100), mark: { fill: '#ffffff' } },
      { subject: 'in', form: rectangle(20, 20, 50, 40), mark: lettered('IN') },
      { subject: 'out', form: rectangle(200, 20, 240, 40), mark: lettered('OUT') },
    ]);
    expect(['IN', 'OUT'].map((word) => examine(drawing, 'text', ['sign'], { says: word }).met)).toEqual([
      true,
      false,
    ]);
  });

  it('does not read what nobody sees: white on white, covered, transparent, off the picture', () => {
    const form = rectangle(20, 20, 50, 40);
    const board = { subject: 'board', form: rectangle(0, 0, 300, 200), mark: { fill: '#ffffff' } };
    const read = (mark: object, ...over: (typeof board)[]) =>
      examine(picture([board, { subject: 't', form, mark }, ...over]), 'text', [], { says: 'HI' }).met;
    expect([
      read(lettered('HI')),
      read(lettered('HI', { fill: '#fefefe' })),
      read(lettered('HI'), board),
      read(lettered('HI', { fillOpacity: 0 })),
      read(lettered('HI', { box: { xMin: 900, yMin: 20, xMax: 930, yMax: 40 } })),
    ]).toEqual([true, false, false, false, false]);
  });

  it('reads white letters on a dark sign', () => {
    const drawing = picture([
      { subject: 'sign', form: rectangle(10, 10, 100, 100), mark: { fill: '#000080' } },
      { subject: 't', form: rectangle(20, 20, 50, 40), mark: lettered('HI', { fill: '#ffffff' }) },
    ]);
    expect(examine(drawing, 'text', ['sign'], { says: 'hi' }).met).toBe(true);
  });
});
