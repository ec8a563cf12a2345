/** US dollars as people read them: `$0`, `$0.0042`, `$1.25`, `$1,250`. What is not nothing never looks like nothing. */
export function formatUsd(amount: number): string {
  if (amount === 0) return '$0';
  if (amount < 0.01) return `$${Number(amount.toPrecision(2)).toFixed(digitsFor(amount))}`;
  return amount < 100 ? `$${amount.toFixed(2)}` : `$${formatCount(amount)}`;
}

function digitsFor(amount: number): number {
  return Math.min(12, 1 - Math.floor(Math.log10(amount)));
}

/** A whole number with commas: `12,345`. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-GB');
}

/** `20`, or `20–60` where it is not known which. */
export function formatSpan({ fewest, most }: { readonly fewest: number; readonly most: number }): string {
  return fewest === most ? formatCount(most) : `${formatCount(fewest)}–${formatCount(most)}`;
}

/** `1 request`, `20–60 requests`. */
export function spanOf(span: { readonly fewest: number; readonly most: number }, noun: string): string {
  return `${formatSpan(span)} ${noun}${span.fewest === 1 && span.most === 1 ? '' : 's'}`;
}

/** `1 sample`, `2 samples`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A wait in the unit that says enough: `12 s`, `3 min`, `2 h`. */
export function formatWait(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** How long something took: `0.4 s`, `12 s`, `3 min`. */
export function formatTime(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : formatWait(ms);
}

/** `512 bytes`, `3.4 MB`: powers of 1000. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, 'byte');
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1]}`;
}
