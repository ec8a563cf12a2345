import { type AnalyticCase, at, box, type Drawing, disc, ellipse, line, polygon, ring, tip } from './page.ts';

type Rest = Partial<Pick<AnalyticCase, 'parameters' | 'of'>>;

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

const turned = (angle: number) => line([at(angle, -80, [200, 150]), at(angle, 80, [200, 150])]);
const slanted = (angle: number): Drawing => ({ a: turned(angle) });
const twice = (angle: number): Drawing => ({
  a: turned(angle),
  b: line(
    [
      [50, 50],
      [300, 50],
    ],
    2,
  ),
});
const bar = (angle: number): Drawing => {
  const [from, to] = [at(angle, -80, [200, 150]), at(angle, 80, [200, 150])];
  return {
    a: polygon([
      at(angle + 90, 20, from),
      at(angle - 90, 20, from),
      at(angle - 90, 20, to),
      at(angle + 90, 20, to),
    ]),
  };
};

/** Two boxes 200 apart, and a line that stops so far before the right one. */
const joined = (gap: number, tips = ''): Drawing => ({
  b: box(50, 130, 100, 170),
  c: box(300, 130, 350, 170),
  a: `${line([
    [100, 150],
    [300 - gap, 150],
  ])} ${tips}`,
});
const pointed = (gap: number) => joined(gap + 10, tip(300 - gap, 150, 0));
const JOINED = { of: ['a', 'b', 'c'] } as const;

/** A line round a disc of 80 that ends at its rim, so many degrees off. */
const leaving = (off: number): Drawing => ({
  a: disc(150, 150, 80),
  b: line([at(180 - off, 150, [150, 230]), [150, 230]]),
});

const through = (...points: readonly (readonly [number, number])[]): Drawing => ({
  b: disc(80, 230, 15),
  c: disc(320, 230, 15),
  d: disc(320, 70, 15),
  a: `${line(points)} ${tip(...(points.at(-1) ?? [0, 0]), 270)}`,
});
const ROUTE = { of: ['a', 'b', 'c', 'd'] } as const;
const STOPS = [
  [80, 230],
  [320, 230],
  [320, 85],
] as const;

const lines = (name: string, ink: string, is: number): readonly AnalyticCase[] =>
  [is, is + 1, ...(is > 0 ? [is - 1] : [])].map((wanted) => ({
    check: 'crossings',
    name: `${name}, ${wanted} wanted`,
    drawing: { a: ink },
    of: ['a'],
    parameters: { is: wanted },
    met: wanted === is,
  }));

const grey = (hex: number): Drawing => ({
  a: box(
    50,
    50,
    150,
    150,
    Array(3)
      .fill((hex / 255).toFixed(5))
      .join(' '),
  ),
});
const coat = (red: number): Drawing => ({
  a: `${box(50, 50, 150, 50 + red, '1 0 0')} ${box(50, 50 + red, 150, 150, '0 0 1')}`,
});
const kind = (is: string, ink: string, met: boolean, corners?: number): AnalyticCase => ({
  check: 'shape',
  name: `${is} ${corners ?? ''} of ${ink.slice(0, 40)}`,
  drawing: { a: ink },
  of: ['a'],
  parameters: { is, ...(corners !== undefined && { corners }) },
  met,
});

