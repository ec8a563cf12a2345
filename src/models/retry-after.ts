const MOST_MS = 24 * 60 * 60 * 1000;

/** What can be asked for a header; names are lower case. */
export interface HeaderSource {
  get(name: string): string | null;
}

/**
 * How long a server asks to wait, in milliseconds between 0 and a day: `retry-after-ms`, or `Retry-After` in seconds or as an
 * HTTP date (RFC 9110, 10.2.3). Null: it does not say, or nothing that can be read.
 */
export function retryAfterMs(headers: HeaderSource): number | null {
  return (
    bounded(numberOf(headers.get('retry-after-ms'))) ??
    bounded(times1000(numberOf(headers.get('retry-after')))) ??
    bounded(untilDate(headers))
  );
}

/** A length of time as Google's errors say it in their details: `{"retryDelay": "36.5s"}`. */
export function retryDelayMs(body: unknown): number | null {
  const details = (body as { error?: { details?: unknown } } | null)?.error?.details;
  if (!Array.isArray(details)) return null;
  for (const detail of details) {
    const delay: unknown = detail?.retryDelay;
    if (typeof delay === 'string' && delay.endsWith('s'))
      return bounded(times1000(numberOf(delay.slice(0, -1))));
  }
  return null;
}

/** By the server's own clock where it tells it, since ours may differ. */
function untilDate(headers: HeaderSource): number | null {
  const until = Date.parse(headers.get('retry-after') ?? '');
  const told = Date.parse(headers.get('date') ?? '');
  const now = Number.isNaN(told) ? performance.timeOrigin + performance.now() : told;
  return Number.isNaN(until) ? null : until - now;
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,12}(\.\d{1,9})?$/.test(text.trim()) ? Number(text) : null;
}

function times1000(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}

function bounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(Math.min(Math.max(ms, 0), MOST_MS));
}
