import { type AnalyticCase, at, box, type Drawing, disc, line, polygon, ring } from '../analytic/page.ts';

/** A check in two pictures: one that meets it and one that plainly does not. */
export interface Shown extends Pick<AnalyticCase, 'check' | 'of' | 'parameters' | 'subjects' | 'before'> {
  readonly met: Drawing;
  readonly unmet: Drawing;
}

const RED = '0.85 0.2 0.2';
const BLUE = '0.2 0.4 0.8';
const PALE = '0.75 0.85 0.95';
const AB = ['a', 'b'] as const;
const ABC = ['a', 'b', 'c'] as const;

const pair = (
  check: string,
  met: readonly [a: string, b: string],
  unmet: readonly [a: string, b: string],
  parameters: NonNullable<AnalyticCase['parameters']> = {},
): Shown => ({
  check,
  met: { a: met[0], b: met[1] },
  unmet: { a: unmet[0], b: unmet[1] },
  of: AB,
  parameters,
});
/** The second one is painted first. */
const under = (shown: Shown): Shown => ({
  ...shown,
  met: { b: shown.met.b ?? '', a: shown.met.a ?? '' },
  unmet: { b: shown.unmet.b ?? '', a: shown.unmet.a ?? '' },
});
const one = (
  check: string,
  met: string,
  unmet: string,
  parameters: NonNullable<AnalyticCase['parameters']> = {},
): Shown => ({
  check,
  met: { a: met },
  unmet: { a: unmet },
  of: ['a'],
  parameters,
});
const three = (
  check: string,
  met: readonly [string, string, string],
  unmet: readonly [string, string, string],
  parameters: NonNullable<AnalyticCase['parameters']> = {},
): Shown => ({
  check,
  met: { a: met[0], b: met[1], c: met[2] },
  unmet: { a: unmet[0], b: unmet[1], c: unmet[2] },
  of: ABC,
  parameters,
});

const left = disc(100, 150, 50, RED);
const right = box(240, 100, 340, 200, BLUE);
const high = disc(200, 220, 50, RED);
const low = box(150, 30, 250, 130, BLUE);
const stick = (angle: number, [x, y]: readonly [number, number]) =>
  line([at(angle, -100, [x, y]), at(angle, 100, [x, y])], 3);
const dots = (...places: readonly (readonly [number, number])[]) =>
  places.map(([x, y]) => disc(x, y, 30, RED)).join(' ');
const posts: readonly [string, string] = [box(30, 110, 90, 190, BLUE), box(310, 110, 370, 190, RED)];
const house = polygon(
  [
    [-50, -40],
    [50, -40],
    [50, 30],
    [0, 70],
    [-50, 30],
  ].map(([x = 0, y = 0]) => [x + 200, y + 140]),
  BLUE,
);
const fish = (x: number, fill = RED) =>
  polygon(
    [
      [x - 60, 150],
      [x, 190],
      [x + 50, 150],
      [x, 110],
    ],
    fill,
  );
const YARD: Drawing = { t: box(20, 20, 50, 90, '0.2 0.6 0.3'), u: box(340, 20, 380, 60, '0.5 0.4 0.3') };
const then = (
  check: string,
  met: string,
  unmet: string,
  parameters: NonNullable<AnalyticCase['parameters']> = {},
): Shown => ({
  check,
  before: { ...YARD, a: fish(120) },
  met: { ...YARD, a: met },
  unmet: { ...YARD, a: unmet },
  of: ['a'],
  parameters,
});
const tour = (...places: readonly (readonly [number, number])[]): Drawing => ({
  b: disc(70, 220, 30, BLUE),
  c: disc(330, 220, 30, RED),
  d: disc(330, 70, 30, '0.2 0.6 0.3'),
  a: line(places, 3),
});

