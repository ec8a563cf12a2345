import type { Random } from '../../util/random.ts';
import { BRIGHT_COLOURS } from '../parts/colours.ts';
import { heightOverWidth } from '../parts/outline.ts';
import { chance, choose, chooseSome } from '../parts/pick.ts';
import type { Item, Kind, Layout } from '../parts/thing.ts';

/** How a scene of nested things is made. */
export interface NestRules {
  /** Things of the chain, the outermost one included. */
  readonly depth: number;
  /** Depths at which a thing has another one beside it. */
  readonly siblingsAt: readonly number[];
  readonly hasOutsider: boolean;
}

/** One thing of a nested scene. */
export interface Nest {
  readonly item: Item;
  /** Null for the outermost one and for the outsider. */
  readonly parent: Nest | null;
  /** What it is told to lie beside and apart from. */
  readonly beside: Nest | null;
  /** Whether the chain ends here. */
  readonly isEnd: boolean;
  /** The outermost one of the chain. */
  readonly root: Nest | null;
}

const CONTAINERS: readonly Kind[] = ['circle', 'square', 'hexagon'];
const LEAVES: readonly Kind[] = ['circle', 'square', 'triangle', 'pentagon', 'hexagon'];

const OUTERMOST_CM = 9;
/** Of the container's width: a square of 0.58 fits into a circle with room to spare; two of 0.36 side by side. */
const ALONE = 0.58;
const BESIDE = 0.36;
const ASIDE = 0.22;

/** A chain of nested things with some beside them, outermost first. */
export function nestOf(random: Random, { depth, siblingsAt, hasOutsider }: NestRules): Nest[] {
  const colours = chooseSome(random, BRIGHT_COLOURS, depth + siblingsAt.length + (hasOutsider ? 1 : 0));
  const look = (kinds: readonly Kind[]) => {
    const colour = colours.pop() ?? 'red';
    const kind = choose(random, kinds);
    return { kind, colour, name: `${colour} ${kind}` };
  };
  const nests: Nest[] = [];
  let parent: Nest | null = null;
  for (let level = 0; level < depth; level += 1) {
    const isEnd = level === depth - 1;
    const hasSibling = siblingsAt.includes(level);
    const side = chance(random) ? 1 : -1;
    const item = itemIn(parent, look(isEnd ? LEAVES : CONTAINERS), hasSibling ? side : 0);
    const nest: Nest = { item, parent, beside: null, isEnd, root: nests[0] ?? null };
    nests.push(nest);
    if (hasSibling)
      nests.push({ ...nest, item: itemIn(parent, look(LEAVES), -side), beside: nest, isEnd: false });
    parent = nest;
  }
  const [root] = nests;
  if (hasOutsider && root !== undefined)
    nests.push({
      item: outsider(root.item, look(LEAVES)),
      parent: null,
      beside: root,
      isEnd: false,
      root: null,
    });
  return nests;
}

function itemIn(parent: Nest | null, look: Pick<Item, 'kind' | 'colour' | 'name'>, side: number): Item {
  const outer = parent?.item;
  const width = outer === undefined ? OUTERMOST_CM : outer.width * (side === 0 ? ALONE : BESIDE);
  const x = (outer?.x ?? 0) + side * ASIDE * (outer?.width ?? 0);
  return { ...look, x, y: outer?.y ?? 0, width, height: width * heightOverWidth(look.kind) };
}

function outsider(root: Item, look: Pick<Item, 'kind' | 'colour' | 'name'>): Item {
  const width = root.width / 4;
  return {
    ...look,
    x: root.x + root.width * 0.75,
    y: root.y,
    width,
    height: width * heightOverWidth(look.kind),
  };
}

/** The layout of a nested scene: what holds others is painted before them. */
export function nestLayout(nests: readonly Nest[]): Layout {
  return nests.map(({ item }) => item);
}
