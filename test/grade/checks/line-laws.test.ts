import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/domain/geometry.ts';
import { examine, type Form, type Picture, picture, rectangle } from '../../helpers/ink.ts';

type Line = readonly Point[];
interface Drawn {
  readonly subject: string;
  readonly line: Line;
  readonly closed?: boolean;
  /** Of a circle, whose middle is the middle of its points. */
  readonly radius?: number;
}
type Move = (point: Point) => Point;
const STAY: Move = (point) => point;

/** Whether a point is on the line, 1 pt wide. */
function on({ line, radius }: Drawn, scale: number): Form {
  const half = 0.75 * scale;
  if (radius !== undefined) {
    const [one, opposite] = [line[0]!, line[line.length / 2]!];
    const [x, y] = [(one.x + opposite.x) / 2, (one.y + opposite.y) / 2];
    return (at) => Math.abs(Math.hypot(at.x - x, at.y - y) - scale * radius) <= half;
  }
  return (at) => line.slice(1).some((to, index) => awayFrom(line[index]!, to, at) <= half);
}

function awayFrom(from: Point, to: Point, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/** Lines in a frame of 120 by 120; `move` puts every point elsewhere. */
function draw(lines: readonly Drawn[], move: Move = STAY, scale = 1): Picture {
  const moved = lines.map((one) => ({ ...one, line: one.line.map(move) }));
  const [a, b] = [move({ x: 0, y: 0 }), move({ x: 120, y: 120 })];
  const [left, low, right, high] = [
    Math.min(a.x, b.x),
    Math.min(a.y, b.y),
    Math.max(a.x, b.x),
    Math.max(a.y, b.y),
  ];
  const edge: Form = (at) =>
    rectangle(left, low, right, high)(at) &&
    !rectangle(left + scale, low + scale, right - scale, high - scale)(at);
  const subjects = moved.map((one) => ({
    subject: one.subject,
    form: on(one, scale),
    mark: {
      outlines: [{ points: one.line, closed: one.closed ?? false }],
      fill: null,
      stroke: '#000000',
      strokeWidthPt: scale,
    },
  }));
  const size = { widthPt: 150 * scale, heightPt: 150 * scale, pxPerPt: 1 / scale };
  return picture([{ subject: 'edge', form: edge }, ...subjects], size);
}

const RUNS = { numRuns: 15 };
const place = fc.record({ x: fc.integer({ min: 10, max: 110 }), y: fc.integer({ min: 10, max: 110 }) });
const line = fc
  .tuple(place, place)
  .filter(([from, to]) => Math.hypot(from.x - to.x, from.y - to.y) > 30)
  .map(([from, to]) => [from, to] as const);
const lines = fc.array(line, { minLength: 1, maxLength: 5 });
const asLines = (all: readonly Line[]): readonly Drawn[] =>
  all.map((one) => ({ subject: 'lines', line: one }));

/** Nothing changes by these; the first is for `draw`, the second its scale. */
const KEPT: readonly (readonly [string, Move, number])[] = [
  ['moved', ({ x, y }) => ({ x: x + 17, y: y + 9 }), 1],
  ['mirrored', ({ x, y }) => ({ x: 150 - x, y }), 1],
  ['turned by half', ({ x, y }) => ({ x: 150 - x, y: 150 - y }), 1],
  ['turned by a quarter', ({ x, y }) => ({ x: y, y: 150 - x }), 1],
  ['three times as large', ({ x, y }) => ({ x: 3 * x, y: 3 * y }), 3],
];

const counts = (drawing: Picture): number =>
  Number(/with (\d+) crossings/u.exec(examine(drawing, 'crossings', ['lines'], { is: 0 }).reason)?.[1]);

/** Crossings well within both lines, at no small angle: nobody would doubt them. */
function plainCrossings(all: readonly Line[]): { readonly sure: number; readonly most: number } {
  const kinds = all.flatMap((one, index) => all.slice(index + 1).map((other) => crossed(one, other)));
  return {
    sure: kinds.filter((kind) => kind === 'sure').length,
    most: kinds.filter((kind) => kind !== 'none').length,
  };
}

function crossed([a, b]: Line, [c, d]: Line): 'sure' | 'doubt' | 'none' {
  if (!a || !b || !c || !d) return 'none';
  const cross = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
  const lengths = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - c.x, d.y - c.y)] as const;
  if (Math.abs(cross) < 0.35 * lengths[0] * lengths[1]) return 'doubt';
  const s = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross;
  const t = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / cross;
  const beyond = [s * lengths[0], (1 - s) * lengths[0], t * lengths[1], (1 - t) * lengths[1]];
  if (beyond.every((way) => way > 8)) return 'sure';
  return beyond.some((way) => way < -8) ? 'none' : 'doubt';
}

