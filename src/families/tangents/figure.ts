import type { Point } from '../../domain/geometry.ts';
import type { ColourWord } from '../../util/colour.ts';
import type { Random } from '../../util/random.ts';
import { chance, choose, integer } from '../parts/pick.ts';
import { sized, type Thing } from '../parts/thing.ts';

/** What a thing of the figure is to the others. `large`: the circle that all begins with. */
export type Kind = 'outer' | 'inner' | 'level-tangent' | 'tangent' | 'perpendicular' | 'parallel' | 'common';

/** The sides on which a thing touches. */
export type Place = 'left' | 'right' | 'above' | 'below';

interface Named {
  readonly name: string;
  readonly colour: ColourWord;
  readonly kind: Kind | 'large';
  /** On which side of the large circle it lies, or touches it. */
  readonly place: Place;
}

export interface Circle extends Named {
  readonly form: 'circle';
  readonly at: Point;
  readonly radius: number;
}

/** A line through `at`, where it touches the large circle, as long to both sides. */
export interface Tangent extends Named {
  readonly form: 'line';
  readonly at: Point;
  readonly angleDeg: number;
  readonly halfLength: number;
}

export type Item = Circle | Tangent;
export type Figure = readonly Item[];

/** The large circle's radius; all others are measured by it. */
export const RADIUS = 2;
const HALF_LENGTH = 2.1;
/** Which ways points lie from a middle. */
const WAYS: Readonly<Record<Place, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  above: { x: 0, y: 1 },
  below: { x: 0, y: -1 },
};

interface Wanted {
  readonly kinds: readonly Kind[];
  readonly colours: readonly ColourWord[];
}

/** The large circle and all that touches it. Slanting lines leave room for the circle outside: it lies across from them. */
export function figureOf(random: Random, wanted: Wanted): Figure {
  const { kinds, colours } = wanted;
  const [first = 'blue', ...others] = colours;
  const large: Circle = {
    name: `${first}-circle`,
    colour: first,
    kind: 'large',
    place: 'left',
    form: 'circle',
    at: { x: 0, y: 0 },
    radius: RADIUS,
  };
  const lot = chancesOf(random, wanted);
  return [
    large,
    ...kinds.map((kind, index) => itemOf({ kind, colour: others[index] ?? 'red', chance: lot })),
  ];
}

/** All that is drawn by lot for a figure. */
interface Chance {
  readonly outer: { readonly place: 'left' | 'right'; readonly share: number };
  readonly inner: { readonly place: Place; readonly share: number };
  readonly angleDeg: number;
  readonly place: 'above' | 'below';
  readonly plain: Place;
  /** Whether the line that another one is perpendicular to is the common tangent. */
  readonly hasCommon: boolean;
}

function chancesOf(random: Random, { kinds }: Wanted): Chance {
  const isUpright = chance(random);
  return {
    outer: { place: choose(random, ['left', 'right']), share: choose(random, [2, 3, 4]) },
    inner: { place: choose(random, ['left', 'right', 'above', 'below']), share: choose(random, [3, 4]) },
    angleDeg: choose(random, [-1, 1]) * 5 * integer(random, 3, 9),
    place: choose(random, ['above', 'below']),
    plain: choose(random, isUpright ? ['left', 'right'] : ['above', 'below']),
    hasCommon: kinds.includes('common'),
  };
}

interface One {
  readonly kind: Kind;
  readonly colour: ColourWord;
  readonly chance: Chance;
}

function itemOf(one: One): Item {
  const { kind, colour, chance } = one;
  if (kind === 'outer' || kind === 'inner') {
    const { place, share } = kind === 'outer' ? chance.outer : chance.inner;
    const radius = RADIUS / share;
    const away = kind === 'outer' ? RADIUS + radius : RADIUS - radius;
    const at = { x: WAYS[place].x * away, y: WAYS[place].y * away };
    return { name: `${colour}-circle`, colour, kind, place, form: 'circle', at, radius };
  }
  return tangentOf(one);
}

function tangentOf({ kind, colour, chance }: One): Tangent {
  const named = { name: `${colour}-line`, colour, kind, form: 'line', halfLength: HALF_LENGTH } as const;
  if (kind === 'level-tangent') {
    const isLevel = chance.plain === 'above' || chance.plain === 'below';
    return {
      ...named,
      place: chance.plain,
      angleDeg: isLevel ? 0 : 90,
      at: footOf(isLevel ? 0 : 90, chance.plain),
    };
  }
  if (kind === 'common') return commonOf(chance, named);
  if (kind === 'tangent')
    return {
      ...named,
      place: chance.place,
      angleDeg: chance.angleDeg,
      at: footOf(chance.angleDeg, chance.place),
    };
  if (kind === 'parallel') {
    const place = chance.place === 'above' ? 'below' : 'above';
    return { ...named, place, angleDeg: chance.angleDeg, at: footOf(chance.angleDeg, place) };
  }
  const place = chance.outer.place === 'left' ? 'right' : 'left';
  const across = ((chance.hasCommon ? commonAngle(chance.outer, chance.place) : chance.angleDeg) + 270) % 180;
  return { ...named, place, angleDeg: across, at: footOf(across, place) };
}

/** The point of the large circle where a tangent with this angle touches it from this side. */
export function footOf(angleDeg: number, place: Place): Point {
  const radians = (angleDeg * Math.PI) / 180;
  const normal = { x: -Math.sin(radians), y: Math.cos(radians) };
  const isAlong = normal.x * WAYS[place].x + normal.y * WAYS[place].y > 0;
  const sign = isAlong ? 1 : -1;
  return { x: sign * RADIUS * normal.x, y: sign * RADIUS * normal.y };
}

/** Touches both circles from above or below; its middle is halfway between the points of contact. */
function commonOf(
  { outer, place }: Chance,
  named: Pick<Tangent, 'name' | 'colour' | 'kind' | 'form' | 'halfLength'>,
): Tangent {
  const angleDeg = commonAngle(outer, place);
  const foot = footOf(angleDeg, place);
  const small = RADIUS / outer.share;
  const middle = { x: WAYS[outer.place].x * (RADIUS + small), y: 0 };
  const other = { x: middle.x + foot.x / outer.share, y: middle.y + foot.y / outer.share };
  const at = { x: (foot.x + other.x) / 2, y: (foot.y + other.y) / 2 };
  const halfLength = Math.hypot(foot.x - other.x, foot.y - other.y) / 2 + 1;
  return { ...named, place, angleDeg, at, halfLength };
}

/** A smaller circle on the right lets the tangent above both fall to the right. */
function commonAngle({ place: side, share }: Chance['outer'], place: 'above' | 'below'): number {
  const degrees = (Math.asin((share - 1) / (share + 1)) * 180) / Math.PI;
  return (side === 'right' ? -1 : 1) * (place === 'above' ? 1 : -1) * degrees;
}

/** The item as it is drawn. */
export function thingOf(item: Item): Thing {
  const { colour, at } = item;
  if (item.form === 'circle') return sized(at, { kind: 'ring', colour, size: 2 * item.radius });
  const radians = (item.angleDeg * Math.PI) / 180;
  const [dx, dy] = [item.halfLength * Math.cos(radians), item.halfLength * Math.sin(radians)];
  return { kind: 'line', colour, from: { x: at.x - dx, y: at.y - dy }, to: { x: at.x + dx, y: at.y + dy } };
}
