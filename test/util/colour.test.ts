import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asColourWord, deltaEOk, isHexColour, nearestColourWord, oklab } from '../../src/util/colour.ts';

/** What TeX's xcolor makes of names that models write, and the word that a person says. */
const XCOLOR = {
  black: ['#000000', 'black'],
  'black!90': ['#1a1a1a', 'black'],
  'gray!20': ['#e6e6e6', 'grey'],
  gray: ['#808080', 'grey'],
  lightgray: ['#bfbfbf', 'grey'],
  'gray!10': ['#f2f2f2', 'white'],
  red: ['#ff0000', 'red'],
  'red!60!black': ['#990000', 'red'],
  'red!30': ['#ffb3b3', 'pink'],
  orange: ['#ff8000', 'orange'],
  'orange!50': ['#ffbf80', 'orange'],
  'orange!80!yellow': ['#ff9900', 'orange'],
  yellow: ['#ffff00', 'yellow'],
  'yellow!30': ['#ffffb3', 'yellow'],
  'yellow!80!orange': ['#ffe600', 'yellow'],
  'green!50!black': ['#008000', 'green'],
  'green!20': ['#ccffcc', 'green'],
  lime: ['#bfff00', 'green'],
  olive: ['#808000', 'green'],
  teal: ['#008080', 'green'],
  cyan: ['#00ffff', 'blue'],
  'cyan!20': ['#ccffff', 'blue'],
  'blue!20': ['#ccccff', 'blue'],
  'blue!50!black': ['#000080', 'blue'],
  violet: ['#800080', 'purple'],
  magenta: ['#ff00ff', 'pink'],
  pink: ['#ffbfbf', 'pink'],
  brown: ['#bf8040', 'brown'],
  'brown!60!black': ['#734d26', 'brown'],
  'brown!50': ['#dfc09f', 'brown'],
} as const;

/** From the colour survey (xkcd.com/color/rgb.txt, CC0): names whose last word is a basic one. */
const SURVEY = {
  black: ['#000000', '#070d0d'],
  white: ['#ffffff', '#ffffe4'],
  grey: ['#6b7c85', '#3c4142', '#95a3a6', '#978a84', '#7d7f7c', '#6f828a', '#59656d', '#d8dcd6', '#929591'],
  red: ['#850e04', '#ff073a', '#db5856', '#a90308', '#b9484e', '#c0022f', '#ec2d01', '#bb3f3f', '#7b0323'],
  orange: ['#ca6b02', '#fe4b03', '#f0833a', '#c14a09', '#c45508', '#f0944d', '#ffab0f', '#d8863b', '#f8481c'],
  yellow: ['#c2b709', '#fff917', '#ffdf22', '#fce166', '#ddd618', '#bfac05', '#feff7f', '#eedc5b', '#fec615'],
  green: ['#56ae57', '#a6c875', '#606602', '#bdf8a3', '#388004', '#76a973', '#b1d27b', '#06470c', '#8fff9f'],
  blue: ['#d4ffff', '#507b9c', '#4b57db', '#0a437a', '#bdf6fe', '#02ccfe', '#6488ea', '#001146', '#b1d1fc'],
  purple: ['#952e8f', '#ca9bf7', '#734a65', '#9900fa', '#751973', '#280137', '#805b87', '#f6cefc', '#916e99'],
  pink: ['#ff0789', '#e78ea5', '#da467d', '#ffb2d0', '#ff6163', '#c77986', '#fb5581', '#ca7b80', '#fe7b7c'],
  brown: ['#d3b683', '#7d7103', '#8b3103', '#1d0200', '#b2713d', '#ab7e4c', '#b27a01', '#836539', '#411900'],
} as const;

describe('nearestColourWord', () => {
  it('names the colours of xcolor as people do', () => {
    const named = Object.entries(XCOLOR).map(([name, [hex]]) => [name, nearestColourWord(hex)]);
    expect(named).toEqual(Object.entries(XCOLOR).map(([name, [, word]]) => [name, word]));
  });

  it('agrees with at least 93 % of the names of the colour survey', () => {
    const asked = Object.entries(SURVEY).flatMap(([word, hexes]) => hexes.map((hex) => ({ word, hex })));
    const agreed = asked.filter(({ word, hex }) => nearestColourWord(hex) === word);
    expect(agreed.length / asked.length).toBeGreaterThanOrEqual(0.93);
  });

  it('calls every mixed grey black, grey or white', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (level) => {
        const part = level.toString(16).padStart(2, '0');
        expect(['black', 'grey', 'white']).toContain(nearestColourWord(`#${part}${part}${part}`));
      }),
    );
  });
});

describe('asColourWord', () => {
  it('takes gray for grey, in any case, and no other word', () => {
    expect(['gray', ' Grey', 'RED', 'teal', '#ff0000'].map(asColourWord)).toEqual([
      'grey',
      'grey',
      'red',
      null,
      null,
    ]);
  });
});

describe('deltaEOk', () => {
  it('is 0 for one colour and 1 between black and white', () => {
    expect([deltaEOk('#12ab9f', '#12AB9F'), deltaEOk('#000', '#ffffff')]).toEqual([0, expect.closeTo(1, 5)]);
  });

  it('knows the published OKLab of red', () => {
    expect(oklab('#ff0000')).toEqual({
      l: expect.closeTo(0.628, 3),
      a: expect.closeTo(0.2249, 3),
      b: expect.closeTo(0.1258, 3),
    });
  });
});

describe('isHexColour', () => {
  it('knows three and six digits after a #', () => {
    expect(['#fff', '#12ab9F', 'fff', '#12345', '#gggggg'].map(isHexColour)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('has its like in oklab, which throws for anything else', () => {
    expect(() => oklab('red')).toThrow(RangeError);
  });
});