describe('crossings', () => {
  it('are as many as straight lines have', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { sure, most } = plainCrossings(all);
        const count = counts(draw(asLines(all)));
        expect({ count, fits: count >= sure && count <= most }).toEqual({ count, fits: true });
      }),
      RUNS,
    );
  });

  it.each(KEPT)('are as many in a drawing that is %s', (_, move, scale) => {
    fc.assert(
      fc.property(lines, (all) => {
        expect(counts(draw(asLines(all), move, scale))).toBe(counts(draw(asLines(all))));
      }),
      RUNS,
    );
  });

  it('are as many when lines are drawn backwards, in another order or again', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const still = counts(draw(asLines(all)));
        const backwards = all.map(([from, to]) => [to, from] as const);
        expect([
          counts(draw(asLines(backwards))),
          counts(draw(asLines([...all].reverse()))),
          counts(draw(asLines([...all, ...backwards]))),
        ]).toEqual([still, still, still]);
      }),
      RUNS,
    );
  });

  it('are met by one number only, and by every range that holds it', () => {
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        (all, less, more) => {
          const drawing = draw(asLines(all));
          const count = counts(drawing);
          const met = (parameters: Record<string, number>) =>
            examine(drawing, 'crossings', ['lines'], parameters).met;
          expect([
            met({ is: count + 1 }),
            met({ min: Math.max(0, count - less), max: count + more }),
            met({ min: count + 1 }),
          ]).toEqual([false, true, false]);
        },
      ),
      RUNS,
    );
  });
});

