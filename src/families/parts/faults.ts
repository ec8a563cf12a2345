import type { ColourWord } from '../../util/colour.ts';
import { BRIGHT_COLOURS } from './colours.ts';
import { boxAround } from './outline.ts';
import { decimal } from './text.ts';
import type { Item, Layout, Thing } from './thing.ts';

/** A drawing that is to be wrong, before it is known what it fails, and what is wrong with it: `red circle missing`. */
export interface Fault {
  readonly name: string;
  readonly things: readonly Thing[];
}

/** Two things in each other's place. */
export function swaps(layout: Layout): Fault[] {
  return pairs(layout).map(([one, other]) => ({
    name: `${one.name} and ${other.name} swapped`,
    things: layout.map((item) => {
      if (item === one) return { ...one, x: other.x, y: other.y };
      return item === other ? { ...other, x: one.x, y: one.y } : item;
    }),
  }));
}

/** Two things of unlike size in each other's place, each as large as the other was. */
export function exchanges(layout: Layout): Fault[] {
  return pairs(layout).map(([one, other]) => ({
    name: `${one.name} and ${other.name} exchanged`,
    things: layout.map((item) => {
      if (item === one) return { ...other, kind: one.kind, colour: one.colour, name: one.name };
      return item === other ? { ...one, kind: other.kind, colour: other.colour, name: other.name } : item;
    }),
  }));
}

export function removals(layout: Layout): Fault[] {
  if (layout.length < 2) return [];
  return layout.map((gone) => ({
    name: `${gone.name} missing`,
    things: layout.filter((item) => item !== gone),
  }));
}

/** Each thing moved by so many centimetres, one way at a time. */
export function shifts(layout: Layout, byCm: number, items: readonly Item[] = layout): Fault[] {
  const ways = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] } as const;
  return items.flatMap((moved) =>
    Object.entries(ways).map(([way, [dx, dy]]) => ({
      name: `${moved.name} ${decimal(byCm)} cm too far ${way}`,
      things: changed(layout, moved, { x: moved.x + dx * byCm, y: moved.y + dy * byCm }),
    })),
  );
}

/** The whole scene left to right, or upside down; each thing stays as it is. */
export function mirrors(layout: Layout): Fault[] {
  const { xMin, xMax, yMin, yMax } = boxAround(layout);
  return [
    { name: 'mirrored', things: layout.map((item) => ({ ...item, x: xMin + xMax - item.x })) },
    { name: 'upside down', things: layout.map((item) => ({ ...item, y: yMin + yMax - item.y })) },
  ];
}

/** Each thing so many times as wide, as high, or both. */
export function resizes(layout: Layout, by: number, items: readonly Item[] = layout): Fault[] {
  const word = by > 1 ? 'large' : 'small';
  return items.flatMap((item) => [
    {
      name: `${item.name} too ${word}`,
      things: changed(layout, item, { width: item.width * by, height: item.height * by }),
    },
    ...(item.kind === 'rectangle'
      ? [
          {
            name: `${item.name} too ${by > 1 ? 'wide' : 'narrow'}`,
            things: changed(layout, item, { width: item.width * by }),
          },
          {
            name: `${item.name} too ${by > 1 ? 'tall' : 'low'}`,
            things: changed(layout, item, { height: item.height * by }),
          },
        ]
      : []),
  ]);
}

/** Each thing in the first colour that nothing in the scene has. */
export function recolours(layout: Layout, items: readonly Item[] = layout): Fault[] {
  const used = new Set<ColourWord>(layout.map(({ colour }) => colour));
  const other = BRIGHT_COLOURS.find((colour) => !used.has(colour));
  if (other === undefined) return [];
  return items.map((item) => ({
    name: `${item.name} in ${other}`,
    things: changed(layout, item, { colour: other }),
  }));
}

/** A layout with one item changed. */
export function changed(layout: Layout, item: Item, change: Partial<Item>): Layout {
  return layout.map((one) => (one === item ? { ...one, ...change } : one));
}

function pairs(layout: Layout): (readonly [Item, Item])[] {
  return layout.flatMap((one, index) => layout.slice(index + 1).map((other) => [one, other] as const));
}
