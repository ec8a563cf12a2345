import type { Mask } from '../../domain/geometry.ts';

/** Where the underside of one thing lies on another: columns, ends included, and the mean row of the underside. */
export interface Contact {
  readonly left: number;
  readonly right: number;
  readonly row: number;
}

/** How far the underside may float above the other (`floatPx`) or be sunk below its face (`sinkPx`). */
export interface ContactLimits {
  readonly floatPx: number;
  readonly sinkPx: number;
}

/**
 * The columns in which the lowest pixel of `upper` has a pixel of `lower` at most `floatPx` rows below it or
 * `sinkPx` rows above it; null when there is no such column. It spans all of them: a table stands on its legs.
 */
export function undersideContact(upper: Mask, lower: Mask, limits: ContactLimits): Contact | null {
  const rows: number[] = [];
  const columns: number[] = [];
  for (let column = 0; column < upper.widthPx; column += 1) {
    const underside = lowestRow(upper, column);
    if (underside === null || !isNear(lower, { column, underside }, limits)) continue;
    columns.push(column);
    rows.push(underside);
  }
  const [left, right] = [columns[0], columns.at(-1)];
  if (left === undefined || right === undefined) return null;
  return { left, right, row: rows.reduce((sum, row) => sum + row, 0) / rows.length };
}

function lowestRow(mask: Mask, column: number): number | null {
  for (let row = mask.heightPx - 1; row >= 0; row -= 1) {
    if (mask.pixels[row * mask.widthPx + column] === 1) return row;
  }
  return null;
}

function isNear(
  mask: Mask,
  { column, underside }: { readonly column: number; readonly underside: number },
  { floatPx, sinkPx }: ContactLimits,
): boolean {
  const first = Math.max(0, Math.ceil(underside - sinkPx));
  const last = Math.min(mask.heightPx - 1, Math.floor(underside + floatPx) + 1);
  for (let row = first; row <= last; row += 1) {
    if (mask.pixels[row * mask.widthPx + column] === 1) return true;
  }
  return false;
}
