import type { Point } from '../../../domain/geometry.ts';
import { areaOf, boxAround } from '../outline.ts';
import type { Thing } from '../thing.ts';
import { type Foresight, NOBODY_KNOWS, parameter, type Sight, type Sureness } from './sight.ts';

const DOUBT_OF_RATIO = 0.03;

/** Of what is partly covered, nobody can foretell which size is seen. */
function ratio(sight: Sight): Sureness {
  const { subjects, check, canvas } = sight;
  if (subjects.some(({ isWhole }) => !isWhole)) return NOBODY_KNOWS;
  const [one = [], other] = subjects.map(({ things }) => things.map((thing) => seenOf(thing, canvas.things)));
  const measure = String(check.measure ?? 'area');
  const found =
    other === undefined
      ? sizeOf(one, 'width') / sizeOf(one, 'height')
      : sizeOf(one, measure) / sizeOf(other, measure);
  const wanted = parameter(sight, 'is', 1);
  return (parameter(sight, 'within', 0.1) - (Math.max(found / wanted, wanted / found) - 1)) / DOUBT_OF_RATIO;
}

function sizeOf(things: readonly Thing[], measure: string): number {
  if (measure === 'area') return things.reduce((sum, thing) => sum + areaOf(thing), 0);
  const { xMin, xMax, yMin, yMax } = boxAround(things);
  if (measure === 'width') return xMax - xMin;
  return measure === 'height' ? yMax - yMin : Math.hypot(xMax - xMin, yMax - yMin);
}

/** What is seen of a line whose end lies in the middle of a filled shape that is drawn later. */
function seenOf(thing: Thing, things: readonly Thing[]): Thing {
  if (thing.kind !== 'line') return thing;
  const { from, to } = thing;
  const share = (end: Point) => hiddenAt(end, things) / Math.hypot(to.x - from.x, to.y - from.y);
  const [first, last] = [share(from), share(to)];
  const between = (part: number) => ({
    x: from.x + part * (to.x - from.x),
    y: from.y + part * (to.y - from.y),
  });
  return { ...thing, from: between(first), to: between(1 - last) };
}

function hiddenAt(end: Point, things: readonly Thing[]): number {
  for (const thing of things) {
    const isDot = thing.kind === 'circle' || thing.kind === 'square';
    if (isDot && thing.x === end.x && thing.y === end.y) return thing.width / 2;
  }
  return 0;
}

export const OF_SIZES: Readonly<Record<string, Foresight>> = { ratio };
