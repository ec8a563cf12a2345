import { printableLine } from '../util/printable.ts';

/** Rows as aligned columns, the first row as the head. Numbers (and what looks like them) stand to the right. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => printableLine(cell, 80)));
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const isNumeric = widths.map((_, column) =>
    cells.slice(1).every((row) => /^[-–—\d.,% ]*$/.test(row[column] ?? '')),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          isNumeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
