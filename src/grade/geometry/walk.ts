import type { Point } from '../../domain/geometry.ts';
import { distance } from './path-strokes.ts';
import type { Visit } from './visit-places.ts';

/** A piece of the line, as a walker finds it. */
export interface Way {
  readonly ends: readonly [Point, Point];
  /** It ends where it begins. */
  readonly closed: boolean;
  readonly visits: readonly Visit[];
  /** Things that an end lies at: from there another piece may go on. */
  readonly atEnds: readonly [ReadonlySet<number>, ReadonlySet<number>];
  /** Arrow tips: only towards its tip is a piece walked. */
  readonly tips: readonly [boolean, boolean];
}

export interface WalkRules {
  readonly directed: boolean;
  readonly things: number;
  readonly meetPt: number;
}

/** The most that is tried in a drawing of many pieces that all meet. */
const MOST_STEPS = 20_000;

interface Walk {
  /** The thing that is to be visited next. */
  readonly next: number;
  readonly used: ReadonlySet<Way>;
  readonly order: readonly Visit[];
}

/** The walk along the line that visits most of the things in their order: each piece once, from end to end. */
export function longestWalk(ways: readonly Way[], rules: WalkRules): readonly Visit[] {
  let best: readonly Visit[] = [];
  let steps = 0;
  const follow = (way: Way, isBack: boolean, walk: Walk): void => {
    steps += 1;
    const order = isBack ? [...way.visits].reverse() : way.visits;
    const found = inOrder(order, walk.next);
    const all = [...walk.order, ...found];
    const isAtEnd = all.length < rules.things || !rules.directed || way.tips[isBack ? 0 : 1];
    if (isAtEnd && all.length > best.length) best = all;
    if (best.length === rules.things || steps > MOST_STEPS) return;
    const after = { next: walk.next + found.length, used: new Set([...walk.used, way]), order: all };
    for (const [next, isNextBack] of nextOf(way, isBack, ways, rules)) {
      if (!after.used.has(next) && mayGo(next, isNextBack, rules)) follow(next, isNextBack, after);
    }
  };
  const start: Walk = { next: 0, used: new Set(), order: [] };
  for (const way of ways) {
    for (const turned of way.closed && !rules.directed ? rounds(way) : [way]) {
      for (const isBack of [false, true]) if (mayGo(turned, isBack, rules)) follow(turned, isBack, start);
    }
  }
  return best;
}

/** The things from the next one on that are met in this order; as early as can be. */
function inOrder(visits: readonly Visit[], first: number): readonly Visit[] {
  const found: Visit[] = [];
  for (const visit of visits) if (visit.thing === first + found.length) found.push(visit);
  return found;
}

/** A round begins anywhere. */
function rounds(way: Way): readonly Way[] {
  return way.visits.map((_, at) => ({
    ...way,
    visits: [...way.visits.slice(at), ...way.visits.slice(0, at)],
  }));
}

function mayGo({ tips }: Way, isBack: boolean, { directed }: WalkRules): boolean {
  return !directed || !tips[isBack ? 1 : 0];
}

/** Pieces that go on from the end of one, and whether from their own end. */
function nextOf(
  way: Way,
  isBack: boolean,
  ways: readonly Way[],
  { meetPt }: WalkRules,
): readonly (readonly [Way, boolean])[] {
  if (way.closed) return [];
  const end = isBack ? 0 : 1;
  return ways.flatMap((other) =>
    other === way || other.closed
      ? []
      : ([0, 1] as const)
          .filter((from) => doMeet(way, end, other, from, meetPt))
          .map((from) => [other, from === 1] as const),
  );
}

function doMeet(one: Way, oneEnd: 0 | 1, other: Way, otherEnd: 0 | 1, meetPt: number): boolean {
  if (distance(one.ends[oneEnd], other.ends[otherEnd]) <= meetPt) return true;
  return [...one.atEnds[oneEnd]].some((thing) => other.atEnds[otherEnd].has(thing));
}
