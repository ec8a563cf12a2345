import type { SubjectSpec } from '../../../domain/subject.ts';
import { type Item, type Layout, specOf } from './item.ts';
import { areaOf, centroidOf, type Raster } from './raster.ts';

/** The items that a subject finds in a layout, as numbers: each match, and what checks speak of. */
export interface Found {
  readonly matches: readonly number[];
  /** Null where none or several match and the subject picks none. */
  readonly chosen: ReadonlySet<number> | null;
}

/** A square is also a rectangle, a circle an ellipse. */
const ALSO: Readonly<Record<string, string>> = { circle: 'ellipse', square: 'rectangle' };

/** Finds a subject by its look or by what it says, as the real grounding does. */
export function findSubject(layout: Layout, spec: SubjectSpec, raster: Raster): Found {
  const matches = layout.flatMap((item, index) => (isMatch(item, spec) ? [index] : []));
  const [first] = matches;
  if (first === undefined) return { matches, chosen: null };
  if (spec.pick === 'all') return { matches, chosen: new Set(matches) };
  if (matches.length === 1) return { matches, chosen: new Set(matches) };
  if (spec.pick === undefined) return { matches, chosen: null };
  return { matches, chosen: new Set([picked(matches, { pick: spec.pick, raster })]) };
}

function isMatch(item: Item, { text, shape, corners, colour }: SubjectSpec): boolean {
  const look = specOf(item);
  if (text !== undefined) return look.text?.toLowerCase() === text.toLowerCase();
  if (colour !== undefined && look.colour !== colour) return false;
  const isShape = shape === undefined || look.shape === shape || ALSO[look.shape ?? ''] === shape;
  return isShape && (corners === undefined || look.corners === corners);
}

function picked(
  matches: readonly number[],
  { pick, raster }: { readonly pick: NonNullable<SubjectSpec['pick']>; readonly raster: Raster },
): number {
  const measured = matches.map((index) => {
    const { visible } = areaOf(raster, new Set([index]));
    const { x, y } = centroidOf(raster, visible);
    const size = visible.size;
    const measures: Readonly<Record<string, number>> = {
      largest: size,
      smallest: -size,
      leftmost: -x,
      rightmost: x,
      topmost: y,
      bottommost: -y,
    };
    return { index, value: measures[pick] ?? 0 };
  });
  return measured.reduce((best, next) => (next.value > best.value ? next : best)).index;
}
