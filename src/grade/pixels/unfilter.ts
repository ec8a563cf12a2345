interface Rows {
  readonly rowBytes: number;
  readonly heightPx: number;
  readonly channels: number;
}

/** What a byte was told from: the bytes at its left, above it, and above at its left; 0 beyond the edges. */
type Guess = (left: number, above: number, corner: number) => number;

/** The filters of PNG by their numbers (PNG specification, third edition, §9.2); 0 is none, and 2 `above`. */
const GUESSES: Readonly<Record<number, Guess>> = {
  1: (left) => left,
  2: (_left, above) => above,
  3: (left, above) => (left + above) >> 1,
  4: nearestOf,
};

/**
 * The pixels of rows that each begin with the number of their filter. Our own pictures have none, which is copying.
 * @returns null when there is a filter that PNG does not know
 */
export function unfilter(rows: Uint8Array, { rowBytes, heightPx, channels }: Rows): Uint8Array | null {
  const pixels = new Uint8Array(rowBytes * heightPx);
  for (let row = 0; row < heightPx; row += 1) {
    const from = row * (1 + rowBytes);
    const filter = rows[from] ?? 0;
    pixels.set(rows.subarray(from + 1, from + 1 + rowBytes), row * rowBytes);
    const guess = GUESSES[filter];
    if (guess !== undefined) undo(pixels, { guess, start: row * rowBytes, rowBytes, channels });
    else if (filter !== 0) return null;
  }
  return pixels;
}

interface Row extends Omit<Rows, 'heightPx'> {
  readonly guess: Guess;
  readonly start: number;
}

function undo(pixels: Uint8Array, { guess, start, rowBytes, channels }: Row): void {
  for (let at = start; at < start + rowBytes; at += 1) {
    const isFirst = at - start < channels;
    const left = isFirst ? 0 : (pixels[at - channels] ?? 0);
    const above = pixels[at - rowBytes] ?? 0;
    const corner = isFirst ? 0 : (pixels[at - rowBytes - channels] ?? 0);
    pixels[at] = (pixels[at] ?? 0) + guess(left, above, corner);
  }
}

/** The one of three that is nearest to `left + above - corner`; of equals the first (Paeth's predictor). */
function nearestOf(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
