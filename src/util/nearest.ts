/**
 * The known word that `word` was most likely meant to be, or null when none is near: at most a third of its letters
 * (at least one) may differ. Differences are counted as Damerau and Levenshtein do (insert, delete, replace, swap).
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const asked = word.slice(0, 100).toLowerCase();
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(asked.length / 3)) + 1;
  for (const candidate of known) {
    const differences = editDistance(asked, candidate.toLowerCase());
    if (differences < fewest) {
      fewest = differences;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replace = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(replace, at(last, column) + 1, at(current, column - 1) + 1, swap));
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
