import { type AnalyticCase, box, type Drawing, disc, line, polygon, ring } from './page.ts';

type Rest = Partial<Pick<AnalyticCase, 'parameters' | 'subjects' | 'of'>>;

/** One drawing on each side of a threshold; `draw` is given how far the thing lies, in points. */
function around(
  check: string,
  name: string,
  limits: readonly [met: number, unmet: number],
  draw: (value: number) => Drawing,
  rest: Rest = {},
): readonly AnalyticCase[] {
  return limits.map((value, index) => ({
    check,
    name: `${name}: ${value}`,
    drawing: draw(value),
    of: ['a', 'b'],
    met: index === 0,
    ...rest,
  }));
}

/** Widths 60 and 40: the band is 20. */
const beside = (way: number): Drawing => ({
  a: box(100, 100, 160, 160),
  b: box(110 + way, 200, 150 + way, 240),
});
const over = (way: number): Drawing => ({
  a: box(100, 100, 160, 160),
  b: box(200, 110 + way, 240, 150 + way),
});
const THREE: Drawing = {
  a: disc(60, 60, 20),
  b: disc(160, 60, 20),
  c: `${disc(260, 60, 20)} ${disc(260, 200, 20)}`,
};
const REDS = { reds: { shape: 'circle', colour: 'red' } } as const;
const count = (name: string, parameters: Rest['parameters'], met: boolean): AnalyticCase => ({
  check: 'count',
  name,
  drawing: THREE,
  of: ['reds'],
  subjects: REDS,
  met,
  ...(parameters && { parameters }),
});

/** A bar of 200 by 60 before one of 20 by 200, of which so much is painted again over the bar: 60 points of height meet. The part goes on. */
const woven = (height: number): Drawing => ({
  b: `${box(140, 20, 160, 220)}`,
  a: box(50, 90, 250, 150, '0.9 0.6 0.1'),
  c: `EMC /Part.62 BMC ${box(140, 90, 160, 90 + height)}`,
});

