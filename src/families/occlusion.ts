import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { Random } from '../util/random.ts';
import { ring } from './occlusion/ring.ts';
import { untilFound } from './parts/attempt.ts';
import { type Fault, mirrors, removals, shifts } from './parts/faults.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chooseLooks } from './parts/looks.ts';
import { heightOverWidth } from './parts/outline.ts';
import { chance, shuffle } from './parts/pick.ts';
import { narrowest } from './parts/select-faults.ts';
import { capital, hyphened, listed, numberWord, withArticle } from './parts/text.ts';
import { type Item, type Layout, subjectsOf } from './parts/thing.ts';

const SIZE_CM = 2;
/** Neighbours share about a third of their width, and others nothing. */
const STEP_CM = 1.35;
const RISE_CM = 0.35;

const COUNTS: Readonly<Record<Exclude<Level, 5>, number>> = { 1: 2, 2: 3, 3: 4, 4: 5 };

/** Things that partly cover each other: who lies on top is told pair by pair. */
export const occlusion: Family = {
  name: 'occlusion',
  summary: 'Shapes that partly cover each other; who lies over whom is told.',
  levels: [
    'two shapes',
    'a pile of three, told from top to bottom',
    'four shapes, told pair by pair',
    'five shapes, told pair by pair in any order',
    'a ring of four bars, each over the next: no order of painting makes it',
  ],
  generate: (random, level) => (level === 5 ? ring(random) : untilFound(() => attempt(random, level))),
};

/** `upper` partly covers `lower`. */
interface Pair {
  readonly upper: Item;
  readonly lower: Item;
}

function attempt(random: Random, level: Exclude<Level, 5>): WrittenTask | null {
  const items = chooseLooks(random, COUNTS[level]).map((look, index) => ({
    ...look,
    x: index * STEP_CM,
    y: (index % 2 === 0 ? -1 : 1) * RISE_CM,
    width: SIZE_CM,
    height: SIZE_CM * heightOverWidth(look.kind),
  }));
  const isPile = level === 2;
  const pairs = items.slice(1).flatMap((item, index): Pair[] => {
    const before = items[index] ?? item;
    return [isPile || chance(random) ? { upper: before, lower: item } : { upper: item, lower: before }];
  });
  const layout = stacked(items, pairs);
  const asked = { subjects: subjectsOf(layout), checks: pairs.map(checkOf) };
  const turned = { name: 'all the other way round', things: [...layout].reverse() };
  const faults = [
    ...flips(items, pairs),
    turned,
    ...removals(layout),
    ...shifts(layout, SIZE_CM * 3),
    ...mirrors(layout),
  ];
  const drawings = knownDrawings({
    things: layout,
    asked,
    faults,
    select: narrowest,
    styles: ['filled', 'small'],
  });
  if (drawings === null) return null;
  return {
    title: `${capital(numberWord(items.length))} shapes that partly cover each other`,
    prompt: promptOf(random, { items, pairs, isPile }),
    tags: ['generated', 'occlusion'],
    level,
    ...asked,
    drawings,
  };
}

/** The items in an order of painting in which each pair is right. */
function stacked(items: readonly Item[], pairs: readonly Pair[]): Layout {
  const order: Item[] = [];
  const left = new Set(items);
  while (left.size > 0) {
    const next = [...left].find(
      (item) => !pairs.some(({ upper, lower }) => upper === item && left.has(lower)),
    );
    if (next === undefined) throw new Error('the pairs go in a circle');
    left.delete(next);
    order.push(next);
  }
  return order;
}

/** One pair the other way round, all others as they are. */
function flips(items: readonly Item[], pairs: readonly Pair[]): Fault[] {
  return pairs.map((flipped) => ({
    name: `${flipped.lower.name} over ${flipped.upper.name}`,
    things: stacked(
      items,
      pairs.map((pair) => (pair === flipped ? { upper: pair.lower, lower: pair.upper } : pair)),
    ),
  }));
}

function checkOf({ upper, lower }: Pair): WrittenCheck {
  const of = [hyphened(upper.name), hyphened(lower.name)];
  return { id: of.join('-over-'), skill: 'occlusion', check: 'in-front-of', of };
}

function promptOf(
  random: Random,
  {
    items,
    pairs,
    isPile,
  }: { readonly items: readonly Item[]; readonly pairs: readonly Pair[]; readonly isPile: boolean },
): string {
  const names = items.map(({ name }) => withArticle(name));
  const end = 'All shapes are filled with solid colours, and a part of each can be seen.';
  if (isPile) {
    return `Draw a pile of ${numberWord(items.length)} flat shapes as seen from above. From the top of the pile to its bottom they are ${listed(names)}. Each of them covers a part of the next one. ${end}`;
  }
  const told = pairs.map(({ upper, lower }) =>
    chance(random)
      ? `The ${upper.name} covers a part of the ${lower.name}.`
      : `The ${lower.name} lies partly under the ${upper.name}.`,
  );
  return [
    `Draw ${numberWord(items.length)} shapes: ${listed(shuffle(random, names))}.`,
    ...shuffle(random, told),
    end,
  ].join(' ');
}