/** In the order of the docs. */
export const SHOWN: readonly Shown[] = [
  { ...one('there', left, ''), unmet: { b: right } },
  {
    check: 'count',
    met: { a: dots([80, 150], [200, 150], [320, 150]) },
    unmet: { a: dots([80, 150], [200, 150]) },
    of: ['a'],
    parameters: { is: 3 },
    subjects: { a: { shape: 'circle' } },
  },
  pair('left-of', [left, right], [disc(300, 150, 50, RED), box(60, 100, 160, 200, BLUE)]),
  pair('right-of', [disc(300, 150, 50, RED), box(60, 100, 160, 200, BLUE)], [left, right]),
  pair('above', [high, low], [disc(200, 80, 50, RED), box(150, 160, 250, 260, BLUE)]),
  pair('below', [disc(200, 80, 50, RED), box(150, 160, 250, 260, BLUE)], [high, low]),
  under(
    pair(
      'inside',
      [disc(200, 150, 50, RED), box(80, 40, 320, 260, PALE)],
      [disc(320, 150, 50, RED), box(80, 40, 320, 260, PALE)],
    ),
  ),
  pair(
    'overlaps',
    [ring(160, 150, 80, 2), ring(240, 150, 80, 2)],
    [ring(100, 150, 70, 2), ring(290, 150, 70, 2)],
  ),
  pair('apart', [left, right], [disc(200, 150, 50, RED), right]),
  pair('touching', [disc(190, 150, 50, RED), right], [left, right]),
  pair(
    'rests-on',
    [disc(200, 180, 50, RED), box(100, 50, 300, 130, BLUE)],
    [disc(200, 230, 50, RED), box(100, 50, 300, 130, BLUE)],
  ),
  under(pair('in-front-of', [disc(210, 150, 70, RED), right], [left, right])),
  pair('behind', [disc(210, 150, 70, RED), right], [left, right]),
  pair(
    'larger-than',
    [disc(120, 150, 90, RED), box(270, 120, 330, 180, BLUE)],
    [disc(120, 150, 30, RED), box(250, 90, 370, 210, BLUE)],
  ),
  pair(
    'ratio',
    [box(50, 50, 130, 250, RED), box(220, 50, 300, 150, BLUE)],
    [box(50, 50, 130, 160, RED), box(220, 50, 300, 150, BLUE)],
    { is: 2, measure: 'height' },
  ),
  three(
    'aligned',
    [box(40, 60, 120, 120, RED), box(160, 60, 240, 240, BLUE), box(280, 60, 360, 180, PALE)],
    [box(40, 60, 120, 120, RED), box(160, 110, 240, 240, BLUE), box(280, 40, 360, 180, PALE)],
    { on: 'bottom' },
  ),
  under(
    pair(
      'centred-on',
      [disc(200, 150, 40, RED), box(80, 40, 320, 260, PALE)],
      [disc(260, 190, 40, RED), box(80, 40, 320, 260, PALE)],
    ),
  ),
  three(
    'evenly-spaced',
    [disc(70, 150, 30, RED), disc(200, 150, 30, BLUE), disc(330, 150, 30, PALE)],
    [disc(70, 150, 30, RED), disc(150, 150, 30, BLUE), disc(330, 150, 30, PALE)],
  ),
  three('between', [disc(200, 150, 40, PALE), ...posts], [disc(200, 260, 30, PALE), ...posts]),
  one(
    'symmetric',
    house,
    polygon(
      [
        [100, 60],
        [320, 60],
        [100, 240],
      ],
      BLUE,
    ),
  ),
  one('rotated', stick(30, [200, 150]), stick(75, [200, 150]), { to: 30 }),
  pair(
    'parallel',
    [stick(20, [180, 200]), stick(20, [220, 100])],
    [stick(20, [180, 200]), stick(-15, [220, 100])],
  ),
  pair(
    'perpendicular',
    [stick(20, [200, 150]), stick(110, [200, 150])],
    [stick(20, [200, 150]), stick(70, [200, 150])],
  ),
  pair(
    'tangent',
    [
      ring(200, 120, 80, 2),
      line(
        [
          [30, 200],
          [370, 200],
        ],
        2,
      ),
    ],
    [
      ring(200, 120, 80, 2),
      line(
        [
          [30, 160],
          [370, 160],
        ],
        2,
      ),
    ],
  ),
  three(
    'connects',
    [
      line(
        [
          [90, 150],
          [310, 150],
        ],
        3,
      ),
      ...posts,
    ],
    [
      line(
        [
          [90, 150],
          [220, 150],
        ],
        3,
      ),
      ...posts,
    ],
  ),
  three(
    'arrow',
    [
      `${line(
        [
          [90, 150],
          [285, 150],
        ],
        3,
      )} ${polygon(
        [
          [310, 150],
          [280, 165],
          [280, 135],
        ],
        '0 0 0',
      )}`,
      ...posts,
    ],
    [
      line(
        [
          [90, 150],
          [310, 150],
        ],
        3,
      ),
      ...posts,
    ],
  ),
  {
    check: 'visits',
    met: tour([70, 220], [330, 220], [330, 70]),
    unmet: tour([70, 220], [330, 70], [330, 220]),
    of: ['a', 'b', 'c', 'd'],
  },
  one(
    'crossings',
    `${line(
      [
        [60, 60],
        [340, 240],
      ],
      3,
    )} ${line(
      [
        [60, 240],
        [340, 60],
      ],
      3,
    )}`,
    `${line(
      [
        [60, 60],
        [340, 60],
      ],
      3,
    )} ${line(
      [
        [60, 240],
        [340, 240],
      ],
      3,
    )}`,
    { is: 1 },
  ),
  one(
    'closed',
    line(
      [
        [80, 60],
        [320, 60],
        [200, 250],
        [80, 60],
      ],
      3,
    ),
    line(
      [
        [80, 60],
        [320, 60],
        [200, 250],
        [110, 130],
      ],
      3,
    ),
  ),
  one('colour', disc(200, 150, 90, '0.9 0.1 0.1'), disc(200, 150, 90, BLUE), { is: 'red' }),
  one(
    'shape',
    polygon(
      [
        [80, 60],
        [320, 60],
        [200, 250],
      ],
      BLUE,
    ),
    box(100, 50, 300, 250, BLUE),
    { is: 'triangle' },
  ),
  {
    check: 'text',
    met: { a: 'BT /F 40 Tf 0 g 130 140 Td (WiFi) Tj ET' },
    unmet: { a: 'BT /F 40 Tf 0 g 130 140 Td (HiFi) Tj ET' },
    of: [],
    parameters: { says: 'WiFi' },
  },
  then('unchanged', fish(120), fish(120, BLUE)),
  then('changed', fish(120, BLUE), fish(120), { aspect: 'colour' }),
  then('moved', fish(260), fish(120), { direction: 'right' }),
  then('same', fish(260), disc(260, 150, 50, BLUE)),
];