/** A polygon of many corners. */
function circle(subject: string, { x, y }: Point, radius: number): Drawn {
  const points = Array.from({ length: 90 }, (_, index) => {
    const angle = (index * Math.PI) / 45;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
  return { subject, line: points, closed: true, radius };
}
/** A line at a right angle to the ray from the circle's middle, so far beyond its rim. */
function touching(middle: Point, radius: number, { angle, gap }: { angle: number; gap: number }): Drawn {
  const at = (along: number) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return {
      x: middle.x + (radius + gap) * cos - along * sin,
      y: middle.y + (radius + gap) * sin + along * cos,
    };
  };
  return { subject: 'line', line: [at(-15), at(18)] };
}
const contact = fc.record({
  radius: fc.integer({ min: 14, max: 35 }),
  angle: fc.integer({ min: 0, max: 90 }).map((turn) => (turn * Math.PI) / 45),
  gap: fc.integer({ min: -6, max: 6 }),
});
const MIDDLE = { x: 60, y: 60 };
const contactOf = ({ radius, angle, gap }: { radius: number; angle: number; gap: number }) => [
  circle('disc', MIDDLE, radius),
  touching(MIDDLE, radius, { angle, gap }),
];
const isTangent = (drawing: Picture, of = ['disc', 'line'], gap = 0.005) =>
  examine(drawing, 'tangent', of, { gap });

describe('tangent', () => {
  it('is met where the line comes within the gap, pens taken off, and nowhere else', () => {
    fc.assert(
      fc.property(contact, (one) => {
        const limit = 1 + 0.005 * 120 * Math.SQRT2;
        fc.pre(Math.abs(Math.abs(one.gap) - limit) > 0.3);
        expect(isTangent(draw(contactOf(one))).met).toBe(Math.abs(one.gap) < limit);
      }),
      RUNS,
    );
  });

  it.each(KEPT.filter(([, , scale]) => scale === 1))(
    'keeps its answer in a drawing that is %s',
    (_, move) => {
      fc.assert(
        fc.property(contact, (one) => {
          const [still, other] = [isTangent(draw(contactOf(one))), isTangent(draw(contactOf(one), move))];
          expect({ met: other.met, off: other.margin?.toFixed(3) }).toEqual({
            met: still.met,
            off: still.margin?.toFixed(3),
          });
        }),
        RUNS,
      );
    },
  );

  it('does not mind the order, nor which way the line is drawn', () => {
    fc.assert(
      fc.property(contact, (one) => {
        const drawn = contactOf(one);
        const backwards = drawn.map((part) => ({ ...part, line: [...part.line].reverse() }));
        const { met } = isTangent(draw(drawn));
        expect([isTangent(draw(drawn), ['line', 'disc']).met, isTangent(draw(backwards)).met]).toEqual([
          met,
          met,
        ]);
      }),
      RUNS,
    );
  });

  it('stays met when the gap may be larger', () => {
    fc.assert(
      fc.property(contact, fc.integer({ min: 1, max: 20 }), (one, more) => {
        const drawing = draw(contactOf(one));
        const gaps = [0.005, 0.005 + more / 1000].map((gap) => isTangent(drawing, ['disc', 'line'], gap).met);
        expect(gaps).not.toEqual([true, false]);
      }),
      RUNS,
    );
  });
});

const STOPS = { a: { x: 20, y: 100 }, b: { x: 100, y: 100 }, c: { x: 100, y: 20 }, d: { x: 20, y: 20 } };
type Stop = keyof typeof STOPS;
const NAMES = Object.keys(STOPS) as Stop[];
const order = fc.shuffledSubarray(NAMES, { minLength: 4 });
const route = (stops: readonly Stop[], move = STAY, scale = 1) =>
  draw(
    [
      ...NAMES.map((name) => circle(name, STOPS[name], 6)),
      { subject: 'line', line: stops.map((stop) => STOPS[stop]) },
    ],
    move,
    scale,
  );
const visits = (drawing: Picture, of: readonly string[], parameters = {}) =>
  examine(drawing, 'visits', ['line', ...of], parameters).met;
/** The middles of all four lie on the sides and diagonals of a square, so a way from one to another passes no third. */
const isRound = (one: readonly Stop[], other: readonly Stop[]) =>
  one.join() === other.join() || [...one].reverse().join() === other.join();

describe('visits', () => {
  it('is met by the order of the line or that order backwards, and no other', () => {
    fc.assert(
      fc.property(order, order, (drawn, asked) => {
        expect(visits(route(drawn), asked)).toBe(isRound(drawn, asked));
      }),
      RUNS,
    );
  });

  it.each(KEPT)('keeps its answer in a drawing that is %s', (_, move, scale) => {
    fc.assert(
      fc.property(order, order, (drawn, asked) => {
        expect(visits(route(drawn, move, scale), asked)).toBe(isRound(drawn, asked));
      }),
      { numRuns: 10 },
    );
  });

  it('is met by every part of the order, and never directed without a tip', () => {
    fc.assert(
      fc.property(order, fc.subarray([0, 1, 2, 3], { minLength: 2 }), (drawn, kept) => {
        const asked = kept.map((index) => drawn[index]!);
        const drawing = route(drawn);
        expect([visits(drawing, asked), visits(drawing, asked, { directed: true })]).toEqual([true, false]);
      }),
      RUNS,
    );
  });

  it('stays met when the gap may be larger', () => {
    fc.assert(
      fc.property(order, fc.integer({ min: 0, max: 10 }), (drawn, more) => {
        expect(visits(route(drawn), drawn, { gap: 0.02 + more / 100 })).toBe(true);
      }),
      RUNS,
    );
  });
});
