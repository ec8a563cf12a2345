import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { Random } from '../util/random.ts';
import { untilFound } from './parts/attempt.ts';
import { type Fault, mirrors, removals, shifts, swaps } from './parts/faults.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chooseLooks } from './parts/looks.ts';
import { heightOverWidth } from './parts/outline.ts';
import { chooseSome, shuffle } from './parts/pick.ts';
import { narrowest } from './parts/select-faults.ts';
import { capital, hyphened, listed, numberWord, withArticle } from './parts/text.ts';
import { type Item, type Layout, specOf } from './parts/thing.ts';
import { CORNERS, type Post, SIDES, WORDS } from './placement/posts.ts';

/** A letter of `\Large` Computer Modern is so wide on the average and so high, in centimetres. */
const LETTER_WIDTH_CM = 0.26;
const WORD_HEIGHT_CM = 0.34;
const SHAPE_CM = 2.4;
const STEP_CM = 6;

/** A word at a post of a shape. */
interface Label {
  readonly word: Item;
  readonly shape: Item;
  readonly post: Post;
}

/** Words written at, in and around shapes. */
export const placement: Family = {
  name: 'placement',
  summary: 'Words written above, below, beside and inside of shapes, and in their corners.',
  levels: [
    'one word beside a shape',
    'two words at one shape',
    'four words at two shapes',
    'a word in each corner of a rectangle and one in its middle',
    'seven words at three shapes in a row',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const shapes = level === 4 ? [board(random)] : shapesInARow(random, { 1: 1, 2: 1, 3: 2, 5: 3 }[level]);
  const labels = labelsOf(random, shapes, level);
  const layout: Layout = [...shapes, ...labels.map(({ word }) => word)];
  const asked = { subjects: subjectsOf(layout), checks: [...labels.flatMap(checksOf), ...rowChecks(shapes)] };
  const words = labels.map(({ word }) => word);
  const faults = [
    ...removals(layout),
    ...swaps(words),
    ...swaps(shapes),
    ...mirrors(layout),
    ...shifts(layout, 1.4, words),
    ...shifts(layout, 2.9, words),
    ...shifts(layout, 5, words),
  ].map((fault) => withAll(fault, layout));
  const drawings = knownDrawings({
    things: layout,
    asked,
    faults,
    select: narrowest,
    styles: ['outlined', 'small'],
  });
  if (drawings === null) return null;
  return {
    title: `${capital(numberWord(words.length))} ${words.length === 1 ? 'word' : 'words'} at ${listed(shapes.map(({ name }) => withArticle(name)))}`,
    prompt: promptOf(random, shapes, labels),
    tags: ['generated', 'placement'],
    level,
    ...asked,
    drawings,
  };
}

/** Swaps of some items know those alone: the others stay where they are. */
function withAll({ name, things }: Fault, all: Layout): Fault {
  if (!name.endsWith('swapped')) return { name, things };
  const named = (item: Item) => things.find((thing) => thing.kind !== 'line' && thing.name === item.name);
  return { name, things: all.map((item) => named(item) ?? item) };
}

function board(random: Random): Item {
  const [look] = chooseLooks(random, 1, ['rectangle']);
  return {
    kind: 'rectangle',
    colour: look?.colour ?? 'red',
    name: look?.name ?? '',
    x: 0,
    y: 0,
    width: 8,
    height: 4.5,
  };
}

function shapesInARow(random: Random, count: number): Item[] {
  return chooseLooks(random, count, ['circle', 'square', 'hexagon']).map((look, index) => ({
    ...look,
    x: index * STEP_CM,
    y: 0,
    width: SHAPE_CM,
    height: SHAPE_CM * heightOverWidth(look.kind),
  }));
}

/** How many words each shape gets. */
const WORDS_EACH: Readonly<Record<Level, readonly number[]>> = {
  1: [1],
  2: [2],
  3: [2, 2],
  4: [5],
  5: [3, 2, 2],
};

function labelsOf(random: Random, shapes: readonly Item[], level: Level): Label[] {
  const words = chooseSome(random, WORDS, 7);
  return shapes.flatMap((shape, index) => {
    const posts = level === 4 ? CORNERS : chooseSome(random, SIDES, WORDS_EACH[level][index] ?? 1);
    return posts.map((post) => ({ word: wordAt(words.pop() ?? '', shape, post), shape, post }));
  });
}

function wordAt(text: string, shape: Item, { dx, dy, isInside }: Post): Item {
  const [width, height] = [text.length * LETTER_WIDTH_CM, WORD_HEIGHT_CM];
  const off = (side: number, own: number) => (isInside ? (side - own) / 2 - 0.35 : (side + own) / 2 + 0.35);
  const x = shape.x + dx * off(shape.width, width);
  const y = shape.y + dy * off(shape.height, height);
  return { kind: 'word', colour: 'black', name: `word ${text}`, text, x, y, width, height };
}

function subjectsOf(layout: Layout): Record<string, SubjectSpec> {
  return Object.fromEntries(layout.map((item) => [hyphened(item.name), specOf(item)]));
}

function checksOf({ word, shape, post }: Label): WrittenCheck[] {
  const [name, other] = [hyphened(word.name), hyphened(shape.name)];
  const of = [name, other];
  const where: WrittenCheck = post.isInside
    ? { id: `${name}-in-${other}`, skill: 'text', check: 'inside', of }
    : { id: `${name}-outside-of-${other}`, skill: 'text', check: 'apart', of };
  const ways = post.checks.map((check) => ({ id: `${name}-${check}-${other}`, skill: 'text', check, of }));
  return [where, ...ways];
}

function rowChecks(shapes: readonly Item[]): WrittenCheck[] {
  return shapes.slice(1).map((shape, index) => {
    const of = [hyphened(shapes[index]?.name ?? ''), hyphened(shape.name)];
    return { id: of.join('-left-of-'), skill: 'order', check: 'left-of', of };
  });
}

function promptOf(random: Random, shapes: readonly Item[], labels: readonly Label[]): string {
  const names = shapes.map(({ name }) => withArticle(name));
  const row = shapes.length > 1 ? ', side by side in this order from left to right' : '';
  const told = labels.map(
    ({ word, shape, post }) => `Write the word “${word.text}” ${post.tell(`the ${shape.name}`)}.`,
  );
  const end =
    'Each word is written once, level and in one piece, and no word lies across the edge of a shape.';
  return [`Draw ${listed(names)}${row}.`, ...shuffle(random, told), end].join(' ');
}
