import type { OpenRequest } from './provider.ts';

/** Reasoning counts as output: a limit that is right for the answer alone would cut it off before it began. */
const REASONING_TOKENS = 65_536;
/** A drawing of 300 lines of TikZ is some 6,000 tokens. */
const PLAIN_TOKENS = 16_384;

/** The limit of output that is sent: the setting, else a generous one within what the model is known to allow. */
export function outputLimit({ settings, facts }: OpenRequest): number {
  if (settings.maxOutputTokens !== undefined) return settings.maxOutputTokens;
  const allowed = facts?.maxOutputTokens ?? null;
  // Where nobody says whether it reasons, all that it is known to allow is safe, and less might starve it.
  const mayReason = facts?.reasons ?? allowed !== null;
  const generous = Math.min(mayReason ? REASONING_TOKENS : PLAIN_TOKENS, allowed ?? PLAIN_TOKENS);
  // The question must fit into the same context; servers refuse a limit that leaves it no place.
  const context = facts?.contextTokens ?? Number.POSITIVE_INFINITY;
  return Math.min(generous, Math.floor(context / 2));
}
