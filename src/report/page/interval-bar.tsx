import type { Interval } from '../../domain/summary.ts';
import { score } from './words.ts';

interface IntervalBarProps {
  readonly mean: number | null;
  readonly interval: Interval | null;
  /** What it can still become where something is open; lighter. Missing or null: nothing is open. */
  readonly open?: Interval | null;
  /** What it is of, for those who hear the page. */
  readonly of: string;
}

/** A mean with its 95 % interval on a rail from 0 to 1. */
export function IntervalBar({ mean, interval, open = null, of }: IntervalBarProps) {
  if (mean === null && open === null) return <span class="muted">no score</span>;
  const words = intervalWords(mean, interval);
  return (
    <span class="interval">
      <svg viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label={`${of}: ${words}`}>
        <rect class="rail" x="0" y="6" width="100" height="2" rx="1" />
        {open && <Band name="open" {...open} />}
        {mean !== null && <Band name="band" {...(interval ?? { low: mean, high: mean })} />}
        {mean !== null && <rect class="mean" x={mean * 100 - 0.6} y="0" width="1.2" height="14" rx="0.6" />}
      </svg>
      <small>{words}</small>
    </span>
  );
}

function Band({ name, low, high }: Interval & { readonly name: 'open' | 'band' }) {
  return (
    <rect class={name} x={low * 100} y="3" width={Math.max(0.8, (high - low) * 100)} height="8" rx="2" />
  );
}

function intervalWords(mean: number | null, interval: Interval | null): string {
  if (mean === null) return 'no score yet';
  return interval ? `${score(interval.low)} to ${score(interval.high)}` : 'no interval';
}