export const LINE_CASES: readonly AnalyticCase[] = [
  ...around('rotated', '30 and 5', [34.5, 35.5], slanted, { of: ['a'], parameters: { to: 30 } }),
  ...around('rotated', '30 less 5, a bar', [25.5, 24.5], bar, { of: ['a'], parameters: { to: 30 } }),
  ...around('parallel', '5', [4.5, 5.5], twice),
  ...around('parallel', '-5', [-4.5, -5.5], twice),
  ...around('perpendicular', '95', [94.5, 95.5], twice),
  ...around('perpendicular', '85', [85.5, 84.5], twice),
  ...around('tangent', 'a line 0.5 % of 500 away', [2.75, 3.25], (gap) => ({
    a: disc(150, 150, 80),
    b: line([
      [20, 230 + gap],
      [350, 230 + gap],
    ]),
  })),
  ...around('tangent', 'a line 0.5 % of 500 deep', [2.75, 3.25], (deep) => ({
    a: disc(150, 150, 80),
    b: line([
      [20, 230 - deep],
      [350, 230 - deep],
    ]),
  })),
  ...around('tangent', 'circles from outside', [3.25, 3.75], (gap) => ({
    a: ring(120, 150, 60),
    b: ring(230 + gap, 150, 50),
  })),
  ...around('tangent', 'circles from inside, 3.5 apart', [3.25, 3.75], (gap) => ({
    a: ring(150, 150, 100),
    b: ring(190 - gap, 150, 60),
  })),
  ...around('tangent', 'a line that ends at 10 degrees', [9, 11], leaving),
  {
    check: 'tangent',
    name: 'a corner',
    drawing: {
      a: disc(150, 150, 80),
      b: polygon([
        [230, 150],
        [300, 200],
        [300, 100],
      ]),
    },
    of: ['a', 'b'],
    met: false,
  },
  ...around('connects', '2 % of 500', [9, 11], joined, JOINED),
  ...around('arrow', '2 % of 500', [9, 11], pointed, JOINED),
  { check: 'arrow', name: 'without a tip', drawing: joined(0), ...JOINED, met: false },
  { check: 'arrow', name: 'the other way', drawing: pointed(0), of: ['a', 'c', 'b'], met: false },
  {
    check: 'arrow',
    name: 'two tips',
    drawing: joined(0, `${tip(300, 150, 0)} ${tip(100, 150, 180)}`),
    ...JOINED,
    met: false,
  },
  ...around(
    'visits',
    '2 % of 500',
    [9, 11],
    (gap) => through([80, 230], [290, 255 + gap - 10], [335 + gap, 200], [335 + gap, 40]),
    { of: ['a', 'b', 'd'] },
  ),
  { check: 'visits', name: 'in order', drawing: through(...STOPS), ...ROUTE, met: true },
  { check: 'visits', name: 'backwards', drawing: through(...STOPS), of: ['a', 'd', 'c', 'b'], met: true },
  {
    check: 'visits',
    name: 'backwards, directed',
    drawing: through(...STOPS),
    of: ['a', 'd', 'c', 'b'],
    parameters: { directed: true },
    met: false,
  },
  {
    check: 'visits',
    name: 'directed',
    drawing: through(...STOPS),
    ...ROUTE,
    parameters: { directed: true },
    met: true,
  },
  {
    check: 'visits',
    name: 'another order',
    drawing: through(...STOPS),
    of: ['a', 'c', 'b', 'd'],
    met: false,
  },
  ...lines(
    'one',
    `${line([
      [50, 50],
      [250, 250],
    ])} ${line([
      [50, 250],
      [250, 50],
    ])}`,
    1,
  ),
  ...lines(
    'three in one place',
    `${line([
      [50, 50],
      [250, 250],
    ])} ${line([
      [50, 250],
      [250, 50],
    ])} ${line([
      [50, 150],
      [250, 150],
    ])}`,
    3,
  ),
  ...lines(
    'ends 2 % of 500 beyond, 9',
    `${line([
      [50, 50],
      [250, 50],
    ])} ${line([
      [150, 41],
      [150, 200],
    ])}`,
    0,
  ),
  ...lines(
    'ends 2 % of 500 beyond, 11',
    `${line([
      [50, 50],
      [250, 50],
    ])} ${line([
      [150, 39],
      [150, 200],
    ])}`,
    1,
  ),
  ...lines(
    'circles that lie 0.3 % of 500 in each other, 1.3',
    `${ring(100, 150, 50)} ${ring(198.7, 150, 50)}`,
    0,
  ),
  ...lines(
    'circles that lie 0.3 % of 500 in each other, 4',
    `${ring(100, 150, 50)} ${ring(196, 150, 50)}`,
    2,
  ),
  ...lines(
    'itself',
    line([
      [50, 50],
      [250, 250],
      [250, 50],
      [50, 250],
    ]),
    1,
  ),
  ...around(
    'closed',
    '1 % of 500',
    [4.5, 5.5],
    (gap) => ({
      a: line([
        [100, 100],
        [200, 100],
        [200, 200],
        [100, 100 + gap],
      ]),
    }),
    { of: ['a'] },
  ),
  { check: 'closed', name: 'a ring', drawing: { a: ring(150, 150, 50) }, of: ['a'], met: true },
  ...around('colour', 'ΔE of 0.1', [0x9d, 0xa0], grey, { of: ['a'], parameters: { is: '#808080' } }),
  ...around('colour', 'most of it', [52, 48], coat, { of: ['a'], parameters: { is: 'red' } }),
  kind('circle', ellipse(150, 150, 100, 97.3), true),
  kind('circle', ellipse(150, 150, 100, 96.7), false),
  kind('ellipse', ellipse(150, 150, 100, 50), true),
  kind('square', box(50, 50, 150, 147.3), true),
  kind('square', box(50, 50, 150, 146.7), false),
  kind('rectangle', polygon([[50, 50], [250, 50], at(91.8, 100, [250, 50]), at(91.8, 100, [50, 50])]), true),
  kind('rectangle', polygon([[50, 50], [250, 50], at(92.2, 100, [250, 50]), at(92.2, 100, [50, 50])]), false),
  kind(
    'triangle',
    polygon([
      [50, 50],
      [250, 50],
      [150, 200],
    ]),
    true,
  ),
  kind(
    'polygon',
    polygon([
      [50, 50],
      [250, 50],
      [280, 150],
      [150, 250],
      [30, 150],
    ]),
    true,
    5,
  ),
  kind(
    'polygon',
    polygon([
      [50, 50],
      [250, 50],
      [280, 150],
      [150, 250],
      [30, 150],
    ]),
    false,
    6,
  ),
  kind(
    'line',
    line([
      [50, 50],
      [250, 80],
    ]),
    true,
  ),
  kind(
    'line',
    line([
      [50, 50],
      [150, 80],
      [250, 50],
    ]),
    false,
  ),
];
