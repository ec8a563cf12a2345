import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { Random } from '../util/random.ts';
import { untilFound } from './parts/attempt.ts';
import { mirrors, removals, shifts, swaps } from './parts/faults.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chooseLooks, type Look } from './parts/looks.ts';
import { heightOverWidth } from './parts/outline.ts';
import { shuffle } from './parts/pick.ts';
import { narrowest } from './parts/select-faults.ts';
import { hyphened } from './parts/text.ts';
import { type Layout, subjectsOf } from './parts/thing.ts';
import { type Spot, tellSpots } from './viewpoint/table-top.ts';
import { chooseView, type View } from './viewpoint/views.ts';

const STEP_CM = 2;

/** Things on a table as one person sees them, to be drawn as another one does. */
export const viewpoint: Family = {
  name: 'viewpoint',
  summary:
    'Things on a table as one person sees them, to be drawn from the other side, from an end, or from above.',
  levels: [
    'two things in a row, from the opposite side',
    'three things in a row, from the opposite side',
    'four things in two rows, from straight above',
    'five things at different distances, from one end of the table',
    'six things in two rows, from above by somebody who sits elsewhere',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const spots = SPOTS[level](random);
  const looks = chooseLooks(random, spots.length);
  const view = chooseView(random, level);
  const layout = layoutOf(looks, spots, view);
  const checks = checksOf(layout);
  const asked = { subjects: subjectsOf(layout), checks };
  const unturned = {
    name: 'as it was told',
    things: layoutOf(looks, spots, { ...view, see: view.unturned }),
  };
  const faults = [
    unturned,
    ...removals(layout),
    ...swaps(layout),
    ...mirrors(layout),
    ...shifts(layout, 1.5 * STEP_CM),
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
    title: `${looks.length} things on a table, ${view.title}`,
    prompt: `${tellSpots(looks, spots)} ${view.words} Draw each thing as a flat shape of the kind and colour that is named, all of about one size and none touching another, and nothing else.`,
    tags: ['generated', 'viewpoint'],
    level,
    ...asked,
    drawings,
  };
}

const SPOTS: Readonly<Record<Level, (random: Random) => Spot[]>> = {
  1: () => row(2, 0),
  2: () => row(3, 0),
  3: () => [...row(2, 0), ...row(2, 1)],
  4: scattered,
  5: () => [...row(3, 0), ...row(3, 1)],
};

/** Five things, no two in one column or at one distance, and not in a slanting line either: left to right tells nothing. */
function scattered(random: Random): Spot[] {
  return untilFound(() => {
    const depths = shuffle(random, [0, 1, 2, 3, 4]);
    const isLine = [1, -1].some((step) =>
      depths.slice(1).every((depth, index) => depth - (depths[index] ?? 0) === step),
    );
    return isLine ? null : depths.map((depth, column) => ({ column, depth }));
  });
}

function row(count: number, depth: number): Spot[] {
  return Array.from({ length: count }, (_, column) => ({ column, depth }));
}

function layoutOf(looks: readonly Look[], spots: readonly Spot[], { see }: View): Layout {
  return looks.map((look, index) => {
    const { x, y } = see(spots[index] ?? { column: 0, depth: 0 });
    return { ...look, x: x * STEP_CM, y: y * STEP_CM, width: 1.1, height: 1.1 * heightOverWidth(look.kind) };
  });
}

/** Neighbours in the picture: each thing is left of the next one in its row, and above the next one in its column. */
function checksOf(layout: Layout): WrittenCheck[] {
  const check = (name: 'left-of' | 'above', one: string, other: string): WrittenCheck => ({
    id: `${hyphened(one)}-${name}-${hyphened(other)}`,
    skill: 'order',
    check: name,
    of: [hyphened(one), hyphened(other)],
  });
  const next = (along: 'x' | 'y', across: 'x' | 'y', sign: number) =>
    layout.flatMap((one) => {
      const later = layout
        .filter(
          (item) => Math.abs(item[across] - one[across]) < 0.1 && sign * (item[along] - one[along]) > 0.1,
        )
        .sort((a, b) => sign * (a[along] - b[along]));
      const [nearest] = later;
      return nearest === undefined ? [] : [[one.name, nearest.name] as const];
    });
  return [
    ...next('x', 'y', 1).map(([one, other]) => check('left-of', one, other)),
    ...next('y', 'x', -1).map(([one, other]) => check('above', one, other)),
  ];
}