export const RELATION_CASES: readonly AnalyticCase[] = [
  ...around(
    'there',
    '1 % of the box is 1200',
    [36, 33],
    (side) => ({ a: box(100, 100, 100 + side, 100 + side) }),
    {
      of: ['a'],
      parameters: { share: 0.01 },
    },
  ),
  ...around(
    'there',
    '0.05 % of the box is 60',
    [9.5, 6],
    (side) => ({ a: box(100, 100, 100 + side, 100 + side) }),
    {
      of: ['a'],
    },
  ),
  count('exactly', { is: 4 }, true),
  count('one less', { is: 3 }, false),
  count('at least', { min: 4 }, true),
  count('too few', { min: 5 }, false),
  count('at most', { max: 4 }, true),
  count('too many', { max: 3 }, false),
  ...around('left-of', 'band of 20', [22, 18], beside),
  ...around('right-of', 'band of 20', [-22, -18], beside),
  ...around('above', 'band of 20', [-22, -18], over),
  ...around('below', 'band of 20', [22, 18], over),
  ...around(
    'left-of',
    'dominant, 60 aside and so far up',
    [57, 63],
    (up) => ({ a: box(100, 100, 140, 140), b: box(160, 100 + up, 200, 140 + up) }),
    { parameters: { dominant: true } },
  ),
  ...around('inside', '5 % of 200 out', [8.5, 11.5], (out) => ({
    b: box(100, 50, 350, 250, '0.9 0.9 0.5'),
    a: box(100 - out, 100, 300 - out, 200),
  })),
  ...around('inside', 'a ring counts as filled', [40, 90], (right) => ({
    b: ring(200, 150, 100, 2),
    a: box(200 - right, 130, 200 + right + 40, 170),
  })),
  ...around('overlaps', '2 % of 200', [5.5, 2.5], (deep) => ({
    a: box(20, 100, 220, 200),
    b: box(220 - deep, 100, 390 - deep + 50, 200, '0.9 0.1 0.1').replace('220 100 re', '200 100 re'),
  })),
  ...around('apart', '0.5 % of 500', [4, 1.2], (gap) => ({
    a: box(50, 50, 150, 150),
    b: box(150 + gap, 50, 300, 150),
  })),
  ...around(
    'apart',
    '5 % of 500',
    [27.5, 22.5],
    (gap) => ({ a: disc(120, 150, 60), b: disc(240 + gap, 150, 60) }),
    { parameters: { gap: 0.05 } },
  ),
  ...around('touching', '1 % of 500', [3.6, 6.4], (gap) => ({
    a: box(50, 50, 150, 150),
    b: box(150 + gap, 50, 300, 150),
  })),
  ...around('touching', 'overlap of 10 % of 200', [18, 22], (deep) => ({
    a: box(20, 100, 220, 200),
    b: box(220 - deep, 80, 380, 290),
  })),
  ...around('rests-on', 'floats by 1 % of 500', [3.6, 6.6], (gap) => ({
    a: box(150, 100 + gap, 200, 150 + gap),
    b: box(50, 50, 350, 100),
  })),
  ...around('rests-on', 'sunk by 25 % of 100', [22, 28], (deep) => ({
    b: box(50, 50, 350, 150),
    a: box(150, 150 - deep, 250, 250 - deep, '0.9 0.1 0.1'),
  })),
  ...around('rests-on', 'reaches 2 % of 500 below a line', [8, 12.5], (deep) => ({
    b: box(50, 98, 350, 100),
    a: box(150, 98 - deep, 200, 150 - deep, '0.9 0.1 0.1'),
  })),
  ...around(
    'rests-on',
    'the centre beside the edge',
    [-2, 2],
    (out) => ({
      a: box(200 + out, 100, 300 + out, 150),
      b: box(50, 50, 250, 100),
    }),
    {},
  ),
  ...around('in-front-of', '90 % of what meets', [4, 8], woven),
  ...around(
    'in-front-of',
    '1 % of 1000 meets',
    [14, 6],
    (deep) => ({
      b: box(50, 50, 150, 150),
      a: box(150 - deep, 140, 250 - deep, 150, '0.9 0.6 0.1'),
    }),
    { parameters: { meeting: 0.1 } },
  ),
  ...around('behind', '90 % of what meets', [4, 8], woven, { of: ['b', 'a'] }),
  ...around(
    'larger-than',
    '1.5 times the width',
    [152, 148],
    (width) => ({ a: box(20, 50, 20 + width, 100), b: box(250, 50, 350, 250) }),
    { parameters: { by: 1.5, measure: 'width' } },
  ),
  ...around('larger-than', '1.1 times the area', [113, 107], (width) => ({
    a: box(20, 50, 20 + width, 150),
    b: box(200, 50, 300, 150),
  })),
  ...around('ratio', '2 and a tenth', [218, 222], (width) => ({ a: box(50, 50, 50 + width, 150) }), {
    of: ['a'],
    parameters: { is: 2 },
  }),
  ...around(
    'ratio',
    '2 less a tenth, of heights',
    [183, 180.5],
    (height) => ({ a: box(50, 50, 90, 50 + height), b: box(200, 50, 350, 150) }),
    { parameters: { is: 2, measure: 'height' } },
  ),
  ...around(
    'aligned',
    '2 % of 500',
    [9, 11],
    (off) => ({ a: box(50, 50, 100, 120), b: box(150, 50 + off, 200, 150), c: disc(300, 90, 40) }),
    { of: ['a', 'b', 'c'], parameters: { on: 'bottom' } },
  ),
  ...around(
    'aligned',
    '2 % of 500, right edges',
    [9, 11],
    (off) => ({ a: box(50, 50, 200, 90), b: box(100, 150, 200 + off, 200) }),
    { parameters: { on: 'right' } },
  ),
  ...around('centred-on', '2 % of 500', [9, 11], (off) => ({
    b: ring(200, 150, 100),
    a: box(180 + off, 130, 220 + off, 170),
  })),
  ...around(
    'evenly-spaced',
    'a tenth of 100',
    [9, 11],
    (off) => ({
      a: box(20, 100, 40, 120),
      b: box(140 + off, 100, 160 + off, 120),
      c: box(260, 100, 280, 120),
    }),
    { of: ['a', 'b', 'c'] },
  ),
  ...around(
    'evenly-spaced',
    'overlap of a tenth of 60',
    [4.5, 8],
    (deep) => ({
      a: box(100, 100, 160, 120),
      b: box(160 - deep, 140, 220 - deep, 160),
      c: box(220 - 2 * deep, 180, 280 - 2 * deep, 200),
    }),
    { of: ['a', 'b', 'c'] },
  ),
  ...around(
    'between',
    'band of 20 past B',
    [22, 18],
    (past) => ({
      b: box(50, 100, 100, 150),
      a: box(50 + past, 160, 100 + past, 210, '0.9 0.1 0.1'),
      c: box(300, 100, 350, 150),
    }),
    { of: ['a', 'b', 'c'] },
  ),
  ...around(
    'between',
    'a quarter of 240 aside',
    [58, 62],
    (up) => ({ b: box(50, 100, 70, 120), a: box(170, 100 + up, 190, 120 + up), c: box(290, 100, 310, 120) }),
    { of: ['a', 'b', 'c'] },
  ),
  ...around(
    'symmetric',
    'a notch of 40 by 28.4 in 200 by 100',
    [25.6, 31.2],
    (deep) => ({
      a: polygon([
        [100, 100],
        [300, 100],
        [300, 200],
        [140, 200],
        [140, 200 - deep],
        [100, 200 - deep],
      ]),
    }),
    { of: ['a'] },
  ),
  ...around(
    'symmetric',
    'upside down: a notch of 40 by 28.4',
    [25.6, 31.2],
    (deep) => ({
      a: polygon([
        [100, 100],
        [300, 100],
        [300, 200],
        [140, 200],
        [140, 200 - deep],
        [100, 200 - deep],
      ]),
    }),
    { of: ['a'], parameters: { axis: 'horizontal' } },
  ),
  {
    check: 'text',
    name: 'whole words',
    drawing: letters('Otters fly'),
    of: [],
    parameters: { says: 'otters' },
    met: true,
  },
  {
    check: 'text',
    name: 'part of a word',
    drawing: letters('Otters fly'),
    of: [],
    parameters: { says: 'otter' },
    met: false,
  },
  {
    check: 'text',
    name: 'capitals',
    drawing: letters('Otters fly'),
    of: [],
    parameters: { says: 'otters', exact: true },
    met: false,
  },
  {
    check: 'text',
    name: 'in a sign',
    drawing: {
      ...letters('Fly'),
      a: line([
        [40, 90],
        [180, 90],
        [180, 140],
        [40, 140],
        [40, 90],
      ]),
    },
    of: ['a'],
    parameters: { says: 'fly' },
    met: true,
  },
  {
    check: 'text',
    name: 'beside a sign',
    drawing: { ...letters('Fly'), a: box(200, 200, 300, 280) },
    of: ['a'],
    parameters: { says: 'fly' },
    met: false,
  },
];

function letters(text: string): Drawing {
  return { words: `BT /F 30 Tf 0 g 50 100 Td (${text}) Tj ET` };
}
