import type { Message as OllamaMessage } from 'ollama';
import type { ModelReply, Usage } from '../domain/reply.ts';
import type { TroubleReply } from './trouble.ts';

/** Bounds of what a token can be of TikZ and English, generous on both sides: some 3.5 characters are usual. */
const MOST_CHARACTERS = 8;
const LEAST_CHARACTERS = 1.5;
/** A picture is 64 to some 2,500 tokens, by the model. */
const MOST_PICTURE_TOKENS = 4_096;

/** What was sent, and the room there was for it. */
export interface Sent {
  readonly messages: readonly OllamaMessage[];
  readonly contextTokens: number;
}

/**
 * Why the prompt can't have been read as a whole, or null. Servers before 0.12 cut it in silence: then the count says less than
 * such a text can be, or all the room there was. A small count alone proves nothing: what is cached may not be counted.
 */
function cutPrompt(usage: Usage | null, { messages, contextTokens }: Sent): string | null {
  const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
  const pictures = messages.reduce((sum, { images }) => sum + (images?.length ?? 0), 0);
  const least = Math.ceil(characters / MOST_CHARACTERS);
  const most = Math.ceil(characters / LEAST_CHARACTERS) + pictures * MOST_PICTURE_TOKENS;
  if (least > contextTokens) return `at least ${least} tokens were sent`;
  const counted = usage?.inputTokens ?? null;
  if (counted === null) return null;
  if (counted >= contextTokens) return `the prompt fills all of it (${counted} tokens)`;
  const isShort = counted < least && most > contextTokens;
  return isShort ? `only ${counted} tokens of a prompt of at least ${least} were read` : null;
}

/** The reply, looked at by what its tokens say of the context: a prompt that was cut is no fault of the model. */
export function heedContext(reply: ModelReply, sent: Sent): ModelReply {
  const usage = reply.facts?.usage ?? null;
  const cut = cutPrompt(usage, sent);
  if (cut !== null)
    return { ...troubleFor(cut, sent), ...(reply.facts === undefined ? {} : { facts: reply.facts }) };
  const used = (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0);
  const isFull = used >= sent.contextTokens;
  if (reply.outcome === 'provider-trouble' || (reply.outcome !== 'truncated' && !isFull)) return reply;
  const where = isFull ? `num_ctx is full: ${used} of ${sent.contextTokens} tokens` : null;
  if (where === null) return reply;
  const { text } = reply;
  const reason = `cut off where the context ends (${where}); give the model more contextTokens`;
  return { outcome: 'truncated', text, reason, ...(reply.facts === undefined ? {} : { facts: reply.facts }) };
}

function troubleFor(cut: string, { contextTokens }: Sent) {
  return {
    outcome: 'provider-trouble' as const,
    reason: `the prompt was cut: num_ctx is ${contextTokens}, and ${cut}; give the model more contextTokens`,
    trouble: { kind: 'bad-request' as const, status: null, retryAfterMs: null },
  };
}

/** Servers since 0.12.6 refuse a prompt that does not fit, in words that don't say which setting would help. */
export function hintContext(reply: TroubleReply, contextTokens: number): TroubleReply {
  const isTooLong =
    reply.trouble?.kind === 'bad-request' && /context (length|size|window)/i.test(reply.reason);
  if (!isTooLong) return reply;
  return {
    ...reply,
    reason: `the prompt does not fit: num_ctx is ${contextTokens}; give the model more contextTokens (${reply.reason})`,
  };
}
