import { isBefore, versionOf } from './anthropic-version.ts';
import type { OpenRequest } from './provider.ts';

/** Thinking counts as output: a limit that is right for the answer alone would cut it off before it began. */
const THINKING_TOKENS = 65_536;
/** A drawing of 300 lines of TikZ is some 6,000 tokens. */
const ANSWER_TOKENS = 16_384;

type Asked = Pick<OpenRequest, 'name' | 'settings' | 'facts'>;

/** Whether thinking is asked for by a setting. */
export function thinks({
  settings: { effort, thinkingTokens = 0 },
  name,
}: Pick<Asked, 'settings' | 'name'>): boolean {
  if (thinkingTokens > 0) return true;
  // Opus 4.5 takes an effort, and thinks only by a budget.
  return effort !== undefined && effort !== 'none' && !isBefore(versionOf(name), 4, 6);
}

/** `max_tokens`, which the API wants with each request: the setting, else a generous limit that the model allows. */
export function maxTokensOf(asked: Asked): number {
  const { settings, facts, name } = asked;
  if (settings.maxOutputTokens !== undefined) return settings.maxOutputTokens;
  const allowed = facts?.maxOutputTokens ?? allowedByVersion(name);
  const budget = settings.thinkingTokens ?? 0;
  if (budget > 0) return Math.min(allowed, budget + ANSWER_TOKENS);
  // Since version 5 a model may think without being told to.
  const mayThink = thinks(asked) || !isBefore(versionOf(name), 5, 0);
  return Math.min(allowed, mayThink ? THINKING_TOKENS : ANSWER_TOKENS);
}

/** What all models of a version allow, for those that are in no table. */
function allowedByVersion(name: string): number {
  const version = versionOf(name);
  if (isBefore(version, 3, 5)) return 4_096;
  if (isBefore(version, 3, 7)) return 8_192;
  return version === null || isBefore(version, 4, 6) ? 32_000 : 64_000;
}
