import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { Random } from '../util/random.ts';
import { untilFound } from './parts/attempt.ts';
import { mirrors, removals, shifts, swaps } from './parts/faults.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chooseLooks } from './parts/looks.ts';
import { heightOverWidth } from './parts/outline.ts';
import { chance, shuffle } from './parts/pick.ts';
import { narrowest } from './parts/select-faults.ts';
import { hyphened, listed, numberWord, withArticle } from './parts/text.ts';
import { type Item, type Layout, subjectsOf } from './parts/thing.ts';
import { ACROSS, back, checksOfHop, DIAGONAL_HOPS, STRAIGHT_HOPS, UP } from './relations/hops.ts';
import { onwardAxes, type Stop, walk } from './relations/walk.ts';

/** Things of 1 cm stand on a grid of this width. */
const STEP_CM = 2.2;

interface Rules {
  readonly hops: number;
  readonly branches: number;
  readonly isShuffled: boolean;
  readonly hasDiagonals: boolean;
}

const RULES: Readonly<Record<Level, Rules>> = {
  1: { hops: 1, branches: 0, isShuffled: false, hasDiagonals: false },
  2: { hops: 2, branches: 0, isShuffled: false, hasDiagonals: false },
  3: { hops: 3, branches: 0, isShuffled: true, hasDiagonals: false },
  4: { hops: 4, branches: 0, isShuffled: true, hasDiagonals: true },
  5: { hops: 5, branches: 1, isShuffled: true, hasDiagonals: true },
};

/** Things whose places are told pair by pair, in a chain; where the ends must lie follows from all of them. */
export const relations: Family = {
  name: 'relations',
  summary: 'Coloured shapes whose places are told pair by pair, over one to five hops.',
  levels: [
    'two shapes, one relation',
    'three shapes in a chain of two relations',
    'four shapes, three relations told in any order',
    'five shapes, four relations, some of them aslant',
    'seven shapes: a chain of five relations and a branch',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const rules = RULES[level];
  const known = rules.hasDiagonals ? [...STRAIGHT_HOPS, ...DIAGONAL_HOPS] : STRAIGHT_HOPS;
  const stops = walk(random, { ...rules, known });
  if (stops === null || !isWorthTelling(stops)) return null;
  const layout = chooseLooks(random, stops.length).map((look, index) => ({
    ...look,
    x: (stops[index]?.column ?? 0) * STEP_CM,
    y: (stops[index]?.row ?? 0) * STEP_CM,
    width: 1,
    height: heightOverWidth(look.kind),
  }));
  const checks = [...checksOf(stops, layout), ...endChecks(stops.slice(0, rules.hops + 1), layout)];
  const asked = { subjects: subjectsOf(layout), checks };
  const near = shifts(layout, STEP_CM / 2);
  const faults = [
    ...removals(layout),
    ...swaps(layout),
    ...mirrors(layout),
    ...near,
    ...shifts(layout, 2 * STEP_CM),
  ];
  const drawings = knownDrawings({
    things: layout,
    asked,
    faults,
    select: narrowest,
    styles: ['filled', 'small'],
  });
  if (drawings === null) return null;
  const told = sentences(random, stops, layout);
  return {
    title: `${layout.length} shapes and ${told.length === 1 ? 'one relation' : `${told.length} relations`}`,
    prompt: [opening(shuffle(random, layout)), ...(rules.isShuffled ? shuffle(random, told) : told)].join(
      ' ',
    ),
    tags: ['generated', 'relations'],
    level,
    ...asked,
    drawings,
  };
}

/** A chain goes more than one way, and says something of its ends that no single sentence says. */
function isWorthTelling(stops: readonly Stop[]): boolean {
  const hops = stops.flatMap(({ from }) => (from === null ? [] : [from.hop]));
  if (hops.length === 1) return true;
  const { dx, dy } = onwardAxes(hops);
  return new Set(hops).size > 1 && (dx !== 0 || dy !== 0);
}

function checksOf(stops: readonly Stop[], layout: Layout): WrittenCheck[] {
  return stops.flatMap(({ from }, index) =>
    from === null ? [] : checksOfHop(from.hop, subjectAt(layout, index), subjectAt(layout, from.index)),
  );
}

/** What follows for the two ends of the chain from all its relations together. */
function endChecks(chain: readonly Stop[], layout: Layout): WrittenCheck[] {
  const hops = chain.flatMap(({ from }) => (from === null ? [] : [from.hop]));
  if (hops.length < 2) return [];
  const { dx, dy } = onwardAxes(hops);
  const [first, last] = [subjectAt(layout, 0), subjectAt(layout, chain.length - 1)];
  const ways = [...(dx === 0 ? [] : [ACROSS[dx]]), ...(dy === 0 ? [] : [UP[dy]])];
  return ways.map((check) => ({
    id: `${last}-${check}-${first}`,
    skill: 'order',
    check,
    of: [last, first],
    weight: 2,
  }));
}

/** One sentence a hop, some of them told the other way round. */
function sentences(random: Random, stops: readonly Stop[], layout: Layout): string[] {
  return stops.flatMap(({ from }, index) => {
    if (from === null) return [];
    const [one, other] = [nameAt(layout, index), nameAt(layout, from.index)];
    return [
      chance(random)
        ? from.hop.tell(`The ${one}`, `the ${other}`)
        : back(from.hop).tell(`The ${other}`, `the ${one}`),
    ];
  });
}

function opening(layout: readonly Item[]): string {
  const names = layout.map(({ name }) => withArticle(name));
  return `Draw ${numberWord(layout.length)} shapes of about one size, none of which touch: ${listed(names)}.`;
}

function nameAt(layout: Layout, index: number): string {
  return layout[index]?.name ?? '';
}

function subjectAt(layout: Layout, index: number): string {
  return hyphened(nameAt(layout, index));
}
