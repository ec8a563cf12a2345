import { describe, expect, it } from 'vitest';
import { colourWordsOf } from '../../src/util/colour.ts';
import { onWhite, seenColours } from '../../src/util/seen-colours.ts';

function seen(fill: string | null, stroke: string | null, opacity = 1) {
  return seenColours({ fill, stroke, fillOpacity: opacity, strokeOpacity: opacity });
}

describe('colourWordsOf', () => {
  it('gives both words to a colour at a border, the likeliest first, and one to a clear colour', () => {
    const named = {
      'black!80': '#333333',
      'red!60': '#ff6666',
      teal: '#008080',
      cyan: '#00ffff',
      'purple of xcolor': '#bf0040',
      red: '#ff0000',
      'red!30': '#ffb3b3',
      blue: '#0000ff',
      yellow: '#ffff00',
      orange: '#ff8000',
      black: '#000000',
      white: '#ffffff',
    };
    expect(
      Object.fromEntries(Object.entries(named).map(([name, hex]) => [name, colourWordsOf(hex)])),
    ).toEqual({
      'black!80': ['grey', 'black'],
      'red!60': ['pink', 'red'],
      teal: ['green', 'blue'],
      cyan: ['blue', 'green'],
      'purple of xcolor': ['red', 'purple'],
      red: ['red'],
      'red!30': ['pink'],
      blue: ['blue'],
      yellow: ['yellow'],
      orange: ['orange'],
      black: ['black'],
      white: ['white'],
    });
  });
});

describe('seenColours', () => {
  it('names a ring by its stroke, filled with white or with nothing', () => {
    expect([seen(null, '#ff0000'), seen('#ffffff', '#ff0000'), seen('#ffffff', '#000000')]).toEqual([
      { plain: ['#ff0000'], also: [] },
      { plain: ['#ffffff', '#ff0000'], also: [] },
      { plain: ['#ffffff'], also: ['#000000'] },
    ]);
  });

  it('lets the stroke of a tint or a grey pass', () => {
    expect([seen('#ffb3b3', '#ff0000'), seen('#808080', '#ff0000')]).toEqual([
      { plain: ['#ffb3b3'], also: ['#ff0000'] },
      { plain: ['#808080'], also: ['#ff0000'] },
    ]);
  });

  it('names a disc by its fill, whatever black, grey or other outline it has', () => {
    const blue = { plain: ['#0000ff'], also: [] };
    const strokes = ['#000000', '#808080', '#ffffff', '#ff0000', null];
    expect(strokes.map((stroke) => seen('#0000ff', stroke))).toEqual(strokes.map(() => blue));
  });

  it('names see-through ink by itself and by its tint, faint ink by its tint, and nothing by nothing', () => {
    expect([0.5, 0.2, 0.01].map((opacity) => seen('#ff0000', null, opacity))).toEqual([
      { plain: ['#ff0000'], also: ['#ff8080'] },
      { plain: ['#ffcccc'], also: [] },
      { plain: [], also: [] },
    ]);
  });

  it('mixes with white per channel', () => {
    expect([onWhite('#000000', 0.5), onWhite('#ff0000', 0)]).toEqual(['#808080', '#ffffff']);
  });
});
