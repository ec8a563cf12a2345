import type { Point } from '../../domain/geometry.ts';
import { placeOn } from './heading.ts';
import { distance, type Stroke } from './path-strokes.ts';
import { between } from './traced.ts';

/** A line as a way: `along` is the way from its start to each point, in points; a loop comes back to its start. */
export interface Path {
  readonly stroke: Stroke;
  readonly points: readonly Point[];
  readonly along: readonly number[];
}

export function pathOf(stroke: Stroke): Path {
  const [first] = stroke.points;
  const points = stroke.closed && first !== undefined ? [...stroke.points, first] : stroke.points;
  let length = 0;
  const along = points.map((point, index) => {
    length += index === 0 ? 0 : distance(points[index - 1] ?? point, point);
    return length;
  });
  return { stroke, points, along };
}

/** The points of a path from a place on to both sides: `before` goes back from it, `after` on. */
export interface Strand {
  readonly before: readonly Point[];
  readonly after: readonly Point[];
}

/** As far as `spanPt` at each side; to the end where an open path ends sooner. */
export function strandAt(path: Path, place: number, spanPt: number): Strand {
  const lengthPt = path.along.at(-1) ?? 0;
  const span = path.stroke.closed ? Math.min(spanPt, lengthPt / 2) : spanPt;
  const back = mirrored(path);
  return { before: walked(back, lengthPt - place, span), after: walked(path, place, span) };
}

function mirrored({ stroke, points, along }: Path): Path {
  const lengthPt = along.at(-1) ?? 0;
  return {
    stroke,
    points: [...points].reverse(),
    along: along.map((way) => lengthPt - way).reverse(),
  };
}

function walked({ stroke, points, along }: Path, from: number, span: number): readonly Point[] {
  const lengthPt = along.at(-1) ?? 0;
  const at = (way: number) => pointAt(points, along, way);
  const inner = (low: number, high: number) =>
    points.filter((_, index) => (along[index] ?? 0) > low && (along[index] ?? 0) < high);
  const to = from + span;
  if (to <= lengthPt || !stroke.closed) return [at(from), ...inner(from, to), at(Math.min(to, lengthPt))];
  return [at(from), ...inner(from, lengthPt), ...inner(-1, to - lengthPt), at(to - lengthPt)];
}

function pointAt(points: readonly Point[], along: readonly number[], way: number): Point {
  const next = along.findIndex((length, index) => index > 0 && length >= way);
  const [from, to] = [points[next - 1], points[next]];
  if (from === undefined || to === undefined) return points.at(-1) ?? { x: 0, y: 0 };
  const [start, end] = [along[next - 1] ?? 0, along[next] ?? 0];
  return between(from, to, end === start ? 0 : (way - start) / (end - start));
}

/** Whether two strands run along each other: no point of the one that ends sooner is further off than `nearPt`. */
export function runTogether(one: Strand, other: Strand, nearPt: number): boolean {
  const [first, second] = [lineOf(one), lineOf(other)];
  return areAlong(first, second, nearPt) || areAlong(second, first, nearPt);
}

function lineOf({ before, after }: Strand): readonly Point[] {
  return [...[...before].reverse(), ...after];
}

/** Whether no point of a stretch is further from another stretch. */
export function areAlong(points: readonly Point[], beside: readonly Point[], nearPt: number): boolean {
  return points.every((point) =>
    beside.some((place, index) => placeOn(place, beside[index + 1] ?? place, point).awayPt <= nearPt),
  );
}
