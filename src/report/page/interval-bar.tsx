import type { Interval } from '../../domain/summary.ts';
import { score } from './words.ts';

interface IntervalBarProps {
  readonly mean: number | null;
  readonly interval: Interval | null;
  /** What it is of, for those who hear the page. */
  readonly of: string;
}

/** A mean with its 95 % interval on a rail from 0 to 1. */
export function IntervalBar({ mean, interval, of }: IntervalBarProps) {
  if (mean === null) return <span class="muted">no score</span>;
  const { low, high } = interval ?? { low: mean, high: mean };
  const words = interval ? `${score(low)} to ${score(high)}` : 'no interval';
  return (
    <span class="interval">
      <svg viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label={`${of}: ${words}`}>
        <rect class="rail" x="0" y="6" width="100" height="2" rx="1" />
        <rect class="band" x={low * 100} y="3" width={Math.max(0.8, (high - low) * 100)} height="8" rx="2" />
        <rect class="mean" x={mean * 100 - 0.6} y="0" width="1.2" height="14" rx="0.6" />
      </svg>
      <small>{words}</small>
    </span>
  );
}
