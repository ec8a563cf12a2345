import { printable } from '../util/printable.ts';

/** What a cell of a CSV may hold. Null is an empty cell. */
export type CsvValue = string | number | boolean | null;
/** Plain objects whose values are all CsvValue. */
type CsvRow = object;

// A spreadsheet takes text that begins so for a formula; the wide forms are taken for the narrow ones.
const FORMULA = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;
const TO_QUOTE = /[",\r\n]/;

/**
 * CSV by RFC 4180, a line at a time, each with its CRLF; the first one is the head. All rows have the keys of the
 * first. Text that a spreadsheet would take for a formula gets a `'` before it; what steers a terminal is escaped.
 */
export function* csvLines(rows: Iterable<CsvRow>): Generator<string> {
  let isFirst = true;
  for (const row of rows) {
    if (isFirst) yield csvLine(Object.keys(row));
    isFirst = false;
    yield csvLine(Object.values(row));
  }
}

function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = printable(FORMULA.test(value) ? `'${value}` : value);
  return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
