import type { ModelPrice } from './model.ts';
import type { Usage } from './reply.ts';

const MILLION = 1_000_000;

/** US dollars of a request by its tokens; null (unknown, never 0) where the price or the tokens are not known. */
export function costOf(usage: Usage | null, price: ModelPrice | null): number | null {
  if (usage === null || price === null) return null;
  const { inputTokens, outputTokens, cachedInputTokens } = usage;
  if (inputTokens === null || outputTokens === null) return null;
  const cached = Math.min(cachedInputTokens ?? 0, inputTokens);
  const cachedUsd = cached * (price.cachedInputUsd ?? price.inputUsd);
  return ((inputTokens - cached) * price.inputUsd + cachedUsd + outputTokens * price.outputUsd) / MILLION;
}
