import type { Level, WrittenCheck } from '../../domain/family.ts';
import type { Point } from '../../domain/geometry.ts';
import type { SubjectSpec } from '../../domain/subject.ts';
import type { Random } from '../../util/random.ts';
import { BRIGHT_COLOURS } from '../parts/colours.ts';
import { chooseLooks, type Look } from '../parts/looks.ts';
import { chooseSome, integer, shuffle } from '../parts/pick.ts';
import { capital, hyphened, listed, numberWord, withArticle } from '../parts/text.ts';
import { type Item, type Kind, specOf } from '../parts/thing.ts';
import { type Crowd, crowdName, crowdWords } from './crowd.ts';

/** A scene of crowds, as it is told and asked. */
export interface CountingScene {
  readonly title: string;
  readonly words: string;
  readonly crowds: readonly Crowd[];
  /** What is there besides, painted first. */
  readonly others: readonly Item[];
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  readonly checks: readonly WrittenCheck[];
}

const STEP_CM = 1.3;
/** A square cell of this many steps holds the crowds of the first three levels. */
const COLUMNS = 5;

/** Crowds strewn over a grid in any order. */
export function strewnScene(random: Random, level: Exclude<Level, 4 | 5>): CountingScene {
  const looks = level === 3 ? lookalikes(random) : chooseLooks(random, level);
  const [least, most] = level === 1 ? [3, 5] : [4, 7];
  const counts = looks.map((_, index) => integer(random, index === 0 ? least : 2, index === 0 ? most : 6));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const cells = shuffle(
    random,
    Array.from({ length: Math.max(total, COLUMNS) }, (_, index) => index),
  ).map((index): Point => ({ x: (index % COLUMNS) * STEP_CM, y: Math.floor(index / COLUMNS) * STEP_CM }));
  const crowds = looks.map((look, index) => ({ look, places: cells.splice(0, counts[index] ?? 0) }));
  return {
    title: capital(listed(crowds.map(crowdWords))),
    words: `Draw exactly ${listed(crowds.map(crowdWords))}, strewn over the picture so that none of them touch, and nothing else.`,
    crowds,
    others: [],
    subjects: {},
    checks: [],
  };
}

/** Three looks: two of one colour, two of one shape. */
function lookalikes(random: Random): Look[] {
  const [colour, other] = chooseSome(random, BRIGHT_COLOURS, 2);
  const [kind, second] = chooseSome<Kind>(random, ['circle', 'square', 'triangle', 'hexagon'], 2);
  const look = (of: typeof colour, shape: typeof kind): Look[] =>
    of === undefined || shape === undefined ? [] : [{ colour: of, kind: shape, name: `${of} ${shape}` }];
  return [...look(colour, kind), ...look(other, kind), ...look(colour, second)];
}

/** Three level rows, one above the other. */
export function rowedScene(random: Random): CountingScene {
  const counts = chooseSome(random, [3, 4, 5, 6, 7], 3);
  const crowds = chooseLooks(random, 3).map((look, row) => ({
    look,
    places: Array.from({ length: counts[row] ?? 3 }, (_, column) => ({
      x: column * STEP_CM,
      y: -row * STEP_CM * 1.3,
    })),
  }));
  const [top, middle, bottom] = crowds.map(crowdWords);
  return {
    title: `Rows of ${listed(counts.map(numberWord))}`,
    words: `Draw three level rows of shapes, one row above the other, and nothing else. The top row is made of ${top}, the middle row of ${middle}, and the bottom row of ${bottom}. The shapes of a row stand side by side at the same height and don't touch.`,
    crowds,
    others: [],
    subjects: Object.fromEntries(crowds.flatMap(endsOf)),
    checks: [
      ...crowds.map((crowd): WrittenCheck => {
        const [first, last] = endNames(crowd);
        return {
          id: `${crowdName(crowd)}-level`,
          skill: 'alignment',
          check: 'aligned',
          of: [first, last],
          on: 'middle',
          within: 0.03,
        };
      }),
      ...crowds.slice(1).map((crowd, index): WrittenCheck => {
        const names = [crowds[index] ?? crowd, crowd].map(crowdName);
        return { id: names.join('-above-'), skill: 'order', check: 'above', of: names };
      }),
    ],
  };
}

function endNames(crowd: Crowd): readonly [string, string] {
  return [`first-of-${crowdName(crowd)}`, `last-of-${crowdName(crowd)}`];
}

function endsOf(crowd: Crowd): [string, SubjectSpec][] {
  const [first, last] = endNames(crowd);
  const look = specOf(crowd.look);
  return [
    [first, { ...look, pick: 'leftmost', weight: 0 }],
    [last, { ...look, pick: 'rightmost', weight: 0 }],
  ];
}

const BOX_CM = 5.2;
const BOX_GAP_CM = 1;

/** Two large squares side by side with two crowds inside each. */
export function boxedScene(random: Random): CountingScene {
  const looks = chooseLooks(random, 6, ['circle', 'triangle', 'hexagon']);
  const boxes = looks.slice(0, 2).map(({ colour }, index): Item => {
    const middle = index * (BOX_CM + BOX_GAP_CM);
    return {
      kind: 'square',
      colour,
      name: `${colour} square`,
      x: middle,
      y: 0,
      width: BOX_CM,
      height: BOX_CM,
    };
  });
  const held = boxes.map((box, index) => {
    const cells = shuffle(random, gridIn(box));
    const crowds = looks
      .slice(2 + 2 * index, 4 + 2 * index)
      .map((look) => ({ look, places: cells.splice(0, integer(random, 2, 5)) }));
    return { box, crowds };
  });
  const sentences = held.map(
    ({ box, crowds }) => `Inside the ${box.name} are ${listed(crowds.map(crowdWords))}.`,
  );
  return {
    title: `Two boxes with ${listed(held.map(({ crowds }) => numberWord(crowds.flatMap(({ places }) => places).length)))} things`,
    words: `Draw ${listed(boxes.map(({ name }) => withArticle(`large ${name}`)))} side by side, the ${boxes[0]?.name} at the left. ${sentences.join(' ')} All these shapes are small, lie entirely within their square and don't touch each other. Draw nothing else.`,
    crowds: held.flatMap(({ crowds }) => crowds),
    others: boxes,
    subjects: Object.fromEntries(boxes.map((box) => [hyphened(box.name), specOf(box)])),
    checks: [
      ...held.flatMap(({ box, crowds }) => crowds.map((crowd) => insideCheck(crowd, box))),
      orderCheck(boxes.map(({ name }) => hyphened(name))),
    ],
  };
}

/** Nine places in a box. */
function gridIn({ x, y }: Item): Point[] {
  const steps = [-1, 0, 1].map((step) => step * STEP_CM);
  return steps.flatMap((dx) => steps.map((dy) => ({ x: x + dx, y: y + dy })));
}

function insideCheck(crowd: Crowd, box: Item): WrittenCheck {
  const of = [crowdName(crowd), hyphened(box.name)];
  return { id: of.join('-in-'), skill: 'containment', check: 'inside', of };
}

function orderCheck(of: readonly string[]): WrittenCheck {
  return { id: of.join('-left-of-'), skill: 'order', check: 'left-of', of };
}
