import type { Spend } from '../../domain/run.ts';
import { counted } from './words.ts';

/** `$0.031`, `$12.40`, `$0`. */
export function usd(value: number): string {
  if (value === 0) return '$0';
  if (value < 0.0001) return 'under $0.0001';
  if (value < 1) return `$${Number(value.toPrecision(2))}`;
  return `$${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** `0.4 s`, `41 s`, `2 min 5 s`, `1 h 10 min`. */
export function duration(ms: number): string {
  if (ms < 50) return 'under 0.1 s';
  if (ms < 9_950) return `${Number((ms / 1000).toFixed(1))} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return joined(`${minutes} min`, seconds % 60, 's');
  return joined(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min');
}

function joined(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${small} ${unit}`;
}

/** `3,120`, whole. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** What a sample took: `2 requests · 3,120 tokens out, 1,800 of them reasoning · $0.031 · 41 s`. Null where nothing was asked. */
export function spendWords(spend: Spend): string | null {
  const { requests, usage, costUsd, latencyMs, isCached } = spend;
  if (requests === 0 && !isCached) return null;
  const parts = isCached ? ['from the cache'] : [];
  if (requests > 0) parts.push(counted(requests, 'request'));
  if (usage.outputTokens !== null) parts.push(tokenWords(usage.outputTokens, usage.reasoningTokens));
  if (!isCached || costUsd === null || costUsd > 0)
    parts.push(costUsd === null ? 'cost unknown' : usd(costUsd));
  if (latencyMs !== null) parts.push(duration(latencyMs));
  return parts.join(' · ');
}

function tokenWords(output: number, reasoning: number | null): string {
  const words = `${count(output)} tokens out`;
  return reasoning ? `${words}, ${count(reasoning)} of them reasoning` : words;
}
