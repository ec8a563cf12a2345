import type { ComponentChildren } from 'preact';
import type { ModelSummary, SpendSummary } from '../../domain/summary.ts';
import { count, duration, usd } from './amounts.ts';
import { counted, percent } from './words.ts';

/** A column about tokens, money or time. */
export interface SpendColumn {
  readonly head: string;
  readonly hint: string;
  readonly cell: (spend: SpendSummary) => ComponentChildren;
}

const COLUMNS: readonly (SpendColumn & { readonly says: (spend: SpendSummary) => boolean })[] = [
  {
    head: 'Tokens',
    hint: 'Mean of what a sample’s answers hold, reasoning included',
    says: ({ outputTokens }) => outputTokens !== null,
    cell: tokenCell,
  },
  {
    head: 'Cost',
    hint: 'Mean of a sample, and all samples together',
    says: (spend) => wasAsked(spend) && spend.cost.totalUsd !== 0,
    cell: costCell,
  },
  {
    head: 'Time',
    hint: 'Median of the time that a sample’s answers took',
    says: ({ latencyMs, cached }) => latencyMs !== null || cached > 0,
    cell: timeCell,
  },
];

/** The columns that say something of at least one contender: drawings from files cost nothing and take no time. */
export function spendColumns(rows: readonly ModelSummary[]): readonly SpendColumn[] {
  return COLUMNS.filter(({ says }) => rows.some(({ spend }) => says(spend)));
}

/** Whether a model was asked at all, now or when the cache was filled. */
function wasAsked({ requests, cached }: SpendSummary): boolean {
  return requests > 0 || cached > 0;
}

function tokenCell(spend: SpendSummary): ComponentChildren {
  const { outputTokens, reasoningShare } = spend;
  if (outputTokens === null) return <Nothing words={wasAsked(spend) ? 'unknown' : '–'} />;
  return (
    <>
      {count(outputTokens)}
      {reasoningShare !== null && reasoningShare > 0 && <small>{percent(reasoningShare)} reasoning</small>}
    </>
  );
}

function costCell(spend: SpendSummary): ComponentChildren {
  const { totalUsd, perSampleUsd, known, samples } = spend.cost;
  if (!wasAsked(spend)) return <Nothing words="–" />;
  if (totalUsd === null) return <Nothing words="unknown" />;
  const total = `${known < samples ? '≥ ' : ''}${usd(totalUsd)} in all`;
  return (
    <>
      {perSampleUsd === null ? <Nothing words="from cache" /> : usd(perSampleUsd)}
      {totalUsd > 0 && <small>{total}</small>}
      {known < samples && <small>unknown for {count(samples - known)}</small>}
    </>
  );
}

function timeCell({ latencyMs, requests, cached }: SpendSummary): ComponentChildren {
  if (latencyMs === null && cached === 0) return <Nothing words="–" />;
  return (
    <>
      {latencyMs === null ? <Nothing words="from cache" /> : duration(latencyMs)}
      {requests > 0 && <small>{counted(requests, 'request')}</small>}
      {latencyMs !== null && cached > 0 && <small>{count(cached)} from cache</small>}
    </>
  );
}

function Nothing({ words }: { readonly words: string }) {
  return <span class="muted">{words}</span>;
}
