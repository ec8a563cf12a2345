import type { ModelReply } from './reply.ts';

/**
 * Whether a request may have cost money although nobody says how much. A provider that refuses a request or fails with a
 * 5xx bills nothing. One that was given up on while it worked (our timeout), was cut off in the middle of an answer, or
 * answered something unreadable, may have billed the tokens that it made.
 */
export function mayBeBilled(reply: ModelReply): boolean {
  if (reply.outcome !== 'provider-trouble') return true;
  const { trouble, facts } = reply;
  if (facts?.usage) return true;
  if (trouble?.kind === 'network') return facts !== undefined;
  return trouble?.kind === 'timeout' || trouble?.kind === 'malformed';
}
