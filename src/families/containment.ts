import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { Random } from '../util/random.ts';
import { type Nest, type NestRules, nestLayout, nestOf } from './containment/nest.ts';
import { untilFound } from './parts/attempt.ts';
import { changed, exchanges, type Fault, removals, shifts, swaps } from './parts/faults.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { shuffle } from './parts/pick.ts';
import { narrowest } from './parts/select-faults.ts';
import { capital, hyphened, listed, numberWord, withArticle } from './parts/text.ts';
import { type Layout, subjectsOf } from './parts/thing.ts';

const RULES: Readonly<Record<Level, NestRules>> = {
  1: { depth: 2, siblingsAt: [], hasOutsider: false },
  2: { depth: 3, siblingsAt: [], hasOutsider: false },
  3: { depth: 3, siblingsAt: [1], hasOutsider: false },
  4: { depth: 4, siblingsAt: [2], hasOutsider: false },
  5: { depth: 4, siblingsAt: [1, 3], hasOutsider: true },
};

/** Shapes inside shapes: chains, things that share a container, and what stays outside. */
export const containment: Family = {
  name: 'containment',
  summary: 'Shapes inside of shapes, told pair by pair, with others beside them that stay apart.',
  levels: [
    'one shape inside of another',
    'a chain of three, each inside of the next',
    'a chain of three, and a fourth one that shares a container',
    'a chain of four and one more, told in any order',
    'a chain of four, two more that share containers, one outside of all',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const nests = nestOf(random, RULES[level]);
  const layout = nestLayout(nests);
  const asked = { subjects: subjectsOf(layout), checks: checksOf(nests) };
  const reach = nests[0]?.item.width ?? 1;
  const faults = [
    ...removals(layout),
    ...overlaps(nests, layout),
    ...outside(nests, layout),
    ...shifts(layout, reach),
    ...swaps(layout),
    ...exchanges(layout),
  ];
  const drawings = knownDrawings({
    things: layout,
    asked,
    faults,
    select: narrowest,
    styles: ['filled', 'outlined'],
  });
  if (drawings === null) return null;
  const told = sentences(nests);
  const names = shuffle(random, layout).map(({ name }) => withArticle(name));
  return {
    title: `${capital(numberWord(layout.length))} shapes, one inside of another`,
    prompt: [
      `Draw ${numberWord(layout.length)} shapes: ${listed(names)}.`,
      ...(level > 3 ? shuffle(random, told) : told),
      'Where a shape is inside of another one, it lies there entirely, and all of its own colour can be seen around what it holds.',
    ].join(' '),
    tags: ['generated', 'containment'],
    level,
    ...asked,
    drawings,
  };
}

function checksOf(nests: readonly Nest[]): WrittenCheck[] {
  const inside = (inner: Nest, outer: Nest, weight?: number): WrittenCheck => ({
    id: `${idOf(inner)}-in-${idOf(outer)}`,
    skill: 'containment',
    check: 'inside',
    of: [idOf(inner), idOf(outer)],
    ...(weight !== undefined && { weight }),
  });
  const apart = (one: Nest, other: Nest): WrittenCheck => ({
    id: `${idOf(one)}-apart-from-${idOf(other)}`,
    skill: 'contact',
    check: 'apart',
    of: [idOf(one), idOf(other)],
  });
  return nests.flatMap((nest) => [
    ...(nest.parent === null ? [] : [inside(nest, nest.parent)]),
    ...(nest.isEnd && nest.parent?.parent && nest.root ? [inside(nest, nest.root, 2)] : []),
    ...(nest.beside === null ? [] : [apart(nest, nest.beside)]),
  ]);
}

function sentences(nests: readonly Nest[]): string[] {
  return nests.flatMap((nest) => {
    const { parent, beside, item } = nest;
    if (parent === null && beside === null) return [];
    if (parent === null)
      return [`The ${item.name} is outside of the ${beside?.item.name}, and they don't touch.`];
    if (beside !== null)
      return [
        `Beside the ${beside.item.name}, and not touching it, the ${item.name} is inside of the ${parent.item.name} too.`,
      ];
    return [`The ${item.name} is inside of the ${parent.item.name}.`];
  });
}

/** What lies beside another thing, put on top of its edge. */
function overlaps(nests: readonly Nest[], layout: Layout): Fault[] {
  return nests.flatMap(({ item, beside }) => {
    if (beside === null) return [];
    const halfWay = { x: (item.x + beside.item.x) / 2, y: (item.y + beside.item.y) / 2 };
    return [
      { name: `${item.name} on ${beside.item.name}`, things: changed(layout, item, halfWay) },
      {
        name: `${item.name} against ${beside.item.name}`,
        things: changed(layout, item, { x: beside.item.x + ((item.x - beside.item.x) * 2) / 3 }),
      },
    ];
  });
}

/** A thing that is moved out of its container with all that it holds. */
function outside(nests: readonly Nest[], layout: Layout): Fault[] {
  return nests.flatMap(({ item, parent }) => {
    if (parent === null) return [];
    const held = (nest: Nest): boolean => nest.item === item || (nest.parent !== null && held(nest.parent));
    const moved = new Set(nests.filter(held).map((nest) => nest.item));
    const byCm = (parent.item.height + item.height) / 2 + 0.4;
    return [
      {
        name: `${item.name} outside of ${parent.item.name}`,
        things: layout.map((one) => (moved.has(one) ? { ...one, y: one.y - byCm } : one)),
      },
    ];
  });
}

function idOf({ item }: Nest): string {
  return hyphened(item.name);
}
