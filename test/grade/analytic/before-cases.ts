import { type AnalyticCase, at, box, type Drawing, disc, polygon } from './page.ts';

type Rest = Partial<Pick<AnalyticCase, 'parameters' | 'of' | 'sharesPage'>>;

/** What stays: it tells where everything else was. */
const STILL: Drawing = {
  tree: box(20, 20, 50, 120, '0.1 0.6 0.2'),
  house: box(320, 20, 390, 90, '0.5 0.3 0.2'),
};
const kite = (x: number, size = 1, angle = 0, fill = '0.9 0.1 0.1') =>
  polygon(
    [
      [-40, -30],
      [40, -30],
      [40, 30],
      [10, 30],
      [-40, 0],
    ].map(([dx = 0, dy = 0]) =>
      at(angle + (Math.atan2(dy, dx) * 180) / Math.PI, size * Math.hypot(dx, dy), [x, 200]),
    ),
    fill,
  );

function around(
  check: string,
  name: string,
  limits: readonly [met: number, unmet: number],
  draw: (value: number) => string,
  rest: Rest = {},
): readonly AnalyticCase[] {
  return limits.map((value, index) => ({
    check,
    name: `${name}: ${value}`,
    before: { ...STILL, a: kite(200) },
    drawing: { ...STILL, a: draw(value) },
    of: ['a'],
    met: index === 0,
    ...rest,
  }));
}

/** Some of it painted over in another colour, a share of its height of 60. */
const painted = (share: number) =>
  `${box(150, 170, 250, 170 + (1 - share) * 60)} ${box(150, 170 + (1 - share) * 60, 250, 230, '0.9 0.8 0.1')}`;
const repainted = (check: string, limits: readonly [number, number], parameters: Rest['parameters']) =>
  around(check, 'share painted anew', limits, painted, parameters ? { parameters } : {}).map((one) => ({
    ...one,
    before: { ...STILL, a: painted(0) },
  }));
const notched = (deep: number) =>
  polygon([
    [150, 100],
    [250, 100],
    [250, 200],
    [200 + deep / 2, 200],
    [200 + deep / 2, 150],
    [200 - deep / 2, 150],
    [200 - deep / 2, 200],
    [150, 200],
  ]);
const cut = (check: string, limits: readonly [number, number], parameters: Rest['parameters']) =>
  around(check, 'a notch', limits, notched, parameters ? { parameters } : {}).map((one) => ({
    ...one,
    before: { ...STILL, a: box(150, 100, 250, 200) },
  }));
const to = (direction: string) => ({ parameters: { direction } });

export const BEFORE_CASES: readonly AnalyticCase[] = [
  ...around('unchanged', '2 % of 500 aside', [9, 11], (way) => kite(200 + way)),
  ...around('unchanged', '2 % of 500 aside, frames', [9, 11], (way) => kite(200 - way), { sharesPage: true }),
  ...around('unchanged', '5 % larger', [1.042, 1.06], (size) => kite(200, size)),
  ...around('unchanged', '5 % smaller', [0.96, 0.945], (size) => kite(200, size)),
  ...repainted('unchanged', [0.13, 0.17], undefined),
  ...cut('unchanged', [10, 40], undefined),
  ...around('changed', 'place', [11, 9], (way) => kite(200 + way), { parameters: { aspect: 'place' } }),
  ...around('changed', 'anything', [11, 9], (way) => kite(200 + way)),
  ...around('changed', 'size', [1.06, 1.042], (size) => kite(200, size), { parameters: { aspect: 'size' } }),
  ...around('changed', 'larger', [1.06, 0.9], (size) => kite(200, size), {
    parameters: { aspect: 'larger' },
  }),
  ...around('changed', 'smaller', [0.94, 1.1], (size) => kite(200, size), {
    parameters: { aspect: 'smaller' },
  }),
  ...repainted('changed', [0.17, 0.13], { aspect: 'colour' }),
  ...cut('changed', [40, 10], { aspect: 'shape' }),
  ...around('changed', 'a turn of 5 degrees', [8, 3], (angle) => kite(200, 1, angle), {
    parameters: { aspect: 'turn' },
  }),
  ...around('moved', '5 % of 500', [27.5, 22.5], (way) => kite(200 + way)),
  ...around('moved', 'to the right', [27.5, -27.5], (way) => kite(200 + way), to('right')),
  ...around('moved', 'to the left, frames', [-27.5, -22.5], (way) => kite(200 + way), {
    ...to('left'),
    sharesPage: true,
  }),
  ...around('moved', 'against the tree', [27.5, 22.5], (way) => kite(200 + way), { of: ['a', 'tree'] }),
  ...(['up', 'down'] as const).flatMap((direction) =>
    around(
      'moved',
      direction,
      direction === 'up' ? [27.5, 22.5] : [-27.5, -22.5],
      (way) => disc(200, 180 + way, 30),
      to(direction),
    ).map((one) => ({ ...one, before: { ...STILL, a: disc(200, 180, 30) } })),
  ),
  ...around('same', '15 % larger', [1.13, 1.17], (size) => kite(240, size)),
  ...around('same', '15 % smaller', [0.885, 0.86], (size) => kite(160, size)),
  ...around('same', 'turned', [90, 90], (angle) => kite(200, 1, angle)).map((one) => ({ ...one, met: true })),
  ...around('same', 'turned by 30 at most', [28, 40], (angle) => kite(200, 1, angle), {
    parameters: { turn: 30, share: 0.95, mirrored: false },
  }),
  ...repainted('same', [0.27, 0.33], undefined),
  ...cut('same', [25, 70], undefined),
];
