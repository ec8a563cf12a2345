import type { Fault } from '../parts/faults.ts';
import { replaceAt } from '../parts/thing.ts';
import { type Circle, type Figure, type Item, RADIUS, type Tangent, thingOf } from './figure.ts';

/** How far a thing is moved that is to touch no more, in units in which the large circle's radius is 2. */
const MOVED = 0.6;
const TURNED_DEG = 15;

/** What may go wrong with each thing but the large circle: it doesn't reach, cuts in, leans, or lies on the other side. */
export function faultsOf(figure: Figure): readonly Fault[] {
  return figure.flatMap((item, index) => {
    if (item.kind === 'large') return [];
    const changes = item.form === 'circle' ? circleFaults(item) : lineFaults(item);
    const others = figure.filter((other) => other !== item);
    const seen = changes.filter(({ to }) => others.every((other) => !lieTogether(to, other)));
    return seen.map(({ what, to }) => ({
      name: `${item.name}-${what}`,
      things: replaceAt(figure, index, () => to).map(thingOf),
    }));
  });
}

/** Two lines or two circles at one place, of which only the later one is seen: a parallel tangent on the other side lies there already. */
function lieTogether(one: Item, other: Item): boolean {
  const away = Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y);
  return one.form === other.form && away < MOVED / 2;
}

interface Change {
  readonly what: string;
  readonly to: Item;
}

function circleFaults(circle: Circle): readonly Change[] {
  const { at, radius, kind } = circle;
  const scaled = (share: number) => ({ ...circle, at: { x: share * at.x, y: share * at.y } });
  const far = Math.hypot(at.x, at.y);
  const grown = 1.4 * radius;
  const away = kind === 'inner' ? RADIUS - grown : RADIUS + grown;
  return [
    { what: 'does-not-reach', to: scaled((far + (kind === 'inner' ? -MOVED : MOVED)) / far) },
    { what: 'cuts-in', to: scaled((far + (kind === 'inner' ? MOVED : -MOVED)) / far) },
    { what: 'on-the-other-side', to: scaled(-1) },
    { what: 'a-quarter-round', to: { ...circle, at: { x: -at.y, y: at.x } } },
    { what: 'too-large', to: { ...scaled(away / far), radius: grown } },
    {
      what: kind === 'inner' ? 'outside' : 'inside',
      to: scaled((kind === 'inner' ? RADIUS + radius : RADIUS - radius) / far),
    },
  ];
}

function lineFaults(line: Tangent): readonly Change[] {
  const { at, angleDeg } = line;
  const far = Math.hypot(at.x, at.y);
  const scaled = (share: number): Tangent => ({ ...line, at: { x: share * at.x, y: share * at.y } });
  return [
    { what: 'does-not-reach', to: scaled((far + MOVED) / far) },
    { what: 'cuts-in', to: scaled((far - MOVED) / far) },
    { what: 'on-the-other-side', to: scaled(-1) },
    { what: 'far-on-the-other-side', to: scaled((-far - MOVED) / far) },
    { what: 'leans', to: { ...turned(line, TURNED_DEG), angleDeg: angleDeg + TURNED_DEG } },
    { what: 'leans-back', to: { ...turned(line, -TURNED_DEG), angleDeg: angleDeg - TURNED_DEG } },
  ];
}

/** Rolled along the large circle, so that it goes on touching it. */
function turned(line: Tangent, byDeg: number): Tangent {
  const radians = (byDeg * Math.PI) / 180;
  const { x, y } = line.at;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { ...line, at: { x: cos * x - sin * y, y: sin * x + cos * y } };
}
