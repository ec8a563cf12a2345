import type { Family, Level, WrittenTask } from '../domain/family.ts';
import type { Random } from '../util/random.ts';
import { type Crowd, crowdChecks, crowdSubjects, itemsIn } from './counting/crowd.ts';
import { boxedScene, rowedScene, strewnScene } from './counting/scenes.ts';
import { untilFound } from './parts/attempt.ts';
import { changed, type Fault, mirrors, recolours, swaps } from './parts/faults.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { choose } from './parts/pick.ts';
import { narrowest } from './parts/select-faults.ts';
import type { Layout } from './parts/thing.ts';

/** So many of each kind, strewn, in rows, or in boxes. */
export const counting: Family = {
  name: 'counting',
  summary: 'So many things of each kind: strewn, in rows one above the other, or in boxes.',
  levels: [
    'three to five of one kind',
    'four to seven of one kind and some of another',
    'three kinds, of which two share a colour and two a shape',
    'three level rows, each of another kind and number',
    'two boxes, each with two kinds inside',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

/** What a level makes: crowds at their places, words, and what is asked besides the numbers. */
function sceneOf(random: Random, level: Level) {
  if (level === 5) return boxedScene(random);
  return level === 4 ? rowedScene(random) : strewnScene(random, level);
}

function attempt(random: Random, level: Level): WrittenTask | null {
  const { crowds, others, words, subjects, checks, title } = sceneOf(random, level);
  const layout = [...others, ...crowds.flatMap(itemsIn)];
  const asked = {
    subjects: { ...subjects, ...crowdSubjects(crowds) },
    checks: [...crowds.flatMap(crowdChecks), ...checks],
  };
  const drawings = knownDrawings({
    things: layout,
    asked,
    select: narrowest,
    faults: [...faultsOf(random, crowds, layout), ...(level > 3 ? mirrors(layout) : [])],
    styles: ['filled', 'small'],
  });
  if (drawings === null) return null;
  return { title, prompt: words, tags: ['generated', 'counting'], level, ...asked, drawings };
}

/** One too few, one too many, one as another kind, one of a row or box elsewhere; two crowds in each other's place. */
function faultsOf(random: Random, crowds: readonly Crowd[], layout: Layout): Fault[] {
  const single = crowds.flatMap(({ look }) => {
    const own = layout.filter(({ name }) => name.startsWith(`${look.name} `));
    const one = choose(random, own);
    const [first, last] = [own[0] ?? one, own.at(-1) ?? one];
    const other = crowds.find((crowd) => crowd.look !== look)?.look;
    return [
      { name: `${look.name} missing`, things: layout.filter((item) => item !== one) },
      {
        name: `${look.name} too many`,
        things: [...layout, { ...one, name: `${one.name} more`, ...beyond(layout) }],
      },
      ...recolours(layout, [one]),
      { name: `all ${look.name} missing`, things: layout.filter((item) => !own.includes(item)) },
      ...(other === undefined
        ? []
        : [
            {
              name: `${look.name} as ${other.name}`,
              things: changed(layout, one, { ...other, name: `${one.name} changed` }),
            },
          ]),
      ...[first, last].flatMap((end, index) => [
        { name: `${look.name} ${index + 1} too high`, things: changed(layout, end, { y: end.y + 0.5 }) },
        { name: `${look.name} ${index + 1} outside`, things: changed(layout, end, beyond(layout)) },
      ]),
    ];
  });
  return [...single, ...crowdSwaps(crowds, layout), ...boxSwaps(layout)];
}

/** A free place at the right of all. */
function beyond(layout: Layout): { readonly x: number; readonly y: number } {
  const right = Math.max(...layout.map(({ x, width }) => x + width / 2));
  const middle = layout.reduce((sum, { y }) => sum + y, 0) / layout.length;
  return { x: right + 1, y: middle };
}

/** Two crowds that take each other's height: rows in another order. */
function crowdSwaps(crowds: readonly Crowd[], layout: Layout): Fault[] {
  return crowds.slice(1).flatMap((crowd, index) => {
    const before = crowds[index] ?? crowd;
    const rise = (crowd.places[0]?.y ?? 0) - (before.places[0]?.y ?? 0);
    const isOf = ({ look }: Crowd, name: string) => name.startsWith(`${look.name} `);
    return [
      {
        name: `${before.look.name} and ${crowd.look.name} swapped`,
        things: layout.map((item) => {
          if (isOf(before, item.name)) return { ...item, y: item.y + rise };
          return isOf(crowd, item.name) ? { ...item, y: item.y - rise } : item;
        }),
      },
    ];
  });
}

function boxSwaps(layout: Layout): Fault[] {
  return swaps(layout.filter(({ width }) => width > 2)).map(({ name, things: swapped }) => ({
    name,
    things: [...swapped, ...layout.filter(({ width }) => width <= 2)],
  }));
}
