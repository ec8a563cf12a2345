import type { ModelReply, Usage } from '../domain/reply.ts';
import { printableLine } from '../util/printable.ts';
import type { ExchangeFacts } from './exchange.ts';
import { quote } from './trouble.ts';

const LONGEST_NAME = 200;

/** What a model answered, in the words of no protocol. */
export interface Answer {
  readonly text: string;
  readonly reasoning: string | null;
  /** What the model said instead of an answer; null: it did not refuse. */
  readonly refusal: string | null;
  /** `limit`: the limit of tokens; `filter`: the provider's content filter. */
  readonly stop: 'end' | 'limit' | 'filter';
  /** In the provider's own words. */
  readonly stopReason: string | null;
  readonly usage: Usage | null;
  readonly servedBy: string | null;
  readonly costUsd: number | null;
  /** The whole answer as JSON; secrets are masked already. */
  readonly raw: string;
}

/** The reply that an answer makes: refused, truncated, empty and replied told apart, each with its reason in words. */
export function replyOf(given: Answer, timing: ExchangeFacts, mask: (text: string) => string): ModelReply {
  const answer = {
    ...given,
    usage: credible(given),
    stopReason: named(given.stopReason, mask),
    servedBy: named(given.servedBy, mask),
  };
  const { text, reasoning, stopReason, usage, servedBy, costUsd, raw } = answer;
  const facts = { reasoning, stopReason, usage, ...timing, servedBy, costUsd, raw };
  if (answer.refusal !== null)
    return {
      outcome: 'refused',
      text: text || answer.refusal,
      reason: refusalWords(mask(answer.refusal)),
      facts,
    };
  if (answer.stop === 'filter')
    return { outcome: 'refused', text, reason: 'stopped by the content filter of the provider', facts };
  if (answer.stop === 'limit') return { outcome: 'truncated', text, reason: truncationWords(answer), facts };
  if (text.trim() === '') return { outcome: 'empty', text, reason: emptyWords(answer), facts };
  return {
    outcome: 'replied',
    text,
    note: servedBy === null ? '' : `answered by ${servedBy}`,
    facts,
  };
}

/** A server that counts no tokens where there was text does not count: what it says is not known, rather than 0. */
function credible({ usage, text, reasoning }: Answer): Usage | null {
  if (usage === null) return null;
  const said = text !== '' || (reasoning ?? '') !== '';
  const inputTokens = usage.inputTokens === 0 ? null : usage.inputTokens;
  const outputTokens = usage.outputTokens === 0 && said ? null : usage.outputTokens;
  return { ...usage, inputTokens, outputTokens };
}

/** A server may say anything; a name is short, and one line. */
function named(text: string | null, mask: (text: string) => string): string | null {
  return text === null ? null : printableLine(mask(text), LONGEST_NAME);
}

function refusalWords(refusal: string): string {
  return `the model refused: ${quote(refusal, [])}`;
}

function truncationWords({ usage, stopReason, text }: Answer): string {
  const tokens = usage?.outputTokens == null ? '' : ` after ${usage.outputTokens} tokens`;
  const reasoning = usage?.reasoningTokens ? `, ${usage.reasoningTokens} of them reasoning` : '';
  const nothing = text.trim() === '' ? '; no answer had begun' : '';
  return `cut off at the limit of output${tokens}${reasoning} (${stopReason ?? 'no reason given'})${nothing}`;
}

function emptyWords({ usage, stopReason }: Answer): string {
  const reasoning = usage?.reasoningTokens
    ? `; its ${usage.reasoningTokens} tokens of reasoning are all`
    : '';
  return `nothing but white space (${stopReason ?? 'no reason given'})${reasoning}`;
}
